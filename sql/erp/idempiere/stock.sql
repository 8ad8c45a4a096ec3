create view dw_stock_level as
select cast(cast(w.ad_client_id as bigint) || '/' || cast(w.ad_org_id as bigint) as varchar(80)) as org_id,
       cast(cast(s.product as bigint) as varchar(80)) as item_id,
       cast(cast(s.site as bigint) as varchar(80)) as site_id,
       cast(s.on_hand as numeric(19,6)) as on_hand,
       cast(s.on_hand - coalesce(r.reserved, 0) as numeric(19,6)) as available
from dw_idempiere_stock s
join m_warehouse w on w.m_warehouse_id = s.site
left join dw_idempiere_reserved r on r.site = s.site and r.product = s.product;

-- Movements are numbered by their day, since documents may be entered for an earlier one; balances are counted backwards from today's
-- stock. C- goods issued, C+ brought back, V+ received; the rest are corrections, transfers and production.
create view dw_stock_ledger as
select row_number() over (order by t.movementdate, t.m_transaction_id) as source_key,
       cast(cast(w.ad_client_id as bigint) || '/' || cast(w.ad_org_id as bigint) as varchar(80)) as org_id,
       cast(cast(t.m_product_id as bigint) as varchar(80)) as item_id,
       cast(cast(l.m_warehouse_id as bigint) as varchar(80)) as site_id,
       cast(t.movementdate as date) as posted_on,
       cast(case t.movementtype when 'C-' then 'ISSUE' when 'C+' then 'RETURN' when 'V+' then 'RECEIPT' else 'ADJUST' end as varchar(20)) as movement_kind,
       cast(t.movementqty as numeric(19,6)) as quantity,
       cast(coalesce(s.on_hand, 0) - coalesce(sum(t.movementqty) over (
              partition by l.m_warehouse_id, t.m_product_id order by t.movementdate, t.m_transaction_id
              rows between 1 following and unbounded following), 0) as numeric(19,6)) as balance_after
from m_transaction t
join m_locator l on l.m_locator_id = t.m_locator_id
join m_warehouse w on w.m_warehouse_id = l.m_warehouse_id
left join dw_idempiere_stock s on s.site = l.m_warehouse_id and s.product = t.m_product_id
where t.movementqty <> 0;

create view dw_open_supply as
select cast('POL:' || cast(l.c_orderline_id as bigint) as varchar(80)) as supply_id,
       cast(cast(l.ad_client_id as bigint) || '/' || cast(l.ad_org_id as bigint) as varchar(80)) as org_id,
       cast(cast(l.m_product_id as bigint) as varchar(80)) as item_id,
       cast(cast(l.m_warehouse_id as bigint) as varchar(80)) as site_id,
       cast(l.qtyordered - l.qtydelivered as numeric(19,6)) as quantity_open,
       cast(coalesce(l.datepromised, l.dateordered) as date) as due_date
from c_orderline l
join c_order d on d.c_order_id = l.c_order_id and d.issotrx = 'N' and d.docstatus = 'CO'
where l.isactive = 'Y' and l.m_product_id is not null and l.qtyordered > l.qtydelivered;

create view dw_purchase_receipt as
select cast('IOL:' || cast(l.m_inoutline_id as bigint) as varchar(80)) as receipt_id,
       cast(cast(l.ad_client_id as bigint) || '/' || cast(l.ad_org_id as bigint) as varchar(80)) as org_id,
       cast(cast(l.m_product_id as bigint) as varchar(80)) as item_id,
       cast(cast(d.m_warehouse_id as bigint) as varchar(80)) as site_id,
       cast(cast(d.c_bpartner_id as bigint) as varchar(80)) as vendor_id,
       cast(o.dateordered as date) as ordered_on,
       cast(d.movementdate as date) as received_on,
       cast(l.movementqty as numeric(19,6)) as quantity
from m_inoutline l
join m_inout d on d.m_inout_id = l.m_inout_id and d.issotrx = 'N' and d.movementtype = 'V+' and d.docstatus in ('CO', 'CL')
join c_orderline o on o.c_orderline_id = l.c_orderline_id
where d.reversal_id is null and l.movementqty > 0 and l.m_product_id is not null;

create view dw_reorder_rule as
select cast(cast(w.ad_client_id as bigint) || '/' || cast(w.ad_org_id as bigint) as varchar(80)) as org_id,
       cast(cast(r.m_product_id as bigint) as varchar(80)) as item_id,
       cast(cast(r.m_warehouse_id as bigint) as varchar(80)) as site_id,
       cast(r.level_min as numeric(19,6)) as minimum,
       cast(nullif(r.level_max, 0) as numeric(19,6)) as maximum
from m_replenish r
join m_warehouse w on w.m_warehouse_id = r.m_warehouse_id
where r.isactive = 'Y';
