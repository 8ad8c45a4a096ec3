-- On which days of demand a source counts (both included, null = open), and what its codes are called here. A line of
-- another day is kept as excluded, OUTSIDE_DAYS.
alter table demand_source add column first_day date;
alter table demand_source add column last_day date;

-- kind: ITEM, SITE or CHANNEL. Of several entries of a code the one counts that holds on the day of the demand.
create table source_code (
    source     varchar(40) not null,
    kind       varchar(10) not null,
    theirs     varchar(80) not null,
    valid_from date        not null,
    valid_to   date        not null,
    ours       varchar(80) not null,
    constraint source_code_pk primary key (source, kind, theirs, valid_from)
);
