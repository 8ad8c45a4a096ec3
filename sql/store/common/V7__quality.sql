-- What an inspection of the demand was based on.
create table quality_inspection (
    instance_id  bigint       not null,
    as_of        date         not null,
    bucket       varchar(10)  not null,
    inspected_at timestamp(6) not null,
    constraint quality_inspection_pk primary key (instance_id)
);

-- What looked wrong. series_id null = not one series. Which lines it rests on: those of the series from lines_from to
-- lines_to; of lines_customer alone; that repeat another; that are in another currency than lines_currency. sample_lines:
-- identities of some, separated by line breaks.
create table quality_issue (
    issue_id       bigint           not null,
    instance_id    bigint           not null,
    series_id      bigint,
    rule           varchar(20)      not null,
    severity       varchar(8)       not null,
    org_id         varchar(80)      not null,
    item_id        varchar(80)      not null,
    site_id        varchar(80)      not null,
    channel_id     varchar(80)      not null,
    first_day      date             not null,
    last_day       date             not null,
    lines_from     date             not null,
    lines_to       date             not null,
    lines_customer varchar(80),
    lines_repeated boolean          not null,
    lines_currency varchar(3),
    line_count     bigint           not null,
    sample_lines   varchar(1800)    not null,
    effect_units   double precision not null,
    effect_share   double precision not null,
    meaning        varchar(1000)    not null,
    constraint quality_issue_pk primary key (issue_id)
);
create index quality_issue_effect on quality_issue (instance_id, effect_units, issue_id);
create index quality_issue_series on quality_issue (instance_id, series_id);

-- Corrections that people lay over raw demand: withdrawn, never deleted. Either delta or replacement; EXCLUDE has neither.
create table demand_layer (
    layer_id     bigint        not null,
    series_id    bigint        not null,
    kind         varchar(16)   not null,
    first_day    date          not null,
    last_day     date          not null,
    delta        numeric(19, 6),
    replacement  numeric(19, 6),
    reason       varchar(1000) not null,
    author       varchar(80)   not null,
    created_at   timestamp(6)  not null,
    withdrawn_at timestamp(6),
    withdrawn_by varchar(80),
    constraint demand_layer_pk primary key (layer_id)
);
create index demand_layer_series on demand_layer (series_id);

-- Which layers went into the series of a version, and what they did: base units of their days before and after.
create table applied_layer (
    version_id   bigint         not null,
    series_id    bigint         not null,
    layer_id     bigint         not null,
    before_units numeric(30, 6) not null,
    after_units  numeric(30, 6) not null,
    constraint applied_layer_pk primary key (version_id, series_id, layer_id)
);
