-- Rules of price lists; from Odoo 17 a rule is deleted, not archived.
create view dw_odoo_price_rule as
select r.id, r.pricelist_id, r.applied_on, r.product_tmpl_id, r.product_id, r.categ_id, r.min_quantity, r.compute_price,
       r.percent_price, r.price_discount, r.fixed_price, r.date_start, r.date_end, r.company_id
from product_pricelist_item r;
