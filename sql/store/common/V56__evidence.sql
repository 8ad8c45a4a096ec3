-- What is kept of a version that readers saw when its rows are removed, so that its numbers can be proved as long as they are archived: how it
-- was made. The overrides over it stay in final_step.
create table kept_version (
    version_id   bigint        not null,
    plan_name    varchar(80)   not null,
    bucket       varchar(10)   not null,
    season       int           not null,
    horizon      int           not null,
    origins      int           not null,
    seed         bigint        not null,
    models       varchar(1000) not null,
    objective    varchar(80)   not null,
    data_as_of   date          not null,
    last_demand  date          not null,
    origin       date          not null,
    known_at     timestamp(6),
    returns_rule varchar(20)   not null,
    totals_of    varchar(10),
    training     varchar(10)   not null,
    contest_of   bigint        not null,
    contest_day  date          not null,
    created_at   timestamp(6)  not null,
    published_at timestamp(6)  not null,
    content_hash varchar(64),
    constraint kept_version_pk primary key (version_id)
);

-- How a series of it was forecast. members: models and weights. first_ordinal, demand_digest: the first period that models received, and SHA-256 over the units of
-- all of them. mean: the forecast by step, base units.
create table kept_series (
    series_id     bigint not null,
    version_id    bigint not null,
    members       bytea  not null,
    first_ordinal bigint not null,
    demand_digest bytea  not null,
    mean          bytea  not null,
    constraint kept_series_pk primary key (series_id, version_id)
);
