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
       cast(b.on_hand - b.reserved as decimal(19,6)) as available
from your_stock b
join your_site s on s.id = b.site_id;

create view dw_open_supply as
select cast(concat('PO:', p.id) as varchar(80)) as supply_id,
       cast(s.company_id as varchar(80)) as org_id,
       cast(p.item_id as varchar(80)) as item_id,
       cast(p.site_id as varchar(80)) as site_id,
       cast(p.quantity - p.received as decimal(19,6)) as quantity_open,
       p.due_on as due_date
from your_purchase p
join your_site s on s.id = p.site_id
where p.quantity > p.received;

create view dw_purchase_receipt as
select cast(concat('PO:', p.id) as varchar(80)) as receipt_id,
       cast(s.company_id as varchar(80)) as org_id,
       cast(p.item_id as varchar(80)) as item_id,
       cast(p.site_id as varchar(80)) as site_id,
       cast(p.vendor_id as varchar(80)) as vendor_id,
       p.ordered_on as ordered_on,
       p.received_on as received_on,
       cast(p.received as decimal(19,6)) as quantity
from your_purchase p
join your_site s on s.id = p.site_id
where p.received > 0;

create view dw_reorder_rule as
select cast(s.company_id as varchar(80)) as org_id,
       cast(r.item_id as varchar(80)) as item_id,
       cast(r.site_id as varchar(80)) as site_id,
       cast(r.minimum as decimal(19,6)) as minimum,
       cast(r.maximum as decimal(19,6)) as maximum
from your_rule r
join your_site s on s.id = r.site_id;
