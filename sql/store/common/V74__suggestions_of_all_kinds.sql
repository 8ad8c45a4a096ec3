-- What a decision suggests to do: buy, transfer, or move an order that is on its way. suggestion_no stays from decision to decision while the same is
-- suggested. What decisions before suggested is left behind: the next one suggests anew.
-- kind: BUY, TRANSFER, EXPEDITE, POSTPONE, CANCEL. line_no: suggestions of a place. why: DUE, BROUGHT_FORWARD, TOPPED_UP. supply_id, document_no: the order
-- that is to be moved. parts: how the quantity came about, JSON; quantities in the base unit, cost in the vendor's currency. minimum_value: of an order to the
-- vendor, minimum_missing: what lacks of it.
drop table purchase_suggestion;
create sequence suggestion_no;
create table purchase_suggestion (
    decision_id       bigint           not null,
    place_no          bigint           not null,
    line_no           int              not null,
    suggestion_no     bigint           not null,
    kind              varchar(10)      not null,
    why               varchar(20)      not null,
    org_id            varchar(80)      not null,
    item_id           varchar(80)      not null,
    site_id           varchar(80)      not null,
    vendor_id         varchar(80),
    from_site_id      varchar(80),
    supply_id         varchar(80),
    document_no       varchar(80),
    quantity          numeric(19, 6)   not null,
    parts             varchar          not null,
    purchase_uom      varchar(80),
    purchase_factor   numeric(19, 6),
    cost              numeric(19, 6),
    currency          varchar(3),
    minimum_value     numeric(19, 6),
    minimum_missing   numeric(19, 6),
    order_on          date             not null,
    order_by          date             not null,
    expected_on       date             not null,
    receipt_by        date,
    late              boolean          not null,
    stock_out_without double precision not null,
    stock_out_with    double precision not null,
    runs_out          date,
    looked_up_to      date             not null,
    cover_days        int              not null,
    constraint purchase_suggestion_pk primary key (decision_id, place_no, line_no)
);
create index purchase_suggestion_no on purchase_suggestion (suggestion_no, decision_id);
