-- Until Odoo 15 a product has one name.
create view dw_odoo_name as
select t.id as template_id,
       cast(t.name as varchar(200)) as item_name
from product_template t;

create view dw_odoo_pricelist_name as
select pl.id as pricelist_id,
       cast(pl.name as varchar(200)) as pricelist_name
from product_pricelist pl;
