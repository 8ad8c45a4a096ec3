-- How much of a version was learned for it: CONTEST = everything, REFIT = models and weights were kept, REFRESH = the rows of
-- all series of which nothing else is known were kept, too. based_on: the version from which they were kept.
alter table forecast_version add column training varchar(10) default 'CONTEST' not null;
alter table forecast_version add column based_on bigint;

-- The version whose contest chose models and weights, and the day up to which it knew demand; null = this one.
alter table forecast_version add column contest_of bigint;
alter table forecast_version add column contest_day date;

-- The series of each version, and the versions under which their rows in series_snapshot and series_result were written:
-- its own, or an earlier one whose rows it shares. digest: SHA-256 over the snapshot; null = written before there were digests.
create table version_series (
    version_id  bigint not null,
    series_id   bigint not null,
    snapshot_of bigint not null,
    result_of   bigint not null,
    digest      bytea,
    constraint version_series_pk primary key (version_id, series_id)
);
insert into version_series (version_id, series_id, snapshot_of, result_of)
select version_id, series_id, version_id, version_id from series_snapshot;
insert into version_series (version_id, series_id, snapshot_of, result_of)
select r.version_id, r.series_id, r.version_id, r.version_id from series_result r where not exists
    (select 1 from version_series v where v.version_id = r.version_id and v.series_id = r.series_id);
create index version_series_snapshot on version_series (snapshot_of, series_id);
create index version_series_result on version_series (result_of, series_id);
