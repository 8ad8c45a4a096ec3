-- What was asked to be replayed, and what became of it. question: JSON, with the part of the data that whoever asked might see, which scope_text is alone;
-- owner, lease_until: the member that works on it. tune_from … test_to: days that are replayed, version_id: whose data, as_of: whose terms; found: items at
-- sites that are asked for, taken: of these, looked at. content_hash: of all results.
create sequence simulation_number;
create table simulation (
    simulation_id  bigint        not null,
    asked_by       varchar(80)   not null,
    asked_at       timestamp(6)  not null,
    plan_name      varchar(40)   not null,
    question       varchar       not null,
    scope_text     varchar       not null,
    status         varchar(20)   not null,
    owner          varchar(200),
    lease_until    timestamp(6),
    execution_id   bigint,
    version_id     bigint,
    as_of          date,
    tune_from      date,
    test_from      date,
    test_to        date,
    found          int,
    taken          int,
    content_hash   varchar(64),
    ended_at       timestamp(6),
    failed_because varchar(1000),
    constraint simulation_pk primary key (simulation_id)
);
create index simulation_status on simulation (status);
create index simulation_plan on simulation (plan_name, simulation_id);

-- Items at sites that a simulation looks at. refused: why one cannot be judged, null = it can; currency: in which its money is added up; terms: JSON, by
-- what it is ordered and charged, each with where that comes from.
create table simulation_place (
    simulation_id bigint       not null references simulation on delete cascade,
    place_no      bigint       not null,
    org_id        varchar(80)  not null,
    item_id       varchar(80)  not null,
    site_id       varchar(80)  not null,
    category      varchar(80)  not null,
    abc           varchar(1),
    demand_class  varchar(20),
    currency      varchar(3),
    terms         varchar      not null,
    refused       varchar(1000),
    constraint simulation_place_pk primary key (simulation_id, place_no)
);

-- The versions of past origins, from one contest to the next, while a simulation is worked on: of an item at a site by a method.
create table simulation_forecast (
    simulation_id bigint      not null references simulation on delete cascade,
    round_no      int         not null,
    method        varchar(80) not null,
    place_no      bigint      not null,
    content       bytea       not null,
    constraint simulation_forecast_pk primary key (simulation_id, place_no, method, round_no)
);

-- Contests of the past that were held, with how many series each method left to the published way of forecasting.
create table simulation_round (
    simulation_id bigint      not null references simulation on delete cascade,
    round_no      int         not null,
    method        varchar(80) not null,
    left_over     int         not null,
    constraint simulation_round_pk primary key (simulation_id, round_no, method)
);

-- What came of an item at a site, while a simulation is worked on: of each way of ordering by a forecasting method (empty = by none), with each of its
-- knobs. Money in the currency of the place, quantities in base units; tuned: money in the days before the test.
create table simulation_outcome (
    simulation_id bigint         not null references simulation on delete cascade,
    place_no      bigint         not null,
    way           varchar(20)    not null,
    method        varchar(80)    not null,
    knob_no       int            not null,
    tuned         numeric(38, 6) not null,
    cycles        bigint         not null,
    served_cycles bigint         not null,
    demand        numeric(38, 6) not null,
    served        numeric(38, 6) not null,
    held_days     numeric(38, 6) not null,
    held_value    numeric(38, 6) not null,
    order_lines   bigint         not null,
    holding       numeric(38, 6) not null,
    ordering      numeric(38, 6) not null,
    shortage      numeric(38, 6) not null,
    constraint simulation_outcome_pk primary key (simulation_id, place_no, way, method, knob_no)
);

-- The same added up by class; class_kind ALL, ABC or DEMAND. chosen: the knob that cost least before the test, over all items of the currency.
create table simulation_result (
    simulation_id bigint           not null references simulation on delete cascade,
    currency      varchar(3)       not null,
    class_kind    varchar(10)      not null,
    class_name    varchar(20)      not null,
    way           varchar(20)      not null,
    method        varchar(80)      not null,
    knob_no       int              not null,
    knob          double precision not null,
    chosen        boolean          not null,
    places        bigint           not null,
    tuned         numeric(38, 6)   not null,
    cycles        bigint           not null,
    served_cycles bigint           not null,
    demand        numeric(38, 6)   not null,
    served        numeric(38, 6)   not null,
    held_days     numeric(38, 6)   not null,
    held_value    numeric(38, 6)   not null,
    order_lines   bigint           not null,
    holding       numeric(38, 6)   not null,
    ordering      numeric(38, 6)   not null,
    shortage      numeric(38, 6)   not null,
    constraint simulation_result_pk primary key (simulation_id, currency, class_kind, class_name, way, method, knob_no)
);
