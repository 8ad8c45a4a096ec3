-- A small Odoo 14 made by hand: the columns that the adapter reads, and one row for every case that goes wrong easily.
-- Company 1 keeps its books in US dollars, company 2 in euros. Times are naive UTC, as Odoo writes them.

create table ir_module_module (name varchar, state varchar, latest_version varchar);
create table res_currency (id integer primary key, name varchar, active boolean default true);
create table res_currency_rate (id integer primary key, name date not null, rate numeric, currency_id integer not null, company_id integer);
create table res_company (id integer primary key, name varchar, partner_id integer, currency_id integer,
  resource_calendar_id integer);
create table res_partner (id integer primary key, name varchar, commercial_partner_id integer);
create table uom_uom (id integer primary key, name varchar, category_id integer, factor numeric);
create table product_category (id integer primary key, name varchar, complete_name varchar, parent_path varchar);
create table product_template (id integer primary key, name varchar, type varchar, categ_id integer, list_price numeric,
  uom_id integer, uom_po_id integer, company_id integer, active boolean, create_date timestamp, write_date timestamp,
  use_expiration_date boolean, expiration_time integer);
create table product_product (id integer primary key, default_code varchar, active boolean, product_tmpl_id integer,
  write_date timestamp);
create table product_supplierinfo (id integer primary key, name integer, product_tmpl_id integer, product_id integer,
  company_id integer, currency_id integer, min_qty numeric, price numeric, delay integer, sequence integer,
  date_start date, date_end date);
create table product_pricelist (id integer primary key, name varchar, active boolean, currency_id integer, company_id integer);
create table product_pricelist_item (id integer primary key, pricelist_id integer, applied_on varchar, product_tmpl_id integer,
  product_id integer, categ_id integer, min_quantity numeric, compute_price varchar, percent_price double precision,
  price_discount numeric, fixed_price numeric, date_start timestamp, date_end timestamp, company_id integer, active boolean);
create table product_template_attribute_value (id integer primary key, price_extra numeric);
create table product_variant_combination (product_product_id integer, product_template_attribute_value_id integer);
create table sale_order (id integer primary key, name varchar, state varchar, date_order timestamp, commitment_date timestamp,
  partner_id integer, pricelist_id integer, currency_id integer, company_id integer, team_id integer, warehouse_id integer,
  write_date timestamp);
create table sale_order_line (id integer primary key, order_id integer, product_id integer, product_uom_qty numeric,
  product_uom integer, qty_delivered numeric, price_unit numeric, price_subtotal numeric, discount numeric,
  currency_id integer, company_id integer, display_type varchar, route_id integer, write_date timestamp);
create table sale_order_line_invoice_rel (invoice_line_id integer, order_line_id integer);
create table account_move (id integer primary key, name varchar, move_type varchar, state varchar, date date, invoice_date date,
  company_id integer, partner_id integer, reversed_entry_id integer);
create table account_move_line (id integer primary key, move_id integer, product_id integer, product_uom_id integer,
  quantity numeric, price_unit numeric, discount numeric, price_subtotal numeric, currency_id integer, display_type varchar,
  exclude_from_invoice_tab boolean, write_date timestamp);
create table stock_location (id integer primary key, name varchar, usage varchar, parent_path varchar, company_id integer);
create table stock_warehouse (id integer primary key, name varchar, active boolean, company_id integer, view_location_id integer);
create table stock_picking (id integer primary key, name varchar, partner_id integer);
create table stock_move (id integer primary key, company_id integer, product_id integer, product_uom_qty numeric,
  product_uom integer, location_id integer, location_dest_id integer, state varchar, date timestamp, write_date timestamp,
  picking_id integer, sale_line_id integer, purchase_line_id integer);
create table stock_quant (id integer primary key, product_id integer, company_id integer, location_id integer,
  quantity double precision, reserved_quantity double precision, lot_id integer);
