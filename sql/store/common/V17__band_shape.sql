-- How the band of a series differs from the one of its demand class: factors of the distance of its two ends from the
-- forecast; null = 1. An infinite lower factor lets the band begin at 0.
alter table series_result add column band_lower double precision;
alter table series_result add column band_upper double precision;
