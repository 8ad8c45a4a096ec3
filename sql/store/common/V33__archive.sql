-- Each version that readers have seen, when first. The archive outlives the rows of its versions.
create table archived_version (
    version_id   bigint       not null,
    plan_name    varchar(80)  not null,
    bucket       varchar(10)  not null,
    origin       date         not null,
    last_period  date         not null,
    published_at timestamp(6) not null,
    constraint archived_version_pk primary key (version_id)
);

-- How a series was forecast. model_id: the model of greatest weight. naive_error: mean absolute difference between demand and that of a
-- season before, the scale of MASE; null = not known, or 0.
create table archived_series (
    series_id   bigint        not null,
    version_id  bigint        not null,
    model_id    varchar(200) not null,
    pattern     varchar(20)   not null,
    verdict     varchar(20)   not null,
    naive_error double precision,
    constraint archived_series_pk primary key (series_id, version_id)
);

-- What readers were told of a period, base units with seven digits. lag: steps from the origin, 1 = the first period. final_units: the
-- forecast, or what a planner put in its place before the period began.
create table forecast_archive (
    series_id    bigint   not null,
    period_start date     not null,
    version_id   bigint   not null,
    lag          smallint not null,
    baseline     real     not null,
    final_units  real     not null,
    p10          real     not null,
    p90          real     not null,
    constraint forecast_archive_pk primary key (series_id, period_start, version_id)
);

-- What was then wanted of a series in a period that was archived, as booked. observed: whether it could be bought throughout.
create table archived_demand (
    series_id    bigint           not null,
    bucket       varchar(10)      not null,
    period_start date             not null,
    units        double precision not null,
    observed     boolean          not null,
    constraint archived_demand_pk primary key (series_id, bucket, period_start)
);

alter table series_result add column naive_error double precision;