create table stock_production_lot (id integer primary key, name varchar, product_id integer, company_id integer, expiration_date timestamp);
create table expiry_picking_confirmation (id integer primary key);
create table stock_wh_resupply_table (supplied_wh_id integer, supplier_wh_id integer);
create table stock_picking_type (id integer primary key, warehouse_id integer);
create table stock_warehouse_orderpoint (id integer primary key, active boolean, product_id integer, warehouse_id integer,
  company_id integer, product_min_qty numeric, product_max_qty numeric, qty_multiple numeric, write_date timestamp);
create table stock_rule (id integer primary key, active boolean, route_id integer, location_src_id integer, location_id integer);
create table stock_route_product (route_id integer, product_id integer);
create table mrp_bom (id integer primary key, active boolean, type varchar, product_tmpl_id integer, product_id integer,
  product_qty numeric, product_uom_id integer, sequence integer, company_id integer);
create table mrp_bom_line (id integer primary key, bom_id integer, product_id integer, product_qty numeric,
  product_uom_id integer);
create table purchase_order (id integer primary key, partner_id integer, date_order timestamp, date_approve timestamp, name varchar,
  state varchar, company_id integer, currency_id integer, picking_type_id integer, write_date timestamp);
create table purchase_order_line (id integer primary key, order_id integer, product_id integer, product_qty numeric,
  product_uom integer, qty_received numeric, price_subtotal numeric, date_planned timestamp, write_date timestamp);
create table coupon_reward (id integer primary key, discount_line_product_id integer);
create table coupon_program (id integer primary key, reward_id integer);
create table resource_calendar_leaves (id integer primary key, name varchar, company_id integer, calendar_id integer,
  resource_id integer, date_from timestamp, date_to timestamp);

insert into ir_module_module values ('base', 'installed', '14.0.1.3'), ('sale', 'installed', '14.0.1.1');
insert into res_currency values (1, 'EUR'), (2, 'USD');
-- Units of dollars for one of the reference, which is the euro; the second rate is West's own.
insert into res_currency_rate values (1, '2024-01-01', 1.10, 2, null), (2, '2024-02-01', 1.20, 2, 1);
insert into res_company values (1, 'West', 1, 2, 1), (2, 'East', 2, 1, 2);
-- 11 is a contact of customer 10; 3 is a contact of the own company 2.
insert into res_partner values (1, 'West', 1), (2, 'East', 2), (3, 'Clerk of East', 2), (10, 'Customer', 10),
  (11, 'Buyer of the customer', 10), (12, 'Shop', 12), (30, 'Vendor', 30);
insert into uom_uom values (1, 'Units', 1, 1.0), (2, 'Dozens', 1, 0.08333333333333333), (3, 'kg', 2, 1.0), (4, 'g', 2, 1000.0),
  (5, 'Hours', 3, 1.0);
insert into product_category values (1, 'All', 'All', '1/'), (2, 'Hardware', 'All / Hardware', '1/2/');
insert into product_template values
  (101, 'Bolt', 'product', 2, 2.50, 1, 2, null, true, '2023-01-01', '2024-01-01'),
  (102, 'Rope', 'product', 1, 9, 3, 3, null, true, '2023-01-01', '2024-01-01'),
  (103, 'Fitting', 'service', 1, 60, 5, 5, null, true, '2023-01-01', '2024-01-01'),
  (104, 'Desk set', 'consu', 1, 100, 1, 1, null, true, '2023-01-01', '2024-01-01'),
  (105, 'Board', 'product', 1, 40, 1, 1, null, true, '2023-01-01', '2024-01-01'),
  (106, 'Lamp', 'product', 1, 15, 1, 1, null, true, '2023-01-01', '2024-01-01'),
  (107, 'Chest', 'product', 1, 50, 1, 1, 2, true, '2023-01-01', '2024-01-01'),
  (108, 'Discount', 'service', 1, 0, 1, 1, null, true, '2023-01-01', '2024-01-01');
