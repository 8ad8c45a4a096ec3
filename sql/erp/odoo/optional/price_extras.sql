-- What a variant costs more than its template, by its attributes.
create or replace view dw_odoo_price_extra as
select c.product_product_id as product_id,
       sum(a.price_extra) as extra
from product_variant_combination c
join product_template_attribute_value a on a.id = c.product_template_attribute_value_id
group by c.product_product_id;
