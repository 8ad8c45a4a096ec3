-- A small Tryton 6.0 made by hand: the columns that the adapter reads, and one row for every case that goes wrong easily.
-- Company 1 keeps its books in US dollars, company 2 in euros.

create table ir_module (id integer primary key, name varchar, state varchar);
create table currency_currency (id integer primary key, code varchar(3), name varchar);
create table currency_currency_rate (id integer primary key, currency integer, date date not null, rate numeric not null);
create table party_party (id integer primary key, name varchar);
create table company_company (id integer primary key, party integer, currency integer, timezone varchar);
create table product_uom (id integer primary key, name varchar, category integer, factor double precision, rate double precision);
create table product_category (id integer primary key, name varchar);
create table "product_template-product_category" (id integer primary key, template integer, category integer);
create table product_template (id integer primary key, name varchar, type varchar, default_uom integer, purchase_uom integer,
  active boolean, create_date timestamp(6), write_date timestamp(6));
create table product_product (id integer primary key, template integer, code varchar, active boolean, create_date timestamp(6),
  write_date timestamp(6));
create table product_list_price (id integer primary key, template integer, company integer, list_price numeric);
create table product_component (id integer primary key, parent_template integer, parent_product integer, product integer,
  quantity double precision, unit integer, fixed boolean);
create table stock_location (id integer primary key, name varchar, type varchar, parent integer, "left" integer, "right" integer,
  active boolean);
create table sale_sale (id integer primary key, number varchar, state varchar, origin varchar, sale_date date, shipping_date date,
  company integer, party integer, currency integer, warehouse integer, create_date timestamp(6), write_date timestamp(6));
create table sale_line (id integer primary key, sale integer, type varchar, product integer, quantity double precision,
  unit integer, unit_price numeric, promotion integer, create_date timestamp(6), write_date timestamp(6));
create table sale_line_moves_ignored_rel (id integer primary key, sale_line integer, move integer);
create table sale_promotion (id integer primary key, name varchar, active boolean, company integer, formula varchar,
  start_date date, end_date date);
create table "sale_promotion-product_product" (id integer primary key, promotion integer, product integer);
create table stock_move (id integer primary key, company integer, product integer, quantity double precision,
  internal_quantity double precision, uom integer, from_location integer, to_location integer, state varchar, origin varchar,
  planned_date date, effective_date date);
create table account_invoice (id integer primary key, number varchar, type varchar, state varchar, invoice_date date,
  company integer, party integer, currency integer, create_date timestamp(6), write_date timestamp(6));
create table account_invoice_line (id integer primary key, invoice integer, invoice_type varchar, type varchar, origin varchar,
  product integer, quantity double precision, unit integer, unit_price numeric, company integer, party integer, currency integer,
  create_date timestamp(6), write_date timestamp(6));
create table purchase_product_supplier (id integer primary key, template integer, product integer, party integer,
  company integer, currency integer, lead_time interval, sequence integer, active boolean);
create table purchase_product_supplier_price (id integer primary key, product_supplier integer, quantity double precision,
  unit_price numeric);
create table purchase_purchase (id integer primary key, party integer, purchase_date date, state varchar, number varchar, company integer,
  currency integer, warehouse integer, create_date timestamp(6), write_date timestamp(6));
create table purchase_line (id integer primary key, purchase integer, delivery_date_store date, type varchar, product integer,
  quantity double precision, unit integer, unit_price numeric, create_date timestamp(6), write_date timestamp(6));
create table stock_location_lead_time (id integer primary key, warehouse_from integer, warehouse_to integer, lead_time interval);
create table stock_order_point (id integer primary key, company integer, product integer, warehouse_location integer,
  storage_location integer, min_quantity double precision, target_quantity double precision, type varchar);

