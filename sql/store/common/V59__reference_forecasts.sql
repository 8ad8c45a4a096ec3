-- Forecasts that somebody else made, to be scored beside ours: of a spreadsheet, the ERP, what was bought. Named, and kept by the periods and
-- lags of the archive. made_on: the day on which it was made. lag: steps from the period of that day to the one that is forecast, 1 = the
-- same.
create table reference_forecast (
    reference_name varchar(80)      not null,
    series_id      bigint           not null,
    bucket         varchar(10)      not null,
    period_start   date             not null,
    lag            smallint         not null,
    made_on        date             not null,
    units          double precision not null,
    entered_by     varchar(80)      not null,
    entered_at     timestamp(6)     not null,
    constraint reference_forecast_pk primary key (reference_name, bucket, series_id, period_start, lag)
);
