-- What was done, by whom, from where. Rows are added, never changed; they go with their age alone. actor: an account's name, or
-- 'system' where no request stands behind it. before_json, after_json: what it was and became; null where there is nothing.
create sequence audit_number;
create table audit_event (
    event_id    bigint       not null,
    happened_at timestamp(6) not null,
    actor       varchar(80)  not null,
    address     varchar(64)  not null,
    request_id  varchar(64)  not null,
    action      varchar(60)  not null,
    subject     varchar(300) not null,
    before_json varchar,
    after_json  varchar,
    constraint audit_event_pk primary key (event_id)
);
create index audit_event_time on audit_event (happened_at, event_id);
create index audit_event_actor on audit_event (actor, happened_at, event_id);
create index audit_event_action on audit_event (action, happened_at, event_id);
create index audit_event_subject on audit_event (subject, happened_at, event_id);
