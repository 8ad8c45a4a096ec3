-- Files that were sent, each kept in the data folder of the server under its number.
create table intake_file (
  file_id     bigint       not null,
  file_name   varchar(400) not null,
  file_kind   varchar(20)  not null,
  sha256      varchar(64)  not null,
  file_bytes  bigint       not null,
  sent_by     varchar(80)  not null,
  sent_at     timestamp(6) not null,
  load_id     bigint,
  loaded_by   varchar(80),
  loaded_at   timestamp(6),
  constraint intake_file_pk primary key (file_id)
);

-- What the headings of one kind of file mean (part HEADING), and what its form is (part FORMAT).
create table mapping_profile (
  profile_name varchar(80)  not null,
  file_kind    varchar(20)  not null,
  saved_by     varchar(80)  not null,
  saved_at     timestamp(6) not null,
  constraint mapping_profile_pk primary key (profile_name)
);

create table mapping_entry (
  profile_name varchar(80)  not null,
  part         varchar(10)  not null,
  entry_name   varchar(200) not null,
  meaning      varchar(200) not null,
  constraint mapping_entry_pk primary key (profile_name, part, entry_name)
);

-- Values of signals per day: item_id '*' = the whole market, empty site_id = every site. A value is never changed: one that is
-- revised has a later known_from, so that a backtest sees what was known then.
create table signal_value (
  item_id      varchar(80)      not null,
  signal_name  varchar(80)      not null,
  site_id      varchar(80)      not null,
  signal_day   date             not null,
  known_from   date             not null,
  amount       double precision not null,
  entered_by   varchar(80)      not null,
  entered_at   timestamp(6)     not null,
  constraint signal_value_pk primary key (item_id, signal_name, site_id, signal_day, known_from)
);

-- The signals that there are: few, for each is two features of every series.
create table demand_signal (
  signal_name varchar(80) not null,
  constraint demand_signal_pk primary key (signal_name)
);

-- The signals of a series as the models of a version received them.
alter table series_snapshot add column signals bytea;
