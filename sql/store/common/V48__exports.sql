-- Forecasts of a version that somebody asked for as a file. terms: which of them, written like the query of /forecasts. status: WAITING,
-- RUNNING, READY, FAILED. owner: the member that writes it, until lease_until unless it says otherwise. standing: what the figures depended on
-- besides the version's own rows when the file was begun. failed_because: words.
create sequence export_number;
create table forecast_export (
    export_id      bigint        not null,
    asked_by       varchar(80)   not null,
    asked_at       timestamp(6)  not null,
    version_id     bigint        not null,
    plan_name      varchar(80)   not null,
    terms          varchar       not null,
    status         varchar(10)   not null,
    owner          varchar(200),
    lease_until    timestamp(6),
    execution_id   bigint,
    standing       varchar(200),
    row_count      bigint,
    byte_count     bigint,
    sha256         varchar(64),
    ended_at       timestamp(6),
    failed_because varchar(2000),
    constraint forecast_export_pk primary key (export_id)
);
create index forecast_export_asker on forecast_export (asked_by, export_id);
create index forecast_export_status on forecast_export (status, export_id);

-- Its content: gzip members that follow each other, one for each transaction that wrote.
create table export_block (
    export_id bigint not null,
    block_no  int    not null,
    row_count bigint not null,
    content   bytea  not null,
    constraint export_block_pk primary key (export_id, block_no),
    constraint export_block_export foreign key (export_id) references forecast_export (export_id) on delete cascade
);
