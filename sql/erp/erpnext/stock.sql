create view dw_stock_level as
select cast(w.company as varchar(80)) as org_id,
       cast(b.item_code as varchar(80)) as item_id,
       cast(b.warehouse as varchar(80)) as site_id,
       cast(b.actual_qty as decimal(19,6)) as on_hand,
       cast(b.actual_qty - coalesce(b.reserved_qty, 0) as decimal(19,6)) as available
from `tabBin` b
join `tabWarehouse` w on w.name = b.warehouse;

-- ERPNext keeps the balance after each entry; an entry is what it changed the balance by, which for a stock reconciliation is not written.
create view dw_stock_ledger as
select x.source_key as source_key,
       cast(x.company as varchar(80)) as org_id,
       cast(x.item_code as varchar(80)) as item_id,
       cast(x.warehouse as varchar(80)) as site_id,
       x.posting_date as posted_on,
       cast(case when x.voucher_type in ('Delivery Note', 'Sales Invoice', 'POS Invoice') then case when x.actual_qty < 0 then 'ISSUE' else 'RETURN' end
                 when x.voucher_type in ('Purchase Receipt', 'Purchase Invoice') and x.actual_qty > 0 then 'RECEIPT'
                 else 'ADJUST' end as varchar(20)) as movement_kind,
       x.balance - coalesce(x.balance_before, 0) as quantity,
       x.balance as balance_after
from (select row_number() over (order by e.posting_date, e.posting_time, e.creation, e.name) as source_key,
             e.company, e.item_code, e.warehouse, e.posting_date, e.voucher_type, e.actual_qty,
             cast(e.qty_after_transaction as decimal(19,6)) as balance,
             lag(cast(e.qty_after_transaction as decimal(19,6))) over (partition by e.item_code, e.warehouse
                                                                      order by e.posting_date, e.posting_time, e.creation, e.name) as balance_before
      from `tabStock Ledger Entry` e
      where e.is_cancelled = 0) x;

create view dw_open_supply as
select cast(concat('POI:', i.name) as varchar(80)) as supply_id,
       cast(d.company as varchar(80)) as org_id,
       cast(i.item_code as varchar(80)) as item_id,
       cast(i.warehouse as varchar(80)) as site_id,
       cast((i.qty - i.received_qty) * i.conversion_factor as decimal(19,6)) as quantity_open,
       coalesce(i.schedule_date, d.transaction_date) as due_date
from `tabPurchase Order Item` i
join `tabPurchase Order` d on d.name = i.parent
where d.docstatus = 1 and d.status in ('To Receive', 'To Receive and Bill') and i.qty > i.received_qty;

create view dw_purchase_receipt as
select cast(concat('PRI:', i.name) as varchar(80)) as receipt_id,
       cast(d.company as varchar(80)) as org_id,
       cast(i.item_code as varchar(80)) as item_id,
       cast(i.warehouse as varchar(80)) as site_id,
       cast(d.supplier as varchar(80)) as vendor_id,
       o.transaction_date as ordered_on,
       d.posting_date as received_on,
       cast(i.stock_qty as decimal(19,6)) as quantity
from `tabPurchase Receipt Item` i
join `tabPurchase Receipt` d on d.name = i.parent
join `tabPurchase Order` o on o.name = i.purchase_order
where d.docstatus = 1 and d.is_return = 0 and i.stock_qty > 0;

-- ERPNext orders a fixed quantity when the level is reached: the maximum is the level and that quantity.
create view dw_reorder_rule as
select cast(w.company as varchar(80)) as org_id,
       cast(r.parent as varchar(80)) as item_id,
       cast(r.warehouse as varchar(80)) as site_id,
       cast(r.warehouse_reorder_level as decimal(19,6)) as minimum,
       cast(r.warehouse_reorder_level + r.warehouse_reorder_qty as decimal(19,6)) as maximum
from `tabItem Reorder` r
join `tabWarehouse` w on w.name = r.warehouse;
