-- The demo ERP: ordinary tables of an ordinary ERP, for H2, PostgreSQL and MariaDB from this one script.
-- Quantities are in the item's base unit, money is without tax in the document's currency, time stamps are UTC,
-- dates are the business day at the site. As in many grown ERPs nothing ties sales_order_line.item_id to item:
-- a few lines name items that do not exist, lack a date or hold an absurd quantity, and the views pass them on.

create table company (
  company_id varchar(20) primary key,
  company_name varchar(200) not null,
  currency char(3) not null
);

create table site (
  site_id varchar(20) primary key,
  company_id varchar(20) not null references company (company_id),
  site_name varchar(200) not null,
  time_zone varchar(60) not null
);

-- minimum_order_value in the company's currency. The days are ISO weekdays as digits, null = every day, as agreed at the end
-- of the history for what is ordered from then on.
create table vendor (
  vendor_id varchar(20) primary key,
  vendor_name varchar(200) not null,
  lead_time_days int not null,
  minimum_order_value numeric(19,6),
  order_days varchar(7),
  delivery_days varchar(7)
);

create table customer (
  customer_id varchar(20) primary key,
  customer_name varchar(200) not null
);

create table item (
  item_id varchar(20) primary key,
  company_id varchar(20) not null references company (company_id),
  item_name varchar(200) not null,
  category varchar(40) not null,
  uom_id varchar(10) not null,
  vendor_id varchar(20) not null references vendor (vendor_id),
  lead_time_days int not null,
  minimum_order numeric(19,6) not null,
  order_multiple numeric(19,6) not null,
  purchase_price numeric(19,6) not null,
  currency char(3) not null,
  active boolean not null,
  introduced_on date,
  discontinued_on date,
  changed_at timestamp(6) not null,
  shelf_life_days int
);

-- What a vendor asks for an item: minimum and multiple in base units, the price for one base unit, and how many of them are
-- in the unit that orders are written in.
create table vendor_item (
  id bigint primary key,
  vendor_id varchar(20) not null references vendor (vendor_id),
  item_id varchar(20) not null references item (item_id),
  site_id varchar(20),
  preferred boolean not null,
  valid_from date not null,
  valid_to date,
  lead_time_days int not null,
  minimum_order numeric(19,6) not null,
  order_multiple numeric(19,6) not null,
  order_unit varchar(10) not null,
  units_in_order_unit numeric(19,6) not null,
  unit_price numeric(19,6) not null,
  currency char(3) not null
);

create table vendor_item_price (
  vendor_item_id bigint not null references vendor_item (id),
  from_quantity numeric(19,6) not null,
  unit_price numeric(19,6) not null,
  primary key (vendor_item_id, from_quantity)
);

-- A day of a site, of a vendor, or, where it names neither, of the whole company; kept from the end of the history on.
create table closed_day (
  id bigint primary key,
  company_id varchar(20) not null references company (company_id),
  closed_on date not null,
  site_id varchar(20),
  vendor_id varchar(20)
);

-- On which ways goods are moved between sites; item_id null = every item.
create table transfer_lane (
  id bigint primary key,
  from_site_id varchar(20) not null references site (site_id),
  to_site_id varchar(20) not null references site (site_id),
  item_id varchar(20),
  lead_time_days int not null,
  minimum_order numeric(19,6),
  order_multiple numeric(19,6)
);

-- order_type STANDARD, RETURN; status DRAFT, CONFIRMED, SHIPPED, CANCELLED
create table sales_order (
  id bigint primary key,
  company_id varchar(20) not null,
  document_no varchar(40) not null,
  order_type varchar(10) not null,
  site_id varchar(20) not null,
  customer_id varchar(20) not null,
  order_date date,
  currency char(3) not null,
  status varchar(12) not null
);

-- line_status OPEN, SHIPPED, CANCELLED, SAMPLE; changed_at moves with every change of the line or of its order.
-- Quantities of a return are positive: the order's type says that the goods come back.
create table sales_order_line (
  id bigint primary key,
  order_id bigint not null,
  line_no int not null,
  item_id varchar(20),
  description varchar(200),
  quantity numeric(19,6),
  quantity_delivered numeric(19,6),
  uom_id varchar(10),
  unit_price numeric(19,6),
  list_price numeric(19,6),
  promotion_id bigint,
  line_status varchar(12) not null,
  changed_at timestamp(6) not null
);

-- What the import pages by.
create index sales_order_line_changed on sales_order_line (changed_at, id);

-- One row per item, site, day and kind; balance_after is the stock after the movement.
create table stock_ledger (
  id bigint primary key,
  item_id varchar(20) not null,
  site_id varchar(20) not null,
  posted_on date not null,
  movement_kind varchar(20) not null,
  quantity numeric(19,6) not null,
  balance_after numeric(19,6) not null
);

create table stock_balance (
  item_id varchar(20) not null,
  site_id varchar(20) not null,
  on_hand numeric(19,6) not null,
  reserved numeric(19,6) not null,
  primary key (item_id, site_id)
);

-- Of which lots the stock is, oldest deliveries sold first; of items that keep for ever nobody asks.
create table stock_lot (
  item_id varchar(20) not null,
  site_id varchar(20) not null,
  lot_no varchar(40) not null,
  quantity numeric(19,6) not null,
  expires_on date not null,
  primary key (item_id, site_id, lot_no)
);

create table reorder_rule (
  item_id varchar(20) not null,
  site_id varchar(20) not null,
  minimum numeric(19,6) not null,
  maximum numeric(19,6) not null,
  primary key (item_id, site_id)
);

-- status OPEN, RECEIVED, CLAIMED (long overdue, and the vendor knows no day), CANCELLED
create table purchase_order (
  id bigint primary key,
  company_id varchar(20) not null,
  document_no varchar(40) not null,
  vendor_id varchar(20) not null,
  site_id varchar(20) not null,
  ordered_on date not null,
  status varchar(12) not null
);

-- due_date is the day ordered and the lead time of the item, promised_on what the vendor confirmed last.
create table purchase_order_line (
  id bigint primary key,
  purchase_order_id bigint not null references purchase_order (id),
  item_id varchar(20) not null,
  quantity numeric(19,6) not null,
  quantity_received numeric(19,6) not null,
  unit_price numeric(19,6) not null,
  due_date date not null,
  promised_on date,
  quantity_cancelled numeric(19,6) not null,
  changed_at timestamp(6) not null
);

create table goods_receipt (
  id bigint primary key,
  purchase_order_line_id bigint not null references purchase_order_line (id),
  received_on date not null,
  quantity numeric(19,6) not null
);

create table price_list (
  id bigint primary key,
  item_id varchar(20) not null,
  site_id varchar(20),
  valid_from date not null,
  valid_to date,
  unit_price numeric(19,6) not null,
  currency char(3) not null
);

create table promotion (
  id bigint primary key,
  promotion_name varchar(200) not null,
  item_id varchar(20) not null,
  site_id varchar(20),
  from_date date not null,
  to_date date not null,
  discount numeric(9,6) not null
);

create table calendar_event (
  id bigint primary key,
  event_date date not null,
  event_name varchar(80) not null,
  kind varchar(20) not null,
  site_id varchar(20)
);

-- What the generator did, so that an estimate can be held against the truth. It belongs to no ERP and to no view.
create table true_effect (
  id bigint primary key,
  effect_kind varchar(40) not null,
  item_id varchar(20),
  site_id varchar(20),
  reference varchar(80),
  effect double precision not null,
  meaning varchar(200) not null
);
