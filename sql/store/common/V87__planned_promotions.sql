-- Promotions that people planned here, beside those that the ERP tells (promotion): the forecast takes both alike. site_id: null = every site. depth: share
-- 0–1 that is paid less than usual; null = not said. campaign: what it belongs to, empty = nothing.
create sequence planned_promotion_no;
create table planned_promotion (
    promotion_no bigint       not null,
    org_id       varchar(80)  not null,
    item_id      varchar(80)  not null,
    site_id      varchar(80),
    from_date    date         not null,
    to_date      date         not null,
    campaign     varchar(80)  not null,
    depth        numeric(7, 6),
    entered_by   varchar(80)  not null,
    entered_at   timestamp(6) not null,
    constraint planned_promotion_pk primary key (promotion_no)
);
create index planned_promotion_item on planned_promotion (item_id);
create index planned_promotion_day on planned_promotion (from_date, promotion_no);
create index promotion_day on promotion (from_date, org_id, promotion_id);
