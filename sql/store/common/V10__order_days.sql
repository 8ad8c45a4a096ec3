-- The day on which a line was ordered, apart from the day for which it is wanted. Lines read before have none: the next
-- import reads everything once more and fills it in, without a history, for they never said otherwise.
alter table sales_line add column order_date date;
alter table sales_line_history add column order_date date;
alter table quarantine add column order_date date;
delete from watermark;

-- What day it was at the sites when a run began, and the first day that it does not know; a restart keeps both.
-- totals_of: the period whose totals the source books, null = single orders.
create table run_day (
    instance_id bigint not null,
    today       date   not null,
    as_of       date,
    totals_of   varchar(10),
    constraint run_day_pk primary key (instance_id)
);
