-- What each forecast is made of: members, shares and contributions; null where there is no forecast.
alter table series_result add column explanation bytea;

-- What the leak audit of a version looked at and found.
create table leak_audit (
    version_id        bigint primary key,
    audited_series    int not null,
    audited_rows      int not null,
    audited_forecasts int not null,
    leaks             int not null,
    first_leak        varchar(1000)
);
