-- What the import keeps of the ERP: lines with all that is judged by them, what they said before, and the
-- account of every row. Lines read before this version lack the new columns; the next import reads them again.
delete from sales_line;
delete from quarantine;
delete from watermark;

-- line_id: of a kit's component <line_id of the kit>#<item>. item_id: excluded lines have one, too.
-- known_from: instant of the run that first knew this content. derived_from: the kit's line, null = a row of the ERP.
alter table sales_line alter column line_id set data type varchar(170);
alter table sales_line add column item_id varchar(80);
alter table sales_line add column customer_id varchar(80);
alter table sales_line add column uom_id varchar(40);
alter table sales_line add column unit_price numeric(19, 6);
alter table sales_line add column drop_ship boolean default false not null;
alter table sales_line add column original_date date;
alter table sales_line add column derived_from varchar(80);
alter table sales_line add column known_from timestamp(6) not null;
alter table sales_line add column source varchar(40) not null;
create index sales_line_changed on sales_line (changed_at, line_id);

-- What a line said from known_from until before known_to, when it said otherwise or was gone.
create table sales_line_history (
    line_id          varchar(170) not null,
    series_id        bigint,
    source_kind      varchar(8),
    source_key       bigint,
    document_no      varchar(80),
    line_kind        varchar(8),
    booked_on        date,
    item_id          varchar(80),
    customer_id      varchar(80),
    quantity         numeric(19, 6),
    uom_id           varchar(40),
    unit_price       numeric(19, 6),
    net_amount       numeric(19, 6),
    currency         char(3),
    promoted         boolean      not null,
    drop_ship        boolean      not null,
    flags            varchar(80),
    excluded_because varchar(40),
    original_date    date,
    derived_from     varchar(80),
    changed_at       timestamp(6) not null,
    known_from       timestamp(6) not null,
    known_to         timestamp(6) not null,
    source           varchar(40)  not null,
    imported_by      bigint       not null,
    ended_by         bigint       not null,
    constraint sales_line_history_pk primary key (line_id, known_from)
);
create index sales_line_history_series on sales_line_history (series_id, booked_on);

-- Which lines the import made of a kit's line: small where kits are few, so that sales_line needs no index for it.
create table derived_line (
    derived_from varchar(80)  not null,
    line_id      varchar(170) not null,
    constraint derived_line_pk primary key (derived_from, line_id)
);

alter table quarantine alter column line_id set data type varchar(170);
-- raw: the row's columns as it came, a JSON object.
alter table quarantine add column source varchar(40) not null;
alter table quarantine add column source_kind varchar(8);
alter table quarantine add column source_key bigint;
alter table quarantine add column item_id varchar(80);
alter table quarantine add column quantity numeric(19, 6);
alter table quarantine add column net_amount numeric(19, 6);
alter table quarantine add column known_from timestamp(6) not null;
alter table quarantine add column raw varchar(4000) not null;
create index quarantine_changed on quarantine (changed_at);

alter table watermark add column line_id varchar(80) default '' not null;

-- Each import's instant of knowledge; a restart keeps it.
create table intake_run (
    instance_id bigint primary key,
    known_at    timestamp(6) not null
);

-- Rows by outcome and rule. Standing at the end of the run: USED, EXCLUDED, QUARANTINED (together the rows of the
-- ERP) and DERIVED (made of kits). What the run brought: NEW, CHANGED, DELETED, HEALED. rule = '' where there is none.
create table intake_account (
    instance_id bigint         not null,
    outcome     varchar(16)    not null,
    rule        varchar(40)    not null,
    line_count  bigint         not null,
    quantity    numeric(30, 6) not null,
    constraint intake_account_pk primary key (instance_id, outcome, rule)
);

-- Counts and sums of the rows that changed within an hour, lines and quarantine, kept by every transaction that
-- changes them: what the reconciliation compares with the ERP. A reload counts anew.
create table intake_hour (
    changed_hour timestamp(6) primary key,
    line_count   bigint         not null,
    counting     bigint         not null,
    quantity     numeric(30, 6) not null,
    net_amount   numeric(30, 6) not null,
    key_sum      numeric(38, 0) not null
);

-- Items whose unit or kit changed or that are gone: their lines are to be judged anew.
create table recheck_item (
    org_id  varchar(80) not null,
    item_id varchar(80) not null,
    constraint recheck_item_pk primary key (org_id, item_id)
);

-- Companies may use the same identities for different items and sites. All of this is read anew by each import.
drop table item;
create table item (
    org_id         varchar(80)  not null,
    item_id        varchar(80)  not null,
    item_code      varchar(80)  not null,
    item_name      varchar(200) not null,
    category       varchar(80)  not null,
    uom_id         varchar(40)  not null,
    lead_time_days int,
    constraint item_pk primary key (org_id, item_id)
);

drop table site;
create table site (
    org_id    varchar(80)  not null,
    site_id   varchar(80)  not null,
    site_name varchar(200) not null,
    constraint site_pk primary key (org_id, site_id)
);

drop table price;
create table price (
    price_id   varchar(80) primary key,
    org_id     varchar(80) not null,
    item_id    varchar(80) not null,
    site_id    varchar(80),
    valid_from date not null,
    valid_to   date,
    unit_price numeric(19, 6) not null,
    currency   char(3)
);
create index price_item on price (item_id);

drop table promotion;
create table promotion (
    promotion_id varchar(80) primary key,
    org_id       varchar(80) not null,
    item_id      varchar(80) not null,
    site_id      varchar(80),
    from_date    date not null,
    to_date      date not null
);
create index promotion_item on promotion (item_id);

drop table stock_out;
create table stock_out (
    org_id    varchar(80) not null,
    item_id   varchar(80) not null,
    site_id   varchar(80) not null,
    from_date date not null,
    to_date   date not null,
    constraint stock_out_pk primary key (item_id, org_id, site_id, from_date)
);

-- Base units of the component in one base unit of the kit.
create table kit_component (
    org_id            varchar(80)    not null,
    kit_item_id       varchar(80)    not null,
    component_item_id varchar(80)    not null,
    quantity          numeric(19, 6) not null,
    constraint kit_component_pk primary key (org_id, kit_item_id, component_item_id)
);

-- PLANNER = entered by a person, ERP = read from its calendar and replaced by each import.
alter table planned_event add column source varchar(10) default 'PLANNER' not null;

-- Up to which instant of knowledge a version sees lines (null = all), and what it does with returns.
alter table forecast_version add column known_at timestamp(6);
alter table forecast_version add column returns_rule varchar(12) default 'separate' not null;
