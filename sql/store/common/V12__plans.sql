-- What the versions of a plan are made by. A setting that is null is the configuration's (dw.forecast.*).
create table forecast_plan (
    plan_name  varchar(80) not null,
    bucket     varchar(10),
    horizon    int,
    objective  varchar(10),
    models     varchar(1000),
    taken_from bigint,
    settled_at timestamp(6),
    settled_by varchar(80),
    constraint forecast_plan_pk primary key (plan_name)
);
insert into forecast_plan (plan_name) values ('default');

-- differs: the settings, separated by commas, in which a version was told otherwise than its plan; empty = none.
alter table forecast_version add column plan_name varchar(80) default 'default' not null;
alter table forecast_version add column differs varchar(60) default '' not null;

-- A reason may name the series behind it.
alter table forecast_version alter column held_because set data type varchar(2000);

-- A store whose readers see other periods than those of a run without parameters goes on with them.
update forecast_plan set (bucket, horizon, taken_from) =
    (select v.bucket, v.horizon, v.version_id from publication p
     join forecast_version v on v.version_id = p.version_id where p.id = 1)
where exists
    (select 1 from publication p join forecast_version v on v.version_id = p.version_id
     where p.id = 1 and not (v.bucket = 'DAY' and v.horizon = 28));
