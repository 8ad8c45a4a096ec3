-- What the physical lines of each file are, by the classes of FileAccount; loads of earlier versions have none here.
create table if not exists file_lines (
  load_id bigint not null,
  line_class varchar(20) not null,
  line_count bigint not null,
  primary key (load_id, line_class)
);
