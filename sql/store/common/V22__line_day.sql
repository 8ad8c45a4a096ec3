-- Counts and sums of sales_line, kept by every transaction that changes lines: by rule ('' = demand, else why it is none),
-- whether the import made the line of a kit's, the day on which it was ordered (or wanted, where that is unknown) and the day
-- for which it is wanted. Days are told apart for demand and kits alone, all others stand under 0001-01-01. sold_count: those
-- with a quantity above 0. A reload counts anew.
create table line_day (
    rule_name  varchar(40)    not null,
    derived    boolean        not null,
    order_day  date           not null,
    wanted_day date           not null,
    line_count bigint         not null,
    sold_count bigint         not null,
    quantity   numeric(30, 6) not null,
    constraint line_day_pk primary key (rule_name, derived, order_day, wanted_day)
);
insert into line_day (rule_name, derived, order_day, wanted_day, line_count, sold_count, quantity)
select rule_name, derived, order_day, wanted_day, count(*), sum(case when quantity > 0 then 1 else 0 end),
       coalesce(sum(quantity), 0)
from (select coalesce(excluded_because, '') as rule_name,
             case when derived_from is null then false else true end as derived,
             case when coalesce(excluded_because, 'KIT') = 'KIT' and booked_on is not null
                  then coalesce(order_date, booked_on) else date '0001-01-01' end as order_day,
             case when coalesce(excluded_because, 'KIT') = 'KIT' and booked_on is not null
                  then booked_on else date '0001-01-01' end as wanted_day,
             quantity
      from sales_line) seen
group by rule_name, derived, order_day, wanted_day;
