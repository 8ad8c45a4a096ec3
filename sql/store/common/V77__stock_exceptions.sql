-- What may go wrong with an item at a site, of a plan. One that is there again is the same row: since when, and the worst that it was. about: what of the
-- item, such as an order's line; empty = all of it. closed_on: the day as of which it was gone; null = it is open. decision_id: that saw it last.
-- units: at stake, base unit; money: what they are worth in currency, null = not known; reporting: the same in the reporting currency, null = none or no
-- rate. rank_group, rank_currency, rank_value: the order in which they are listed, the least first: in the reporting currency, in others one by one, then
-- without money; rank_value is the negative amount, or the negative units.
create sequence stock_exception_no;
create table stock_exception (
    exception_no   bigint           not null,
    plan_name      varchar(40)      not null,
    kind           varchar(20)      not null,
    org_id         varchar(80)      not null,
    item_id        varchar(80)      not null,
    site_id        varchar(80)      not null,
    about          varchar(160)     not null,
    vendor_id      varchar(80)      not null,
    since          date             not null,
    seen_on        date             not null,
    decision_id    bigint           not null,
    closed_on      date,
    score          double precision not null,
    worst_score    double precision not null,
    units          numeric(19, 6)   not null,
    currency       varchar(3),
    money          numeric(19, 6),
    reporting      numeric(19, 6),
    worst_money    numeric(19, 6),
    evidence       varchar          not null,
    said           varchar          not null,
    rank_group     smallint         not null,
    rank_currency  varchar(3)       not null,
    rank_value     numeric(19, 6)   not null,
    constraint stock_exception_pk primary key (exception_no)
);
create index stock_exception_place on stock_exception (plan_name, org_id, item_id, site_id);
create index stock_exception_rank on stock_exception (plan_name, rank_group, rank_currency, rank_value, exception_no);

-- How often exceptions of a kind were right when the past was replayed, and the threshold that follows; one row a plan and kind. reached: whether the
-- precision that is asked for was reached when the threshold was chosen. alerts: exceptions that were said, right: that came; events: what came, found:
-- that was said before. rule_…: the same of the usual rule with about as many alerts on the later mornings; null = there is none to compare with.
create table exception_quality (
    plan_name       varchar(40)      not null,
    kind            varchar(20)      not null,
    replayed_on     date             not null,
    asked           double precision not null,
    threshold       double precision not null,
    reached         boolean          not null,
    earlier_first   date             not null,
    earlier_last    date             not null,
    earlier_cases   bigint           not null,
    earlier_alerts  bigint           not null,
    earlier_right   bigint           not null,
    earlier_events  bigint           not null,
    earlier_found   bigint           not null,
    later_first     date             not null,
    later_last      date             not null,
    later_cases     bigint           not null,
    later_alerts    bigint           not null,
    later_right     bigint           not null,
    later_events    bigint           not null,
    later_found     bigint           not null,
    rule_alerts     bigint,
    rule_right      bigint,
    rule_found      bigint,
    constraint exception_quality_pk primary key (plan_name, kind)
);
