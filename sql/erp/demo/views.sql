-- The canonical views over the demo ERP, for H2, PostgreSQL and MariaDB. What each column means stands in ../CONTRACT.md.

-- changed_at and id are plain columns of sales_order_line, so that a range on them reaches its index.
create view dw_sales_line as
select cast(concat('SOL:', l.id) as varchar(80)) as line_id,
       cast('SOL' as varchar(8)) as source_kind,
       l.id as source_key,
       cast(case when o.status = 'CANCELLED' or l.line_status = 'CANCELLED' then 'CANCELLED'
                 when o.status = 'DRAFT' then 'DRAFT'
                 when l.item_id is null then 'NO_ITEM'
                 when l.line_status = 'SAMPLE' then 'SAMPLE'
            end as varchar(40)) as excluded_because,
       cast(null as varchar(80)) as flags,
       cast(o.company_id as varchar(80)) as org_id,
       cast(o.document_no as varchar(80)) as document_no,
       cast(case when o.order_type = 'RETURN' then 'RETURN' else 'ORDER' end as varchar(8)) as line_kind,
       o.order_date as order_date,
       o.order_date as demand_date,
       cast(l.item_id as varchar(80)) as item_id,
       cast(o.site_id as varchar(80)) as site_id,
       cast(o.customer_id as varchar(80)) as customer_id,
       cast(null as varchar(80)) as channel_id,
       cast(case when o.order_type = 'RETURN' then -l.quantity else l.quantity end as decimal(19,6)) as quantity,
       cast(l.uom_id as varchar(40)) as uom_id,
       cast(case when o.order_type = 'RETURN' then -l.quantity_delivered else l.quantity_delivered end as decimal(19,6))
         as quantity_delivered,
       l.unit_price as unit_price_net,
       l.list_price as unit_price_list,
       cast(case when o.order_type = 'RETURN' then -l.quantity else l.quantity end * l.unit_price as decimal(19,6))
         as net_amount,
       o.currency as currency,
       (l.promotion_id is not null) as on_promotion,
       false as drop_ship,
       false as is_kit,
       cast(null as date) as original_date,
       cast(concat(o.status, '/', l.line_status) as varchar(40)) as erp_status,
       l.changed_at as changed_at
from sales_order_line l
left join sales_order o on o.id = l.order_id;

create view dw_item as
select cast(i.item_id as varchar(80)) as item_id,
       cast(i.company_id as varchar(80)) as org_id,
       cast(i.item_id as varchar(80)) as item_code,
       i.item_name as item_name,
       cast(i.category as varchar(80)) as category,
       cast(i.uom_id as varchar(40)) as uom_id,
       i.active as active,
       cast(i.vendor_id as varchar(80)) as vendor_id,
       i.lead_time_days as lead_time_days,
       i.minimum_order as minimum_order,
       i.order_multiple as order_multiple,
       i.purchase_price as purchase_price,
       i.currency as currency,
       i.changed_at as changed_at,
       i.shelf_life_days as shelf_life_days
from item i;

create view dw_site as
select cast(s.site_id as varchar(80)) as site_id,
       cast(s.company_id as varchar(80)) as org_id,
       s.site_name as site_name,
       s.time_zone as time_zone
from site s;

create view dw_stock_level as
select cast(s.company_id as varchar(80)) as org_id,
       cast(b.item_id as varchar(80)) as item_id,
       cast(b.site_id as varchar(80)) as site_id,
       b.on_hand as on_hand,
       cast(b.on_hand - b.reserved as decimal(19,6)) as available,
       b.reserved as reserved
from stock_balance b
join site s on s.site_id = b.site_id;

create view dw_stock_ledger as
select m.id as source_key,
       cast(s.company_id as varchar(80)) as org_id,
       cast(m.item_id as varchar(80)) as item_id,
       cast(m.site_id as varchar(80)) as site_id,
       m.posted_on as posted_on,
       m.movement_kind as movement_kind,
       m.quantity as quantity,
       m.balance_after as balance_after
from stock_ledger m
left join site s on s.site_id = m.site_id;

