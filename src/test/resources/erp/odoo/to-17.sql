-- From Odoo 16 to 17: what was moved beside what was asked for, locked orders, discounts of vendors; a price rule is there or not.
alter table stock_move add column quantity numeric;
update stock_move set quantity = product_uom_qty where state = 'done';
update stock_move set product_uom_qty = product_uom_qty + 1 where state = 'done';
alter table sale_order add column locked boolean;
update sale_order set locked = true, state = 'sale' where state = 'done';
alter table product_supplierinfo add column discount numeric;
update product_supplierinfo set price = 20, discount = 10 where id = 1;
alter table product_pricelist_item drop column active;
