-- Suppliers, what is on its way and what came in (module purchase).

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
left join dw_tryton_supplier_price x on x.product_supplier_id = s.id
where s.active
order by i.company_id, i.product_id, s.sequence, s.product, s.id;

create or replace view dw_open_supply as
select cast(concat('MV:', v.id) as varchar(80)) as supply_id,
       cast(v.company_id as varchar(80)) as org_id,
       cast(v.product_id as varchar(80)) as item_id,
       cast(d.site_id as varchar(80)) as site_id,
       v.quantity as quantity_open,
       coalesce(v.planned_date, l.delivery_date_store, p.purchase_date + coalesce(s.lead_time_days, 0)) as due_date
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
       v.quantity as quantity
from dw_tryton_move v
join dw_tryton_place d on d.location_id = v.to_location
join purchase_line l on v.origin = concat('purchase.line,', l.id)
join purchase_purchase p on p.id = l.purchase
where v.state = 'done' and v.from_type = 'supplier' and v.quantity > 0;
