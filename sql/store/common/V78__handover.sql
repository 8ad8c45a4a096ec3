-- What is handed over to the ERP. Other systems read these two: their columns stay as they are.
--
-- Accepted suggestions, one row for each acceptance, in the order of handover_no. state: WAITING, then TAKEN (document_no: the ERP's order) or REFUSED (and
-- why), or WITHDRAWN where the acceptance was taken back before. quantity in the base unit; purchase_quantity in purchase_uom, where the vendor counts in
-- another unit; cost in currency. arrive_on: of BUY and TRANSFER the day on which it is expected, of EXPEDITE and POSTPONE the day to which the order supply_id
-- is to be moved, of CANCEL null.
create sequence handover_no;
create table handover (
    handover_no       bigint         not null,
    suggestion_no     bigint         not null,
    plan_name         varchar(40)    not null,
    kind              varchar(10)    not null,
    org_id            varchar(80)    not null,
    item_id           varchar(80)    not null,
    site_id           varchar(80)    not null,
    from_site_id      varchar(80),
    vendor_id         varchar(80),
    supply_id         varchar(80),
    quantity          numeric(19, 6) not null,
    purchase_uom      varchar(80),
    purchase_quantity numeric(28, 9),
    cost              numeric(38, 12),
    currency          varchar(3),
    order_on          date           not null,
    arrive_on         date,
    handed_by         varchar(80)    not null,
    handed_at         timestamp(6)   not null,
    state             varchar(10)    not null,
    document_no       varchar(80),
    reason            varchar(500),
    settled_by        varchar(80),
    settled_at        timestamp(6),
    constraint handover_pk primary key (handover_no)
);
create index handover_state on handover (state, handover_no);
create index handover_suggestion on handover (suggestion_no, handover_no);

-- The final figures of each plan's published version, for series that are recommended to forecast. quantity in the base unit.
create view handed_forecast as
select p.plan_name, p.version_id, s.org_id, s.item_id, s.site_id, s.channel_id, f.period_start, f.period_end,
       coalesce(o.units, cast(f.mean as numeric(30, 6))) as quantity
from publication p
join version_series v on v.version_id = p.version_id
join series_result r on r.version_id = v.result_of and r.series_id = v.series_id
join series s on s.series_id = v.series_id
join forecast f on f.version_id = v.version_id and f.series_id = v.series_id
left join final_step o on o.version_id = f.version_id and o.series_id = f.series_id and o.step = f.step
where r.verdict <> 'DO_NOT_FORECAST';
