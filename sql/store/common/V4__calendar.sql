-- Events that people entered: an anniversary, a fair, a sale. Empty site or category = all of them.
create table planned_event (
  event_id    bigint       not null,
  event_name  varchar(80)  not null,
  first_day   date         not null,
  last_day    date         not null,
  yearly      boolean      not null,
  site_id     varchar(80)  not null,
  category    varchar(80)  not null,
  entered_by  varchar(80)  not null,
  entered_at  timestamp(6) not null,
  constraint planned_event_pk primary key (event_id)
);

-- What a version knew of the calendar. Every version has one region for all sites (site_id empty), maybe none.
create table version_region (
  version_id  bigint      not null,
  site_id     varchar(80) not null,
  region      varchar(8)  not null,
  constraint version_region_pk primary key (version_id, site_id)
);

-- The occasions, of holidays by region, of planned events by site and category; empty = all.
create table version_event (
  version_id  bigint       not null,
  event_name  varchar(100) not null,
  first_day   date         not null,
  last_day    date         not null,
  region      varchar(8)   not null,
  site_id     varchar(80)  not null,
  category    varchar(80)  not null
);

create index version_event_version on version_event (version_id);