create view dw_open_supply as
select cast(concat('POL:', l.id) as varchar(80)) as supply_id,
       cast(p.company_id as varchar(80)) as org_id,
       cast(l.item_id as varchar(80)) as item_id,
       cast(p.site_id as varchar(80)) as site_id,
       cast(l.quantity - l.quantity_cancelled - l.quantity_received as decimal(19,6)) as quantity_open,
       coalesce(l.promised_on, l.due_date) as due_date,
       cast('PURCHASE' as varchar(10)) as supply_kind,
       cast(p.vendor_id as varchar(80)) as vendor_id,
       cast(p.document_no as varchar(80)) as document_no,
       cast(concat('POL:', l.id) as varchar(80)) as purchase_line_id
from purchase_order_line l
join purchase_order p on p.id = l.purchase_order_id
where l.quantity - l.quantity_cancelled > l.quantity_received;

create view dw_purchase_line as
select cast(p.company_id as varchar(80)) as org_id,
       cast(concat('POL:', l.id) as varchar(80)) as line_id,
       cast(p.document_no as varchar(80)) as document_no,
       cast(l.item_id as varchar(80)) as item_id,
       cast(p.site_id as varchar(80)) as site_id,
       cast(p.vendor_id as varchar(80)) as vendor_id,
       p.ordered_on as ordered_on,
       coalesce(l.promised_on, l.due_date) as promised_on,
       cast(l.quantity - l.quantity_cancelled as decimal(19,6)) as quantity_ordered,
       l.quantity_received as quantity_received,
       (l.quantity_received >= l.quantity - l.quantity_cancelled) as closed,
       l.unit_price as unit_price,
       c.currency as currency,
       l.changed_at as changed_at
from purchase_order_line l
join purchase_order p on p.id = l.purchase_order_id
join company c on c.company_id = p.company_id;

create view dw_purchase_receipt as
select cast(concat('GR:', r.id) as varchar(80)) as receipt_id,
       cast(p.company_id as varchar(80)) as org_id,
       cast(l.item_id as varchar(80)) as item_id,
       cast(p.site_id as varchar(80)) as site_id,
       cast(p.vendor_id as varchar(80)) as vendor_id,
       p.ordered_on as ordered_on,
       r.received_on as received_on,
       r.quantity as quantity,
       cast(concat('POL:', l.id) as varchar(80)) as purchase_line_id
from goods_receipt r
join purchase_order_line l on l.id = r.purchase_order_line_id
join purchase_order p on p.id = l.purchase_order_id;

-- Every vendor delivers to every company.
create view dw_vendor as
select cast(c.company_id as varchar(80)) as org_id,
       cast(v.vendor_id as varchar(80)) as vendor_id,
       v.vendor_name as vendor_name,
       v.minimum_order_value as minimum_order_value,
       c.currency as currency,
       v.order_days as order_days,
       v.delivery_days as delivery_days
from vendor v
cross join company c;

create view dw_supplier_terms as
select cast(i.company_id as varchar(80)) as org_id,
       cast(concat('VI:', t.id) as varchar(80)) as terms_id,
       cast(t.item_id as varchar(80)) as item_id,
       cast(t.vendor_id as varchar(80)) as vendor_id,
       cast(t.site_id as varchar(80)) as site_id,
       t.preferred as preferred,
       t.valid_from as valid_from,
       t.valid_to as valid_to,
       t.lead_time_days as lead_time_days,
       t.minimum_order as minimum_order,
       t.order_multiple as order_multiple,
       cast(t.order_unit as varchar(40)) as purchase_uom,
       t.units_in_order_unit as purchase_factor,
       t.unit_price as unit_price,
       t.currency as currency
from vendor_item t
join item i on i.item_id = t.item_id;

create view dw_price_break as
select cast(i.company_id as varchar(80)) as org_id,
       cast(concat('VI:', b.vendor_item_id) as varchar(80)) as terms_id,
       b.from_quantity as from_quantity,
       b.unit_price as unit_price
