-- Kits (module product_kit): the components of a product, or of its template where the product has none of its own.
create or replace view dw_tryton_kit_component as
select i.company_id,
       i.product_id as kit_product_id,
       c.product_id as component_product_id,
       sum(cast(x.quantity as numeric) * u.size / c.unit_size) as quantity
from dw_tryton_item i
join product_component x on x.parent_template = i.template_id
  and x.parent_product is not distinct from
    (select y.parent_product from product_component y where y.parent_product = i.product_id limit 1)
join dw_tryton_item c on c.product_id = x.product and c.company_id = i.company_id
join dw_tryton_unit u on u.unit_id = x.unit and u.category_id = c.unit_category_id
where i.is_kit and x.quantity > 0 and c.product_id <> i.product_id
group by i.company_id, i.product_id, c.product_id;
