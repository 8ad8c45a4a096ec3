-- The terms that a suggestion was made by, JSON: what a person may change the quantity to, and what it then costs.
alter table purchase_suggestion add column terms varchar;
create index purchase_suggestion_decision on purchase_suggestion (decision_id, suggestion_no);

-- Each suggestion by its number, longer than the decisions that made it: what was suggested last (quantity … terms) until somebody answered, and what was
-- answered. decision_id, last_day: the newest decision that suggests it. follows_no: the suggestion that was rejected, or never ordered, before this one.
-- state: OPEN, SNOOZED, ACCEPTED, REJECTED, ORDERED, LAPSED; revision goes up with each answer. known_before: identities of the ERP's order lines and
-- supply that were there at the acceptance, JSON. Quantities in the base unit, cost in the vendor's currency.
create table suggestion_case (
    suggestion_no   bigint         not null,
    plan_name       varchar(40)    not null,
    decision_id     bigint         not null,
    version_id      bigint         not null,
    first_day       date           not null,
    last_day        date           not null,
    kind            varchar(10)    not null,
    org_id          varchar(80)    not null,
    item_id         varchar(80)    not null,
    site_id         varchar(80)    not null,
    from_site_id    varchar(80),
    vendor_id       varchar(80),
    supply_id       varchar(80),
    category        varchar(80)    not null,
    abc             varchar(1),
    quantity        numeric(19, 6) not null,
    late            boolean        not null,
    purchase_uom    varchar(80),
    purchase_factor numeric(19, 6),
    cost            numeric(38, 12),
    currency        varchar(3),
    order_on        date           not null,
    expected_on     date           not null,
    why             varchar(2000)  not null,
    terms           varchar,
    follows_no      bigint,
    state           varchar(10)    not null,
    revision        bigint         not null,
    answered_by     varchar(80),
    answered_at     timestamp(6),
    snoozed_until   date,
    reason          varchar(1000),
    accepted_on     date,
    accepted        numeric(19, 6),
    accepted_cost   numeric(38, 12),
    document_no     varchar(80),
    known_before    varchar,
    constraint suggestion_case_pk primary key (suggestion_no)
);
create index suggestion_case_state on suggestion_case (plan_name, state, suggestion_no);
create index suggestion_case_day on suggestion_case (plan_name, last_day);

-- What was answered by whom, and what decisions found; nothing is changed here. answer: ACCEPTED, CHANGED, REJECTED, SNOOZED, REOPENED, ORDERED, LAPSED.
create sequence suggestion_answer_no;
create table suggestion_answer (
    answer_no     bigint       not null,
    suggestion_no bigint       not null,
    revision      bigint       not null,
    answered_at   timestamp(6) not null,
    answered_by   varchar(80)  not null,
    answer        varchar(10)  not null,
    quantity      numeric(19, 6),
    reason        varchar(1000),
    snoozed_until date,
    constraint suggestion_answer_pk primary key (answer_no)
);
create index suggestion_answer_suggestion on suggestion_answer (suggestion_no, answer_no);

-- Lines of the ERP that are what was accepted; the most that was seen of each.
create table suggestion_order (
    suggestion_no bigint         not null,
    line_id       varchar(80)    not null,
    document_no   varchar(80),
    quantity      numeric(19, 6) not null,
    constraint suggestion_order_pk primary key (suggestion_no, line_id)
);
