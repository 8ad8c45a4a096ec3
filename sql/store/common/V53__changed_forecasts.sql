-- Since when all rows of a series say what they say, as far as they were compared with those of the version before: null = some of them
-- became others with this version.
alter table version_series add column same_since timestamp(6);
update version_series set same_since = (select case when count(*) = count(f.unchanged_since) then max(f.unchanged_since) end
    from forecast f where f.version_id = version_series.version_id and f.series_id = version_series.series_id);

-- The series of a version that changed since an instant, in the order in which pages of them are read; and those over which something did.
create index version_series_same on version_series (version_id, same_since, series_id);
drop index final_step_changed;
create index final_step_changed on final_step (version_id, changed_at, series_id);

-- The series that readers saw in a version, after its rows are removed too.
create index archived_series_version on archived_series (version_id, series_id);

-- The series of a company or a channel, in the order in which pages of them are read.
create index series_org on series (org_id, series_id);
create index series_channel on series (channel_id, series_id);
