-- Every line of an order, every stock move back from a customer, every line of a customer's invoice, and what counts of them.

create view dw_sales_line as
select cast(concat('SOL:', l.line_id) as varchar(80)) as line_id,
       cast('SOL' as varchar(8)) as source_kind,
       cast(l.line_id as bigint) as source_key,
       cast(case when l.state = 'cancel' then 'CANCELLED'
                 when l.state not in ('sale', 'done') then 'DRAFT'
                 when l.display_type is not null or l.product_id is null then 'NO_ITEM'
                 when not l.is_goods then 'NOT_A_PRODUCT'
                 when own.partner_id is not null then 'INTER_COMPANY'
                 when r.is_sample then 'SAMPLE'
                 when l.ordered = 0 then 'ZERO_QUANTITY'
                 when l.is_void then 'VOID'
                 when l.quantity = 0 then 'CANCELLED'
                 when l.ordered < 0 and l.brought_back then 'LINKED_RETURN'
                 when l.net_price < 0 then 'NEGATIVE_PRICE'
            end as varchar(40)) as excluded_because,
       cast(null as varchar(80)) as flags,
       cast(l.company_id as varchar(80)) as org_id,
       cast(l.document_no as varchar(80)) as document_no,
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
       cast(case when l.discount < 100 then l.net_price / (1 - l.discount / 100) else l.entered_price end as numeric(19,6))
         as unit_price_list,
       cast(l.net_price * l.quantity as numeric(19,6)) as net_amount,
       cast(m.name as char(3)) as currency,
       exists (select 1 from dw_odoo_rewarded_order a where a.order_id = l.order_id)
         or exists (select 1 from dw_odoo_promotion a
                    where a.pricelist_id = l.pricelist_id and a.product_id = l.product_id and a.company_id = l.company_id
                      and l.ordered_on between a.from_date and a.to_date) as on_promotion,
       l.by_vendor
         or exists (select 1 from dw_odoo_drop_ship_route d where d.route_id = l.route_id)
         or l.route_id is null
            and exists (select 1 from dw_odoo_drop_ship_template d where d.template_id = l.template_id) as drop_ship,
       exists (select 1 from dw_odoo_kit k where k.product_id = l.product_id and k.company_id = l.company_id) as is_kit,
       cast(null as date) as original_date,
       cast(l.state as varchar(40)) as erp_status,
       l.changed_at as changed_at
from dw_odoo_order_line l
left join dw_setting_order r on r.order_id = l.order_id
left join dw_setting_own_partner own on own.partner_id = l.customer_id
left join res_currency m on m.id = l.currency_id
union all
-- Goods that came back. Without an order line they belong to a sale that no order tells of: its invoice counts, and so does
-- its credit note, not the move.
select cast(concat('SM:', v.id) as varchar(80)),
       cast('SM' as varchar(8)),
       cast(v.id as bigint),
       cast(case when v.state = 'cancel' then 'CANCELLED'
                 when v.state <> 'done' then 'DRAFT'
                 when not v.is_goods then 'NOT_A_PRODUCT'
                 when l.line_id is null then 'NO_ORDER'
                 when l.state = 'cancel' then 'CANCELLED'
                 when l.state not in ('sale', 'done') then 'DRAFT'
                 when own.partner_id is not null then 'INTER_COMPANY'
                 when r.is_sample then 'SAMPLE'
                 when v.quantity = 0 then 'ZERO_QUANTITY'
            end as varchar(40)),
       cast(null as varchar(80)),
       cast(v.company_id as varchar(80)),
       cast(coalesce(k.name, l.document_no, concat('SM:', v.id)) as varchar(80)),
       cast('RETURN' as varchar(8)),
       day.returned_on,
       day.returned_on,
       cast(v.product_id as varchar(80)),
       cast(coalesce(l.site_id, w.site_id) as varchar(80)),
       cast(coalesce(l.customer_id, b.commercial_partner_id, k.partner_id) as varchar(80)),
       r.channel_id,
       cast(-v.quantity as numeric(19,6)),
       cast(v.unit_id as varchar(40)),
       cast(case when v.state = 'done' then -v.quantity else 0 end as numeric(19,6)),
       cast(price.net as numeric(19,6)),
       cast(null as numeric(19,6)),
       cast(-price.net * v.quantity as numeric(19,6)),
       cast(m.name as char(3)),
       false,
       v.to_usage = 'supplier',
       false,
       case when l.ordered > 0 and l.wanted_on <= day.returned_on then l.wanted_on end,
       cast(v.state as varchar(40)),
       v.write_date
