-- Items, sites and kits.

create view dw_item as
select cast(i.product_id as varchar(80)) as item_id,
       cast(i.company_id as varchar(80)) as org_id,
       cast(i.code as varchar(80)) as item_code,
       cast(i.name as varchar(200)) as item_name,
       cast((select min(g.name) from "product_template-product_category" k
             join product_category g on g.id = k.category
             where k.template = i.template_id) as varchar(80)) as category,
       cast(i.unit_id as varchar(40)) as uom_id,
       i.active as active,
       cast(v.vendor_id as varchar(80)) as vendor_id,
       v.lead_time_days as lead_time_days,
       cast(v.minimum_order as numeric(19,6)) as minimum_order,
       cast(null as numeric(19,6)) as order_multiple,
       cast(v.price as numeric(19,6)) as purchase_price,
       cast(m.code as char(3)) as currency,
       i.changed_at as changed_at,
       cast(null as integer) as shelf_life_days
from dw_tryton_item i
left join dw_tryton_vendor v on v.product_id = i.product_id and v.company_id = i.company_id
left join currency_currency m on m.id = v.currency_id;

create view dw_site as
select cast(w.id as varchar(80)) as site_id,
       cast(z.company_id as varchar(80)) as org_id,
       cast(w.name as varchar(200)) as site_name,
       z.time_zone as time_zone
from stock_location w
join dw_setting_site z on z.site_id = w.id;

create view dw_kit_component as
select cast(k.company_id as varchar(80)) as org_id,
       cast(k.kit_product_id as varchar(80)) as kit_item_id,
       cast(k.component_product_id as varchar(80)) as component_item_id,
       cast(k.quantity as numeric(19,6)) as quantity
from dw_tryton_kit_component k;
