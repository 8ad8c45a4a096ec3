-- Kits (module Manufacturing): bills of material of the type phantom. As in Odoo, the first one by sequence is taken, one of the
-- variant's own before the template's.
create or replace view dw_odoo_kit as
select distinct on (i.company_id, i.product_id)
       i.company_id,
       i.product_id,
       b.id as bom_id,
       b.product_qty / u.factor * i.unit_factor as bom_quantity
from mrp_bom b
join dw_odoo_item i on i.template_id = b.product_tmpl_id
  and (b.product_id is null or b.product_id = i.product_id)
  and (b.company_id is null or b.company_id = i.company_id)
join uom_uom u on u.id = b.product_uom_id and u.category_id = i.unit_category_id
where b.active and b.type = 'phantom'
  and exists (
    select 1
    from mrp_bom_line x
    join dw_odoo_item y on y.product_id = x.product_id and y.company_id = i.company_id
    where x.bom_id = b.id and x.product_qty > 0
  )
order by i.company_id, i.product_id, b.sequence, b.product_id, b.id;

create or replace view dw_kit_component as
select cast(k.company_id as varchar(80)) as org_id,
       cast(k.product_id as varchar(80)) as kit_item_id,
       cast(i.product_id as varchar(80)) as component_item_id,
       cast(sum(x.product_qty / u.factor * i.unit_factor / k.bom_quantity) as numeric(19,6)) as quantity
from dw_odoo_kit k
join mrp_bom_line x on x.bom_id = k.bom_id and x.product_qty > 0
join dw_odoo_item i on i.product_id = x.product_id and i.company_id = k.company_id
join uom_uom u on u.id = x.product_uom_id and u.category_id = i.unit_category_id
group by k.company_id, k.product_id, i.product_id;
