-- Where sales lines come from. source: as lines, quarantine, sums and watermarks carry it. name: as people say it, and what
-- stands before the identity of its lines; the first source's stand alone. rank_no: master data of the lowest count first.
-- read_anew: its lines are to be read from the first, since days or codes have changed.
create table demand_source (
    source    varchar(40) not null,
    name      varchar(20) not null,
    kind      varchar(10) not null,
    rank_no   int         not null,
    read_anew boolean     not null,
    constraint demand_source_pk primary key (source),
    constraint demand_source_name unique (name)
);
insert into demand_source (source, name, kind, rank_no, read_anew) values ('dw_sales_line', 'erp', 'ERP', 0, false);
insert into demand_source (source, name, kind, rank_no, read_anew) values ('push', 'push', 'PUSH', 1, false);

-- An identity is <name of the source>:<line_id there>, of a kit's component <that>#<item>.
alter table sales_line alter column line_id set data type varchar(210);
alter table sales_line alter column derived_from set data type varchar(120);
alter table sales_line_history alter column line_id set data type varchar(210);
alter table sales_line_history alter column derived_from set data type varchar(120);
alter table derived_line alter column line_id set data type varchar(210);
alter table derived_line alter column derived_from set data type varchar(120);
alter table quarantine alter column line_id set data type varchar(210);
alter table watermark alter column line_id set data type varchar(120);

-- What is counted and compared is so for each source by itself.
alter table intake_hour rename to intake_hour_of_one;
create table intake_hour (
    source       varchar(40)    not null,
    changed_hour timestamp(6)   not null,
    line_count   bigint         not null,
    counting     bigint         not null,
    quantity     numeric(30, 6) not null,
    net_amount   numeric(30, 6) not null,
    key_sum      numeric(38, 0) not null,
    constraint intake_hour_pk primary key (source, changed_hour)
);
insert into intake_hour (source, changed_hour, line_count, counting, quantity, net_amount, key_sum)
select 'dw_sales_line', changed_hour, line_count, counting, quantity, net_amount, key_sum from intake_hour_of_one;
drop table intake_hour_of_one;

alter table line_day add column source varchar(40) default 'dw_sales_line' not null;
alter table line_day alter column source drop default;
alter table line_day drop constraint line_day_pk;
alter table line_day add constraint line_day_pk primary key (rule_name, derived, order_day, wanted_day, source);

alter table intake_account add column source varchar(40) default 'dw_sales_line' not null;
alter table intake_account alter column source drop default;
alter table intake_account drop constraint intake_account_pk;
alter table intake_account add constraint intake_account_pk primary key (instance_id, outcome, rule, source);

-- Lines that other systems push. push_key: its number, for good, and the key by which it is read. content: of which it is told
-- whether a line that is pushed again says something else.
create sequence pushed_number;
create table pushed_line (
    push_key         bigint       not null,
    source           varchar(40)  not null,
    org_id           varchar(80)  not null,
    document_no      varchar(80)  not null,
    line_no          varchar(40)  not null,
    line_kind        varchar(8),
    order_date       date,
    demand_date      date,
    original_date    date,
    item_id          varchar(80),
    site_id          varchar(80),
    customer_id      varchar(80),
    channel_id       varchar(80),
    quantity         numeric(19, 6),
    uom_id           varchar(40),
    unit_price_net   numeric(19, 6),
    net_amount       numeric(19, 6),
    currency         varchar(3),
    on_promotion     boolean      not null,
    drop_ship        boolean      not null,
    is_kit           boolean      not null,
    flags            varchar(80),
    excluded_because varchar(40),
    changed_at       timestamp(6) not null,
    reason           varchar(200),
    pushed_by        varchar(80)  not null,
    constraint pushed_line_pk primary key (push_key),
    constraint pushed_line_identity unique (source, org_id, document_no, line_no)
);
create index pushed_line_changed on pushed_line (source, changed_at, push_key);
create index pushed_line_document on pushed_line (document_no, push_key);
create index pushed_line_item on pushed_line (item_id, push_key);
