-- From Odoo 17 to 18: goods are one type, stocked or not.
alter table product_template add column is_storable boolean;
update product_template set is_storable = true, type = 'consu' where type = 'product';
