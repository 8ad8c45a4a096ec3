-- Every line of orders, deliveries, invoices and quotations. changed_at is the document's own stamp, which moves with its lines and with
-- its status; it is written in the time zone of the site. docstatus: 0 draft, 1 submitted, 2 cancelled. Keys are texts, so source_key is 0.
create view dw_sales_line as
-- A closed order will not be delivered further: what was delivered is what was wanted of it.
select cast(concat('SOI:', i.name) as varchar(80)) as line_id,
       cast('SOI' as varchar(8)) as source_kind,
       cast(0 as signed) as source_key,
       cast(case when d.docstatus = 2 then 'CANCELLED'
                 when d.docstatus = 0 then 'DRAFT'
                 when own.customer is not null then 'INTER_COMPANY'
                 when t.name is null then 'NO_ITEM'
                 when t.is_stock_item = 0 and b.new_item_code is null then 'NOT_A_PRODUCT'
                 when d.status = 'Closed' and i.delivered_qty = 0 then 'CANCELLED'
                 when i.stock_qty = 0 then 'ZERO_QUANTITY'
                 when i.stock_qty < 0 then 'NEGATIVE_QUANTITY'
                 when i.net_rate < 0 then 'NEGATIVE_PRICE'
            end as varchar(40)) as excluded_because,
       cast(null as varchar(80)) as flags,
       cast(d.company as varchar(80)) as org_id,
       cast(d.name as varchar(80)) as document_no,
       cast('ORDER' as varchar(8)) as line_kind,
       d.transaction_date as order_date,
       coalesce(i.delivery_date, d.delivery_date, d.transaction_date) as demand_date,
       cast(i.item_code as varchar(80)) as item_id,
       cast(coalesce(nullif(i.warehouse, ''), nullif(d.set_warehouse, '')) as varchar(80)) as site_id,
       cast(d.customer as varchar(80)) as customer_id,
       cast(null as varchar(80)) as channel_id,
       cast(case when d.status = 'Closed' then i.delivered_qty * i.conversion_factor else i.stock_qty end as decimal(19,6)) as quantity,
       cast(i.stock_uom as varchar(40)) as uom_id,
       cast(i.delivered_qty * i.conversion_factor as decimal(19,6)) as quantity_delivered,
       cast(i.net_rate / nullif(i.conversion_factor, 0) as decimal(19,6)) as unit_price_net,
       cast(i.price_list_rate / nullif(i.conversion_factor, 0) as decimal(19,6)) as unit_price_list,
       cast(case when d.status = 'Closed' then i.delivered_qty * i.net_rate else i.net_amount end as decimal(19,6)) as net_amount,
       cast(d.currency as char(3)) as currency,
       (i.is_free_item = 1 or i.discount_percentage > 0 or coalesce(i.pricing_rules, '') not in ('', '[]')) as on_promotion,
       (coalesce(i.delivered_by_supplier, 0) = 1) as drop_ship,
       (b.new_item_code is not null) as is_kit,
       cast(null as date) as original_date,
       cast(d.status as varchar(40)) as erp_status,
       d.modified as changed_at
from `tabSales Order` d
join `tabSales Order Item` i on i.parent = d.name
left join `tabItem` t on t.name = i.item_code
left join `tabProduct Bundle` b on b.new_item_code = i.item_code and b.docstatus < 2
left join dw_setting_own_customer own on own.customer = d.customer
union all
-- Deliveries: those without an order count, and those that bring goods back (their quantities are negative already).
select cast(concat('DNI:', i.name) as varchar(80)),
       cast('DNI' as varchar(8)),
       cast(0 as signed),
       cast(case when d.docstatus = 2 then 'CANCELLED'
                 when d.docstatus = 0 then 'DRAFT'
                 when own.customer is not null then 'INTER_COMPANY'
                 when d.is_return = 0 and (coalesce(i.against_sales_order, '') <> '' or coalesce(i.against_sales_invoice, '') <> '')
                   then 'LINKED_DELIVERY'
                 when t.name is null then 'NO_ITEM'
                 when t.is_stock_item = 0 and b.new_item_code is null then 'NOT_A_PRODUCT'
                 when i.stock_qty = 0 then 'ZERO_QUANTITY'
                 when d.is_return = 0 and i.stock_qty < 0 then 'NEGATIVE_QUANTITY'
                 when d.is_return = 0 and i.net_rate < 0 then 'NEGATIVE_PRICE'
            end as varchar(40)),
       cast(null as varchar(80)),
       cast(d.company as varchar(80)),
       cast(d.name as varchar(80)),
       cast(case when d.is_return = 1 then 'RETURN' else 'ORDER' end as varchar(8)),
       d.posting_date,
       d.posting_date,
       cast(i.item_code as varchar(80)),
       cast(nullif(i.warehouse, '') as varchar(80)),
       cast(d.customer as varchar(80)),
       cast(null as varchar(80)),
       cast(case when d.is_return = 1 then -abs(i.stock_qty) else i.stock_qty end as decimal(19,6)),
       cast(i.stock_uom as varchar(40)),
       cast(case when d.is_return = 1 then -abs(i.stock_qty) else i.stock_qty end as decimal(19,6)),
       cast(abs(i.net_rate) / nullif(i.conversion_factor, 0) as decimal(19,6)),
       cast(abs(i.price_list_rate) / nullif(i.conversion_factor, 0) as decimal(19,6)),
       cast(i.net_amount as decimal(19,6)),
       cast(d.currency as char(3)),
       (coalesce(i.pricing_rules, '') not in ('', '[]')),
       false,
       (b.new_item_code is not null),
       -- the day of the order behind the delivery that comes back, without one that of the delivery
       case when d.is_return = 1
            then least(d.posting_date,
                       coalesce((select coalesce(oi.delivery_date, o.delivery_date, o.transaction_date)
                                 from `tabSales Order Item` oi join `tabSales Order` o on o.name = oi.parent where oi.name = i.so_detail),
                                (select r.posting_date from `tabDelivery Note` r where r.name = d.return_against))) end,
       cast(d.status as varchar(40)),
       d.modified