insert into ir_module values (1, 'sale', 'activated'), (2, 'stock', 'activated');
insert into currency_currency values (1, 'USD', 'Dollar'), (2, 'EUR', 'Euro');
-- Before February nobody knows what a euro is worth.
insert into currency_currency_rate values (1, 1, '2024-01-01', 1), (2, 2, '2024-02-01', 0.9);
insert into party_party values (1, 'West'), (2, 'East'), (10, 'Customer'), (12, 'Shop'), (30, 'Vendor'), (31, 'Other vendor');
insert into company_company values (1, 1, 1, 'America/Los_Angeles'), (2, 2, 2, null);
insert into product_uom values (1, 'Unit', 1, 1, 1), (2, 'Dozen', 1, 12, 0.083333333333), (3, 'Kilogram', 2, 1, 1),
  (4, 'Gram', 2, 0.001, 1000), (5, 'Hour', 3, 1, 1), (6, 'Minute', 3, 0.016666666667, 60);
insert into product_category values (1, 'Hardware'), (2, 'Account Category');
insert into product_template values
  (101, 'Bolt', 'goods', 1, 2, true, '2023-01-01', '2024-01-01'),
  (102, 'Rope', 'goods', 3, 3, true, '2023-01-01', null),
  (103, 'Fitting', 'service', 5, 5, true, '2023-01-01', null),
  (104, 'Desk set', 'kit', 1, 1, true, '2023-01-01', null),
  (105, 'Board', 'goods', 1, 1, true, '2023-01-01', null),
  (106, 'Rental', 'goods', 5, 5, true, '2023-01-01', null);
insert into product_product values (1, 101, 'BOLT', true, '2023-01-01', null), (2, 102, 'ROPE', true, '2023-01-01', null),
  (3, 103, 'FIT', true, '2023-01-01', null), (4, 104, 'SET', true, '2023-01-01', null),
  (5, 105, 'BOARD', true, '2023-01-01', '2024-02-01'), (6, 106, 'RENT', false, '2023-01-01', null),
  (7, 104, 'SET-XL', true, '2023-01-01', null);
insert into "product_template-product_category" values (1, 101, 1);
insert into product_list_price values (1, 101, 1, 2.5), (2, 101, 2, 2.25), (3, 105, 1, 40);
-- A set takes half a dozen of bolts and four boards; the large one has components of its own.
insert into product_component values (1, 104, null, 1, 0.5, 2, false), (2, 104, null, 5, 4, 1, false),
  (3, 104, 7, 5, 6, 1, false);

-- Warehouse 5 with input 1, output 2 and storage 3; warehouse 15 with storage 13; 9 a storage of no warehouse.
insert into stock_location values (5, 'West', 'warehouse', null, 1, 10, true), (1, 'Input', 'storage', 5, 2, 3, true),
  (2, 'Output', 'storage', 5, 4, 5, true), (3, 'Storage', 'storage', 5, 6, 9, true), (8, 'Shelf', 'storage', 3, 7, 8, true),
  (15, 'North', 'warehouse', null, 11, 14, true), (13, 'Storage', 'storage', 15, 12, 13, true),
  (6, 'Supplier', 'supplier', null, 21, 22, true), (7, 'Customer', 'customer', null, 23, 24, true),
  (4, 'Lost and Found', 'lost_found', null, 25, 26, true), (9, 'Transit', 'storage', null, 27, 28, true),
  (10, 'Drop', 'drop', null, 29, 30, true);

insert into sale_sale values
  (1, '1', 'processing', null, '2024-03-01', null, 1, 10, 1, 5, '2024-03-01 09:00', '2024-03-01 10:00'),
  (2, '2', 'done', null, '2024-03-02', '2024-03-20', 1, 10, 1, 5, '2024-03-02 09:00', '2024-03-12 10:00'),
  (3, null, 'draft', null, null, null, 1, 10, 1, 5, '2024-03-03 09:00', null),
  (4, '4', 'quotation', null, '2024-03-03', null, 1, 10, 1, 5, '2024-03-03 09:00', '2024-03-03 10:00'),
  (5, '5', 'cancelled', null, '2024-03-03', null, 1, 10, 1, 5, '2024-03-03 09:00', '2024-03-03 10:00'),
  (6, '6', 'processing', null, '2024-03-04', null, 1, 2, 1, 5, '2024-03-04 09:00', '2024-03-04 10:00'),
  (7, '7', 'confirmed', null, '2024-03-05', null, 2, 12, 2, 15, '2024-03-05 09:00', '2024-03-05 10:00'),
  (8, '8', 'processing', 'sale.sale,2', '2024-03-25', null, 1, 10, 1, 5, '2024-03-25 09:00', '2024-03-25 10:00'),
  (9, '9', 'processing', null, '2024-03-06', null, 1, 10, 1, 5, '2024-03-06 09:00', '2024-03-06 10:00'),
  (10, '10', 'processing', null, '2024-03-07', null, 1, 12, 1, 5, '2024-03-07 09:00', '2024-03-07 10:00');
