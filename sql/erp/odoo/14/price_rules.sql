-- Rules of price lists; until Odoo 16 a rule can be archived.
create view dw_odoo_price_rule as
select r.id, r.pricelist_id, r.applied_on, r.product_tmpl_id, r.product_id, r.categ_id, r.min_quantity, r.compute_price,
       r.percent_price, r.price_discount, r.fixed_price, r.date_start, r.date_end, r.company_id
from product_pricelist_item r
where r.active;
