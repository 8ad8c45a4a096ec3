-- Order lines in base units and business days, before it is said what counts.

-- Its moves tell what went or will go to the customer, whether some of it was given up, was sent by the vendor or came back.
create view dw_odoo_order_line as
select l.id as line_id,
       s.changed_at,
       o.id as order_id,
       o.name as document_no,
       o.state,
       l.company_id,
       s.site_id,
       day.time_zone,
       cast(o.date_order at time zone 'UTC' at time zone day.time_zone as date) as ordered_on,
       cast(coalesce(o.commitment_date, o.date_order) at time zone 'UTC' at time zone day.time_zone as date) as wanted_on,
       coalesce(b.commercial_partner_id, o.partner_id) as customer_id,
       o.pricelist_id,
       l.display_type,
       l.product_id,
       p.template_id,
       p.is_goods,
       p.unit_id,
       cast(l.product_uom_qty * unit.size as numeric(19,6)) as ordered,
       cast(case when l.product_uom_qty > 0 and move.given_up
                 then least(l.product_uom_qty * unit.size, coalesce(move.kept, 0))
                 else l.product_uom_qty * unit.size
            end as numeric(19,6)) as quantity,
       cast(l.qty_delivered * unit.size as numeric(19,6)) as delivered,
       l.price_subtotal / nullif(l.product_uom_qty * unit.size, 0) as net_price,
       l.price_unit / unit.size as entered_price,
       l.discount,
       coalesce(l.currency_id, o.currency_id) as currency_id,
       l.route_id,
       coalesce(move.by_vendor, false) as by_vendor,
       coalesce(move.brought_back, false) as brought_back,
       coalesce(l.qty_delivered, 0) = 0 and twin.opposite > twin.earlier as is_void,
       o.commitment_date is not null as is_promised
from dw_odoo_order_stamp s
join sale_order_line l on l.id = s.line_id
join sale_order o on o.id = s.order_id
left join dw_odoo_product p on p.product_id = l.product_id
left join uom_uom u on u.id = l.product_uom
left join res_partner b on b.id = o.partner_id
left join dw_setting_company c on c.company_id = l.company_id
left join dw_setting_site w on w.site_id = s.site_id
cross join lateral (select coalesce(w.time_zone, c.time_zone) as time_zone) day
cross join lateral (select case when u.category_id = p.unit_category_id then p.unit_factor / u.factor end as size) unit
-- Lines of the same order that take this one back, and those before it that they take back first.
cross join lateral (
  select count(*) filter (where n.product_uom_qty = -l.product_uom_qty) as opposite,
         count(*) filter (where n.product_uom_qty = l.product_uom_qty and n.id < l.id) as earlier
  from sale_order_line n
  where n.order_id = l.order_id and n.product_id = l.product_id and n.product_uom = l.product_uom
    and coalesce(n.qty_delivered, 0) = 0
) twin
left join lateral (
  select sum(m.quantity / q.factor * p.unit_factor)
           filter (where m.state <> 'cancel' and t.usage = 'customer' and m.product_id = l.product_id) as kept,
         bool_or(m.state = 'cancel' and t.usage = 'customer' and m.product_id = l.product_id) as given_up,
         bool_or(f.usage = 'supplier' and t.usage = 'customer') as by_vendor,
         bool_or(m.state = 'done' and f.usage = 'customer') as brought_back
  from dw_odoo_stored_move m
  join stock_location f on f.id = m.location_id
  join stock_location t on t.id = m.location_dest_id
  join uom_uom q on q.id = m.unit_id
  where m.sale_line_id = l.id
) move on true;
