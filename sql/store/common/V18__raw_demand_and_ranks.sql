-- Raw demand of a series over which corrections lie in a version, with its availability; null = no correction does, the
-- units are raw. Versions made before this kept the corrected units alone.
alter table series_snapshot add column raw_first bigint;
alter table series_snapshot add column raw_units bytea;
alter table series_snapshot add column raw_availability bytea;

-- What the effect of an issue is worth at the price of what it concerns; null where no price or not one currency is known.
-- Issues are ranked by their share of the demand that they concern, then by this.
alter table quality_issue add column effect_value double precision;
alter table quality_issue add column effect_currency varchar(3);
drop index quality_issue_effect;
create index quality_issue_rank on quality_issue (instance_id, effect_share, effect_value, issue_id);
