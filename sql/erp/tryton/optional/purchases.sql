-- Suppliers and their terms, orders to them, what is on its way and what came in (module purchase).

-- The first supplier of a product, one of the product's own before its template's.
create or replace view dw_tryton_vendor as
select distinct on (i.company_id, i.product_id)
       i.company_id,
       i.product_id,
       s.party as vendor_id,
       cast(ceil(extract(epoch from s.lead_time) / 86400) as integer) as lead_time_days,
       nullif(x.quantity, 0) * u.size / i.unit_size as minimum_order,
       x.unit_price / (u.size / i.unit_size) as price,
       s.currency as currency_id
from purchase_product_supplier s
join dw_tryton_item i on i.template_id = s.template and i.company_id = s.company
  and (s.product is null or s.product = i.product_id)
join product_template t on t.id = i.template_id
left join dw_tryton_unit u on u.unit_id = coalesce(t.purchase_uom, i.unit_id) and u.category_id = i.unit_category_id
left join dw_tryton_supplier_price x on x.product_supplier_id = s.id and x.place = 1
where s.active
order by i.company_id, i.product_id, s.sequence, s.product, s.id;

create or replace view dw_open_supply as
select cast(concat('MV:', v.id) as varchar(80)) as supply_id,
       cast(v.company_id as varchar(80)) as org_id,
       cast(v.product_id as varchar(80)) as item_id,
       cast(d.site_id as varchar(80)) as site_id,
       v.quantity as quantity_open,
       coalesce(v.planned_date, l.delivery_date_store, p.purchase_date + coalesce(s.lead_time_days, 0)) as due_date,
       cast('PURCHASE' as varchar(10)) as supply_kind,
       cast(p.party as varchar(80)) as vendor_id,
       cast(p.number as varchar(80)) as document_no,
       cast(concat('PL:', l.id) as varchar(80)) as purchase_line_id
from dw_tryton_move v
join dw_tryton_place d on d.location_id = v.to_location
join purchase_line l on v.origin = concat('purchase.line,', l.id)
join purchase_purchase p on p.id = l.purchase
left join dw_tryton_vendor s on s.product_id = v.product_id and s.company_id = v.company_id
where v.state in ('draft', 'assigned') and v.from_type = 'supplier' and v.quantity > 0;

create or replace view dw_purchase_receipt as
select cast(concat('MV:', v.id) as varchar(80)) as receipt_id,
       cast(v.company_id as varchar(80)) as org_id,
       cast(v.product_id as varchar(80)) as item_id,
       cast(d.site_id as varchar(80)) as site_id,
       cast(p.party as varchar(80)) as vendor_id,
       p.purchase_date as ordered_on,
       v.effective_date as received_on,
       v.quantity as quantity,
       cast(concat('PL:', l.id) as varchar(80)) as purchase_line_id
from dw_tryton_move v
join dw_tryton_place d on d.location_id = v.to_location
join purchase_line l on v.origin = concat('purchase.line,', l.id)
join purchase_purchase p on p.id = l.purchase
where v.state = 'done' and v.from_type = 'supplier' and v.quantity > 0;

-- Lines of goods that were confirmed and come to an own warehouse. Where a move was cancelled and not made anew, what was ordered is
-- what came and will come. Nothing is expected of a purchase that is done, nor of a processed line without a move.
create view dw_purchase_line as
select cast(p.company as varchar(80)) as org_id,
       cast(concat('PL:', l.id) as varchar(80)) as line_id,
       cast(p.number as varchar(80)) as document_no,
       cast(l.product as varchar(80)) as item_id,
       cast(p.warehouse as varchar(80)) as site_id,
       cast(p.party as varchar(80)) as vendor_id,
       p.purchase_date as ordered_on,
       coalesce(l.delivery_date_store, p.purchase_date + s.lead_time_days) as promised_on,
       cast(case when m.given_up then least(cast(l.quantity as numeric) * u.size, m.received + m.expected)
                 else cast(l.quantity as numeric) * u.size end as numeric(19,6)) as quantity_ordered,
       cast(m.received as numeric(19,6)) as quantity_received,
       (p.state = 'done' or p.state = 'processing' and m.expected = 0) as closed,
       cast(l.unit_price / u.size as numeric(19,6)) as unit_price,
       cast(c.code as char(3)) as currency,
       greatest(l.create_date, l.write_date, p.create_date, p.write_date) as changed_at
