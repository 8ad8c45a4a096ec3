-- Order points of warehouses (module stock_supply). Those that move goods inside a warehouse are not meant.
create or replace view dw_reorder_rule as
select cast(o.company as varchar(80)) as org_id,
       cast(o.product as varchar(80)) as item_id,
       cast(o.warehouse_location as varchar(80)) as site_id,
       cast(sum(greatest(cast(o.min_quantity as numeric), 0)) as numeric(19,6)) as minimum,
       cast(sum(greatest(cast(o.target_quantity as numeric), cast(o.min_quantity as numeric), 0)) as numeric(19,6)) as maximum
from stock_order_point o
where o.warehouse_location is not null
group by o.company, o.product, o.warehouse_location;
