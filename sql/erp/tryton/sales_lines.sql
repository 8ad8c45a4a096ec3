-- Every line of a sale and every line of a customer's invoice, and what counts of them.

create view dw_sales_line as
select cast(concat('SL:', l.line_id) as varchar(80)) as line_id,
       cast('SL' as varchar(8)) as source_kind,
       cast(l.line_id as bigint) as source_key,
       cast(case when l.state = 'cancelled' then 'CANCELLED'
                 when l.state not in ('confirmed', 'processing', 'done') then 'DRAFT'
                 when l.line_type <> 'line' or l.product_id is null then 'NO_ITEM'
                 when not l.is_goods then 'NOT_A_PRODUCT'
                 when own.party_id is not null then 'INTER_COMPANY'
                 when r.is_sample then 'SAMPLE'
                 when l.ordered = 0 then 'ZERO_QUANTITY'
                 when l.has_opposite and not l.is_moved then 'VOID'
                 when l.quantity = 0 then 'CANCELLED'
                 when l.net_price < 0 then 'NEGATIVE_PRICE'
            end as varchar(40)) as excluded_because,
       cast(null as varchar(80)) as flags,
       cast(l.company_id as varchar(80)) as org_id,
       cast(coalesce(l.document_no, concat('sale.sale,', l.sale_id)) as varchar(80)) as document_no,
       cast(case when l.ordered < 0 then 'RETURN' else 'ORDER' end as varchar(8)) as line_kind,
       l.ordered_on as order_date,
       l.wanted_on as demand_date,
       cast(l.product_id as varchar(80)) as item_id,
       cast(l.site_id as varchar(80)) as site_id,
       cast(l.customer_id as varchar(80)) as customer_id,
       r.channel_id as channel_id,
       l.quantity as quantity,
       cast(l.unit_id as varchar(40)) as uom_id,
       l.delivered as quantity_delivered,
       cast(l.net_price as numeric(19,6)) as unit_price_net,
       cast(null as numeric(19,6)) as unit_price_list,
       cast(l.net_price * l.quantity as numeric(19,6)) as net_amount,
       cast(m.code as char(3)) as currency,
       exists (select 1 from dw_tryton_promoted_line p where p.line_id = l.line_id) as on_promotion,
       l.by_vendor as drop_ship,
       exists (select 1 from dw_tryton_kit_component k
               where k.kit_product_id = l.product_id and k.company_id = l.company_id) as is_kit,
       case when l.ordered < 0 and coalesce(o.shipping_date, o.sale_date) <= l.wanted_on
            then coalesce(o.shipping_date, o.sale_date)
       end as original_date,
       cast(l.state as varchar(40)) as erp_status,
       l.changed_at as changed_at
from dw_tryton_sale_line l
left join sale_sale o on o.id = l.origin_sale_id
left join dw_setting_sale r on r.sale_id = l.sale_id
left join dw_setting_own_party own on own.party_id = l.customer_id
left join currency_currency m on m.id = l.currency_id
union all
-- An invoice line whose origin is a line of a sale, or an invoice line of one, counts with the sale.
select cast(concat('AIL:', l.id) as varchar(80)),
       cast('AIL' as varchar(8)),
       cast(l.id as bigint),
       cast(case when l.origin like 'sale.line%' or credited.origin like 'sale.line%' then 'LINKED_INVOICE'
                 when i.state = 'cancelled' then 'CANCELLED'
                 when i.id is null or i.state not in ('posted', 'paid') then 'DRAFT'
                 when l.type <> 'line' or l.product is null then 'NO_ITEM'
                 when not p.is_goods then 'NOT_A_PRODUCT'
                 when own.party_id is not null then 'INTER_COMPANY'
                 when l.quantity = 0 then 'ZERO_QUANTITY'
                 when l.unit_price < 0 then 'NEGATIVE_PRICE'
            end as varchar(40)),
       cast(null as varchar(80)),
       cast(l.company as varchar(80)),
       cast(coalesce(i.number, concat('account.invoice,', coalesce(i.id, 0))) as varchar(80)),
       cast(case when l.quantity < 0 then 'RETURN' else 'INVOICE' end as varchar(8)),
       i.invoice_date,
       i.invoice_date,
       cast(l.product as varchar(80)),
       cast(c.site_id as varchar(80)),
       cast(coalesce(i.party, l.party) as varchar(80)),
       cast(null as varchar(80)),
       cast(cast(l.quantity as numeric) * unit.size as numeric(19,6)),
       cast(p.unit_id as varchar(40)),
       cast(null as numeric(19,6)),
       cast(l.unit_price / unit.size as numeric(19,6)),
       cast(null as numeric(19,6)),
       cast(l.unit_price * cast(l.quantity as numeric) as numeric(19,6)),
       cast(m.code as char(3)),
       false,
       false,
       exists (select 1 from dw_tryton_kit_component k where k.kit_product_id = l.product and k.company_id = l.company),
       case when l.quantity < 0 and original.invoice_date <= i.invoice_date then original.invoice_date end,
       cast(i.state as varchar(40)),
       a.changed_at
from dw_tryton_invoice_stamp a
join account_invoice_line l on l.id = a.line_id
left join account_invoice i on i.id = a.invoice_id
left join account_invoice_line credited
  on credited.id = case when l.origin like 'account.invoice.line,%' then cast(substr(l.origin, 22) as integer) end
left join account_invoice original on original.id = credited.invoice
left join dw_tryton_product p on p.product_id = l.product
left join dw_tryton_unit u on u.unit_id = coalesce(l.unit, p.unit_id)
left join dw_setting_company c on c.company_id = l.company
left join dw_setting_own_party own on own.party_id = coalesce(i.party, l.party)
left join currency_currency m on m.id = l.currency
cross join lateral (select case when u.category_id = p.unit_category_id then u.size / p.unit_size end as size) unit
where coalesce(i.type, l.invoice_type) = 'out';
