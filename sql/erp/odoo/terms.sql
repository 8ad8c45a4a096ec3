-- Vendors and what they ask for. Odoo knows no minimum of an order's value and no weekdays.

create view dw_vendor as
select cast(b.company_id as varchar(80)) as org_id,
       cast(b.vendor_id as varchar(80)) as vendor_id,
       cast(p.name as varchar(200)) as vendor_name,
       cast(null as numeric(19,6)) as minimum_order_value,
       cast(null as char(3)) as currency,
       cast(null as varchar(7)) as order_days,
       cast(null as varchar(7)) as delivery_days
from (
  select c.id as company_id, v.vendor_id
  from dw_odoo_vendor v
  join res_company c on c.id = coalesce(v.company_id, c.id)
  union
  select o.company_id, o.vendor_id from dw_odoo_purchaser o
) b
join res_partner p on p.id = b.vendor_id;

-- Prices of a vendor for a variant, by quantity: the first of those with the same days and currency is what an order must come
-- up to at least, the others are breaks. What is said of a template holds for each of its variants.
create view dw_odoo_terms as
select i.company_id, i.product_id, v.id, v.vendor_id, v.date_start, v.date_end, v.delay, v.min_qty * pu.size as from_quantity,
       v.price / pu.size as price, v.currency_id, i.purchase_unit_id, pu.size,
       first_value(v.id) over same as first_id,
       row_number() over same as place,
       row_number() over (partition by i.company_id, i.product_id order by
         coalesce(v.date_start <= current_date, true) and coalesce(v.date_end >= current_date, true) desc,
         v.sequence, v.min_qty, v.price, v.id) as rank
from dw_odoo_item i
join dw_odoo_vendor v on v.product_tmpl_id = i.template_id
  and coalesce(v.product_id, i.product_id) = i.product_id
  and coalesce(v.company_id, i.company_id) = i.company_id
left join uom_uom u on u.id = i.purchase_unit_id
cross join lateral (select case when u.category_id = i.unit_category_id then i.unit_factor / u.factor end as size) pu
window same as (
  partition by i.company_id, i.product_id, v.vendor_id, v.product_id, v.date_start, v.date_end, v.currency_id
  order by v.min_qty, v.sequence, v.price, v.id);

create view dw_supplier_terms as
select cast(t.company_id as varchar(80)) as org_id,
       cast(concat('SI:', t.id, ':', t.company_id, ':', t.product_id) as varchar(80)) as terms_id,
       cast(t.product_id as varchar(80)) as item_id,
       cast(t.vendor_id as varchar(80)) as vendor_id,
       cast(null as varchar(80)) as site_id,
       (t.vendor_id = f.vendor_id) as preferred,
       t.date_start as valid_from,
       t.date_end as valid_to,
       t.delay as lead_time_days,
       cast(nullif(t.from_quantity, 0) as numeric(19,6)) as minimum_order,
       cast(null as numeric(19,6)) as order_multiple,
       cast(t.purchase_unit_id as varchar(40)) as purchase_uom,
       cast(t.size as numeric(19,6)) as purchase_factor,
       cast(t.price as numeric(19,6)) as unit_price,
       cast(m.name as char(3)) as currency
from dw_odoo_terms t
join dw_odoo_terms f on f.company_id = t.company_id and f.product_id = t.product_id and f.rank = 1
left join res_currency m on m.id = t.currency_id
where t.place = 1;

create view dw_price_break as
select cast(t.company_id as varchar(80)) as org_id,
       cast(concat('SI:', t.first_id, ':', t.company_id, ':', t.product_id) as varchar(80)) as terms_id,
       cast(t.from_quantity as numeric(19,6)) as from_quantity,
       cast(min(t.price) as numeric(19,6)) as unit_price
from dw_odoo_terms t
join dw_odoo_terms f on f.company_id = t.company_id and f.product_id = t.product_id and f.id = t.first_id
where t.from_quantity > f.from_quantity and t.price < f.price
group by t.company_id, t.first_id, t.product_id, t.from_quantity;
