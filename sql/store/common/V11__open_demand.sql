-- The period whose totals a version's source books: both edges of its series are whole. Null = single orders.
alter table forecast_version add column totals_of varchar(10);

-- What was ordered already for the steps of a version, from its as-of day on: base units, and their sum from step 1.
create table open_demand (
    version_id  bigint         not null,
    series_id   bigint         not null,
    step        int            not null,
    units       numeric(30, 6) not null,
    total_units numeric(30, 6) not null,
    constraint open_demand_pk primary key (version_id, series_id, step)
);
