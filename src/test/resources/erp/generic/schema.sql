-- The tables that the template names, in the words of H2, PostgreSQL and MariaDB.
create table your_site (id integer primary key, company_id integer not null, name varchar(60) not null);
create table your_item (
  id integer primary key, company_id integer not null, code varchar(40), name varchar(120), category varchar(40),
  base_unit varchar(10) not null, active boolean not null, is_kit boolean not null, vendor_id integer, lead_time_days integer,
  minimum_order decimal(12,3), order_multiple decimal(12,3), purchase_price decimal(12,4), currency char(3), shelf_life_days integer,
  changed_at timestamp(6) default current_timestamp(6) not null);
create table your_unit (item_id integer not null, unit varchar(10) not null, factor decimal(12,6) not null, primary key (item_id, unit));
create table your_kit (kit_id integer not null, component_id integer not null, quantity decimal(12,3) not null);
create table your_order (
  id bigint primary key, company_id integer not null, kind varchar(10) not null, number varchar(20) not null, state varchar(20) not null,
  ordered_on date not null, site_id integer, customer_id integer, currency char(3) not null, shipped_by_vendor boolean not null,
  returns_order_id bigint);
create table your_order_line (
  id bigint primary key, order_id bigint not null, item_id integer, unit varchar(10), quantity decimal(12,3), cancelled decimal(12,3),
  delivered decimal(12,3), net_price decimal(12,4), list_price decimal(12,4), is_sample boolean not null, wanted_on date,
  changed_at timestamp(6) default current_timestamp(6) not null);
create index your_order_line_changed on your_order_line (changed_at, id);
create table your_price (id integer primary key, item_id integer not null, site_id integer, valid_from date not null, valid_to date,
  price decimal(12,4) not null, currency char(3) not null);
create table your_movement (id bigint primary key, item_id integer not null, site_id integer not null, posted_on date not null,
  kind varchar(20) not null, quantity decimal(12,3) not null, balance decimal(12,3) not null);
create table your_stock (item_id integer not null, site_id integer not null, on_hand decimal(12,3) not null, reserved decimal(12,3) not null);
create table your_purchase (id integer primary key, number varchar(20) not null, state varchar(10) not null, item_id integer not null,
  site_id integer not null, vendor_id integer, unit varchar(10) not null, quantity decimal(12,3) not null, cancelled decimal(12,3) not null,
  received decimal(12,3) not null, price decimal(12,4), currency char(3), ordered_on date not null, due_on date,
  changed_at timestamp(6) default current_timestamp(6) not null);
create table your_receipt (id integer primary key, purchase_id integer not null, received_on date not null, quantity decimal(12,3) not null);
create table your_transfer (id integer primary key, number varchar(20) not null, item_id integer not null, from_site_id integer not null,
  to_site_id integer not null, quantity decimal(12,3) not null, due_on date, arrived_on date);
create table your_vendor (id integer primary key, company_id integer not null, name varchar(120) not null, minimum_value decimal(12,2),
  currency char(3), order_days varchar(7), delivery_days varchar(7));
create table your_vendor_item (id integer primary key, vendor_id integer not null, item_id integer not null, site_id integer, valid_from date,
  valid_to date, lead_time_days integer, minimum_order decimal(12,3), order_multiple decimal(12,3), unit varchar(10) not null,
  price decimal(12,4) not null, currency char(3) not null);
create table your_vendor_price (vendor_item_id integer not null, from_quantity decimal(12,3) not null, price decimal(12,4) not null);
create table your_closed_day (company_id integer not null, closed_on date not null, site_id integer, vendor_id integer);
create table your_lane (from_site_id integer not null, to_site_id integer not null, item_id integer, lead_time_days integer,
  minimum_order decimal(12,3), order_multiple decimal(12,3));
create table your_lot (item_id integer not null, site_id integer not null, lot varchar(20) not null, quantity decimal(12,3) not null, expires_on date);
create table your_rule (item_id integer not null, site_id integer not null, minimum decimal(12,3), maximum decimal(12,3));
insert into your_site values (1, 1, 'Main'), (2, 1, 'Branch');
insert into your_item (id, company_id, code, name, base_unit, active, is_kit, vendor_id, shelf_life_days) values
  (1, 1, 'A', 'Apples', 'kg', true, false, 5, 60), (2, 1, 'B', 'Basket of apples', 'pc', true, true, null, null);