insert into sale_line values
  -- 1 three dozen, 2 a title, 3 a service, 4 a kit, 5 half a kilogram, under a promotion
  (1, 1, 'line', 1, 3, 2, 24, null, '2024-03-01 09:00', '2024-03-01 09:30'),
  (2, 1, 'title', null, null, null, null, null, '2024-03-01 09:00', null),
  (3, 1, 'line', 3, 90, 6, 1, null, '2024-03-01 09:00', '2024-03-01 11:00'),
  (4, 1, 'line', 4, 2, 1, 100, null, '2024-03-01 09:00', '2024-03-01 11:00'),
  (5, 1, 'line', 2, 500, 4, 0.009, 1, '2024-03-01 09:00', '2024-03-01 11:00'),
  -- 6 ten ordered, six sent, four given up; 7 given up as a whole; 8 a cancelled move that was made anew
  (6, 2, 'line', 5, 10, 1, 40, null, '2024-03-02 09:00', '2024-03-02 11:00'),
  (7, 2, 'line', 1, 1, 2, 24, null, '2024-03-02 09:00', '2024-03-02 11:00'),
  (8, 2, 'line', 5, 3, 1, 40, null, '2024-03-02 09:00', '2024-03-02 11:00'),
  -- 9 a draft without a day, 10 a quotation, 11 cancelled, 12 of the own house
  (9, 3, 'line', 5, 1, 1, 40, null, '2024-03-03 09:00', null),
  (10, 4, 'line', 5, 2, 1, 40, null, '2024-03-03 09:00', '2024-03-03 11:00'),
  (11, 5, 'line', 5, 3, 1, 40, null, '2024-03-03 09:00', '2024-03-03 11:00'),
  (12, 6, 'line', 5, 4, 1, 40, null, '2024-03-04 09:00', '2024-03-04 11:00'),
  -- 13 of company 2 in euros; 14 sixty minutes of something stocked by the hour
  (13, 7, 'line', 1, 5, 1, 2, null, '2024-03-05 09:00', '2024-03-05 11:00'),
  (14, 7, 'line', 6, 60, 6, 0.5, null, '2024-03-05 09:00', '2024-03-05 11:00'),
  -- 15 takes three back of sale 2, of which two came
  (15, 8, 'line', 5, -3, 1, 40, null, '2024-03-25 09:00', '2024-03-25 11:00'),
  -- 16 and 17 undo each other, 18 stays; 19 sent by the vendor; 20 nothing; 21 and 22 were exchanged
  (16, 9, 'line', 5, 5, 1, 40, null, '2024-03-06 09:00', '2024-03-06 11:00'),
  (17, 9, 'line', 5, -5, 1, 40, null, '2024-03-06 09:00', '2024-03-06 11:00'),
  (18, 9, 'line', 5, 5, 1, 40, null, '2024-03-06 09:00', '2024-03-06 11:00'),
  (19, 10, 'line', 5, 1, 1, 40, null, '2024-03-07 09:00', '2024-03-07 11:00'),
  (20, 10, 'line', 5, 0, 1, 40, null, '2024-03-07 09:00', '2024-03-07 11:00'),
  (21, 10, 'line', 1, 2, 2, 24, null, '2024-03-07 09:00', '2024-03-07 11:00'),
  (22, 10, 'line', 1, -2, 2, 24, null, '2024-03-07 09:00', '2024-03-07 11:00');
insert into sale_promotion values (1, 'Ten off', true, 1, '0.9 * unit_price', '2024-03-01', '2024-03-31'),
  (2, 'Odd', true, 1, 'min(unit_price, 5)', '2024-03-01', '2024-03-31');
insert into "sale_promotion-product_product" values (1, 1, 2), (2, 2, 5);

