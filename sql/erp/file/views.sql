-- The canonical views over order lines that came as a CSV file, for H2 and PostgreSQL. What a file does not tell is an
-- empty view or a null column; what came with contract 3 is left out. What each column means stands in ../CONTRACT.md.

create view dw_sales_line as
select l.line_id as line_id,
       cast('FILE' as varchar(8)) as source_kind,
       l.row_no as source_key,
       l.excluded_because as excluded_because,
       l.flags as flags,
       l.org_id as org_id,
       l.document_no as document_no,
       l.line_kind as line_kind,
       l.order_date as order_date,
       coalesce(l.demand_date, l.order_date) as demand_date,
       l.item_id as item_id,
       l.site_id as site_id,
       l.customer_id as customer_id,
       l.channel_id as channel_id,
       l.quantity as quantity,
       l.uom_id as uom_id,
       cast(null as numeric(19,6)) as quantity_delivered,
       l.unit_price as unit_price_net,
       cast(null as numeric(19,6)) as unit_price_list,
       l.net_amount as net_amount,
       l.currency as currency,
       l.on_promotion as on_promotion,
       false as drop_ship,
       false as is_kit,
       cast(null as date) as original_date,
       l.erp_status as erp_status,
       l.changed_at as changed_at
from file_order_line l;

create view dw_item as
select i.item_id as item_id,
       i.org_id as org_id,
       i.item_id as item_code,
       i.item_name as item_name,
       i.category as category,
       i.uom_id as uom_id,
       true as active,
       cast(null as varchar(80)) as vendor_id,
       cast(null as integer) as lead_time_days,
       cast(null as numeric(19,6)) as minimum_order,
       cast(null as numeric(19,6)) as order_multiple,
       cast(null as numeric(19,6)) as purchase_price,
       cast(null as char(3)) as currency,
       i.changed_at as changed_at,
       cast(null as integer) as shelf_life_days
from file_item i;

create view dw_site as
select s.site_id as site_id,
       s.org_id as org_id,
       cast(s.site_id as varchar(200)) as site_name,
       cast(null as varchar(60)) as time_zone
from file_site s;

create view dw_stock_level as
select cast(null as varchar(80)) as org_id,
       cast(null as varchar(80)) as item_id,
       cast(null as varchar(80)) as site_id,
       cast(null as numeric(19,6)) as on_hand,
       cast(null as numeric(19,6)) as available,
       cast(null as numeric(19,6)) as reserved
where 1 = 0;

create view dw_stock_ledger as
select cast(null as bigint) as source_key,
       cast(null as varchar(80)) as org_id,
       cast(null as varchar(80)) as item_id,
       cast(null as varchar(80)) as site_id,
       cast(null as date) as posted_on,
       cast(null as varchar(20)) as movement_kind,
       cast(null as numeric(19,6)) as quantity,
       cast(null as numeric(19,6)) as balance_after
where 1 = 0;

create view dw_open_supply as
select cast(null as varchar(80)) as supply_id,
       cast(null as varchar(80)) as org_id,
       cast(null as varchar(80)) as item_id,
       cast(null as varchar(80)) as site_id,
       cast(null as numeric(19,6)) as quantity_open,
       cast(null as date) as due_date,
       cast(null as varchar(10)) as supply_kind,
       cast(null as varchar(80)) as vendor_id,
       cast(null as varchar(80)) as document_no,
       cast(null as varchar(80)) as purchase_line_id
where 1 = 0;

create view dw_purchase_receipt as
select cast(null as varchar(80)) as receipt_id,
       cast(null as varchar(80)) as org_id,
       cast(null as varchar(80)) as item_id,
       cast(null as varchar(80)) as site_id,
       cast(null as varchar(80)) as vendor_id,
       cast(null as date) as ordered_on,
       cast(null as date) as received_on,
       cast(null as numeric(19,6)) as quantity,
       cast(null as varchar(80)) as purchase_line_id
where 1 = 0;

create view dw_reorder_rule as
select cast(null as varchar(80)) as org_id,
       cast(null as varchar(80)) as item_id,
       cast(null as varchar(80)) as site_id,
       cast(null as numeric(19,6)) as minimum,
       cast(null as numeric(19,6)) as maximum
where 1 = 0;

create view dw_price as
select cast(null as varchar(80)) as price_id,
       cast(null as varchar(80)) as org_id,
       cast(null as varchar(80)) as item_id,
       cast(null as varchar(80)) as site_id,
       cast(null as date) as valid_from,
       cast(null as date) as valid_to,
       cast(null as numeric(19,6)) as unit_price,
       cast(null as char(3)) as currency
where 1 = 0;

create view dw_promotion as
select cast(null as varchar(80)) as promotion_id,
       cast(null as varchar(80)) as org_id,
       cast(null as varchar(80)) as item_id,
       cast(null as varchar(80)) as site_id,
       cast(null as date) as from_date,
       cast(null as date) as to_date,
       cast(null as numeric(19,6)) as discount,
       cast(null as varchar(200)) as promotion_name
where 1 = 0;

create view dw_calendar as
select cast(null as date) as event_date,
       cast(null as varchar(80)) as event_name,
       cast(null as varchar(20)) as kind,
       cast(null as varchar(80)) as site_id
where 1 = 0;

create view dw_kit_component as
select cast(null as varchar(80)) as org_id,
       cast(null as varchar(80)) as kit_item_id,
       cast(null as varchar(80)) as component_item_id,
       cast(null as numeric(19,6)) as quantity
where 1 = 0;

create view dw_adapter as
select cast('file' as varchar(40)) as erp,
       cast('1' as varchar(40)) as erp_version,
       cast('RELEASED' as varchar(10)) as adapter_status,
       3 as contract;
