-- When jobs start by themselves. parameters: a line name=value each. blackouts: separated by semicolons, no run is started within. missed:
-- what becomes of a time at which no run could be started, RUN_ONCE or SKIP. configured: it follows the configuration (dw.schedule.*).
-- next_fire: when it fires next; null = never again. changes: counts them.
alter table schedule rename to schedule_of_job;
create table schedule (
    schedule_name  varchar(80) not null,
    job            varchar(80) not null,
    parameters     varchar(4000) not null,
    cron           varchar(80) not null,
    zone           varchar(60) not null,
    blackouts      varchar(2000) default '' not null,
    missed         varchar(10) default 'RUN_ONCE' not null,
    paused         boolean default false not null,
    configured     boolean default false not null,
    next_fire      timestamp(6),
    fired_at       timestamp(6),
    execution_id   bigint,
    said           varchar(2000) default '' not null,
    changed_at     timestamp(6),
    changed_by     varchar(80),
    changes        bigint default 0 not null,
    constraint schedule_pk primary key (schedule_name)
);
insert into schedule (schedule_name, job, parameters, cron, zone, configured, next_fire)
select job, job, '', cron, zone, true, next_fire from schedule_of_job;
drop table schedule_of_job;

-- What the published versions of plans add up to, for each site and step: by it plans are compared. Kept of those versions that were
-- ever shown to readers.
create table version_volume (
    version_id bigint not null,
    org_id     varchar(80) not null,
    site_id    varchar(80) not null,
    step       int not null,
    mean       double precision not null,
    constraint version_volume_pk primary key (version_id, org_id, site_id, step)
);
insert into version_volume (version_id, org_id, site_id, step, mean)
select f.version_id, s.org_id, s.site_id, f.step, sum(f.mean)
from publication p join forecast f on f.version_id = p.version_id join series s on s.series_id = f.series_id
group by f.version_id, s.org_id, s.site_id, f.step;
