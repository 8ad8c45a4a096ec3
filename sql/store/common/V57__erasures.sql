-- Customers whose code is erased. customer_code: until it is done; then nobody can tell it. code_hash: HMAC-SHA256 of the code with the secret of erasure_key, by which
-- the code is known again when the ERP sends it once more. pseudonym: random, in the code's place.
create table erasure_key (
    key_no int   not null,
    secret bytea not null,
    constraint erasure_key_pk primary key (key_no)
);
create sequence erasure_number;
create table customer_erasure (
    erasure_id     bigint       not null,
    customer_code  varchar(80),
    code_hash      varchar(64)  not null,
    pseudonym      varchar(80)  not null,
    requested_at   timestamp(6) not null,
    requested_by   varchar(80)  not null,
    done_at        timestamp(6),
    sales_lines    bigint       not null,
    earlier_lines  bigint       not null,
    pushed_lines   bigint       not null,
    rows_set_aside bigint       not null,
    findings       bigint       not null,
    marks          bigint       not null,
    constraint customer_erasure_pk primary key (erasure_id),
    constraint customer_erasure_code unique (code_hash),
    constraint customer_erasure_pseudonym unique (pseudonym)
);
