-- What somebody asked of another price, or of another change of demand, and kept. kind: PRICE; as_of: the morning whose stock and forecast it was asked of.
create sequence scenario_no;
create table scenario (
    scenario_id   bigint         not null,
    plan_name     varchar(40)    not null,
    kind          varchar(20)    not null,
    scenario_name varchar(200)   not null,
    org_id        varchar(80)    not null,
    item_id       varchar(80)    not null,
    version_id    bigint         not null,
    as_of         date           not null,
    first_day     date           not null,
    last_day      date           not null,
    price         numeric(19, 6) not null,
    currency      varchar(3)     not null,
    made_at       timestamp(6)   not null,
    made_by       varchar(80)    not null,
    constraint scenario_pk primary key (scenario_id)
);
create index scenario_plan on scenario (plan_name, scenario_id);

-- The answer at each site, JSON.
create table scenario_site (
    scenario_id bigint      not null,
    org_id      varchar(80) not null,
    item_id     varchar(80) not null,
    site_id     varchar(80) not null,
    content     varchar     not null,
    constraint scenario_site_pk primary key (scenario_id, site_id)
);
