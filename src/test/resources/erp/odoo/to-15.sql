-- From Odoo 14 to 15: a warehouse on the line.
alter table sale_order_line add column warehouse_id integer;
update sale_order_line l set warehouse_id = o.warehouse_id from sale_order o where o.id = l.order_id;
update sale_order set warehouse_id = 1;
