-- Tables of stock and supply that were sent instead of read from an ERP: each as a whole, in place of what was sent before. The next import reads them behind
-- the ERPs. columns_told: names, separated by commas; cells: the values in their order, separated by the unit separator, empty = unknown.
create table sent_supply (
    view_name    varchar(40)  not null,
    columns_told varchar(600) not null,
    row_count    bigint       not null,
    sent_by      varchar(80)  not null,
    sent_at      timestamp(6) not null,
    constraint sent_supply_pk primary key (view_name)
);
create table sent_supply_row (
    view_name varchar(40)   not null,
    row_no    bigint        not null,
    cells     varchar(4000) not null,
    constraint sent_supply_row_pk primary key (view_name, row_no)
);
