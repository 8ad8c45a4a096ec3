-- What a version expects of each model, learned from the tests of many series; it replaces the
-- standing of the models by demand class.
create table model_outlook (
    version_id bigint primary key,
    outlook    bytea not null
);
drop table class_prior;

-- A forecast may be the mean of several models.
alter table series_result alter column model_id set data type varchar(200);

-- What the forecasts of a version are to be good at: rmsse or mean.
alter table forecast_version add column objective varchar(10) default 'rmsse' not null;

-- At which quantiles of past residuals a band's ends lie; further out where a band had failed.
alter table calibration add column level_low double precision default 0.1 not null;
alter table calibration add column level_high double precision default 0.9 not null;