insert into stock_move values
  -- what is there at the beginning: 200 bolts and 100 boards; a vendor brings 50 boards, 20 more are on their way
  (1, 1, 1, 200, 200, 1, 4, 3, 'done', 'stock.inventory.line,1', null, '2024-01-01'),
  (2, 1, 5, 100, 100, 1, 4, 8, 'done', 'stock.inventory.line,2', null, '2024-01-01'),
  (3, 1, 5, 50, 50, 1, 6, 1, 'done', 'purchase.line,1', null, '2024-02-01'),
  (4, 1, 5, 20, 20, 1, 6, 1, 'draft', 'purchase.line,1', null, null),
  (5, 1, 5, 5, 5, 1, 6, 1, 'cancelled', 'purchase.line,1', null, null),
  (6, 1, 5, 50, 50, 1, 1, 3, 'done', 'stock.move,3', null, '2024-02-01'),
  -- three dozen leave in two steps, by the output
  (7, 1, 1, 3, 36, 2, 3, 2, 'done', 'stock.move,8', null, '2024-03-02'),
  (8, 1, 1, 3, 36, 2, 2, 7, 'done', 'sale.line,1', null, '2024-03-02'),
  (9, 1, 5, 6, 6, 1, 2, 7, 'done', 'sale.line,6', null, '2024-03-04'),
  (10, 1, 5, 4, 4, 1, 2, 7, 'cancelled', 'sale.line,6', null, null),
  (11, 1, 1, 1, 12, 2, 2, 7, 'cancelled', 'sale.line,7', null, null),
  (12, 1, 5, 3, 3, 1, 2, 7, 'cancelled', 'sale.line,8', null, null),
  (13, 1, 5, 3, 3, 1, 2, 7, 'done', 'sale.line,8', null, '2024-03-04'),
  (14, 1, 5, 2, 2, 1, 7, 1, 'done', 'sale.line,15', null, '2024-03-26'),
  (15, 1, 5, 1, 1, 1, 7, 1, 'draft', 'sale.line,15', '2024-03-27', null),
  (16, 1, 5, 1, 1, 1, 6, 10, 'done', 'purchase.line,2', null, '2024-03-08'),
  (17, 1, 5, 1, 1, 1, 10, 7, 'done', 'sale.line,19', null, '2024-03-08'),
  -- between warehouses, counted away, and reserved
  (18, 1, 1, 1, 12, 2, 3, 9, 'done', null, null, '2024-03-16'),
  (19, 1, 1, 12, 12, 1, 9, 13, 'done', null, null, '2024-03-17'),
  (20, 1, 1, 2, 2, 1, 13, 4, 'done', 'stock.inventory.line,3', null, '2024-03-18'),
  (21, 1, 5, 5, 5, 1, 3, 7, 'assigned', 'sale.line,18', null, null),
  -- the exchange
  (22, 1, 1, 2, 24, 2, 2, 7, 'done', 'sale.line,21', null, '2024-03-08'),
  (23, 1, 1, 2, 24, 2, 7, 1, 'done', 'sale.line,22', null, '2024-03-09');
-- Bolts in warehouse 5: 200 - 36 - 12 - 24 + 24 = 152, in 15: 12 - 2 = 10; boards: 100 + 50 - 6 - 3 + 2 = 143.
insert into sale_line_moves_ignored_rel values (1, 6, 10), (2, 7, 11);

insert into account_invoice values
  (1, 'I1', 'out', 'posted', '2024-03-03', 1, 10, 1, '2024-03-03 09:00', '2024-03-03 12:00'),
  (2, 'I2', 'out', 'paid', '2024-03-08', 1, 12, 1, '2024-03-08 09:00', '2024-03-18 12:00'),
  (3, 'C3', 'out', 'posted', '2024-03-11', 1, 12, 1, '2024-03-11 09:00', '2024-03-11 12:00'),
  (4, null, 'out', 'draft', null, 1, 12, 1, '2024-03-11 09:00', null),
  (5, 'I5', 'out', 'cancelled', '2024-03-11', 1, 12, 1, '2024-03-11 09:00', '2024-03-11 12:00'),
  (6, 'B6', 'in', 'posted', '2024-03-11', 1, 30, 1, '2024-03-11 09:00', '2024-03-11 12:00'),
  (7, 'I7', 'out', 'posted', '2024-03-14', 2, 1, 2, '2024-03-14 09:00', '2024-03-14 12:00'),
  (8, 'C8', 'out', 'posted', '2024-03-27', 1, 10, 1, '2024-03-27 09:00', '2024-03-27 12:00');