from dw_odoo_move v
left join stock_picking k on k.id = v.picking_id
left join res_partner b on b.id = k.partner_id
-- "offset 0" keeps PostgreSQL from working out every order line before it joins the few that came back.
left join lateral (select x.* from dw_odoo_order_line x where x.line_id = v.sale_line_id offset 0) l on true
left join dw_odoo_place w on w.location_id = v.location_dest_id
left join dw_setting_company c on c.company_id = v.company_id
left join dw_setting_order r on r.order_id = l.order_id
left join dw_setting_own_partner own on own.partner_id = coalesce(l.customer_id, b.commercial_partner_id)
left join res_currency m on m.id = l.currency_id
cross join lateral (
  select cast(v.moved_at at time zone 'UTC' at time zone coalesce(l.time_zone, w.time_zone, c.time_zone) as date) as returned_on
) day
cross join lateral (select case when l.product_id = v.product_id then l.net_price end as net) price
where v.from_usage = 'customer' and v.to_usage <> 'customer'
union all
select cast(concat('AML:', l.id) as varchar(80)),
       cast('AML' as varchar(8)),
       cast(l.id as bigint),
       cast(case when exists (select 1 from dw_odoo_linked_invoice_line a where a.invoice_line_id = l.id) then 'LINKED_INVOICE'
                 when i.state = 'cancel' then 'CANCELLED'
                 when i.state <> 'posted' then 'DRAFT'
                 when l.product_id is null then 'NO_ITEM'
                 when not p.is_goods then 'NOT_A_PRODUCT'
                 when own.partner_id is not null then 'INTER_COMPANY'
                 when l.quantity = 0 then 'ZERO_QUANTITY'
                 when l.price_subtotal * l.quantity < 0 then 'NEGATIVE_PRICE'
            end as varchar(40)),
       cast(null as varchar(80)),
       cast(i.company_id as varchar(80)),
       cast(coalesce(nullif(i.name, '/'), concat('AM:', i.id)) as varchar(80)),
       cast(case when unit.quantity < 0 then 'RETURN' else 'INVOICE' end as varchar(8)),
       coalesce(i.invoice_date, i.date),
       coalesce(i.invoice_date, i.date),
       cast(l.product_id as varchar(80)),
       cast(c.site_id as varchar(80)),
       cast(coalesce(b.commercial_partner_id, i.partner_id) as varchar(80)),
       cast(null as varchar(80)),
       cast(unit.quantity as numeric(19,6)),
       cast(p.unit_id as varchar(40)),
       cast(null as numeric(19,6)),
       cast(price.net as numeric(19,6)),
       cast(case when l.discount < 100 then price.net / (1 - l.discount / 100) else abs(l.price_unit) / unit.size end
            as numeric(19,6)),
       cast(price.net * unit.quantity as numeric(19,6)),
       cast(m.name as char(3)),
       false,
       false,
       exists (select 1 from dw_odoo_kit k where k.product_id = l.product_id and k.company_id = i.company_id),
       case when unit.quantity < 0 and original.invoice_date <= coalesce(i.invoice_date, i.date) then original.invoice_date end,
       cast(i.state as varchar(40)),
       l.changed_at
from dw_odoo_invoice_line l
join account_move i on i.id = l.move_id and i.move_type in ('out_invoice', 'out_refund', 'out_receipt')
left join account_move original on original.id = i.reversed_entry_id
left join dw_odoo_product p on p.product_id = l.product_id
left join uom_uom u on u.id = coalesce(l.product_uom_id, p.unit_id)
left join res_partner b on b.id = i.partner_id
left join dw_setting_company c on c.company_id = i.company_id
left join dw_setting_own_partner own on own.partner_id = coalesce(b.commercial_partner_id, i.partner_id)
left join res_currency m on m.id = l.currency_id
cross join lateral (select case when u.category_id = p.unit_category_id then p.unit_factor / u.factor end as size) base
cross join lateral (
  select base.size, case when i.move_type = 'out_refund' then -l.quantity else l.quantity end * base.size as quantity
) unit
cross join lateral (select abs(l.price_subtotal) / nullif(abs(l.quantity) * unit.size, 0) as net) price;
