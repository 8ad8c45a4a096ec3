-- Stock and what moved it: Tryton keeps moves alone, so both are added up from them.

-- Finished moves over a warehouse's border, once for each side, and reserved ones out of it.
create view dw_tryton_border_move as
select v.id, side.number, v.company_id, v.product_id, side.site_id, v.state, v.effective_date, v.from_type, v.to_type,
       cast(side.sign * v.quantity as numeric(19,6)) as quantity
from dw_tryton_move v
left join dw_tryton_place f on f.location_id = v.from_location
left join dw_tryton_place t on t.location_id = v.to_location
cross join lateral (
  select 0 as number, -1 as sign, f.site_id
  union all
  select 1, 1, t.site_id
) side
where side.site_id is not null and v.quantity <> 0 and f.site_id is distinct from t.site_id;

create view dw_stock_level as
select cast(b.company_id as varchar(80)) as org_id,
       cast(b.product_id as varchar(80)) as item_id,
       cast(b.site_id as varchar(80)) as site_id,
       cast(coalesce(sum(b.quantity) filter (where b.state = 'done'), 0) as numeric(19,6)) as on_hand,
       cast(coalesce(sum(b.quantity) filter (where b.state = 'done' or b.state = 'assigned' and b.quantity < 0), 0) as numeric(19,6))
         as available,
       cast(coalesce(-sum(b.quantity) filter (where b.state = 'assigned' and b.quantity < 0), 0) as numeric(19,6)) as reserved
from dw_tryton_border_move b
where b.state in ('done', 'assigned')
group by b.company_id, b.product_id, b.site_id;

-- Lines of sales that are confirmed and not done, less what the customer has; reserved is what is assigned to go to him, as in the stock.
create view dw_open_demand as
select cast(l.company_id as varchar(80)) as org_id,
       cast(concat('SL:', l.line_id) as varchar(80)) as demand_id,
       cast(coalesce(l.document_no, concat('sale.sale,', l.sale_id)) as varchar(80)) as document_no,
       cast(l.product_id as varchar(80)) as item_id,
       cast(l.site_id as varchar(80)) as site_id,
       l.due_on as due_date,
       cast(l.quantity - coalesce(l.delivered, 0) as numeric(19,6)) as quantity_open,
       cast(least(coalesce(l.reserved, 0), l.quantity - coalesce(l.delivered, 0)) as numeric(19,6)) as reserved,
       l.by_vendor as drop_ship
from dw_tryton_sale_line l
left join dw_setting_sale r on r.sale_id = l.sale_id
left join dw_setting_own_party own on own.party_id = l.customer_id
where l.state in ('confirmed', 'processing')
  and l.line_type = 'line' and l.is_goods
  and own.party_id is null and r.is_sample is not true
  and l.ordered > 0 and not (l.has_opposite and not l.is_moved) and coalesce(l.net_price, 0) >= 0
  and l.quantity > coalesce(l.delivered, 0);

-- The key is the move's place in time. A move that was dated back shifts what came after it.
create view dw_stock_ledger as
select k.source_key as source_key,
       cast(k.company_id as varchar(80)) as org_id,
       cast(k.product_id as varchar(80)) as item_id,
       cast(k.site_id as varchar(80)) as site_id,
       k.effective_date as posted_on,
       cast(case when k.from_type = 'lost_found' or k.to_type = 'lost_found' then 'ADJUST'
                 when k.from_type = 'customer' then 'RETURN'
                 when k.quantity > 0 then 'RECEIPT'
                 else 'ISSUE'
            end as varchar(20)) as movement_kind,
       k.quantity as quantity,
       cast(sum(k.quantity) over (partition by k.company_id, k.product_id, k.site_id order by k.source_key) as numeric(19,6))
         as balance_after
from (
  select b.*, row_number() over (order by b.effective_date, b.id, b.number) as source_key
  from dw_tryton_border_move b
  where b.state = 'done'
) k;
