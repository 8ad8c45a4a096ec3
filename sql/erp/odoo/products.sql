-- Products as the other views need them: variants with their base unit, and the companies that may trade them.

-- uom_uom.factor says how many of the unit make one of its category's reference unit: quantity / factor * base unit's factor.
create view dw_odoo_product as
select v.id as product_id,
       t.id as template_id,
       t.company_id,
       t.categ_id,
       t.list_price,
       t.type not in ('service', 'combo') as is_goods,
       coalesce(v.active and t.active, false) as active,
       v.default_code,
       t.uom_id as unit_id,
       t.uom_po_id as purchase_unit_id,
       u.category_id as unit_category_id,
       u.factor as unit_factor,
       t.create_date,
       greatest(v.write_date, t.write_date) as changed_at
from product_product v
join product_template t on t.id = v.product_tmpl_id
join uom_uom u on u.id = t.uom_id;

-- A template without a company belongs to all of them.
create view dw_odoo_item as
select c.id as company_id, p.product_id, p.template_id, p.categ_id, p.list_price, p.active, p.default_code, p.unit_id,
       p.purchase_unit_id, p.unit_category_id, p.unit_factor, p.create_date, p.changed_at
from dw_odoo_product p
join res_company c on c.id = p.company_id or p.company_id is null
where p.is_goods;
