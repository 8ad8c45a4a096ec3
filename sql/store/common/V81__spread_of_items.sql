-- How widely the demand of the protection interval scatters (standard deviations, base units): by the item's own past, by what the version
-- tells, and what counts, with the weight of the own past and the number of its sums that do not overlap. Null = decided before it was kept.
alter table stock_plan add column spread_own double precision;
alter table stock_plan add column spread_told double precision;
alter table stock_plan add column spread_weight double precision;
alter table stock_plan add column spread_windows double precision;
alter table stock_plan add column spread_used double precision;