insert into product_product values (1, 'BOLT', true, 101, '2024-01-01'), (2, 'ROPE', true, 102, '2024-01-01'),
  (3, 'FIT', true, 103, '2024-01-01'), (4, 'SET', true, 104, '2024-01-01'), (5, 'BOARD', true, 105, '2024-02-01'),
  (6, 'LAMP', false, 106, '2024-01-01'), (7, 'CHEST', true, 107, '2024-01-01'), (8, 'DISC', true, 108, '2024-01-01');
-- The vendor's price of bolts is one of a dozen; the dearer one comes first by sequence; one has run out.
insert into product_supplierinfo values
  (1, 30, 101, null, null, 2, 5, 18, 7, 1, null, null),
  (2, 12, 101, null, null, 2, 1, 12, 3, 2, null, null),
  (3, 12, 101, null, null, 2, 1, 6, 1, 0, '2020-01-01', '2020-12-31'),
  -- from twenty dozen on the first one is cheaper; a price that is none
  (4, 30, 101, null, null, 2, 20, 16, 7, 1, null, null),
  (5, 30, 101, null, null, 2, 30, 19, 7, 1, null, null);
insert into product_pricelist values (3, 'Summer', true, 2, null);
insert into product_pricelist_item values
  (1, 3, '2_product_category', null, null, 2, 0, 'percentage', 20, 0, 0, '2024-06-01 07:00', '2024-07-01 06:59:59', null, true),
  (2, 3, '3_global', null, null, null, 0, 'percentage', 5, 0, 0, null, null, null, true);
insert into product_template_attribute_value values (1, 1.25);
insert into product_variant_combination values (1, 1);

-- 8 stock and 9 output of warehouse 1; 24 of warehouse 2 (company 2); 34 of warehouse 3 (company 1).
insert into stock_location values (1, 'Physical', 'view', '1/', null), (4, 'Vendors', 'supplier', '4/', null),
  (5, 'Customers', 'customer', '5/', null), (7, 'WH1', 'view', '1/7/', 1), (8, 'Stock', 'internal', '1/7/8/', 1),
  (9, 'Output', 'internal', '1/7/9/', 1), (14, 'Inventory', 'inventory', '14/', null), (16, 'Transit', 'transit', '1/16/', 1),
  (23, 'WH2', 'view', '1/23/', 2), (24, 'Stock', 'internal', '1/23/24/', 2), (33, 'WH3', 'view', '1/33/', 1),
  (34, 'Stock', 'internal', '1/33/34/', 1), (77, 'Not WH1', 'view', '1/77/', 1);
insert into stock_warehouse values (1, 'West', true, 1, 7), (2, 'East', true, 2, 23), (3, 'North', true, 1, 33);
insert into stock_rule values (1, true, 9, 4, 5), (2, true, 8, 4, 8);
insert into stock_route_product values (9, 106), (8, 105);
insert into mrp_bom values (1, true, 'phantom', 104, null, 2, 1, 1, null), (2, true, 'normal', 105, null, 1, 1, 1, null);
-- Two sets take one dozen of bolts and eight boards: 6 and 4 in one set.
insert into mrp_bom_line values (1, 1, 1, 1, 2), (2, 1, 5, 8, 1), (3, 1, 3, 1, 5), (4, 2, 1, 7, 1);
insert into coupon_reward values (1, 8);
insert into coupon_program values (1, 1);