insert into account_invoice_line values
  (1, 1, 'out', 'line', 'sale.line,1', 1, 3, 2, 24, 1, 10, 1, '2024-03-03 09:00', null),
  -- no order: two dozen, a title, a service
  (2, 2, 'out', 'line', null, 1, 2, 2, 24, 1, 12, 1, '2024-03-08 09:00', null),
  (3, 2, 'out', 'title', null, null, null, null, null, 1, 12, 1, '2024-03-08 09:00', null),
  (4, 2, 'out', 'line', null, 3, 1, 5, 60, 1, 12, 1, '2024-03-08 09:00', null),
  -- the credit of half a dozen of them
  (5, 3, 'out', 'line', 'account.invoice.line,2', 1, -0.5, 2, 24, 1, 12, 1, '2024-03-11 09:00', null),
  (6, 4, 'out', 'line', null, 1, 7, 1, 2, 1, 12, 1, '2024-03-11 09:00', null),
  (7, 5, 'out', 'line', null, 1, 8, 1, 2, 1, 12, 1, '2024-03-11 09:00', null),
  (8, 6, 'in', 'line', 'purchase.line,1', 5, 9, 1, 20, 1, 30, 1, '2024-03-11 09:00', null),
  (9, 7, 'out', 'line', null, 1, 2, 1, 2, 2, 1, 2, '2024-03-14 09:00', null),
  -- the return's own credit, a credit of a sold line's invoice, and a line that waits for its invoice
  (10, 8, 'out', 'line', 'sale.line,15', 5, -3, 1, 40, 1, 10, 1, '2024-03-27 09:00', null),
  (11, 8, 'out', 'line', 'account.invoice.line,1', 1, -1, 2, 24, 1, 10, 1, '2024-03-27 09:00', null),
  (12, null, 'out', 'line', null, 1, 4, 1, 2, 1, 12, 1, '2024-03-28 09:00', null);

insert into purchase_product_supplier values
  (1, 101, null, 30, 1, 1, interval '7 days', 1, true),
  (2, 101, null, 31, 1, 1, interval '3 days', 2, true),
  (3, 105, null, 30, 1, 1, interval '9 days 12 hours', null, true),
  (4, 105, 5, 31, 1, 1, interval '1 day', null, false);
insert into purchase_product_supplier_price values (1, 1, 10, 17), (2, 1, 5, 18);
insert into purchase_purchase values
  (1, 30, '2024-01-20', 'processing', 'P1', 1, 1, 5, '2024-01-20 09:00', '2024-02-01 09:00'),
  (2, 30, '2024-03-07', 'processing', 'P2', 1, 1, 5, '2024-03-07 09:00', null),
  (3, 31, '2024-03-10', 'quotation', 'P3', 1, 1, 5, '2024-03-10 09:00', null),
  (4, 31, '2024-03-11', 'confirmed', 'P4', 1, 1, 5, '2024-03-11 09:00', null);
insert into purchase_line values
  -- 75 boards, of which five were given up; straight to a customer; a quotation; a dozen bolts that no move tells of yet; a comment
  (1, 1, null, 'line', 5, 75, 1, 20, '2024-01-20 09:00', null),
  (2, 2, null, 'line', 5, 1, 1, 20, '2024-03-07 09:00', null),
  (3, 3, null, 'line', 5, 9, 1, 20, '2024-03-10 09:00', null),
  (4, 4, '2024-03-20', 'line', 1, 1, 2, 18, '2024-03-11 09:00', null),
  (5, 4, null, 'comment', null, null, null, null, '2024-03-11 09:00', null);
insert into stock_order_point values (1, 1, 5, 5, null, 30, 60, 'purchase'), (2, 1, 1, null, 3, 5, 10, 'internal');