from vendor_item_price b
join vendor_item t on t.id = b.vendor_item_id
join item i on i.item_id = t.item_id;

create view dw_closed_day as
select cast(c.company_id as varchar(80)) as org_id,
       c.closed_on as closed_on,
       cast(c.site_id as varchar(80)) as site_id,
       cast(c.vendor_id as varchar(80)) as vendor_id
from closed_day c;

create view dw_transfer_lane as
select cast(s.company_id as varchar(80)) as org_id,
       cast(l.from_site_id as varchar(80)) as from_site_id,
       cast(l.to_site_id as varchar(80)) as to_site_id,
       cast(l.item_id as varchar(80)) as item_id,
       l.lead_time_days as lead_time_days,
       l.minimum_order as minimum_order,
       l.order_multiple as order_multiple
from transfer_lane l
join site s on s.site_id = l.from_site_id;

create view dw_lot as
select cast(s.company_id as varchar(80)) as org_id,
       cast(l.item_id as varchar(80)) as item_id,
       cast(l.site_id as varchar(80)) as site_id,
       cast(l.lot_no as varchar(80)) as lot_id,
       l.quantity as quantity,
       l.expires_on as expires_on
from stock_lot l
join site s on s.site_id = l.site_id;

-- What was ordered and has not left yet. Nobody says for which day: customers want it at once. What is reserved is known of the stock as a whole.
create view dw_open_demand as
select cast(o.company_id as varchar(80)) as org_id,
       cast(concat('SOL:', l.id) as varchar(80)) as demand_id,
       cast(o.document_no as varchar(80)) as document_no,
       cast(l.item_id as varchar(80)) as item_id,
       cast(o.site_id as varchar(80)) as site_id,
       cast(null as date) as due_date,
       cast(l.quantity - l.quantity_delivered as decimal(19,6)) as quantity_open,
       cast(null as decimal(19,6)) as reserved,
       false as drop_ship
from sales_order_line l
join sales_order o on o.id = l.order_id
where o.status = 'CONFIRMED' and o.order_type = 'STANDARD' and l.line_status = 'OPEN' and l.item_id is not null
  and l.quantity > l.quantity_delivered;

create view dw_reorder_rule as
select cast(s.company_id as varchar(80)) as org_id,
       cast(r.item_id as varchar(80)) as item_id,
       cast(r.site_id as varchar(80)) as site_id,
       r.minimum as minimum,
       r.maximum as maximum
from reorder_rule r
join site s on s.site_id = r.site_id;

create view dw_price as
select cast(concat('PL:', p.id) as varchar(80)) as price_id,
       cast(i.company_id as varchar(80)) as org_id,
       cast(p.item_id as varchar(80)) as item_id,
       cast(p.site_id as varchar(80)) as site_id,
       p.valid_from as valid_from,
       p.valid_to as valid_to,
       p.unit_price as unit_price,
       p.currency as currency
from price_list p
join item i on i.item_id = p.item_id;

create view dw_promotion as
select cast(concat('PR:', p.id) as varchar(80)) as promotion_id,
       cast(i.company_id as varchar(80)) as org_id,
       cast(p.item_id as varchar(80)) as item_id,
       cast(p.site_id as varchar(80)) as site_id,
       p.from_date as from_date,
       p.to_date as to_date,
       cast(p.discount as decimal(19,6)) as discount,
       p.promotion_name as promotion_name
from promotion p
join item i on i.item_id = p.item_id;

create view dw_calendar as
select c.event_date as event_date,
       c.event_name as event_name,
       c.kind as kind,
       cast(c.site_id as varchar(80)) as site_id
from calendar_event c;

create view dw_kit_component as
select cast(null as varchar(80)) as org_id,
       cast(null as varchar(80)) as kit_item_id,
       cast(null as varchar(80)) as component_item_id,
       cast(null as decimal(19,6)) as quantity
where 1 = 0;

create view dw_adapter as
select cast('demo' as varchar(40)) as erp,
       cast('1' as varchar(40)) as erp_version,
       cast('RELEASED' as varchar(10)) as adapter_status,
       3 as contract;
