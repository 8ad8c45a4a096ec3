-- Files that are, or were, imported. answers: JSON, what was said about the form and the headings. status: WAITING, RUNNING, DONE, FAILED. owner:
-- the member that reads it. failed_because: words.
create sequence import_number;
create table file_import (
    import_id      bigint       not null,
    file_id        bigint       not null,
    file_name      varchar(400) not null,
    file_kind      varchar(40)  not null,
    dry_run        boolean      not null,
    replaces       bigint,
    answers        varchar      not null,
    asked_by       varchar(80)  not null,
    asked_at       timestamp(6) not null,
    status         varchar(10)  not null,
    owner          varchar(200),
    ended_at       timestamp(6),
    row_count      bigint,
    loaded_count   bigint,
    bad_count      bigint,
    refused_count  bigint,
    failed_because varchar(4000),
    constraint file_import_pk primary key (import_id)
);
create index file_import_status on file_import (status, import_id);
create index file_import_age on file_import (ended_at);

-- The first of its rows that came to nothing. wrong: words.
create table file_import_error (
    import_id bigint  not null,
    error_no  int     not null,
    line_no   bigint  not null,
    reason    varchar not null,
    heading   varchar not null,
    bad_value varchar not null,
    wrong     varchar not null,
    advice    varchar not null,
    constraint file_import_error_pk primary key (import_id, error_no),
    constraint file_import_error_of foreign key (import_id) references file_import (import_id) on delete cascade
);
