create view dw_item as
select cast(i.id as varchar(80)) as item_id,
       cast(i.company_id as varchar(80)) as org_id,
       cast(i.code as varchar(80)) as item_code,
       cast(i.name as varchar(200)) as item_name,
       cast(i.category as varchar(80)) as category,
       cast(i.base_unit as varchar(40)) as uom_id,
       i.active as active,
       cast(i.vendor_id as varchar(80)) as vendor_id,
       i.lead_time_days as lead_time_days,
       cast(i.minimum_order as decimal(19,6)) as minimum_order,
       cast(i.order_multiple as decimal(19,6)) as order_multiple,
       cast(i.purchase_price as decimal(19,6)) as purchase_price,
       cast(i.currency as char(3)) as currency,
       i.changed_at as changed_at,
       i.shelf_life_days as shelf_life_days
from your_item i;

create view dw_site as
select cast(s.id as varchar(80)) as site_id,
       cast(s.company_id as varchar(80)) as org_id,
       cast(s.name as varchar(200)) as site_name,
       z.time_zone as time_zone
from your_site s
left join dw_setting_site z on z.site_id = s.id;

create view dw_kit_component as
select cast(i.company_id as varchar(80)) as org_id,
       cast(k.kit_id as varchar(80)) as kit_item_id,
       cast(k.component_id as varchar(80)) as component_item_id,
       cast(k.quantity as decimal(19,6)) as quantity
from your_kit k
join your_item i on i.id = k.kit_id;

create view dw_price as
select cast(concat('PR:', p.id) as varchar(80)) as price_id,
       cast(i.company_id as varchar(80)) as org_id,
       cast(p.item_id as varchar(80)) as item_id,
       cast(p.site_id as varchar(80)) as site_id,
       p.valid_from as valid_from,
       p.valid_to as valid_to,
       cast(p.price as decimal(19,6)) as unit_price,
       cast(p.currency as char(3)) as currency
from your_price p
join your_item i on i.id = p.item_id;

-- What this ERP does not have is there all the same, empty and with the right types.
create view dw_promotion as
select cast(null as varchar(80)) as promotion_id,
       cast(null as varchar(80)) as org_id,
       cast(null as varchar(80)) as item_id,
       cast(null as varchar(80)) as site_id,
       cast(null as date) as from_date,
       cast(null as date) as to_date,
       cast(null as decimal(19,6)) as discount,
       cast(null as varchar(200)) as promotion_name
from your_item
where 1 = 0;

create view dw_calendar as
select cast(null as date) as event_date,
       cast(null as varchar(80)) as event_name,
       cast(null as varchar(20)) as kind,
       cast(null as varchar(80)) as site_id
from your_item
where 1 = 0;
