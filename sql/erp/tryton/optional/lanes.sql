-- How long goods are on their way between warehouses (module stock).
create view dw_transfer_lane as
select cast(z.company_id as varchar(80)) as org_id,
       cast(l.warehouse_from as varchar(80)) as from_site_id,
       cast(l.warehouse_to as varchar(80)) as to_site_id,
       cast(null as varchar(80)) as item_id,
       cast(ceil(extract(epoch from min(l.lead_time)) / 86400) as integer) as lead_time_days,
       cast(null as numeric(19,6)) as minimum_order,
       cast(null as numeric(19,6)) as order_multiple
from stock_location_lead_time l
join dw_setting_site z on z.site_id = l.warehouse_from
join dw_setting_site t on t.site_id = l.warehouse_to and t.company_id = z.company_id
where l.warehouse_from <> l.warehouse_to
group by z.company_id, l.warehouse_from, l.warehouse_to;
