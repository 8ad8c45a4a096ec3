-- Days on which a company is closed: times off of its working calendar, or of every calendar, that are nobody's own.
create or replace view dw_calendar as
select distinct
       cast(d.day as date) as event_date,
       cast(coalesce(l.name, 'Closed') as varchar(80)) as event_name,
       cast('CLOSED' as varchar(20)) as kind,
       cast(w.id as varchar(80)) as site_id
from resource_calendar_leaves l
join res_company c on c.id = coalesce(l.company_id, c.id) and (l.calendar_id is null or l.calendar_id = c.resource_calendar_id)
join stock_warehouse w on w.company_id = c.id
join dw_setting_site z on z.site_id = w.id
cross join lateral (
  select generate_series(
           date_trunc('day', l.date_from at time zone 'UTC' at time zone z.time_zone),
           date_trunc('day', l.date_to at time zone 'UTC' at time zone z.time_zone),
           interval '1' day) as day
) d
where l.resource_id is null;

-- The same days once a company, in its own time zone: it orders and receives nothing.
create view dw_closed_day as
select distinct
       cast(c.id as varchar(80)) as org_id,
       cast(d.day as date) as closed_on,
       cast(null as varchar(80)) as site_id,
       cast(null as varchar(80)) as vendor_id
from resource_calendar_leaves l
join res_company c on c.id = coalesce(l.company_id, c.id) and (l.calendar_id is null or l.calendar_id = c.resource_calendar_id)
join dw_setting_company z on z.company_id = c.id
cross join lateral (
  select generate_series(
           date_trunc('day', l.date_from at time zone 'UTC' at time zone z.time_zone),
           date_trunc('day', l.date_to at time zone 'UTC' at time zone z.time_zone),
           interval '1 day') as day
) d
where l.resource_id is null;
