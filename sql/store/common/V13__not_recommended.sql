-- How many series of a version are not recommended to forecast, and Σ of their means; of versions that are finished, too.
alter table forecast_version add column unusable_series bigint;
alter table forecast_version add column unusable_mean double precision;

update forecast_version set
    unusable_series = (select count(*) from series_result r
        where r.version_id = forecast_version.version_id and r.verdict = 'DO_NOT_FORECAST'),
    unusable_mean = (select coalesce(sum(f.mean), 0) from forecast f
        join series_result r on r.version_id = f.version_id and r.series_id = f.series_id
        where f.version_id = forecast_version.version_id and r.verdict = 'DO_NOT_FORECAST')
where status <> 'BUILDING';
