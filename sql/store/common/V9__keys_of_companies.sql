-- A price and a promotion have their identity in their company: two companies may number alike.
alter table price rename to price_before;
drop index price_item;
create table price (
    org_id     varchar(80) not null,
    price_id   varchar(80) not null,
    item_id    varchar(80) not null,
    site_id    varchar(80),
    valid_from date not null,
    valid_to   date,
    unit_price numeric(19, 6) not null,
    currency   char(3),
    constraint price_pk primary key (org_id, price_id)
);
insert into price (org_id, price_id, item_id, site_id, valid_from, valid_to, unit_price, currency)
select org_id, price_id, item_id, site_id, valid_from, valid_to, unit_price, currency from price_before;
drop table price_before;
create index price_item on price (item_id);

alter table promotion rename to promotion_before;
drop index promotion_item;
create table promotion (
    org_id       varchar(80) not null,
    promotion_id varchar(80) not null,
    item_id      varchar(80) not null,
    site_id      varchar(80),
    from_date    date not null,
    to_date      date not null,
    constraint promotion_pk primary key (org_id, promotion_id)
);
insert into promotion (org_id, promotion_id, item_id, site_id, from_date, to_date)
select org_id, promotion_id, item_id, site_id, from_date, to_date from promotion_before;
drop table promotion_before;
create index promotion_item on promotion (item_id);
