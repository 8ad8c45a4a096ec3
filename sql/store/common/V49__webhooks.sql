-- Where other systems want to be told of what happens. kinds: with a comma in front of and behind each. secret_version counts secrets, which are
-- derived from the installation's key and kept nowhere; key_mark tells which key that was. previous_until: until when the secret before counts, too.
-- changes: counts them.
create sequence webhook_number;
create table webhook (
    webhook_id     bigint        not null,
    target         varchar(1000) not null,
    kinds          varchar(1000) not null,
    active         boolean       not null,
    created_by     varchar(80)   not null,
    created_at     timestamp(6)  not null,
    changes        int           not null,
    secret_version int           not null,
    key_mark       varchar(64)   not null,
    previous_until timestamp(6),
    constraint webhook_pk primary key (webhook_id)
);

-- What they are to be told, written in the transaction that it tells of, and what became of it. status: WAITING, DELIVERED, DEAD. lease_until:
-- a member sends it just now. give_up_at: after that it is dead. answer: the beginning of it.
create sequence delivery_number;
create table webhook_delivery (
    delivery_id  bigint       not null,
    webhook_id   bigint       not null,
    kind         varchar(40)  not null,
    happened_at  timestamp(6) not null,
    body         varchar      not null,
    status       varchar(10)  not null,
    attempts     int          not null,
    next_attempt timestamp(6) not null,
    lease_until  timestamp(6),
    give_up_at   timestamp(6) not null,
    ended_at     timestamp(6),
    answer_code  int,
    answer       varchar(1000),
    failure      varchar(500),
    constraint webhook_delivery_pk primary key (delivery_id),
    constraint webhook_delivery_of foreign key (webhook_id) references webhook (webhook_id) on delete cascade
);
create index webhook_delivery_due on webhook_delivery (status, next_attempt, delivery_id);
create index webhook_delivery_list on webhook_delivery (webhook_id, delivery_id);
create index webhook_delivery_age on webhook_delivery (ended_at);
