-- Stock that can be sold: neither defective nor on hold. Where OFBiz has no totals on the item they are summed from its details.
create view dw_ofbiz_stock as
select i.inventory_item_id,
       coalesce(i.owner_party_id, f.owner_party_id) as company,
       i.product_id, i.facility_id,
       coalesce(i.quantity_on_hand_total, d.on_hand, 0) as on_hand,
       coalesce(i.available_to_promise_total, d.available, 0) as available
from inventory_item i
join facility f on f.facility_id = i.facility_id
left join (select x.inventory_item_id, sum(x.quantity_on_hand_diff) as on_hand, sum(x.available_to_promise_diff) as available
           from inventory_item_detail x group by x.inventory_item_id) d on d.inventory_item_id = i.inventory_item_id
where i.product_id is not null and coalesce(i.status_id, '') not in ('INV_DEFECTIVE', 'INV_ON_HOLD', 'INV_NS_DEFECTIVE', 'INV_NS_ON_HOLD');

create view dw_stock_level as
select cast(s.company as varchar(80)) as org_id,
       cast(s.product_id as varchar(80)) as item_id,
       cast(s.facility_id as varchar(80)) as site_id,
       cast(sum(s.on_hand) as numeric(19,6)) as on_hand,
       cast(sum(s.available) as numeric(19,6)) as available,
       cast(sum(s.on_hand - s.available) as numeric(19,6)) as reserved
from dw_ofbiz_stock s
group by s.company, s.product_id, s.facility_id;

-- Keys are texts, so movements are numbered by time. Balances are counted backwards from today's stock, so that a history that was cut
-- off does no harm.
create view dw_stock_ledger as
select row_number() over (order by m.effective_date, m.inventory_item_id, m.inventory_item_detail_seq_id) as source_key,
       cast(s.company as varchar(80)) as org_id,
       cast(s.product_id as varchar(80)) as item_id,
       cast(s.facility_id as varchar(80)) as site_id,
       cast(m.effective_date at time zone z.time_zone as date) as posted_on,
       cast(case when m.return_id is not null then 'RETURN'
                 when m.receipt_id is not null then 'RECEIPT'
                 when m.item_issuance_id is not null or m.order_id is not null and m.quantity_on_hand_diff < 0 then 'ISSUE'
                 else 'ADJUST' end as varchar(20)) as movement_kind,
       cast(m.quantity_on_hand_diff as numeric(19,6)) as quantity,
       cast(l.on_hand - coalesce(sum(m.quantity_on_hand_diff) over (
              partition by s.company, s.product_id, s.facility_id
              order by m.effective_date, m.inventory_item_id, m.inventory_item_detail_seq_id
              rows between 1 following and unbounded following), 0) as numeric(19,6)) as balance_after
from inventory_item_detail m
join dw_ofbiz_stock s on s.inventory_item_id = m.inventory_item_id
join dw_setting_site z on z.facility = s.facility_id
join (select company, product_id, facility_id, sum(on_hand) as on_hand from dw_ofbiz_stock group by company, product_id, facility_id) l
  on l.company = s.company and l.product_id = s.product_id and l.facility_id = s.facility_id
where m.quantity_on_hand_diff <> 0;

-- Lines of purchase orders with the company that buys, the supplier, what has been received, and whether more is expected: an order
-- that nobody approved is no supply yet.
create view dw_ofbiz_purchase_line as
select i.order_id, i.order_item_seq_id, i.product_id, s.given_up, s.approved,
       buyer.party_id as company, seller.party_id as vendor, coalesce(g.facility_id, h.origin_facility_id) as facility,
       h.order_date, coalesce(i.estimated_delivery_date, i.estimated_ship_date) as promised_at,
       i.quantity - coalesce(i.cancel_quantity, 0) as ordered, coalesce(r.quantity, 0) as received,
       s.approved and not s.given_up and h.status_id <> 'ORDER_COMPLETED' and i.status_id in ('ITEM_CREATED', 'ITEM_APPROVED')
         and i.quantity - coalesce(i.cancel_quantity, 0) > coalesce(r.quantity, 0) as expected,
       i.unit_price, h.currency_uom as currency, i.last_updated_stamp
from order_item i
join order_header h on h.order_id = i.order_id and h.order_type_id = 'PURCHASE_ORDER'
left join lateral (select min(x.party_id) as party_id from order_role x
                   where x.order_id = h.order_id and x.role_type_id = 'BILL_TO_CUSTOMER') buyer on true
left join lateral (select min(x.party_id) as party_id from order_role x
                   where x.order_id = h.order_id and x.role_type_id = 'BILL_FROM_VENDOR') seller on true
left join lateral (select x.facility_id from order_item_ship_group x
                   where x.order_id = h.order_id order by x.ship_group_seq_id limit 1) g on true
