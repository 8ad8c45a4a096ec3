-- Why a version is not shown is kept as words, too.
alter table forecast_version alter column held_because set data type varchar;
