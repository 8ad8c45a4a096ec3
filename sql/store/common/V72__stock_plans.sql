-- What was decided of stock: one decision a run, on the figures of one version that are final and on what the ERPs tell of supply.
create sequence decision_no;
create table decision (
    decision_id   bigint       not null,
    instance_id   bigint       not null,
    plan_name     varchar(40)  not null,
    version_id    bigint       not null,
    as_of         date         not null,
    made_at       timestamp(6) not null,
    finished_at   timestamp(6),
    places        bigint       not null,
    content_hash  varchar(64),
    constraint decision_pk primary key (decision_id),
    constraint decision_instance unique (instance_id)
);
create index decision_plan on decision (plan_name, decision_id);

-- An item at a site. planned_by: FORECAST or RATE; null = refused, and why. policy: what counts with where it comes from, JSON. Quantities in the
-- base unit; lead times in working days; target_…: what the target stock is made of.
create table stock_plan (
    decision_id          bigint           not null,
    place_no             bigint           not null,
    org_id               varchar(80)      not null,
    item_id              varchar(80)      not null,
    site_id              varchar(80)      not null,
    category             varchar(80)      not null,
    vendor_id            varchar(80)      not null,
    abc                  char(1),
    xyz                  char(1),
    planned_by           varchar(10),
    refused              varchar(1000),
    policy               varchar          not null,
    ordering             varchar(30),
    lead_mean            double precision not null,
    lead_deviation       double precision not null,
    lead_source          varchar(10)      not null,
    lead_receipts        double precision not null,
    lead_vendor_receipts double precision not null,
    lead_weight_item     double precision not null,
    lead_weight_vendor   double precision not null,
    lead_late            double precision,
    protection_days      double precision not null,
    demand               double precision,
    safety_stock         double precision,
    reorder_point        numeric(19, 6),
    order_up_to          numeric(19, 6),
    lot                  numeric(19, 6),
    economic_quantity    double precision,
    limit_position       numeric(19, 6),
    limit_cut            numeric(19, 6),
    target_demand        numeric(19, 6),
    target_buffer        numeric(19, 6),
    target_minimum       numeric(19, 6),
    target_lot           numeric(19, 6),
    cycle_service        double precision,
    fill_rate            double precision,
    expected_shortage    double precision,
    cycle_demand         double precision,
    cover_days           int,
    beyond_horizon       double precision,
    remarks              varchar(200),
    on_hand              numeric(19, 6),
    reserved             numeric(19, 6)   not null,
    on_order             numeric(19, 6)   not null,
    stock_out            double precision,
    constraint stock_plan_pk primary key (decision_id, place_no)
);
create index stock_plan_place on stock_plan (decision_id, org_id, item_id, site_id);

-- Rules of policies, in the order in which they count; conditions and values are JSON.
create table policy_rule (
    rule_position int          not null,
    rule_name     varchar(80)  not null,
    conditions    varchar      not null,
    said          varchar      not null,
    constraint policy_rule_pk primary key (rule_position),
    constraint policy_rule_name unique (rule_name)
);
create table policy_rules_state (
    revision   bigint       not null,
    changed_at timestamp(6) not null,
    changed_by varchar(80)  not null
);
insert into policy_rules_state (revision, changed_at, changed_by) values (0, timestamp '2000-01-01 00:00:00', 'nobody');
