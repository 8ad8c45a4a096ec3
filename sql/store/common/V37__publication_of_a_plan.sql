-- One row a plan: what its readers see. Publishing and rolling back change this row and nothing else.
alter table publication rename to publication_of_all;
create table publication (
    plan_name   varchar(80) not null,
    version_id  bigint not null,
    changed_at  timestamp(6) not null,
    changed_by  varchar(80) not null,
    rolled_back boolean not null,
    constraint publication_plan_pk primary key (plan_name),
    constraint publication_version unique (version_id)
);
insert into publication (plan_name, version_id, changed_at, changed_by, rolled_back)
select 'default', version_id, changed_at, changed_by, rolled_back from publication_of_all;
drop table publication_of_all;

alter table publication_log add column plan_name varchar(80) default 'default' not null;
create index publication_log_plan on publication_log (plan_name, changed_at);
create index forecast_version_plan on forecast_version (plan_name, version_id);

-- What else a plan may have of its own: null = the configuration's. readers: the roles that may read it, separated by commas; empty =
-- every role that may read forecasts. retired_at: since when nothing is made for it any more. changes: counts them.
alter table forecast_plan add column description varchar(500) default '' not null;
alter table forecast_plan add column contest_every_days int;
alter table forecast_plan add column stale_days int;
alter table forecast_plan add column volume_jump_percent int;
alter table forecast_plan add column readers varchar(200) default '' not null;
alter table forecast_plan add column retired_at timestamp(6);
alter table forecast_plan add column retired_by varchar(80);
alter table forecast_plan add column changes bigint default 0 not null;