-- 2024-03-02 06:30 in UTC is still the first of March in Los Angeles.
insert into sale_order values
  (1, 'S1', 'sale', '2024-03-02 06:30', null, 11, null, 2, 1, 1, 1, '2024-03-02 06:30'),
  (2, 'S2', 'sale', '2024-03-03 12:00', null, 10, null, 2, 1, 1, 1, '2024-03-09 10:00'),
  (3, 'S3', 'draft', '2024-03-03 12:00', null, 10, null, 2, 1, 1, 1, '2024-03-03 12:00'),
  (4, 'S4', 'sent', '2024-03-03 12:00', null, 10, null, 2, 1, 1, 1, '2024-03-03 12:00'),
  (5, 'S5', 'cancel', '2024-03-03 12:00', null, 10, null, 2, 1, 1, 1, '2024-03-03 12:00'),
  (6, 'S6', 'sale', '2024-03-04 12:00', null, 3, null, 2, 1, 1, 1, '2024-03-04 12:00'),
  (7, 'S7', 'sale', '2024-03-04 12:00', '2024-03-20 12:00', 12, null, 1, 2, 1, 2, '2024-03-04 12:00'),
  (8, 'S8', 'sale', '2024-03-05 12:00', null, 10, null, 2, 1, 1, 1, '2024-03-05 12:00'),
  (9, 'S9', 'sale', '2024-03-06 12:00', null, 10, null, 2, 1, 1, 1, '2024-03-06 12:00'),
  (10, 'S10', 'sale', '2024-03-07 12:00', null, 10, null, 2, 1, 1, 1, '2024-03-07 12:00'),
  (11, 'S11', 'sale', '2024-03-08 12:00', null, 10, null, 2, 1, 1, 1, '2024-03-08 12:00'),
  (12, 'S12', 'sale', '2024-03-09 12:00', null, 10, null, 2, 1, 1, 1, '2024-03-09 12:00'),
  (13, 'S13', 'done', '2024-03-10 12:00', null, 12, null, 2, 1, 1, 3, '2024-03-10 12:00'),
  (14, 'S14', 'sale', '2024-06-10 12:00', null, 12, 3, 2, 1, 1, 1, '2024-06-10 12:00');
insert into sale_order_line values
  -- 1 three dozen, 2 a heading, 3 a service, 4 a kit
  (1, 1, 1, 3, 2, 3, 24, 72, 0, 2, 1, null, null, '2024-03-02 07:00'),
  (2, 1, null, 0, null, 0, 0, 0, 0, 2, 1, 'line_section', null, '2024-03-02 07:00'),
  (3, 1, 3, 1, 5, 0, 60, 60, 0, 2, 1, null, null, '2024-03-02 07:00'),
  (4, 1, 4, 2, 1, 0, 100, 200, 0, 2, 1, null, null, '2024-03-02 07:00'),
  -- 5 ten ordered, six sent, four given up; 6 given up as a whole; their order changed after them
  (5, 2, 5, 10, 1, 6, 40, 400, 0, 2, 1, null, null, '2024-03-04 07:00'),
  (6, 2, 1, 5, 1, 0, 2, 10, 0, 2, 1, null, null, '2024-03-04 07:00'),
  -- 7 to 10 quotations, a cancelled order, an order of the own house
  (7, 3, 5, 1, 1, 0, 40, 40, 0, 2, 1, null, null, '2024-03-04 07:00'),
  (8, 4, 5, 2, 1, 0, 40, 80, 0, 2, 1, null, null, '2024-03-04 07:00'),
  (9, 5, 5, 3, 1, 0, 40, 120, 0, 2, 1, null, null, '2024-03-04 07:00'),
  (10, 6, 5, 4, 1, 0, 40, 160, 0, 2, 1, null, null, '2024-03-04 13:00'),
  -- 27 a quotation in a unit that is no number of pieces
  (27, 3, 1, 1, 3, 0, 2, 2, 0, 2, 1, null, null, '2024-03-04 07:00'),
  -- 11 of company 2, in euros, ten per cent off, wanted later
  (11, 7, 7, 4, 1, 0, 50, 180, 10, 1, 2, null, null, '2024-03-04 13:00'),
  -- 12 eight sent, of which three came back
  (12, 8, 5, 8, 1, 5, 40, 320, 0, 2, 1, null, null, '2024-03-05 13:00'),
  -- 13 and 14 undo each other; 15 the same again, that stays
  (13, 9, 5, 5, 1, 0, 40, 200, 0, 2, 1, null, null, '2024-03-06 13:00'),
  (14, 9, 5, -5, 1, 0, 40, -200, 0, 2, 1, null, null, '2024-03-06 13:00'),
  (15, 9, 5, 5, 1, 0, 40, 200, 0, 2, 1, null, null, '2024-03-06 13:00'),
  -- 16 goods taken back on an order, which a move tells of too; 17 the same without a move
  (16, 10, 5, -2, 1, -2, 40, -80, 0, 2, 1, null, null, '2024-03-07 13:00'),
  (17, 10, 1, -1, 1, 0, 2, -2, 0, 2, 1, null, null, '2024-03-07 13:00'),
  -- 18 sent by the vendor, 19 will be by its product's route, 20 by its own route, 21 from stock by its own route
  (18, 11, 6, 2, 1, 2, 15, 30, 0, 2, 1, null, null, '2024-03-08 13:00'),
  (19, 11, 6, 1, 1, 0, 15, 15, 0, 2, 1, null, null, '2024-03-08 13:00'),
  (20, 11, 5, 1, 1, 0, 40, 40, 0, 2, 1, null, 9, '2024-03-08 13:00'),
  (21, 11, 6, 1, 1, 0, 15, 15, 0, 2, 1, null, 8, '2024-03-08 13:00'),
  -- 22 on an order with a coupon, 23 the coupon
  (22, 12, 1, 12, 1, 0, 2, 24, 0, 2, 1, null, null, '2024-03-09 13:00'),
  (23, 12, 8, 1, 1, 0, -5, -5, 0, 2, 1, null, null, '2024-03-09 13:00'),
  -- 24 half a kilogram, of a locked order, 25 nothing, 26 in the summer sale
  (24, 13, 2, 500, 4, 0, 0.009, 4.5, 0, 2, 1, null, null, '2024-03-10 13:00'),
  (25, 13, 2, 0, 4, 0, 0.009, 0, 0, 2, 1, null, null, '2024-03-10 13:00'),
  (26, 14, 1, 10, 1, 0, 2, 20, 0, 2, 1, null, null, '2024-06-10 13:00');

