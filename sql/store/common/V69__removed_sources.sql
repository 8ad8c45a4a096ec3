-- A source that was removed. standing: ENDING = the next import takes its lines away, ENDED = it is read no more, and its name stays with the
-- lines that are left, or with what they said before; null = it is read.
alter table demand_source add column standing varchar(10);

-- Lines of days on which their source does not count are counted by day, too, so that nobody reads them to tell how many would come back.
delete from line_day where rule_name = 'OUTSIDE_DAYS';
insert into line_day (rule_name, derived, order_day, wanted_day, line_count, sold_count, quantity, source)
select rule_name, derived, order_day, wanted_day, count(*), sum(case when quantity > 0 then 1 else 0 end),
       coalesce(sum(quantity), 0), source
from (select excluded_because as rule_name,
             case when derived_from is null then false else true end as derived,
             case when booked_on is not null then coalesce(order_date, booked_on) else date '0001-01-01' end as order_day,
             case when booked_on is not null then booked_on else date '0001-01-01' end as wanted_day,
             quantity, source
      from sales_line where excluded_because = 'OUTSIDE_DAYS') seen
group by rule_name, derived, order_day, wanted_day, source;
