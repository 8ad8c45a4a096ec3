-- The tables that the template names, in the words of H2, PostgreSQL and MariaDB.
create table your_site (id integer primary key, company_id integer not null, name varchar(60) not null);
create table your_item (
  id integer primary key, company_id integer not null, code varchar(40), name varchar(120), category varchar(40),
  base_unit varchar(10) not null, active boolean not null, is_kit boolean not null, vendor_id integer, lead_time_days integer,
  minimum_order decimal(12,3), order_multiple decimal(12,3), purchase_price decimal(12,4), currency char(3),
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
create table your_purchase (id integer primary key, item_id integer not null, site_id integer not null, vendor_id integer,
  quantity decimal(12,3) not null, received decimal(12,3) not null, ordered_on date not null, due_on date, received_on date);
create table your_rule (item_id integer not null, site_id integer not null, minimum decimal(12,3), maximum decimal(12,3));
insert into your_site values (1, 1, 'Main');
insert into your_item (id, company_id, code, name, base_unit, active, is_kit) values
  (1, 1, 'A', 'Apples', 'kg', true, false), (2, 1, 'B', 'Basket of apples', 'pc', true, true);
insert into your_unit values (1, 'kg', 1), (1, 'crate', 20), (2, 'pc', 1);
insert into your_kit values (2, 1, 3);
insert into your_order values
  (1, 1, 'order', 'SO1', 'confirmed', date '2026-03-01', 1, 7, 'EUR', false, null),
  (2, 1, 'order', 'SO2', 'quotation', date '2026-03-02', 1, 7, 'EUR', false, null),
  (3, 1, 'return', 'RE3', 'confirmed', date '2026-03-08', 1, 7, 'EUR', false, 1),
  (4, 1, 'order', 'SO4', 'cancelled', date '2026-03-09', 1, 7, 'EUR', true, null);
insert into your_order_line (id, order_id, item_id, unit, quantity, cancelled, delivered, net_price, list_price, is_sample, wanted_on) values
  (1, 1, 1, 'crate', 3, 1, 2, 30, 40, false, date '2026-03-04'), (2, 1, 2, 'pc', 5, 0, 5, 9, 9, false, null),
  (3, 1, null, null, null, null, null, null, null, false, null), (4, 1, 1, 'kg', 1, 0, 1, 0, 2, true, null),
  (5, 2, 1, 'kg', 9, 0, 0, 2, 2, false, null), (6, 3, 1, 'kg', 4, 0, 4, 1.5, 2, false, null),
  (7, 4, 1, 'kg', 6, 0, 0, 2, 2, false, null);
insert into your_price values (1, 1, null, date '2026-01-01', null, 2, 'EUR');
insert into your_movement values (1, 1, 1, date '2026-03-01', 'RECEIPT', 100, 100), (2, 1, 1, date '2026-03-04', 'ISSUE', -40, 60);
insert into your_stock values (1, 1, 60, 10);
insert into your_purchase values (1, 1, 1, 5, 100, 100, date '2026-02-20', date '2026-03-01', date '2026-03-01'),
  (2, 1, 1, 5, 50, 0, date '2026-03-05', date '2026-03-20', null);
insert into your_rule values (1, 1, 20, 200);
