-- What to order, by decision: one row an item at a site for which something is to be ordered. parts: how the quantity came about, JSON; quantities in the
-- base unit, cost in the vendor's currency. reason: in a line, as words.
create table purchase_suggestion (
    decision_id       bigint           not null,
    place_no          bigint           not null,
    org_id            varchar(80)      not null,
    item_id           varchar(80)      not null,
    site_id           varchar(80)      not null,
    vendor_id         varchar(80)      not null,
    quantity          numeric(19, 6)   not null,
    parts             varchar          not null,
    purchase_uom      varchar(80),
    purchase_factor   numeric(19, 6),
    cost              numeric(19, 6),
    currency          varchar(3),
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
    constraint purchase_suggestion_pk primary key (decision_id, place_no)
);
