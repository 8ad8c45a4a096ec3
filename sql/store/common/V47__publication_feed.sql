-- What readers of plans were shown, in the order in which it became so: feed_position is drawn under the lock of the one row of
-- publication_feed, which is held until the end of the transaction, so that nobody sees a position before all lower ones.
-- kind: PUBLISHED, REFRESHED, ROLLED_BACK, or OVERRIDES where other overrides lie over the version that was shown already.
alter table publication_log rename to publication_log_by_time;
create table publication_log (
    feed_position bigint       not null,
    plan_name     varchar(80)  not null,
    version_id    bigint       not null,
    replaced      bigint,
    kind          varchar(20)  not null,
    changed_at    timestamp(6) not null,
    changed_by    varchar(80)  not null,
    content_hash  varchar(64),
    constraint publication_feed_pk primary key (feed_position)
);
insert into publication_log (feed_position, plan_name, version_id, replaced, kind, changed_at, changed_by, content_hash)
select row_number() over (order by l.changed_at, l.version_id), l.plan_name, l.version_id, l.replaced,
       case when l.kind = 'ROLL_BACK' then 'ROLLED_BACK' when v.training = 'REFRESH' then 'REFRESHED' else 'PUBLISHED' end,
       l.changed_at, l.changed_by, v.content_hash
from publication_log_by_time l left join forecast_version v on v.version_id = l.version_id;
drop table publication_log_by_time;
create index publication_log_plan on publication_log (plan_name, changed_at);
create index publication_log_feed on publication_log (plan_name, feed_position);
create index publication_log_time on publication_log (changed_at, feed_position);

create table publication_feed (
    last_position bigint not null,
    constraint publication_feed_end primary key (last_position)
);
insert into publication_feed (last_position) select coalesce(max(feed_position), 0) from publication_log;