insert into stock_picking values (1, 'WH1/OUT/1', 10), (2, 'WH1/IN/1', 10), (3, 'WH1/IN/2', 12);
insert into stock_picking_type values (1, 1), (9, null);
insert into purchase_order values
  (1, 30, '2024-01-20 12:00', '2024-01-22 12:00', 'PO1', 'purchase', 1, 2, 1, '2024-02-01 12:00'),
  (2, 12, '2024-01-25 12:00', null, 'PO2', 'draft', 1, 2, 1, '2024-01-25 12:00'),
  (3, 12, '2024-03-01 12:00', '2024-03-01 12:00', 'PO3', 'purchase', 1, 2, 9, '2024-03-01 12:00'),
  (4, 12, '2024-01-26 12:00', '2024-01-26 12:00', 'PO4', 'cancel', 1, 2, 1, '2024-01-27 12:00');
insert into purchase_order_line values
  -- 50 of 70 boards came; the bolts were given up; a service; a quotation; straight to a customer; cancelled
  (1, 1, 5, 70, 1, 50, 1400, '2024-02-02 06:00', '2024-01-22 12:00'),
  (2, 1, 1, 5, 2, 0, 90, '2024-02-02 12:00', '2024-01-22 12:00'),
  (3, 1, 3, 1, 5, 0, 60, '2024-02-02 12:00', '2024-01-22 12:00'),
  (4, 2, 5, 9, 1, 0, 180, '2024-02-02 12:00', '2024-01-25 12:00'),
  (5, 3, 6, 2, 1, 2, 20, '2024-03-09 12:00', '2024-03-01 12:00'),
  (6, 4, 5, 8, 1, 0, 160, '2024-02-10 12:00', '2024-01-26 12:00');
