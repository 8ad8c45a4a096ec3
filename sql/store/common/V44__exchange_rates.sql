-- What one unit of a currency was worth in another from a day on: as the ERP last said it, and as people entered it, which
-- counts before what the ERP says of the same day.
create table erp_rate (
    from_currency varchar(3)      not null,
    to_currency   varchar(3)      not null,
    valid_from    date            not null,
    rate          numeric(30, 15) not null,
    constraint erp_rate_pk primary key (from_currency, to_currency, valid_from)
);
create index erp_rate_day on erp_rate (valid_from);

create table entered_rate (
    from_currency varchar(3)      not null,
    to_currency   varchar(3)      not null,
    valid_from    date            not null,
    rate          numeric(30, 15) not null,
    entered_by    varchar(80)     not null,
    entered_at    timestamp(6)    not null,
    constraint entered_rate_pk primary key (from_currency, to_currency, valid_from)
);
create index entered_rate_day on entered_rate (valid_from);

-- By what an inspection multiplies values in other currencies to compare them in its reporting currency; that currency
-- itself is among them. Where a currency of its issues is not, no values are compared.
create table inspection_rate (
    instance_id bigint           not null,
    currency    varchar(3)       not null,
    to_currency varchar(3)       not null,
    factor      double precision not null,
    oldest      date             not null,
    constraint inspection_rate_pk primary key (instance_id, currency)
);
