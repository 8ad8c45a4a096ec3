-- Items that are bought together more often than by chance. place_kind: 0 = at all sites of the company (site_id is empty then), 1 = at one of them.
-- surest: 1 = the first neighbour of the item. together, with_item, with_neighbour: documents; expected: those with both by chance alone.
create table neighbour (
    org_id         varchar(80)      not null,
    item_id        varchar(80)      not null,
    place_kind     smallint         not null,
    site_id        varchar(80)      not null,
    surest         int              not null,
    neighbour_id   varchar(80)      not null,
    together       bigint           not null,
    with_item      bigint           not null,
    with_neighbour bigint           not null,
    expected       double precision not null,
    probability    double precision not null,
    lift           double precision not null,
    constraint neighbour_pk primary key (org_id, item_id, place_kind, site_id, surest)
);

-- What they were counted in. documents: those with at least two items and not too many; the others were left out. tested: pairs that could have been
-- together often enough; found: those that are believed to be more than chance.
create table neighbour_count (
    org_id       varchar(80) not null,
    place_kind   smallint    not null,
    site_id      varchar(80) not null,
    first_day    date        not null,
    counted_on   date        not null,
    documents    bigint      not null,
    single_item  bigint      not null,
    too_large    bigint      not null,
    tested       bigint      not null,
    found        bigint      not null,
    constraint neighbour_count_pk primary key (org_id, place_kind, site_id)
);
