-- Accounts of people and of systems have a life: they are locked, expire and retire; a name is never given twice. Roles are
-- comma-separated: ADMIN, PLANNER, API, VIEWER. kind: LOCAL has a password here, OUTSIDE is known to an identity provider by
-- subject (issuer and subject), CLIENT is a system with secrets. changes counts what was done to it: a session that began with
-- another number has ended.
alter table account alter column password_hash drop not null;
alter table account add column kind varchar(10) default 'LOCAL' not null;
alter table account add column subject varchar(600);
alter table account add column must_change boolean default false not null;
alter table account add column locked_at timestamp(6);
alter table account add column expires_at timestamp(6);
alter table account add column retired_at timestamp(6);
alter table account add column last_login timestamp(6);
alter table account add column changes int default 0 not null;
create unique index account_subject on account (subject);

-- Secrets of systems: SHA-256 of 256 random bits, so that nothing is gained by a slow hash. Several at a time, for rotation.
create sequence secret_number;
create table client_secret (
    secret_id    bigint       not null,
    account_name varchar(80)  not null,
    secret_hash  varchar(64)  not null,
    created_at   timestamp(6) not null,
    created_by   varchar(80)  not null,
    expires_at   timestamp(6),
    last_used_at timestamp(6),
    constraint client_secret_pk primary key (secret_id),
    constraint client_secret_hash unique (secret_hash),
    constraint client_secret_account foreign key (account_name) references account (account_name)
);
create index client_secret_of on client_secret (account_name, secret_id);

-- What a system was given for a secret: SHA-256 of a token that lives for minutes. It goes with its secret.
create table access_token (
    token_hash varchar(64)  not null,
    secret_id  bigint       not null,
    expires_at timestamp(6) not null,
    constraint access_token_pk primary key (token_hash),
    constraint access_token_secret foreign key (secret_id) references client_secret (secret_id) on delete cascade
);
create index access_token_age on access_token (expires_at);
create index access_token_of on access_token (secret_id);