insert into your_unit values (1, 'kg', 1), (1, 'crate', 20), (2, 'pc', 1);
insert into your_kit values (2, 1, 3);
insert into your_order values
  (1, 1, 'order', 'SO1', 'confirmed', date '2026-03-01', 1, 7, 'EUR', false, null),
  (2, 1, 'order', 'SO2', 'quotation', date '2026-03-02', 1, 7, 'EUR', false, null),
  (3, 1, 'return', 'RE3', 'confirmed', date '2026-03-08', 1, 7, 'EUR', false, 1),
  (4, 1, 'order', 'SO4', 'cancelled', date '2026-03-09', 1, 7, 'EUR', true, null),
  (5, 1, 'order', 'SO5', 'confirmed', date '2026-03-09', 1, 7, 'EUR', false, null),
  (6, 1, 'order', 'SO6', 'confirmed', date '2026-03-09', 1, 8, 'EUR', true, null);
insert into your_order_line (id, order_id, item_id, unit, quantity, cancelled, delivered, net_price, list_price, is_sample, wanted_on) values
  (1, 1, 1, 'crate', 3, 1, 2, 30, 40, false, date '2026-03-04'), (2, 1, 2, 'pc', 5, 0, 5, 9, 9, false, null),
  (3, 1, null, null, null, null, null, null, null, false, null), (4, 1, 1, 'kg', 1, 0, 1, 0, 2, true, null),
  (5, 2, 1, 'kg', 9, 0, 0, 2, 2, false, null), (6, 3, 1, 'kg', 4, 0, 4, 1.5, 2, false, null),
  (7, 4, 1, 'kg', 6, 0, 0, 2, 2, false, null), (8, 5, 1, 'crate', 4, 1, 2, 30, 40, false, date '2026-03-14'),
  (9, 5, 1, 'kg', 2, 0, 0, 0, 2, true, null), (10, 6, 1, 'kg', 7, 0, 0, 2, 2, false, null);
insert into your_price values (1, 1, null, date '2026-01-01', null, 2, 'EUR');
insert into your_movement values (1, 1, 1, date '2026-03-01', 'RECEIPT', 100, 100), (2, 1, 1, date '2026-03-04', 'ISSUE', -40, 60);
insert into your_stock values (1, 1, 60, 10);
insert into your_purchase (id, number, state, item_id, site_id, vendor_id, unit, quantity, cancelled, received, price, currency, ordered_on, due_on) values
  (1, 'PO1', 'closed', 1, 1, 5, 'kg', 100, 0, 100, 1, 'EUR', date '2026-02-20', date '2026-03-01'),
  (2, 'PO2', 'open', 1, 1, 5, 'crate', 10, 2, 3, 19, 'EUR', date '2026-03-05', date '2026-03-20'),
  (3, 'PO3', 'draft', 1, 1, 5, 'kg', 50, 0, 0, 1, 'EUR', date '2026-03-09', null),
  (4, 'PO4', 'closed', 1, 1, 6, 'kg', 30, 0, 10, 1, 'EUR', date '2026-02-01', date '2026-02-10');
insert into your_receipt values (1, 1, date '2026-02-28', 60), (2, 1, date '2026-03-02', 40), (3, 2, date '2026-03-18', 3), (4, 4, date '2026-02-11', 10);
insert into your_transfer values (1, 'TR1', 1, 1, 2, 15, date '2026-03-12', null), (2, 'TR2', 1, 1, 2, 5, date '2026-03-01', date '2026-03-01');
insert into your_vendor values (5, 1, 'Orchard', 250, 'EUR', '135', '24'), (6, 1, 'Market', null, null, null, null);
insert into your_vendor_item values
  (51, 5, 1, null, date '2026-01-01', null, 10, 2, 1, 'crate', 20, 'EUR'), (61, 6, 1, null, null, null, 2, 1, 1, 'kg', 1.5, 'EUR');
insert into your_vendor_price values (51, 5, 19), (51, 20, 17);
insert into your_closed_day values (1, date '2026-12-25', null, null), (1, date '2026-06-01', 1, null), (1, date '2026-08-03', null, 5);
insert into your_lane values (1, 2, null, 1, 5, 5);
insert into your_lot values (1, 1, 'L1', 20, date '2026-04-20'), (1, 1, 'L2', 40, date '2026-05-01');
insert into your_rule values (1, 1, 20, 200);
