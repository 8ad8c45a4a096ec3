-- Items that follow each other. site_id empty = at all sites; ramp_shape, ramp_weeks: how a new item comes to its level, null = at once.
create sequence lifecycle_link_number;
create table lifecycle_link (
    link_id        bigint         not null,
    org_id         varchar(80)    not null,
    kind           varchar(16)    not null,
    predecessor_id varchar(80)    not null,
    successor_id   varchar(80)    not null,
    site_id        varchar(80)    not null,
    first_day      date           not null,
    last_day       date,
    factor         numeric(19, 6) not null,
    ramp_shape     varchar(8),
    ramp_weeks     int,
    note           varchar(1000)  not null,
    entered_by     varchar(80)    not null,
    entered_at     timestamp(6)   not null,
    constraint lifecycle_link_pk primary key (link_id)
);

-- Whoever enters links waits for this row: they are held against each other.
create table lifecycle_links (
    revision bigint not null
);
insert into lifecycle_links (revision) values (0);
create index lifecycle_link_item on lifecycle_link (org_id, predecessor_id);

-- What corrections of kind INHERITED add on which days, and when the predecessor could not be bought: text, a day or spell after the other.
create table inherited_demand (
    layer_id bigint  not null,
    link_id  bigint  not null,
    content  varchar not null,
    unseen   varchar not null,
    constraint inherited_demand_pk primary key (layer_id)
);

-- The links of a version between series, as they were when it was made. shares: of the level that the successor has in each week since first_day; has_sold:
-- whether the successor had demand of its own.
create table version_link (
    version_id         bigint         not null,
    link_id            bigint         not null,
    predecessor_series bigint         not null,
    successor_series   bigint         not null,
    org_id             varchar(80)    not null,
    kind               varchar(16)    not null,
    predecessor_id     varchar(80)    not null,
    successor_id       varchar(80)    not null,
    first_day          date           not null,
    last_day           date,
    factor             numeric(19, 6) not null,
    shares             varchar        not null,
    has_sold           boolean        not null,
    constraint version_link_pk primary key (version_id, link_id, predecessor_series, successor_series)
);
