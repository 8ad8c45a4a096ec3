-- What other systems are told of, in the order in which it became so, for those who follow the stream: feed_position is drawn under the lock of the
-- one row of happening_feed, which is held until the end of the transaction, so that nobody sees a position before all lower ones. facts: JSON.
create table happening (
    feed_position bigint       not null,
    kind          varchar(40)  not null,
    happened_at   timestamp(6) not null,
    facts         varchar      not null,
    constraint happening_pk primary key (feed_position)
);
create index happening_age on happening (happened_at);

-- last_position: of the newest entry. purged_to: entries up to it were removed, those of publication_log but for versions that were still there.
create table happening_feed (
    last_position bigint not null,
    purged_to     bigint not null,
    constraint happening_feed_end primary key (last_position)
);
insert into happening_feed (last_position, purged_to) values (0, 0);

alter table publication_feed add column purged_to bigint default 0 not null;
