-- Who may log in. Roles are comma-separated: ADMIN, PLANNER, API.
create table account (
  account_name  varchar(80)  not null,
  password_hash varchar(400) not null,
  roles         varchar(200) not null,
  created_at    timestamp(6) not null,
  constraint account_pk primary key (account_name)
);
