-- What people marked as bought once and not demand: a line of the ERP, or a document of a company, if wanted of one customer alone.
-- Withdrawn, never deleted. line_id null = a document.
create sequence not_demand_number;
create table not_demand (
    mark_id      bigint        not null,
    line_id      varchar(170),
    org_id       varchar(80)   not null,
    document_no  varchar(80),
    customer_id  varchar(80),
    reason       varchar(1000) not null,
    author       varchar(80)   not null,
    created_at   timestamp(6)  not null,
    withdrawn_at timestamp(6),
    withdrawn_by varchar(80),
    constraint not_demand_pk primary key (mark_id)
);

-- What a mark takes from a day of a series is a correction: mark_id says which mark it follows from, null = a person's own.
alter table demand_layer add column mark_id bigint;
create index demand_layer_mark on demand_layer (mark_id);

-- The lines of a document.
create index sales_line_document on sales_line (document_no);
