-- How the total demand from the origin to each step is distributed, in the format that store.forecast.TotalsCodec documents.
-- A version that was made before there was this table has no rows in it.
create table forecast_totals (
    version_id bigint not null,
    series_id  bigint not null,
    totals     bytea not null,
    constraint forecast_totals_pk primary key (version_id, series_id)
);

-- Quantiles of the total's residuals at all levels, doubles; null = calibrated before they were kept.
alter table calibration add column total_levels bytea;
