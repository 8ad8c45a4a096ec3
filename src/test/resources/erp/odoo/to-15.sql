-- From Odoo 14 to 15: the kind of a product has a second name.
alter table product_template add column detailed_type varchar;
update product_template set detailed_type = type;
