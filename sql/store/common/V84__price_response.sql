-- What was learned of prices, by plan: once in a while a run of decide does so. made_at: null while it is learned, or where its run broke off.
create sequence price_lesson_no;
create table price_lesson (
    lesson_id   bigint       not null,
    plan_name   varchar(40)  not null,
    instance_id bigint       not null,
    as_of       date         not null,
    made_at     timestamp(6),
    constraint price_lesson_pk primary key (lesson_id),
    constraint price_lesson_run unique (instance_id)
);

-- How demand of an item answers its price, at each site. usual … promoted_prices: at which prices of the site it is known (0 = at none); own_… and weeks: what
-- the item's past tells by itself, at all sites together, own_unknown: why nothing (null = something). own_weight, pooled, elasticity, deviation: drawn to its
-- category, unknown_because: why it cannot be known; null where it is known.
create table price_response (
    lesson_id       bigint           not null,
    place_no        bigint           not null,
    org_id          varchar(80)      not null,
    item_id         varchar(80)      not null,
    site_id         varchar(80)      not null,
    category        varchar(80)      not null,
    currency        varchar(3),
    usual           double precision not null,
    low             double precision not null,
    high            double precision not null,
    prices          int              not null,
    changes         int              not null,
    days            int              not null,
    promoted_days   int              not null,
    out_days        int              not null,
    promoted_prices int              not null,
    own             double precision not null,
    own_variance    double precision not null,
    weeks           int              not null,
    own_unknown     varchar(20),
    own_weight      double precision,
    pooled          double precision,
    elasticity      double precision,
    deviation       double precision,
    unknown_because varchar(20),
    constraint price_response_pk primary key (lesson_id, place_no)
);
create index price_response_place on price_response (lesson_id, org_id, item_id, site_id);
