-- Each ERP tells its master data, too. gives: what of them count, names with commas between, null = all.
alter table demand_source add column gives varchar(80);

-- Identities of further sources begin with their name, and one that is cut into several goes on with a number.
alter table price alter column price_id set data type varchar(120);
alter table promotion alter column promotion_id set data type varchar(120);

-- What is known by a source other than the first alone. kind: ITEM or SITE.
create table master_owner (
    kind   varchar(10) not null,
    org_id varchar(80) not null,
    code   varchar(80) not null,
    source varchar(40) not null,
    constraint master_owner_pk primary key (kind, org_id, code)
);

-- The stock ledger of which source; and where several tell the stock of a site, on which days whose counts.
alter table stock_out add column source varchar(40) default 'dw_sales_line' not null;
alter table stock_out alter column source drop default;
alter table stock_out drop constraint stock_out_pk;
alter table stock_out add constraint stock_out_pk primary key (item_id, org_id, site_id, from_date, source);
create table stock_days (
    org_id    varchar(80) not null,
    site_id   varchar(80) not null,
    source    varchar(40) not null,
    first_day date        not null,
    last_day  date        not null,
    constraint stock_days_pk primary key (org_id, site_id, first_day)
);

-- What two sources told differently at the last import; taken: the source that counts.
create table master_conflict (
    conflict_no int          not null,
    kind        varchar(10)  not null,
    org_id      varchar(80)  not null,
    item_id     varchar(80)  not null,
    site_id     varchar(80)  not null,
    what        varchar(20)  not null,
    first_day   date         not null,
    last_day    date         not null,
    taken       varchar(20)  not null,
    taken_value varchar(200) not null,
    other       varchar(20)  not null,
    other_value varchar(200) not null,
    constraint master_conflict_pk primary key (conflict_no)
);
