create view dw_stock_ledger as
select m.id as source_key,
       cast(s.company_id as varchar(80)) as org_id,
       cast(m.item_id as varchar(80)) as item_id,
       cast(m.site_id as varchar(80)) as site_id,
       m.posted_on as posted_on,
       cast(m.kind as varchar(20)) as movement_kind,
       cast(m.quantity as decimal(19,6)) as quantity,
       cast(m.balance as decimal(19,6)) as balance_after
from your_movement m
left join your_site s on s.id = m.site_id;

create view dw_stock_level as
select cast(s.company_id as varchar(80)) as org_id,
       cast(b.item_id as varchar(80)) as item_id,
       cast(b.site_id as varchar(80)) as site_id,
       cast(b.on_hand as decimal(19,6)) as on_hand,
       cast(b.on_hand - b.reserved as decimal(19,6)) as available,
       cast(b.reserved as decimal(19,6)) as reserved
from your_stock b
join your_site s on s.id = b.site_id;

-- What is bought and what is moved between own sites: both are to come.
create view dw_open_supply as
select cast(concat('PO:', p.id) as varchar(80)) as supply_id,
       cast(s.company_id as varchar(80)) as org_id,
       cast(p.item_id as varchar(80)) as item_id,
       cast(p.site_id as varchar(80)) as site_id,
       cast((p.quantity - p.cancelled - p.received) * u.factor as decimal(19,6)) as quantity_open,
       p.due_on as due_date,
       cast('PURCHASE' as varchar(10)) as supply_kind,
       cast(p.vendor_id as varchar(80)) as vendor_id,
       cast(p.number as varchar(80)) as document_no,
       cast(concat('PO:', p.id) as varchar(80)) as purchase_line_id
from your_purchase p
join your_site s on s.id = p.site_id
left join your_unit u on u.item_id = p.item_id and u.unit = p.unit
where p.state = 'open' and p.quantity - p.cancelled > p.received
union all
select cast(concat('TR:', t.id) as varchar(80)),
       cast(s.company_id as varchar(80)),
       cast(t.item_id as varchar(80)),
       cast(t.to_site_id as varchar(80)),
       cast(t.quantity as decimal(19,6)),
       t.due_on,
       cast('TRANSFER' as varchar(10)),
       cast(null as varchar(80)),
       cast(t.number as varchar(80)),
       cast(null as varchar(80))
from your_transfer t
join your_site s on s.id = t.to_site_id
where t.arrived_on is null;

create view dw_purchase_receipt as
select cast(concat('RE:', r.id) as varchar(80)) as receipt_id,
       cast(s.company_id as varchar(80)) as org_id,
       cast(p.item_id as varchar(80)) as item_id,
       cast(p.site_id as varchar(80)) as site_id,
       cast(p.vendor_id as varchar(80)) as vendor_id,
       p.ordered_on as ordered_on,
       r.received_on as received_on,
       cast(r.quantity * u.factor as decimal(19,6)) as quantity,
       cast(concat('PO:', p.id) as varchar(80)) as purchase_line_id
from your_receipt r
join your_purchase p on p.id = r.purchase_id
join your_site s on s.id = p.site_id
left join your_unit u on u.item_id = p.item_id and u.unit = p.unit;

create view dw_reorder_rule as
select cast(s.company_id as varchar(80)) as org_id,
       cast(r.item_id as varchar(80)) as item_id,
       cast(r.site_id as varchar(80)) as site_id,
       cast(r.minimum as decimal(19,6)) as minimum,
       cast(r.maximum as decimal(19,6)) as maximum
from your_rule r
join your_site s on s.id = r.site_id;