insert into stock_move values
  -- what is there at the beginning: 200 bolts and 100 boards; a vendor brings 50 boards, 20 more are on their way
  (1, 1, 1, 200, 1, 14, 8, 'done', '2024-01-01 12:00', '2024-01-01 12:00', null, null, null),
  (2, 1, 5, 100, 1, 14, 8, 'done', '2024-01-01 12:00', '2024-01-01 12:00', null, null, null),
  (3, 1, 5, 50, 1, 4, 8, 'done', '2024-02-01 12:00', '2024-02-01 12:00', null, null, 1),
  (4, 1, 5, 20, 1, 4, 8, 'assigned', '2024-04-01 12:00', '2024-02-01 12:00', null, null, 1),
  (5, 1, 5, 7, 1, 4, 8, 'draft', '2024-04-01 12:00', '2024-02-01 12:00', null, null, null),
  -- three dozen leave in two steps, by the output
  (6, 1, 1, 3, 2, 8, 9, 'done', '2024-03-02 12:00', '2024-03-02 12:00', 1, null, null),
  (7, 1, 1, 3, 2, 9, 5, 'done', '2024-03-02 13:00', '2024-03-02 13:00', 1, 1, null),
  (8, 1, 5, 6, 1, 8, 5, 'done', '2024-03-04 12:00', '2024-03-04 12:00', 1, 5, null),
  (9, 1, 5, 4, 1, 8, 5, 'cancel', '2024-03-04 12:00', '2024-03-04 12:00', 1, 5, null),
  (10, 1, 1, 5, 1, 8, 5, 'cancel', '2024-03-04 12:00', '2024-03-04 12:00', 1, 6, null),
  -- eight leave; of them three came back late in the evening in Los Angeles, one more is announced, one was given up
  (11, 1, 5, 8, 1, 8, 5, 'done', '2024-03-06 12:00', '2024-03-06 12:00', 1, 12, null),
  (12, 1, 5, 3, 1, 5, 8, 'done', '2024-03-12 05:00', '2024-03-12 05:00', 2, 12, null),
  (13, 1, 5, 1, 1, 5, 8, 'assigned', '2024-03-13 12:00', '2024-03-12 12:00', 2, 12, null),
  (14, 1, 5, 1, 1, 5, 8, 'cancel', '2024-03-13 12:00', '2024-03-12 12:00', 2, 12, null),
  (15, 1, 5, 2, 1, 5, 8, 'done', '2024-03-14 12:00', '2024-03-14 12:00', 2, 16, null),
  -- back without an order, from a customer of a shop
  (16, 1, 1, 1, 1, 5, 8, 'done', '2024-03-15 12:00', '2024-03-15 12:00', 3, null, null),
  -- straight from the vendor
  (17, 1, 6, 2, 1, 4, 5, 'done', '2024-03-09 12:00', '2024-03-09 12:00', null, 18, null),
  -- between warehouses, and counted away
  (18, 1, 1, 1, 2, 8, 16, 'done', '2024-03-16 12:00', '2024-03-16 12:00', null, null, null),
  (19, 1, 1, 12, 1, 16, 34, 'done', '2024-03-17 12:00', '2024-03-17 12:00', null, null, null),
  (20, 1, 1, 2, 1, 34, 14, 'done', '2024-03-18 12:00', '2024-03-18 12:00', null, null, null),
  -- what a vendor will not bring any more
  (21, 1, 1, 5, 2, 4, 8, 'cancel', '2024-02-02 12:00', '2024-02-01 12:00', null, null, 2),
  (22, 1, 5, 8, 1, 4, 8, 'cancel', '2024-02-10 12:00', '2024-01-27 12:00', null, null, 6),
  -- nine of a dozen are still to leave; the others came back and are sent no more
  (23, 1, 1, 9, 1, 8, 9, 'assigned', '2024-03-20 12:00', '2024-03-09 13:00', null, 22, null),
  (24, 1, 1, 9, 1, 9, 5, 'waiting', '2024-03-20 12:00', '2024-03-09 13:00', null, 22, null);
-- Bolts in warehouse 1: 200 - 36 + 1 - 12 = 153, in warehouse 3: 12 - 2 = 10; boards: 100 + 50 - 6 - 8 + 3 + 2 = 141.
insert into stock_production_lot values (1, 'L1', 1, 1, '2025-01-01 06:00'), (2, 'L2', 1, 1, null);
update product_template set use_expiration_date = true, expiration_time = 365 where id = 101;
insert into stock_wh_resupply_table values (3, 1), (2, 1);
insert into stock_quant values (1, 1, 1, 8, 150, 10), (2, 1, 1, 9, 3, 0), (3, 1, 1, 34, 10, 0), (4, 5, 1, 8, 141, 5),
  (5, 1, null, 14, -198, 0), (6, 1, null, 5, 35, 0);
