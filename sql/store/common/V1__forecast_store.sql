-- The plugin's own schema. Time stamps are UTC. Arrays of doubles are stored as big-endian bytes.

-- What was read from the ERP ------------------------------------------------------------------

create table series (
    series_id  bigint primary key,
    org_id     varchar(80) not null,
    item_id    varchar(80) not null,
    site_id    varchar(80) not null,
    channel_id varchar(80) not null,
    constraint series_key unique (org_id, item_id, site_id, channel_id)
);

create table sales_line (
    line_id          varchar(80) primary key,
    series_id        bigint,
    source_kind      varchar(8),
    source_key       bigint,
    document_no      varchar(80),
    line_kind        varchar(8),
    booked_on        date,
    quantity         numeric(19, 6),
    net_amount       numeric(19, 6),
    currency         char(3),
    promoted         boolean       not null,
    flags            varchar(80),
    excluded_because varchar(40),
    changed_at       timestamp(6)  not null,
    imported_by      bigint        not null
);
create index sales_line_series on sales_line (series_id, booked_on);

create table quarantine (
    line_id        varchar(120) primary key,
    reason         varchar(40)  not null,
    detail         varchar(500) not null,
    changed_at     timestamp(6),
    quarantined_by bigint       not null
);

create table watermark (
    source     varchar(40) primary key,
    changed_at timestamp(6) not null,
    source_key bigint       not null
);

create table item (
    item_id        varchar(80) primary key,
    item_code      varchar(80) not null,
    item_name      varchar(200) not null,
    category       varchar(80) not null,
    uom_id         varchar(40) not null,
    lead_time_days int
);

create table site (
    site_id   varchar(80) primary key,
    site_name varchar(200) not null
);

create table price (
    price_id   varchar(80) primary key,
    item_id    varchar(80) not null,
    site_id    varchar(80),
    valid_from date not null,
    valid_to   date,
    unit_price numeric(19, 6) not null
);
create index price_item on price (item_id);

create table promotion (
    promotion_id varchar(80) primary key,
    item_id      varchar(80) not null,
    site_id      varchar(80),
    from_date    date not null,
    to_date      date not null
);
create index promotion_item on promotion (item_id);

create table stock_out (
    item_id   varchar(80) not null,
    site_id   varchar(80) not null,
    from_date date not null,
    to_date   date not null,
    primary key (item_id, site_id, from_date)
);

-- Versions of the forecast --------------------------------------------------------------------

create table forecast_version (
    version_id    bigint primary key,
    instance_id   bigint not null,
    status        varchar(20) not null,
    bucket        varchar(10) not null,
    season        int not null,
    horizon       int not null,
    origins       int not null,
    seed          bigint not null,
    models        varchar(1000) not null,
    data_as_of    date not null,
    last_demand   date not null,
    origin        date not null,
    series_count  bigint,
    failed_count  bigint,
    total_mean    double precision,
    content_hash  varchar(64),
    held_because  varchar(1000),
    created_at    timestamp(6) not null,
    published_at  timestamp(6),
    published_by  varchar(80),
    constraint forecast_version_instance unique (instance_id)
);

-- One row: what readers see. Publishing and rolling back change this row and nothing else.
create table publication (
    id         int primary key,
    version_id bigint not null,
    changed_at timestamp(6) not null,
    changed_by varchar(80) not null,
    rolled_back boolean not null
);

create table publication_log (
    changed_at timestamp(6) not null,
    version_id bigint not null,
    replaced   bigint,
    changed_by varchar(80) not null,
    kind       varchar(20) not null,
    primary key (changed_at, version_id)
);

create table series_snapshot (
    version_id    bigint not null,
    series_id     bigint not null,
    first_ordinal bigint not null,
    units         bytea not null,
    returned      bytea not null,
    availability  bytea not null,
    price         bytea not null,
    promotion     bytea not null,
    category      varchar(80) not null,
    primary key (version_id, series_id)
);

create table global_fit (
    version_id bigint not null,
    origin     int not null,
    model_id   varchar(80) not null,
    state      bytea,
    failure    varchar(1000),
    primary key (version_id, origin, model_id)
);

create table class_prior (
    version_id bigint not null,
    pattern    varchar(20) not null,
    model_id   varchar(80) not null,
    advantage  double precision not null,
    tests      int not null,
    primary key (version_id, pattern, model_id)
);

create table series_result (
    version_id  bigint not null,
    series_id   bigint not null,
    failure     varchar(1000),
    pattern     varchar(20),
    model_id    varchar(80),
    reason      varchar(1000),
    verdict     varchar(20),
    scale       double precision,
    rmsse       double precision,
    cleaned     bytea,
    mean        bytea,
    fitted      bytea,
    backtests   bytea,
    scores      bytea,
    primary key (version_id, series_id)
);

create table calibration (
    version_id bigint not null,
    pattern    varchar(20) not null,
    step       int not null,
    q10        double precision not null,
    q50        double precision not null,
    q90        double precision not null,
    total_q10  double precision not null,
    total_q50  double precision not null,
    total_q90  double precision not null,
    residuals  int not null,
    below10    double precision not null,
    up_to90    double precision not null,
    measured   int not null,
    primary key (version_id, pattern, step)
);

create table forecast (
    version_id      bigint not null,
    series_id       bigint not null,
    step            int not null,
    period_start    date not null,
    period_end      date not null,
    mean            double precision not null,
    p10             double precision not null,
    p50             double precision not null,
    p90             double precision not null,
    total_mean      double precision not null,
    total_p10       double precision not null,
    total_p50       double precision not null,
    total_p90       double precision not null,
    unchanged_since timestamp(6),
    primary key (version_id, series_id, step)
);

-- Runs ------------------------------------------------------------------------------------------

-- One row: who runs the pipeline now. A run is dead when its lease has expired.
create table run_lease (
    name         varchar(40) primary key,
    owner        varchar(120),
    execution_id bigint,
    expires_at   timestamp(6)
);
insert into run_lease (name) values ('pipeline');

create table run_progress (
    instance_id bigint not null,
    step        varchar(80) not null,
    part        int not null,
    done        bigint not null,
    total       bigint not null,
    unit        varchar(20) not null,
    primary key (instance_id, step, part)
);

create table run_message (
    execution_id bigint not null,
    step         varchar(80) not null,
    at           timestamp(6) not null,
    message      varchar(2000) not null
);
create index run_message_execution on run_message (execution_id);

create table schedule (
    job       varchar(80) primary key,
    next_fire timestamp(6),
    cron      varchar(80) not null,
    zone      varchar(60) not null,
    version   bigint not null
);
