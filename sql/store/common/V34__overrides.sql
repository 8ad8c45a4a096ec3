-- What planners put over the forecasts of a plan. A part of the scope that is null means any, an empty text a series without it.
-- first_day and last_day: the days whose total is meant. amount: base units, or per cent for PERCENT. uom: the unit of the scope when it
-- was entered. expires_on: the last day on which it counts, null = no end. revision: counts its changes, from 1.
create sequence override_number;
create table forecast_override (
    override_id  bigint         not null,
    plan_name    varchar(80)    not null,
    status       varchar(12)    not null,
    org_id       varchar(80),
    item_id      varchar(80),
    site_id      varchar(80),
    channel_id   varchar(80),
    category     varchar(80),
    first_day    date           not null,
    last_day     date           not null,
    kind         varchar(8)     not null,
    amount       numeric(30, 6) not null,
    uom          varchar(40)    not null,
    reason       varchar(20)    not null,
    note         varchar(1000)  not null,
    author       varchar(80)    not null,
    created_at   timestamp(6)   not null,
    expires_on   date,
    approved_by  varchar(80),
    approved_at  timestamp(6),
    published_at timestamp(6),
    revision     int            not null,
    constraint forecast_override_pk primary key (override_id)
);
create index forecast_override_plan on forecast_override (plan_name, status, published_at);

-- What became of an override, by whom. status_before null = it was entered; status_after null = the draft was deleted.
create table override_event (
    override_id   bigint        not null,
    revision      int           not null,
    happened_at   timestamp(6)  not null,
    done_by       varchar(80)   not null,
    status_before varchar(12),
    status_after  varchar(12),
    note          varchar(1000) not null,
    constraint override_event_pk primary key (override_id, revision)
);

-- What is final in a version where it may be another figure than the forecast: a row for each step from the first on that an override lies or
-- lay on. units null = the forecast; total_units: of the final figures from step 1 on, null = that of the forecast, or not known where the
-- series is not recommended to forecast. changed_at: when what is final became another figure.
create table final_step (
    version_id  bigint         not null,
    series_id   bigint         not null,
    step        int            not null,
    units       numeric(30, 6),
    total_units numeric(30, 6),
    override_id bigint,
    changed_at  timestamp(6)   not null,
    constraint final_step_pk primary key (version_id, series_id, step)
);

-- What each override does in a version, or why it does nothing there.
create table override_effect (
    version_id   bigint         not null,
    override_id  bigint         not null,
    outcome      varchar(16)    not null,
    series_count int            not null,
    uom          varchar(40)    not null,
    before_units numeric(38, 6) not null,
    after_units  numeric(38, 6) not null,
    first_day    date,
    last_day     date,
    constraint override_effect_pk primary key (version_id, override_id)
);
