-- Rules by which suggestions are released without anybody being asked, in the order in which they count; conditions and limits are JSON.
create table release_rule (
    rule_position int         not null,
    rule_name     varchar(80) not null,
    conditions    varchar     not null,
    kinds         varchar     not null,
    limits        varchar     not null,
    constraint release_rule_pk primary key (rule_position),
    constraint release_rule_name unique (rule_name)
);

-- What holds for all of them, JSON; the revision goes up with each change of rules or terms.
create table release_rules_state (
    revision   bigint       not null,
    changed_at timestamp(6) not null,
    changed_by varchar(80)  not null,
    terms      varchar
);
insert into release_rules_state (revision, changed_at, changed_by) values (0, timestamp '2000-01-01 00:00:00', 'nobody');

-- Whether anything is released at all: off until somebody says otherwise.
create table release_switch (
    is_on       boolean      not null,
    revision    bigint       not null,
    switched_at timestamp(6) not null,
    switched_by varchar(80)  not null,
    reason      varchar(500) not null
);
insert into release_switch (is_on, revision, switched_at, switched_by, reason) values (false, 0, timestamp '2000-01-01 00:00:00', 'nobody', '');

-- What automation made of a decision. stopped: why it released nothing, null where it went through the suggestions; currency: that of all money here.
create table release_run (
    decision_id bigint       not null,
    plan_name   varchar(40)  not null,
    made_at     timestamp(6) not null,
    revision    bigint       not null,
    stopped     varchar(1000),
    currency    varchar(3),
    constraint release_run_pk primary key (decision_id)
);

-- Why suggestions of a decision stay for people. rule_name: null where no rule is about it.
create table release_kept (
    decision_id   bigint        not null,
    suggestion_no bigint        not null,
    rule_name     varchar(80),
    kept_by       varchar(20)   not null,
    why           varchar(1000) not null,
    constraint release_kept_pk primary key (decision_id, suggestion_no)
);

-- What rules released, each suggestion once: released_on is the day whose money it was counted into, money null where nothing is bought.
create table release_done (
    suggestion_no bigint         not null,
    decision_id   bigint         not null,
    plan_name     varchar(40)    not null,
    rule_name     varchar(80)    not null,
    revision      bigint         not null,
    released_on   date           not null,
    released_at   timestamp(6)   not null,
    quantity      numeric(19, 6) not null,
    money         numeric(38, 12),
    currency      varchar(3)     not null,
    constraint release_done_pk primary key (suggestion_no)
);
create index release_done_day on release_done (released_on);
create index release_done_decision on release_done (decision_id);
