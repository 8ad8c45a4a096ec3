-- Every line of sales orders, customer returns and sales invoices. Keys are texts, so source_key is 0 and line_id breaks ties. The
-- change stamp is that of the line itself, in UTC: the index that the README names is on the same expression.
create view dw_sales_line as
select cast('OI:' || d.order_id || ':' || d.order_item_seq_id as varchar(80)) as line_id,
       cast('OI' as varchar(8)) as source_kind,
       cast(0 as bigint) as source_key,
       cast(case when d.order_status in ('ORDER_CANCELLED', 'ORDER_REJECTED') or d.line_status in ('ITEM_CANCELLED', 'ITEM_REJECTED')
                   then 'CANCELLED'
                 when d.order_status in ('ORDER_CREATED', 'ORDER_PROCESSING') then 'DRAFT'
                 when d.customer in (select o.party from dw_setting_own_party o) then 'INTER_COMPANY'
                 when d.product_id is null then 'NO_ITEM'
                 when not p.is_good or d.line_type <> 'PRODUCT_ORDER_ITEM' then 'NOT_A_PRODUCT'
                 when d.quantity = 0 and d.ordered > 0 then 'CANCELLED'
                 when d.quantity = 0 then 'ZERO_QUANTITY'
                 when d.quantity < 0 then 'NEGATIVE_QUANTITY'
                 when d.unit_price < 0 then 'NEGATIVE_PRICE'
            end as varchar(40)) as excluded_because,
       cast(null as varchar(80)) as flags,
       cast(d.company as varchar(80)) as org_id,
       cast(d.order_id as varchar(80)) as document_no,
       cast('ORDER' as varchar(8)) as line_kind,
       cast(d.order_date at time zone coalesce(z.time_zone, e.time_zone) as date) as order_date,
       cast(d.wanted_at at time zone coalesce(z.time_zone, e.time_zone) as date) as demand_date,
       cast(d.product_id as varchar(80)) as item_id,
       cast(d.facility as varchar(80)) as site_id,
       cast(d.customer as varchar(80)) as customer_id,
       cast(n.channel as varchar(80)) as channel_id,
       cast(d.quantity as numeric(19,6)) as quantity,
       cast(p.uom as varchar(40)) as uom_id,
       cast(d.issued as numeric(19,6)) as quantity_delivered,
       cast(d.unit_price + d.discount / nullif(d.quantity, 0) as numeric(19,6)) as unit_price_net,
       cast(coalesce(d.list_price, d.unit_price) as numeric(19,6)) as unit_price_list,
       cast(d.quantity * d.unit_price + d.discount as numeric(19,6)) as net_amount,
       cast(d.currency as char(3)) as currency,
       d.is_gift or d.discount < 0 as on_promotion,
       d.drop_ship as drop_ship,
       coalesce(p.is_kit, false) as is_kit,
       cast(null as date) as original_date,
       cast(d.order_status || '/' || d.line_status as varchar(40)) as erp_status,
       d.last_updated_stamp at time zone 'UTC' as changed_at
from dw_ofbiz_order_line d
cross join dw_setting_default e
left join dw_ofbiz_product p on p.product_id = d.product_id
left join dw_setting_site z on z.facility = d.facility
left join dw_setting_channel n on n.sales_channel = d.sales_channel
union all
-- Returns of customers; those to suppliers are no sales. What has arrived counts, and what was accepted until it arrives.
select cast('RI:' || i.return_id || ':' || i.return_item_seq_id as varchar(80)),
       cast('RI' as varchar(8)),
       cast(0 as bigint),
       cast(case when h.status_id = 'RETURN_CANCELLED' or i.status_id = 'RETURN_CANCELLED' then 'CANCELLED'
                 when h.status_id = 'RETURN_REQUESTED' then 'DRAFT'
                 when h.from_party_id in (select o.party from dw_setting_own_party o) then 'INTER_COMPANY'
                 when i.product_id is null then 'NO_ITEM'
                 when not p.is_good then 'NOT_A_PRODUCT'
                 when coalesce(i.received_quantity, i.return_quantity) = 0 then 'ZERO_QUANTITY'
            end as varchar(40)),
       cast(null as varchar(80)),
       cast(h.to_party_id as varchar(80)),
       cast(i.return_id as varchar(80)),
       cast('RETURN' as varchar(8)),
       cast(h.entry_date at time zone coalesce(z.time_zone, e.time_zone) as date),
       cast(h.entry_date at time zone coalesce(z.time_zone, e.time_zone) as date),
       cast(i.product_id as varchar(80)),
       cast(coalesce(h.destination_facility_id, d.facility) as varchar(80)),
       cast(h.from_party_id as varchar(80)),
       cast(n.channel as varchar(80)),
       cast(-coalesce(i.received_quantity, i.return_quantity) as numeric(19,6)),
       cast(p.uom as varchar(40)),
       cast(-coalesce(i.received_quantity, 0) as numeric(19,6)),
       cast(i.return_price as numeric(19,6)),
       cast(null as numeric(19,6)),
       cast(-coalesce(i.received_quantity, i.return_quantity) * i.return_price as numeric(19,6)),
       cast(h.currency_uom_id as char(3)),
       false,
       false,
       coalesce(p.is_kit, false),
       case when d.wanted_at is not null
            then least(cast(d.wanted_at at time zone coalesce(y.time_zone, e.time_zone) as date),
                       cast(h.entry_date at time zone coalesce(z.time_zone, e.time_zone) as date)) end,
       cast(h.status_id || '/' || i.status_id as varchar(40)),
       i.last_updated_stamp at time zone 'UTC'
