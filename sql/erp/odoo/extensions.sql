-- What optional modules of Odoo bring, empty. Where a module's tables are there, a script of optional/ fills its view.

create view dw_odoo_kit as
select cast(null as integer) as company_id,
       cast(null as integer) as product_id,
       cast(null as integer) as bom_id,
       cast(null as numeric) as bom_quantity
where 1 = 0;

create view dw_kit_component as
select cast(null as varchar(80)) as org_id,
       cast(null as varchar(80)) as kit_item_id,
       cast(null as varchar(80)) as component_item_id,
       cast(null as numeric(19,6)) as quantity
where 1 = 0;

create view dw_odoo_linked_invoice_line as
select cast(null as integer) as invoice_line_id
where 1 = 0;

create view dw_odoo_drop_ship_route as
select cast(null as integer) as route_id
where 1 = 0;

create view dw_odoo_drop_ship_template as
select cast(null as integer) as template_id
where 1 = 0;

create view dw_odoo_rewarded_order as
select cast(null as integer) as order_id
where 1 = 0;

create view dw_odoo_price_extra as
select cast(null as integer) as product_id,
       cast(null as numeric) as extra
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

create view dw_odoo_purchase_move as
select cast(null as integer) as move_id,
       cast(null as integer) as purchase_line_id,
       cast(null as integer) as vendor_id,
       cast(null as varchar) as document_no
where 1 = 0;

create view dw_odoo_purchaser as
select cast(null as integer) as company_id,
       cast(null as integer) as vendor_id
where 1 = 0;

create view dw_odoo_shelf_life as
select cast(null as integer) as template_id,
       cast(null as integer) as days
where 1 = 0;

create view dw_odoo_lot as
select cast(null as integer) as lot_id,
       cast(null as varchar) as lot_name,
       cast(null as timestamp) as expires_at
where 1 = 0;

create view dw_calendar as
select cast(null as date) as event_date,
       cast(null as varchar(80)) as event_name,
       cast(null as varchar(20)) as kind,
       cast(null as varchar(80)) as site_id
where 1 = 0;
