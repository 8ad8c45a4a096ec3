-- What promotions do, as it was learned last: of categories (item_id and promotion_id empty), of items (promotion_id empty), and of past promotions one by
-- one. effect_no: its place in the list. uplift, dip, taken, net: shares, with the band that holds them with 80 % and the weight of its own evidence; null
-- = not known. unknown_why: why the uplift is not; null = it is known. sold, expected: base units on the days that tell something.
create table promotion_effect (
    effect_no     bigint           not null,
    level_name    varchar(10)      not null,
    org_id        varchar(80)      not null,
    item_id       varchar(80)      not null,
    category      varchar(80)      not null,
    promotion_id  varchar(120)     not null,
    from_date     date,
    to_date       date,
    promotions    int              not null,
    usable        int              not null,
    items         int              not null,
    days          int              not null,
    sold          numeric(19, 6)   not null,
    expected      numeric(19, 6)   not null,
    depth         double precision,
    uplift        double precision,
    uplift_low    double precision,
    uplift_high   double precision,
    uplift_weight double precision,
    dip           double precision,
    dip_low       double precision,
    dip_high      double precision,
    dip_weight    double precision,
    taken         double precision,
    taken_low     double precision,
    taken_high    double precision,
    taken_weight  double precision,
    net           double precision,
    net_low       double precision,
    net_high      double precision,
    net_weight    double precision,
    unknown_why   varchar(20),
    constraint promotion_effect_pk primary key (effect_no)
);
create index promotion_effect_level on promotion_effect (level_name, effect_no);
create index promotion_effect_item on promotion_effect (item_id, effect_no);

-- When that was: one row, or none before the first time. again: by how much promotions of one item differ, a deviation of the logarithm of uplift; slope: of
-- that logarithm on the one of the depth.
create table promotion_learning (
    learned_on date             not null,
    again      double precision not null,
    slope      double precision not null
);
