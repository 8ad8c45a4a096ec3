-- What part of the data an account may see: COMPANY, SITE, CATEGORY, a row for each name. No row of a part means all of it.
create table account_scope (
    account_name varchar(80) not null,
    part         varchar(10) not null,
    part_name    varchar(80) not null,
    constraint account_scope_pk primary key (account_name, part, part_name),
    constraint account_scope_account foreign key (account_name) references account (account_name)
);
