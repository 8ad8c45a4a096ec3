-- What optional modules of Tryton bring, empty. Where a module's tables are there, a script of optional/ fills its view.

create view dw_tryton_kit_component as
select cast(null as integer) as company_id,
       cast(null as integer) as kit_product_id,
       cast(null as integer) as component_product_id,
       cast(null as numeric) as quantity
where 1 = 0;

create view dw_tryton_ignored_move as
select cast(null as integer) as line_id,
       cast(null as integer) as move_id
where 1 = 0;

create view dw_tryton_promoted_line as
select cast(null as integer) as line_id
where 1 = 0;

create view dw_tryton_supplier_price as
select cast(null as integer) as product_supplier_id,
       cast(null as numeric) as quantity,
       cast(null as numeric) as unit_price,
       cast(null as integer) as place
where 1 = 0;

create view dw_tryton_vendor as
select cast(null as integer) as company_id,
       cast(null as integer) as product_id,
       cast(null as integer) as vendor_id,
       cast(null as integer) as lead_time_days,
       cast(null as numeric) as minimum_order,
       cast(null as numeric) as price,
       cast(null as integer) as currency_id
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
