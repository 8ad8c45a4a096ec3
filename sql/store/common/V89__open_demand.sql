-- What customers ordered and did not get, as the ERPs tell it. due_date: the day for which it is wanted, null = at once; reserved: of it, null = not told by
-- order; drop_ship: the vendor delivers it to the customer.
create table supply_open_demand (
    source        varchar(40)    not null,
    row_key       varchar(400)   not null,
    org_id        varchar(80)    not null,
    demand_id     varchar(80)    not null,
    document_no   varchar(80),
    item_id       varchar(80)    not null,
    site_id       varchar(80)    not null,
    due_date      date,
    quantity_open numeric(19, 6) not null,
    reserved      numeric(19, 6),
    drop_ship     boolean,
    constraint supply_open_demand_pk primary key (row_key, source)
);

-- What of it there was when a stock was planned, without and with what the vendors deliver; null = not told, or planned before it was kept.
alter table stock_plan add column open_demand numeric(19, 6);
alter table stock_plan add column open_unreserved numeric(19, 6);
alter table stock_plan add column open_drop_ship numeric(19, 6);

-- Of a suggestion: what customers ordered and nothing is reserved for; null = nothing, or not told.
alter table purchase_suggestion add column unreserved numeric(19, 6);
