-- What the ERPs tell of stock and of what comes in, as it was last read: one table a view, with the columns of the view. row_key is the key of the
-- view in one text, first in the key since rows are looked up by many of them; quantities are in the base unit of the item.

create table supply_item (
    source          varchar(40)    not null,
    row_key         varchar(400)   not null,
    org_id          varchar(80)    not null,
    item_id         varchar(80)    not null,
    vendor_id       varchar(80),
    lead_time_days  int,
    minimum_order   numeric(19, 6),
    order_multiple  numeric(19, 6),
    purchase_price  numeric(19, 6),
    currency        varchar(3),
    shelf_life_days int,
    active          boolean,
    constraint supply_item_pk primary key (row_key, source)
);

create table supply_stock_level (
    source    varchar(40)    not null,
    row_key   varchar(400)   not null,
    org_id    varchar(80)    not null,
    item_id   varchar(80)    not null,
    site_id   varchar(80)    not null,
    on_hand   numeric(19, 6) not null,
    available numeric(19, 6),
    reserved  numeric(19, 6),
    constraint supply_stock_level_pk primary key (row_key, source)
);

create table supply_lot (
    source     varchar(40)    not null,
    row_key    varchar(400)   not null,
    org_id     varchar(80)    not null,
    item_id    varchar(80)    not null,
    site_id    varchar(80)    not null,
    lot_id     varchar(80)    not null,
    quantity   numeric(19, 6) not null,
    expires_on date,
    constraint supply_lot_pk primary key (row_key, source)
);

create table supply_open_supply (
    source           varchar(40)    not null,
    row_key          varchar(400)   not null,
    supply_id        varchar(80)    not null,
    org_id           varchar(80),
    item_id          varchar(80)    not null,
    site_id          varchar(80)    not null,
    quantity_open    numeric(19, 6) not null,
    due_date         date,
    supply_kind      varchar(80),
    vendor_id        varchar(80),
    document_no      varchar(80),
    purchase_line_id varchar(80),
    constraint supply_open_supply_pk primary key (row_key, source)
);

create table supply_purchase_line (
    source            varchar(40)    not null,
    row_key           varchar(400)   not null,
    org_id            varchar(80)    not null,
    line_id           varchar(80)    not null,
    document_no       varchar(80),
    item_id           varchar(80)    not null,
    site_id           varchar(80),
    vendor_id         varchar(80)    not null,
    ordered_on        date           not null,
    promised_on       date,
    quantity_ordered  numeric(19, 6) not null,
    quantity_received numeric(19, 6),
    closed            boolean        not null,
    unit_price        numeric(19, 6),
    currency          varchar(3),
    constraint supply_purchase_line_pk primary key (row_key, source)
);

create table supply_purchase_receipt (
    source           varchar(40)    not null,
    row_key          varchar(400)   not null,
    receipt_id       varchar(80)    not null,
    org_id           varchar(80),
    item_id          varchar(80)    not null,
    site_id          varchar(80),
    vendor_id        varchar(80),
    ordered_on       date,
    received_on      date           not null,
    quantity         numeric(19, 6) not null,
    purchase_line_id varchar(80),
    constraint supply_purchase_receipt_pk primary key (row_key, source)
);

create table supply_vendor (
    source              varchar(40)    not null,
    row_key             varchar(400)   not null,
    org_id              varchar(80)    not null,
    vendor_id           varchar(80)    not null,
    vendor_name         varchar(200),
    minimum_order_value numeric(19, 6),
    currency            varchar(3),
    order_days          varchar(7),
    delivery_days       varchar(7),
    constraint supply_vendor_pk primary key (row_key, source)
);

create table supply_supplier_terms (
    source          varchar(40)    not null,
    row_key         varchar(400)   not null,
    org_id          varchar(80)    not null,
    terms_id        varchar(80)    not null,
    item_id         varchar(80)    not null,
    vendor_id       varchar(80)    not null,
    site_id         varchar(80),
    preferred       boolean,
    valid_from      date,
    valid_to        date,
    lead_time_days  int,
    minimum_order   numeric(19, 6),
    order_multiple  numeric(19, 6),
    purchase_uom    varchar(80),
    purchase_factor numeric(19, 6),
    unit_price      numeric(19, 6),
    currency        varchar(3),
    constraint supply_supplier_terms_pk primary key (row_key, source)
);

create table supply_price_break (
    source        varchar(40)    not null,
    row_key       varchar(400)   not null,
    org_id        varchar(80)    not null,
    terms_id      varchar(80)    not null,
    from_quantity numeric(19, 6) not null,
    unit_price    numeric(19, 6) not null,
    constraint supply_price_break_pk primary key (row_key, source)
);

create table supply_closed_day (
    source    varchar(40)  not null,
    row_key   varchar(400) not null,
    org_id    varchar(80)  not null,
    closed_on date         not null,
    site_id   varchar(80)  not null,
    vendor_id varchar(80)  not null,
    constraint supply_closed_day_pk primary key (row_key, source)
);

create table supply_transfer_lane (
    source         varchar(40)    not null,
    row_key        varchar(400)   not null,
    org_id         varchar(80)    not null,
    from_site_id   varchar(80)    not null,
    to_site_id     varchar(80)    not null,
    item_id        varchar(80)    not null,
    lead_time_days int,
    minimum_order  numeric(19, 6),
    order_multiple numeric(19, 6),
    constraint supply_transfer_lane_pk primary key (row_key, source)
);

create table supply_reorder_rule (
    source  varchar(40)    not null,
    row_key varchar(400)   not null,
    org_id  varchar(80)    not null,
    item_id varchar(80)    not null,
    site_id varchar(80)    not null,
    minimum numeric(19, 6),
    maximum numeric(19, 6),
    constraint supply_reorder_rule_pk primary key (row_key, source)
);

-- Rows that are kept apart. fault: why; column_name: the first that is wrong, empty where the row as a whole is; said: what the row says.
create sequence supply_quarantine_no;
create table supply_quarantine (
    quarantine_no bigint        not null,
    source        varchar(40)   not null,
    view_name     varchar(40)   not null,
    fault         varchar(30)   not null,
    column_name   varchar(40)   not null,
    said          varchar(1000) not null,
    constraint supply_quarantine_pk primary key (quarantine_no)
);
create index supply_quarantine_view on supply_quarantine (source, view_name);

-- What the last import found in each view. lacking: columns that the ERP does not have, names with commas between; rows_told, amount_told: what the
-- ERP itself counts and sums; rows_told null = there is no such view.
create table supply_account (
    source       varchar(40)    not null,
    view_name    varchar(40)    not null,
    run          bigint         not null,
    lacking      varchar(400)   not null,
    rows_told    bigint,
    amount_told  numeric(30, 6) not null,
    rows_kept    bigint         not null,
    amount_kept  numeric(30, 6) not null,
    rows_apart   bigint         not null,
    amount_apart numeric(30, 6) not null,
    constraint supply_account_pk primary key (source, view_name)
);