from `tabDelivery Note` d
join `tabDelivery Note Item` i on i.parent = d.name
left join `tabItem` t on t.name = i.item_code
left join `tabProduct Bundle` b on b.new_item_code = i.item_code and b.docstatus < 2
left join dw_setting_own_customer own on own.customer = d.customer
union all
-- Invoices: those that neither an order nor a delivery stands behind. A credit note takes goods back when it updates the stock.
select cast(concat('SII:', i.name) as varchar(80)),
       cast('SII' as varchar(8)),
       cast(0 as signed),
       cast(case when d.docstatus = 2 then 'CANCELLED'
                 when d.docstatus = 0 then 'DRAFT'
                 when own.customer is not null then 'INTER_COMPANY'
                 when coalesce(i.delivery_note, '') <> '' or d.is_return = 0 and coalesce(i.sales_order, '') <> '' then 'LINKED_INVOICE'
                 when d.is_return = 1 and d.update_stock = 0 or coalesce(d.is_debit_note, 0) = 1 or d.is_opening = 'Yes' then 'ADJUSTMENT'
                 when t.name is null then 'NO_ITEM'
                 when t.is_stock_item = 0 and b.new_item_code is null then 'NOT_A_PRODUCT'
                 when i.stock_qty = 0 then 'ZERO_QUANTITY'
                 when d.is_return = 0 and i.stock_qty < 0 then 'NEGATIVE_QUANTITY'
                 when d.is_return = 0 and i.net_rate < 0 then 'NEGATIVE_PRICE'
            end as varchar(40)),
       cast(null as varchar(80)),
       cast(d.company as varchar(80)),
       cast(d.name as varchar(80)),
       cast(case when d.is_return = 1 then 'RETURN' else 'INVOICE' end as varchar(8)),
       d.posting_date,
       d.posting_date,
       cast(i.item_code as varchar(80)),
       cast(coalesce(nullif(i.warehouse, ''), nullif(d.set_warehouse, '')) as varchar(80)),
       cast(d.customer as varchar(80)),
       cast(null as varchar(80)),
       cast(case when d.is_return = 1 then -abs(i.stock_qty) else i.stock_qty end as decimal(19,6)),
       cast(i.stock_uom as varchar(40)),
       cast(null as decimal(19,6)),
       cast(abs(i.net_rate) / nullif(i.conversion_factor, 0) as decimal(19,6)),
       cast(abs(i.price_list_rate) / nullif(i.conversion_factor, 0) as decimal(19,6)),
       cast(i.net_amount as decimal(19,6)),
       cast(d.currency as char(3)),
       (i.is_free_item = 1 or i.discount_percentage > 0 or coalesce(i.pricing_rules, '') not in ('', '[]')),
       (coalesce(i.delivered_by_supplier, 0) = 1),
       (b.new_item_code is not null),
       case when d.is_return = 1
            then least(d.posting_date,
                       coalesce((select coalesce(oi.delivery_date, o.delivery_date, o.transaction_date)
                                 from `tabSales Order Item` oi join `tabSales Order` o on o.name = oi.parent where oi.name = i.so_detail),
                                (select r.posting_date from `tabSales Invoice` r where r.name = d.return_against))) end,
       cast(d.status as varchar(40)),
       d.modified
from `tabSales Invoice` d
join `tabSales Invoice Item` i on i.parent = d.name
left join `tabItem` t on t.name = i.item_code
left join `tabProduct Bundle` b on b.new_item_code = i.item_code and b.docstatus < 2
left join dw_setting_own_customer own on own.customer = d.customer
union all
select cast(concat('QI:', i.name) as varchar(80)),
       cast('QI' as varchar(8)),
       cast(0 as signed),
       cast('DRAFT' as varchar(40)),
       cast(null as varchar(80)),
       cast(d.company as varchar(80)),
       cast(d.name as varchar(80)),
       cast('ORDER' as varchar(8)),
       d.transaction_date,
       d.transaction_date,
       cast(i.item_code as varchar(80)),
       cast(nullif(i.warehouse, '') as varchar(80)),
       cast(d.party_name as varchar(80)),
       cast(null as varchar(80)),
       cast(i.stock_qty as decimal(19,6)),
       cast(i.stock_uom as varchar(40)),
       cast(null as decimal(19,6)),
       cast(i.net_rate / nullif(i.conversion_factor, 0) as decimal(19,6)),
       cast(i.price_list_rate / nullif(i.conversion_factor, 0) as decimal(19,6)),
       cast(i.net_amount as decimal(19,6)),
       cast(d.currency as char(3)),
       false,
       false,
       false,
       cast(null as date),
       cast(d.status as varchar(40)),
       d.modified
from `tabQuotation` d
join `tabQuotation Item` i on i.parent = d.name;