from purchase_line l
join purchase_purchase p on p.id = l.purchase
join dw_tryton_product i on i.product_id = l.product and i.is_goods
left join dw_tryton_vendor s on s.product_id = l.product and s.company_id = p.company and s.vendor_id = p.party
left join currency_currency c on c.id = p.currency
left join dw_tryton_unit lu on lu.unit_id = l.unit
cross join lateral (select case when lu.category_id = i.unit_category_id then lu.size / i.unit_size end as size) u
cross join lateral (
  select coalesce(sum(v.quantity) filter (where v.state = 'done' and d.site_id is not null), 0) as received,
         coalesce(sum(v.quantity) filter (where v.state in ('draft', 'assigned')), 0) as expected,
         coalesce(bool_or(v.state = 'cancelled'), false) as given_up,
         coalesce(bool_or(v.to_type = 'drop'), false) as dropped
  from dw_tryton_move v
  left join dw_tryton_place d on d.location_id = v.to_location
  where v.origin = concat('purchase.line,', l.id) and v.from_type = 'supplier'
) m
where p.state in ('confirmed', 'processing', 'done') and l.type = 'line' and l.quantity > 0 and not m.dropped;

-- Tryton knows no minimum of an order's value and no weekdays.
create view dw_vendor as
select cast(b.company as varchar(80)) as org_id,
       cast(b.party as varchar(80)) as vendor_id,
       cast(q.name as varchar(200)) as vendor_name,
       cast(null as numeric(19,6)) as minimum_order_value,
       cast(null as char(3)) as currency,
       cast(null as varchar(7)) as order_days,
       cast(null as varchar(7)) as delivery_days
from (
  select s.company, s.party from purchase_product_supplier s
  union
  select p.company, p.party from purchase_purchase p
) b
join party_party q on q.id = b.party;

-- A supplier's price of the lowest quantity, which is the minimum; further ones that cost less are breaks. What is said of a template
-- holds for each of its variants.
create view dw_tryton_terms as
select concat('PS:', s.id, ':', i.product_id) as terms, i.company_id, i.product_id, s.id as product_supplier_id, s.party, s.currency,
       cast(ceil(extract(epoch from s.lead_time) / 86400) as integer) as lead_time_days,
       u.unit_id, u.size / i.unit_size as size, x.quantity, x.unit_price
from purchase_product_supplier s
join dw_tryton_item i on i.template_id = s.template and i.company_id = s.company
  and (s.product is null or s.product = i.product_id)
join product_template t on t.id = i.template_id
left join dw_tryton_unit u on u.unit_id = coalesce(t.purchase_uom, i.unit_id) and u.category_id = i.unit_category_id
left join dw_tryton_supplier_price x on x.product_supplier_id = s.id and x.place = 1
where s.active;

create view dw_supplier_terms as
select cast(t.company_id as varchar(80)) as org_id,
       cast(t.terms as varchar(80)) as terms_id,
       cast(t.product_id as varchar(80)) as item_id,
       cast(t.party as varchar(80)) as vendor_id,
       cast(null as varchar(80)) as site_id,
       (t.party = v.vendor_id) as preferred,
       cast(null as date) as valid_from,
       cast(null as date) as valid_to,
       t.lead_time_days as lead_time_days,
       cast(nullif(t.quantity, 0) * t.size as numeric(19,6)) as minimum_order,
       cast(null as numeric(19,6)) as order_multiple,
       cast(t.unit_id as varchar(40)) as purchase_uom,
       cast(t.size as numeric(19,6)) as purchase_factor,
       cast(t.unit_price / t.size as numeric(19,6)) as unit_price,
       cast(c.code as char(3)) as currency
from dw_tryton_terms t
left join dw_tryton_vendor v on v.product_id = t.product_id and v.company_id = t.company_id
left join currency_currency c on c.id = t.currency;

create view dw_price_break as
select cast(t.company_id as varchar(80)) as org_id,
       cast(t.terms as varchar(80)) as terms_id,
       cast(x.quantity * t.size as numeric(19,6)) as from_quantity,
       cast(min(x.unit_price) / t.size as numeric(19,6)) as unit_price
from dw_tryton_terms t
join dw_tryton_supplier_price x on x.product_supplier_id = t.product_supplier_id
where x.quantity > t.quantity and x.unit_price < t.unit_price
group by t.company_id, t.terms, x.quantity, t.size;