-- Of the bolts 100 are of one lot, and 20 and 3 in another place of one without a last day.
update stock_quant set quantity = 30 where id = 1;
update stock_quant set lot_id = 2 where id = 2;
insert into stock_quant values (7, 1, 1, 8, 100, 0, 1), (8, 1, 1, 8, 20, 0, 2);
insert into stock_warehouse_orderpoint values (1, true, 5, 1, 1, 30, 60, 10, null), (2, true, 5, 1, 1, 5, 0, 1, null),
  (3, false, 1, 1, 1, 1, 2, 1, null);

insert into account_move values
  (1, 'INV/1', 'out_invoice', 'posted', '2024-03-03', '2024-03-03', 1, 10, null),
  (2, 'INV/2', 'out_invoice', 'posted', '2024-03-08', '2024-03-08', 1, 12, null),
  (3, 'RINV/3', 'out_refund', 'posted', '2024-03-11', '2024-03-11', 1, 12, 2),
  (4, '/', 'out_invoice', 'draft', '2024-03-11', null, 1, 12, null),
  (5, 'INV/5', 'out_invoice', 'cancel', '2024-03-11', '2024-03-11', 1, 12, null),
  (6, 'BILL/6', 'in_invoice', 'posted', '2024-03-11', '2024-03-11', 1, 30, null),
  (7, 'RINV/7', 'out_refund', 'posted', '2024-03-13', '2024-03-13', 1, 10, 1),
  (8, 'INV/8', 'out_invoice', 'posted', '2024-03-14', '2024-03-14', 2, 1, null),
  (9, 'MISC/9', 'entry', 'posted', '2024-03-14', null, 1, null, null);
insert into account_move_line values
  (1, 1, 1, 2, 3, 24, 0, 72, 2, null, false, '2024-03-03 09:00'),
  (2, 1, null, null, 1, 0, 0, 72, 2, null, true, '2024-03-03 09:00'),
  -- no order: two dozen at ten per cent off, a heading, a service
  (3, 2, 1, 2, 2, 25, 10, 45, 2, null, false, '2024-03-08 09:00'),
  (4, 2, null, null, 0, 0, 0, 0, 2, 'line_note', false, '2024-03-08 09:00'),
  (5, 2, 3, 5, 1, 60, 0, 60, 2, null, false, '2024-03-08 09:00'),
  (6, 2, null, null, 1, 0, 0, 105, 2, null, true, '2024-03-08 09:00'),
  (7, 3, 1, 1, 6, 2, 0, 12, 2, null, false, '2024-03-11 09:00'),
  (8, 4, 1, 1, 7, 2, 0, 14, 2, null, false, '2024-03-11 09:00'),
  (9, 5, 1, 1, 8, 2, 0, 16, 2, null, false, '2024-03-11 09:00'),
  (10, 6, 1, 1, 9, 2, 0, 18, 2, null, false, '2024-03-11 09:00'),
  -- the credit note of the three boards that came back
  (11, 7, 5, 1, 3, 40, 0, 120, 2, null, false, '2024-03-13 09:00'),
  (12, 8, 7, 1, 2, 50, 0, 100, 1, null, false, '2024-03-14 09:00'),
  (13, 9, null, null, 1, 0, 0, 0, 2, null, false, '2024-03-14 09:00');
insert into sale_order_line_invoice_rel values (1, 1), (11, 12);
insert into resource_calendar_leaves values (1, 'Labour Day', 1, null, null, '2024-05-01 07:00', '2024-05-02 06:59'),
  (2, 'Holidays of a clerk', 1, null, 5, '2024-05-06 07:00', '2024-05-10 06:59');
