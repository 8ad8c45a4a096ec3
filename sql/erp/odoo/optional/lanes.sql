-- Warehouses that are resupplied by others. How long that takes is scattered over rules of routes, and not told.
create view dw_transfer_lane as
select cast(f.company_id as varchar(80)) as org_id,
       cast(r.supplier_wh_id as varchar(80)) as from_site_id,
       cast(r.supplied_wh_id as varchar(80)) as to_site_id,
       cast(null as varchar(80)) as item_id,
       cast(null as integer) as lead_time_days,
       cast(null as numeric(19,6)) as minimum_order,
       cast(null as numeric(19,6)) as order_multiple
from stock_wh_resupply_table r
join stock_warehouse f on f.id = r.supplier_wh_id
join stock_warehouse t on t.id = r.supplied_wh_id and t.company_id = f.company_id;
