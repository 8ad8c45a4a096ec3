-- Stock, what moved it, what is on its way, and when to order.

create view dw_stock_level as
select cast(p.company_id as varchar(80)) as org_id,
       cast(q.product_id as varchar(80)) as item_id,
       cast(p.site_id as varchar(80)) as site_id,
       cast(sum(q.quantity) as numeric(19,6)) as on_hand,
       cast(sum(q.quantity - q.reserved_quantity) as numeric(19,6)) as available,
       cast(sum(q.reserved_quantity) as numeric(19,6)) as reserved
from stock_quant q
join dw_odoo_place p on p.location_id = q.location_id
group by p.company_id, q.product_id, p.site_id;

-- Finished moves over a warehouse's border. Odoo keeps no balance, so it is added up; the key is the move's place in time, because ids
-- follow the planning. A move that was dated back shifts what came after it.
create view dw_stock_ledger as
select k.source_key as source_key,
       cast(k.company_id as varchar(80)) as org_id,
       cast(k.product_id as varchar(80)) as item_id,
       cast(k.site_id as varchar(80)) as site_id,
       k.posted_on as posted_on,
       cast(k.movement_kind as varchar(20)) as movement_kind,
       k.quantity as quantity,
       cast(sum(k.quantity) over (partition by k.company_id, k.product_id, k.site_id order by k.source_key) as numeric(19,6))
         as balance_after
from (
  select row_number() over (order by v.moved_at, v.id, side.number) as source_key,
         side.company_id,
         v.product_id,
         side.site_id,
         cast(v.moved_at at time zone 'UTC' at time zone side.time_zone as date) as posted_on,
         case when v.from_usage = 'inventory' or v.to_usage = 'inventory' then 'ADJUST'
              when v.from_usage = 'customer' then 'RETURN'
              when side.sign = 1 then 'RECEIPT'
              else 'ISSUE'
         end as movement_kind,
         cast(side.sign * v.quantity as numeric(19,6)) as quantity
  from dw_odoo_move v
  left join dw_odoo_place f on f.location_id = v.location_id
  left join dw_odoo_place t on t.location_id = v.location_dest_id
  cross join lateral (
    select 0 as number, -1 as sign, f.site_id, f.company_id, f.time_zone
    union all
    select 1, 1, t.site_id, t.company_id, t.time_zone
  ) side
  where v.state = 'done' and v.quantity <> 0 and side.site_id is not null and f.site_id is distinct from t.site_id
) k;

-- Moves into a warehouse that are still to come, from a vendor, a production or another warehouse: of an order that was
-- received in part, or whose rest was given up, no more than this is left.
create view dw_open_supply as
select cast(concat('SM:', v.id) as varchar(80)) as supply_id,
       cast(t.company_id as varchar(80)) as org_id,
       cast(v.product_id as varchar(80)) as item_id,
       cast(t.site_id as varchar(80)) as site_id,
       cast(v.quantity as numeric(19,6)) as quantity_open,
       cast(v.moved_at at time zone 'UTC' at time zone t.time_zone as date) as due_date,
       cast(case v.from_usage when 'supplier' then 'PURCHASE' when 'production' then 'PRODUCTION' else 'TRANSFER' end as varchar(10))
         as supply_kind,
       cast(p.vendor_id as varchar(80)) as vendor_id,
       cast(p.document_no as varchar(80)) as document_no,
       cast('POL:' || p.purchase_line_id as varchar(80)) as purchase_line_id
from dw_odoo_move v
join dw_odoo_place t on t.location_id = v.location_dest_id
left join dw_odoo_place f on f.location_id = v.location_id
left join dw_odoo_purchase_move p on p.move_id = v.id
where v.state not in ('draft', 'done', 'cancel')
  and v.from_usage not in ('customer', 'inventory')
  and f.site_id is distinct from t.site_id
  and v.quantity > 0;

-- Lines of confirmed orders that did not leave. Once Odoo has moves for a line, no more is open than is to leave by them: what came back is
-- delivered no longer, and nobody waits for it. Odoo reserves by move lines, whose columns differ by version: what is reserved is told of the stock.
create view dw_open_demand as
select cast(l.company_id as varchar(80)) as org_id,
       cast(concat('SOL:', l.line_id) as varchar(80)) as demand_id,
       cast(l.document_no as varchar(80)) as document_no,
       cast(l.product_id as varchar(80)) as item_id,
       cast(l.site_id as varchar(80)) as site_id,
       case when l.is_promised then l.wanted_on end as due_date,
       cast(least(rest.quantity, coalesce(move.leaving, rest.quantity)) as numeric(19,6)) as quantity_open,
       cast(null as numeric(19,6)) as reserved,
       l.by_vendor
         or exists (select 1 from dw_odoo_drop_ship_route d where d.route_id = l.route_id)
         or l.route_id is null
            and exists (select 1 from dw_odoo_drop_ship_template d where d.template_id = l.template_id) as drop_ship
from sale_order_line s
join dw_odoo_order_line l on l.line_id = s.id
left join dw_setting_order r on r.order_id = l.order_id
left join dw_setting_own_partner own on own.partner_id = l.customer_id
cross join lateral (select l.quantity - coalesce(l.delivered, 0) as quantity) rest
cross join lateral (
  select count(*) as moves,
         count(*) filter (where v.state not in ('draft', 'done', 'cancel') and v.from_usage <> 'customer') as expected,
         sum(v.quantity) filter (where v.state not in ('draft', 'done', 'cancel') and v.from_usage <> 'customer'
                                   and v.to_usage = 'customer' and v.product_id = l.product_id) as leaving
  from dw_odoo_move v
  where v.sale_line_id = l.line_id
) move
where l.state in ('sale', 'done')
  and s.product_uom_qty > coalesce(s.qty_delivered, 0)
  and l.display_type is null and l.is_goods
  and own.partner_id is null and r.is_sample is not true
  and not l.is_void and coalesce(l.net_price, 0) >= 0
  and rest.quantity > 0
  and (move.moves = 0 or move.expected > 0 and coalesce(move.leaving, 1) > 0);

-- Where rules of several locations of one warehouse speak of one product, their quantities add up. As Odoo does, a maximum below
-- the minimum is taken as the minimum.
create view dw_reorder_rule as
select cast(o.company_id as varchar(80)) as org_id,
       cast(o.product_id as varchar(80)) as item_id,
       cast(o.warehouse_id as varchar(80)) as site_id,
       cast(sum(o.product_min_qty) as numeric(19,6)) as minimum,
       cast(sum(greatest(o.product_min_qty, o.product_max_qty)) as numeric(19,6)) as maximum
from stock_warehouse_orderpoint o
where o.active
group by o.company_id, o.product_id, o.warehouse_id;

-- Quants that have a lot, in the locations of a warehouse.
create view dw_lot as
select cast(p.company_id as varchar(80)) as org_id,
       cast(q.product_id as varchar(80)) as item_id,
       cast(p.site_id as varchar(80)) as site_id,
       cast(l.lot_name as varchar(80)) as lot_id,
       cast(sum(q.quantity) as numeric(19,6)) as quantity,
       cast(min(l.expires_at) at time zone 'UTC' at time zone p.time_zone as date) as expires_on
from stock_quant q
join dw_odoo_place p on p.location_id = q.location_id
join dw_odoo_lot l on l.lot_id = q.lot_id
group by p.company_id, q.product_id, p.site_id, p.time_zone, l.lot_name;