left join lateral (select sum(x.quantity_accepted) as quantity from shipment_receipt x
                   where x.order_id = i.order_id and x.order_item_seq_id = i.order_item_seq_id) r on true
cross join lateral (
  select 'ORDER_CANCELLED' = h.status_id or 'ITEM_CANCELLED' = i.status_id as given_up,
         h.status_id in ('ORDER_APPROVED', 'ORDER_SENT', 'ORDER_HOLD', 'ORDER_COMPLETED', 'ORDER_CANCELLED') as approved
) s
where i.product_id is not null;

create view dw_open_supply as
select cast('PO:' || d.order_id || ':' || d.order_item_seq_id as varchar(80)) as supply_id,
       cast(d.company as varchar(80)) as org_id,
       cast(d.product_id as varchar(80)) as item_id,
       cast(d.facility as varchar(80)) as site_id,
       cast(d.ordered - d.received as numeric(19,6)) as quantity_open,
       cast(coalesce(d.promised_at, d.order_date) at time zone coalesce(z.time_zone, e.time_zone) as date) as due_date,
       cast('PURCHASE' as varchar(10)) as supply_kind,
       cast(d.vendor as varchar(80)) as vendor_id,
       cast(d.order_id as varchar(80)) as document_no,
       cast('PO:' || d.order_id || ':' || d.order_item_seq_id as varchar(80)) as purchase_line_id
from dw_ofbiz_purchase_line d
cross join dw_setting_default e
left join dw_setting_site z on z.facility = d.facility
where d.expected;

-- Lines of orders that were approved, less what was issued. What can be promised is less by what is reserved, whether it is there or not: it is told of the stock.
create view dw_open_demand as
select cast(d.company as varchar(80)) as org_id,
       cast('OI:' || d.order_id || ':' || d.order_item_seq_id as varchar(80)) as demand_id,
       cast(d.order_id as varchar(80)) as document_no,
       cast(d.product_id as varchar(80)) as item_id,
       cast(d.facility as varchar(80)) as site_id,
       cast(d.due_at at time zone coalesce(z.time_zone, e.time_zone) as date) as due_date,
       cast(d.quantity - d.issued as numeric(19,6)) as quantity_open,
       cast(null as numeric(19,6)) as reserved,
       d.drop_ship as drop_ship
from dw_ofbiz_order_line d
cross join dw_setting_default e
join dw_ofbiz_product p on p.product_id = d.product_id and p.is_good
left join dw_setting_site z on z.facility = d.facility
where d.order_status in ('ORDER_APPROVED', 'ORDER_SENT', 'ORDER_HOLD') and d.line_status in ('ITEM_CREATED', 'ITEM_APPROVED')
  and d.line_type = 'PRODUCT_ORDER_ITEM' and d.quantity > d.issued and coalesce(d.unit_price, 0) >= 0
  and d.company is not null
  and not exists (select 1 from dw_setting_own_party o where o.party = d.customer);

create view dw_purchase_receipt as
select cast('SR:' || r.receipt_id as varchar(80)) as receipt_id,
       cast(d.company as varchar(80)) as org_id,
       cast(d.product_id as varchar(80)) as item_id,
       cast(coalesce(k.facility_id, d.facility) as varchar(80)) as site_id,
       cast(d.vendor as varchar(80)) as vendor_id,
       cast(d.order_date at time zone coalesce(z.time_zone, e.time_zone) as date) as ordered_on,
       cast(r.datetime_received at time zone coalesce(z.time_zone, e.time_zone) as date) as received_on,
       cast(r.quantity_accepted as numeric(19,6)) as quantity,
       cast(case when d.approved and d.company is not null then 'PO:' || d.order_id || ':' || d.order_item_seq_id end as varchar(80))
         as purchase_line_id
from shipment_receipt r
join dw_ofbiz_purchase_line d on d.order_id = r.order_id and d.order_item_seq_id = r.order_item_seq_id
cross join dw_setting_default e
left join inventory_item k on k.inventory_item_id = r.inventory_item_id
left join dw_setting_site z on z.facility = coalesce(k.facility_id, d.facility)
where r.quantity_accepted > 0;

-- OFBiz orders a fixed quantity when the minimum is reached; it knows no maximum.
create view dw_reorder_rule as
select cast(f.owner_party_id as varchar(80)) as org_id,
       cast(r.product_id as varchar(80)) as item_id,
       cast(r.facility_id as varchar(80)) as site_id,
       cast(r.minimum_stock as numeric(19,6)) as minimum,
       cast(null as numeric(19,6)) as maximum
from product_facility r
join facility f on f.facility_id = r.facility_id
where f.owner_party_id is not null and r.minimum_stock is not null;
