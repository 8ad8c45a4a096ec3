-- Where the order lines of files are kept, for H2 and PostgreSQL. Several files make one ERP: each is one load, and a later
-- file may correct an earlier one.

-- Every row that could be read, demand or not. row_no numbers the rows of all loads from 1 in their order.
create table file_order_line (
  row_no bigint primary key,
  load_id bigint not null,
  line_id varchar(80) not null,
  excluded_because varchar(40),
  flags varchar(80),
  org_id varchar(80) not null,
  document_no varchar(80) not null,
  line_kind varchar(8) not null,
  order_date date not null,
  demand_date date not null,
  item_id varchar(80),
  site_id varchar(80),
  customer_id varchar(80),
  channel_id varchar(80),
  quantity numeric(19,6) not null,
  uom_id varchar(40),
  unit_price numeric(19,6),
  net_amount numeric(19,6),
  currency char(3),
  on_promotion boolean not null,
  erp_status varchar(40),
  changed_at timestamp(6) not null
);

-- What the import pages by.
create index file_order_line_changed on file_order_line (changed_at, row_no);

-- What a later load looks for: whether a line is there already.
create index file_order_line_document on file_order_line (document_no, load_id);

-- Items as the lines that are demand name them; the name and category are the last ones seen.
create table file_item (
  item_id varchar(80) not null,
  org_id varchar(80) not null,
  item_name varchar(200),
  category varchar(80),
  uom_id varchar(40),
  changed_at timestamp(6) not null,
  primary key (org_id, item_id)
);

create table file_site (
  site_id varchar(80) not null,
  org_id varchar(80) not null,
  primary key (org_id, site_id)
);

-- Rows of the file that could not be read. line_no is the physical line in the file, the header being line 1.
create table file_quarantine (
  load_id bigint not null,
  line_no bigint not null,
  reason varchar(40) not null,
  detail varchar(400) not null,
  raw_text varchar(4000) not null,
  primary key (load_id, line_no)
);

-- The account of each load: rows_in_file = rows_loaded + rows_quarantined. replaced_by = the load that corrected it.
create table file_load (
  load_id bigint primary key,
  file_name varchar(400) not null,
  sha256 varchar(64) not null,
  profile varchar(80) not null,
  rows_in_file bigint not null,
  rows_loaded bigint not null,
  rows_quarantined bigint not null,
  lines_not_utf8 bigint not null,
  loaded_by varchar(80) not null,
  loaded_at timestamp(6) not null,
  replaced_by bigint
);

-- How many of the loaded rows were no demand, by reason, at the time of the load.
create table file_exclusion (
  load_id bigint not null,
  reason varchar(40) not null,
  rows_excluded bigint not null,
  primary key (load_id, reason)
);
