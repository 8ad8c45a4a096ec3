-- Requests that callers named, so that sending one again does not do it again: the answer is kept for a day.
-- attempt: who carries it out; status is null while that one is under way.
create table idempotency_key (
    account_name    varchar(80)  not null,
    idempotency_key varchar(255) not null,
    attempt         varchar(40)  not null,
    request_digest  varchar(64)  not null,
    begun_at        timestamp(6) not null,
    status          int,
    location        varchar(1000),
    entity_tag      varchar(100),
    answer          bytea,
    constraint idempotency_key_pk primary key (account_name, idempotency_key)
);
create index idempotency_key_age on idempotency_key (begun_at);

-- Events are listed by their first day.
create index planned_event_day on planned_event (first_day, event_id);
