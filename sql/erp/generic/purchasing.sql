-- What decisions about purchases are made of. Leave out a view that your ERP has no tables for; the others count.
create view dw_purchase_line as
select cast(s.company_id as varchar(80)) as org_id,
       cast(concat('PO:', p.id) as varchar(80)) as line_id,
       cast(p.number as varchar(80)) as document_no,
       cast(p.item_id as varchar(80)) as item_id,
       cast(p.site_id as varchar(80)) as site_id,
       cast(p.vendor_id as varchar(80)) as vendor_id,
       p.ordered_on as ordered_on,
       p.due_on as promised_on,
       cast((p.quantity - p.cancelled) * u.factor as decimal(19,6)) as quantity_ordered,
       cast(p.received * u.factor as decimal(19,6)) as quantity_received,
       (p.state = 'closed' or p.received >= p.quantity - p.cancelled) as closed,
       cast(p.price / u.factor as decimal(19,6)) as unit_price,
       cast(p.currency as char(3)) as currency,
       p.changed_at as changed_at
from your_purchase p
join your_site s on s.id = p.site_id
left join your_unit u on u.item_id = p.item_id and u.unit = p.unit
where p.state <> 'draft';

create view dw_vendor as
select cast(v.company_id as varchar(80)) as org_id,
       cast(v.id as varchar(80)) as vendor_id,
       cast(v.name as varchar(200)) as vendor_name,
       cast(v.minimum_value as decimal(19,6)) as minimum_order_value,
       cast(v.currency as char(3)) as currency,
       cast(v.order_days as varchar(7)) as order_days,
       cast(v.delivery_days as varchar(7)) as delivery_days
from your_vendor v;

-- Minimum and multiple are kept in the unit that is bought, the price is that of one such unit.
create view dw_supplier_terms as
select cast(i.company_id as varchar(80)) as org_id,
       cast(t.id as varchar(80)) as terms_id,
       cast(t.item_id as varchar(80)) as item_id,
       cast(t.vendor_id as varchar(80)) as vendor_id,
       cast(t.site_id as varchar(80)) as site_id,
       (t.vendor_id = i.vendor_id) as preferred,
       t.valid_from as valid_from,
       t.valid_to as valid_to,
       t.lead_time_days as lead_time_days,
       cast(t.minimum_order * u.factor as decimal(19,6)) as minimum_order,
       cast(t.order_multiple * u.factor as decimal(19,6)) as order_multiple,
       cast(t.unit as varchar(40)) as purchase_uom,
       cast(u.factor as decimal(19,6)) as purchase_factor,
       cast(t.price / u.factor as decimal(19,6)) as unit_price,
       cast(t.currency as char(3)) as currency
from your_vendor_item t
join your_item i on i.id = t.item_id
left join your_unit u on u.item_id = t.item_id and u.unit = t.unit;

create view dw_price_break as
select cast(i.company_id as varchar(80)) as org_id,
       cast(b.vendor_item_id as varchar(80)) as terms_id,
       cast(b.from_quantity * u.factor as decimal(19,6)) as from_quantity,
       cast(b.price / u.factor as decimal(19,6)) as unit_price
from your_vendor_price b
join your_vendor_item t on t.id = b.vendor_item_id
join your_item i on i.id = t.item_id
join your_unit u on u.item_id = t.item_id and u.unit = t.unit;

create view dw_closed_day as
select cast(c.company_id as varchar(80)) as org_id,
       c.closed_on as closed_on,
       cast(c.site_id as varchar(80)) as site_id,
       cast(c.vendor_id as varchar(80)) as vendor_id
from your_closed_day c;

create view dw_transfer_lane as
select cast(s.company_id as varchar(80)) as org_id,
       cast(l.from_site_id as varchar(80)) as from_site_id,
       cast(l.to_site_id as varchar(80)) as to_site_id,
       cast(l.item_id as varchar(80)) as item_id,
       l.lead_time_days as lead_time_days,
       cast(l.minimum_order as decimal(19,6)) as minimum_order,
       cast(l.order_multiple as decimal(19,6)) as order_multiple
from your_lane l
join your_site s on s.id = l.from_site_id;

-- What customers ordered and did not get. What your ERP reserves for each line of theirs is told here; where it reserves stock as a whole, null.
create view dw_open_demand as
select cast(o.company_id as varchar(80)) as org_id,
       cast(concat('SOL:', l.id) as varchar(80)) as demand_id,
       cast(o.number as varchar(80)) as document_no,
       cast(l.item_id as varchar(80)) as item_id,
       cast(o.site_id as varchar(80)) as site_id,
       l.wanted_on as due_date,
       cast((l.quantity - l.cancelled - l.delivered) * u.factor as decimal(19,6)) as quantity_open,
       cast(null as decimal(19,6)) as reserved,
       o.shipped_by_vendor as drop_ship
from your_order_line l
join your_order o on o.id = l.order_id
left join your_unit u on u.item_id = l.item_id and u.unit = l.unit
left join dw_setting_own_customer own on own.customer_id = o.customer_id
where o.state = 'confirmed' and o.kind <> 'return' and l.item_id is not null and not l.is_sample and own.customer_id is null
  and l.quantity - l.cancelled > l.delivered;

create view dw_lot as
select cast(s.company_id as varchar(80)) as org_id,
       cast(l.item_id as varchar(80)) as item_id,
       cast(l.site_id as varchar(80)) as site_id,
       cast(l.lot as varchar(80)) as lot_id,
       cast(l.quantity as decimal(19,6)) as quantity,
       l.expires_on as expires_on
from your_lot l
join your_site s on s.id = l.site_id;
