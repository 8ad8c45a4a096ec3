-- Items, sites, prices and promotions.

create view dw_item as
select cast(i.product_id as varchar(80)) as item_id,
       cast(i.company_id as varchar(80)) as org_id,
       cast(i.default_code as varchar(80)) as item_code,
       n.item_name as item_name,
       cast(g.complete_name as varchar(80)) as category,
       cast(i.unit_id as varchar(40)) as uom_id,
       i.active as active,
       cast(s.vendor_id as varchar(80)) as vendor_id,
       s.delay as lead_time_days,
       cast(nullif(s.min_qty, 0) * pu.size as numeric(19,6)) as minimum_order,
       cast((select nullif(max(o.qty_multiple), 0) from stock_warehouse_orderpoint o
             where o.product_id = i.product_id and o.company_id = i.company_id and o.active) as numeric(19,6)) as order_multiple,
       cast(s.price / pu.size as numeric(19,6)) as purchase_price,
       cast(m.name as char(3)) as currency,
       i.changed_at as changed_at,
       sl.days as shelf_life_days
from dw_odoo_item i
left join dw_odoo_shelf_life sl on sl.template_id = i.template_id
left join dw_odoo_name n on n.template_id = i.template_id
left join product_category g on g.id = i.categ_id
left join lateral (
  select v.vendor_id, v.delay, v.min_qty, v.price, v.currency_id
  from dw_odoo_vendor v
  where v.product_tmpl_id = i.template_id
    and (v.product_id is null or v.product_id = i.product_id)
    and (v.company_id is null or v.company_id = i.company_id)
    and (v.date_start is null or v.date_start <= current_date)
    and (v.date_end is null or v.date_end >= current_date)
  order by v.sequence, v.min_qty, v.price, v.id
  limit 1
) s on true
left join res_currency m on m.id = s.currency_id
left join uom_uom u on u.id = i.purchase_unit_id
cross join lateral (select case when u.category_id = i.unit_category_id then i.unit_factor / u.factor end as size) pu;

create view dw_site as
select cast(w.id as varchar(80)) as site_id,
       cast(w.company_id as varchar(80)) as org_id,
       cast(w.name as varchar(200)) as site_name,
       z.time_zone as time_zone
from stock_warehouse w
left join dw_setting_site z on z.site_id = w.id;

-- Odoo keeps today's list price alone, in the currency of the product's company or else of the oldest one: it is given as
-- valid since the product was made.
create view dw_price as
select cast(concat('PT:', i.company_id, ':', i.product_id) as varchar(80)) as price_id,
       cast(i.company_id as varchar(80)) as org_id,
       cast(i.product_id as varchar(80)) as item_id,
       cast(null as varchar(80)) as site_id,
       cast(coalesce(i.create_date, timestamp '1970-01-01 00:00:00') as date) as valid_from,
       cast(null as date) as valid_to,
       cast(i.list_price + coalesce(e.extra, 0) as numeric(19,6)) as unit_price,
       cast(m.name as char(3)) as currency
from dw_odoo_item i
join dw_odoo_product p on p.product_id = i.product_id
join res_company c on c.id = coalesce(p.company_id, (select min(f.id) from res_company f))
join res_currency m on m.id = c.currency_id
left join dw_odoo_price_extra e on e.product_id = i.product_id
where i.list_price + coalesce(e.extra, 0) > 0;

create view dw_promotion as
select cast(concat('PPI:', r.rule_id, ':', r.company_id, ':', r.product_id) as varchar(80)) as promotion_id,
       cast(r.company_id as varchar(80)) as org_id,
       cast(r.product_id as varchar(80)) as item_id,
       cast(null as varchar(80)) as site_id,
       r.from_date as from_date,
       r.to_date as to_date,
       cast(r.discount as numeric(19,6)) as discount,
       pl.pricelist_name as promotion_name
from dw_odoo_promotion r
join dw_odoo_pricelist_name pl on pl.pricelist_id = r.pricelist_id
where r.discount > 0 and r.discount <= 1;
