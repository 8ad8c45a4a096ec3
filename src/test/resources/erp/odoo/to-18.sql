-- From Odoo 17 to 18: goods are one type, stocked or not; a warehouse on the line.
alter table product_template drop column detailed_type;
alter table product_template add column is_storable boolean;
update product_template set is_storable = true, type = 'consu' where type = 'product';
alter table sale_order_line add column warehouse_id integer;
update sale_order_line l set warehouse_id = o.warehouse_id from sale_order o where o.id = l.order_id;
update sale_order set warehouse_id = 1;
