-- What the module Purchase keeps: orders to vendors, and what came in on them. Goods sent straight to a customer are not received.

-- Moves of purchase order lines. Those of a kit's components are of no line, since the line speaks of the kit.
create or replace view dw_odoo_purchase_move as
select m.id as move_id,
       case when l.product_id = m.product_id then l.id end as purchase_line_id,
       o.partner_id as vendor_id,
       o.name as document_no
from stock_move m
join purchase_order_line l on l.id = m.purchase_line_id
join purchase_order o on o.id = l.order_id;

create or replace view dw_odoo_purchaser as
select distinct o.company_id, o.partner_id as vendor_id
from purchase_order o;

-- Measured lead times.
create or replace view dw_purchase_receipt as
select cast(concat('SM:', v.id) as varchar(80)) as receipt_id,
       cast(t.company_id as varchar(80)) as org_id,
       cast(v.product_id as varchar(80)) as item_id,
       cast(t.site_id as varchar(80)) as site_id,
       cast(o.partner_id as varchar(80)) as vendor_id,
       cast(coalesce(o.date_approve, o.date_order) at time zone 'UTC' at time zone t.time_zone as date) as ordered_on,
       cast(v.moved_at at time zone 'UTC' at time zone t.time_zone as date) as received_on,
       cast(v.quantity as numeric(19,6)) as quantity,
       cast('POL:' || p.purchase_line_id as varchar(80)) as purchase_line_id
from dw_odoo_move v
join stock_move m on m.id = v.id
join purchase_order_line l on l.id = m.purchase_line_id
join purchase_order o on o.id = l.order_id
join dw_odoo_place t on t.location_id = v.location_dest_id
left join dw_odoo_purchase_move p on p.move_id = v.id
where v.state = 'done' and v.from_usage = 'supplier' and v.quantity > 0;

-- Confirmed lines of goods for an own warehouse. Odoo keeps what was ordered when the rest of a delivery is given up: where a line
-- has a cancelled move from the vendor, what was ordered is what came and will come. Nothing is expected without such a move.
create view dw_purchase_line as
select cast(o.company_id as varchar(80)) as org_id,
       cast('POL:' || l.id as varchar(80)) as line_id,
       cast(o.name as varchar(80)) as document_no,
       cast(l.product_id as varchar(80)) as item_id,
       cast(k.warehouse_id as varchar(80)) as site_id,
       cast(o.partner_id as varchar(80)) as vendor_id,
       cast(coalesce(o.date_approve, o.date_order) at time zone 'UTC' at time zone z.time_zone as date) as ordered_on,
       cast(l.date_planned at time zone 'UTC' at time zone z.time_zone as date) as promised_on,
       cast(case when o.state = 'cancel' or m.given_up
                 then least(l.product_qty * u.size, l.qty_received * u.size + m.expected)
                 else l.product_qty * u.size end as numeric(19,6)) as quantity_ordered,
       cast(l.qty_received * u.size as numeric(19,6)) as quantity_received,
       (o.state = 'cancel' or m.expected = 0) as closed,
       cast(l.price_subtotal / nullif(l.product_qty * u.size, 0) as numeric(19,6)) as unit_price,
       cast(c.name as char(3)) as currency,
       greatest(l.write_date, o.write_date) as changed_at
from purchase_order_line l
join purchase_order o on o.id = l.order_id
join dw_odoo_product p on p.product_id = l.product_id and p.is_goods
join stock_picking_type k on k.id = o.picking_type_id and k.warehouse_id is not null
left join dw_setting_site z on z.site_id = k.warehouse_id
left join res_currency c on c.id = o.currency_id
left join uom_uom lu on lu.id = l.product_uom
cross join lateral (select case when lu.category_id = p.unit_category_id then p.unit_factor / lu.factor end as size) u
cross join lateral (
  select coalesce(sum(v.quantity) filter (where v.state not in ('draft', 'done', 'cancel')), 0) as expected,
         coalesce(bool_or(v.state = 'cancel'), false) as given_up
  from dw_odoo_purchase_move pm
  join dw_odoo_move v on v.id = pm.move_id
  where pm.purchase_line_id = l.id and v.from_usage = 'supplier'
) m
where o.state in ('purchase', 'done') or o.state = 'cancel' and o.date_approve is not null;
