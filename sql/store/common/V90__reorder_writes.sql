-- Minimum and maximum that were written into reorder rules of the ERP, with what stood there before: one row for each rule and time. state: WRITING until it is
-- known what became of it, then WRITTEN, or NOT_WRITTEN where the rule had been changed by others, then TAKEN_BACK where the old values were put back.
-- rule_stamp: when the ERP's row was changed by it; stamp_before: when it had been changed before. Base units.
create sequence reorder_write_no;
create table reorder_write (
    write_no       bigint         not null,
    plan_name      varchar(40)    not null,
    decision_id    bigint         not null,
    org_id         varchar(80)    not null,
    item_id        varchar(80)    not null,
    site_id        varchar(80)    not null,
    rule_id        bigint         not null,
    minimum_before numeric(30, 9) not null,
    maximum_before numeric(30, 9) not null,
    stamp_before   timestamp(6),
    minimum        numeric(30, 9) not null,
    maximum        numeric(30, 9) not null,
    rule_stamp     timestamp(6),
    state          varchar(12)    not null,
    written_by     varchar(80)    not null,
    written_at     timestamp(6)   not null,
    taken_back_by  varchar(80),
    taken_back_at  timestamp(6),
    constraint reorder_write_pk primary key (write_no)
);
create index reorder_write_rule on reorder_write (rule_id, write_no);
create index reorder_write_state on reorder_write (state, write_no);
