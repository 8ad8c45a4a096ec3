-- From Odoo 16 names are JSON objects with a name a language.
create view dw_odoo_name as
select t.id as template_id,
       cast(coalesce(t.name ->> '${language}', t.name ->> 'en_US') as varchar(200)) as item_name
from product_template t;

create view dw_odoo_pricelist_name as
select pl.id as pricelist_id,
       cast(coalesce(pl.name ->> '${language}', pl.name ->> 'en_US') as varchar(200)) as pricelist_name
from product_pricelist pl;
