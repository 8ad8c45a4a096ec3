-- What the lines of a series add up to in thirteen weeks, counted from them: a night reads the lines of those weeks
-- alone in which something changed. span: the number of the thirteen weeks, 0 = those that hold 1970-01-01.
create table sales_sums (
    series_id bigint not null,
    span      int    not null,
    content   bytea  not null,
    constraint sales_sums_pk primary key (series_id, span)
);

-- Series and weeks whose lines have changed since their sums were kept, noted by the transaction that changes the lines,
-- maybe more than once. series_id: 0 = every series.
create table changed_sales (
    series_id bigint not null,
    span      int    not null
);
create index changed_sales_series on changed_sales (series_id, span);

-- Of the lines that are there nothing has been added up yet: 1970-01-01 was the fourth day of its thirteen weeks.
insert into changed_sales (series_id, span)
select distinct 0, cast(floor((extract(epoch from booked_on) / 86400 + 3) / 91) as int)
from sales_line where excluded_because is null;