from return_item i
join return_header h on h.return_id = i.return_id and h.return_header_type_id = 'CUSTOMER_RETURN'
cross join dw_setting_default e
left join dw_ofbiz_product p on p.product_id = i.product_id
left join dw_ofbiz_order_line d on d.order_id = i.order_id and d.order_item_seq_id = i.order_item_seq_id
left join dw_setting_site y on y.facility = d.facility
left join dw_setting_site z on z.facility = coalesce(h.destination_facility_id, d.facility)
left join dw_setting_channel n on n.sales_channel = d.sales_channel
union all
-- Sales invoices; one of a customer's return repeats the return.
select cast('II:' || i.invoice_id || ':' || i.invoice_item_seq_id as varchar(80)),
       cast('II' as varchar(8)),
       cast(0 as bigint),
       cast(case when h.status_id = 'INVOICE_CANCELLED' then 'CANCELLED'
                 when h.status_id = 'INVOICE_VOIDED' then 'VOID'
                 when h.status_id = 'INVOICE_IN_PROCESS' then 'DRAFT'
                 when h.invoice_type_id = 'CUST_RTN_INVOICE' then 'LINKED_INVOICE'
                 when exists (select 1 from order_item_billing b
                              where b.invoice_id = i.invoice_id and b.invoice_item_seq_id = i.invoice_item_seq_id) then 'LINKED_INVOICE'
                 when h.party_id in (select o.party from dw_setting_own_party o) then 'INTER_COMPANY'
                 when i.product_id is null then 'NO_ITEM'
                 when i.invoice_item_type_id not in ('INV_PROD_ITEM', 'INV_FPROD_ITEM', 'INV_FDPROD_ITEM') then 'ADJUSTMENT'
                 when not p.is_good then 'NOT_A_PRODUCT'
                 when coalesce(i.quantity, 1) = 0 then 'ZERO_QUANTITY'
                 when i.quantity < 0 then 'NEGATIVE_QUANTITY'
                 when i.amount < 0 then 'NEGATIVE_PRICE'
            end as varchar(40)),
       cast(null as varchar(80)),
       cast(h.party_id_from as varchar(80)),
       cast(i.invoice_id as varchar(80)),
       cast('INVOICE' as varchar(8)),
       cast(h.invoice_date at time zone coalesce(z.time_zone, e.time_zone) as date),
       cast(h.invoice_date at time zone coalesce(z.time_zone, e.time_zone) as date),
       cast(i.product_id as varchar(80)),
       cast(coalesce(k.facility_id, c.facility) as varchar(80)),
       cast(h.party_id as varchar(80)),
       cast(null as varchar(80)),
       cast(coalesce(i.quantity, 1) as numeric(19,6)),
       cast(p.uom as varchar(40)),
       cast(null as numeric(19,6)),
       cast(i.amount as numeric(19,6)),
       cast(i.amount as numeric(19,6)),
       cast(coalesce(i.quantity, 1) * i.amount as numeric(19,6)),
       cast(h.currency_uom_id as char(3)),
       false,
       false,
       coalesce(p.is_kit, false),
       cast(null as date),
       cast(h.status_id as varchar(40)),
       i.last_updated_stamp at time zone 'UTC'
from invoice_item i
join invoice h on h.invoice_id = i.invoice_id and h.invoice_type_id in ('SALES_INVOICE', 'CUST_RTN_INVOICE')
cross join dw_setting_default e
left join dw_ofbiz_product p on p.product_id = i.product_id
left join inventory_item k on k.inventory_item_id = i.inventory_item_id
left join dw_setting_company c on c.company = h.party_id_from
left join dw_setting_site z on z.facility = coalesce(k.facility_id, c.facility);
