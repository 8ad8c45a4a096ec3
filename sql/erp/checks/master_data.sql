-- Each query must return no row. A row says what is wrong with the views, or with the ERP behind them.

-- Two items share an identity.
select 'item_id is not unique in its org' as problem, item_id as row_id
from dw_item group by org_id, item_id having count(*) > 1;

-- A share, not a percentage.
select 'discount is not a share between 0 and 1' as problem, promotion_id as row_id
from dw_promotion where discount < 0 or discount > 1;

-- Periods that end before they begin.
select 'promotion ends before it begins' as problem, promotion_id as row_id
from dw_promotion where to_date < from_date;

select 'price ends before it begins' as problem, price_id as row_id
from dw_price where valid_to < valid_from;

-- Two prices of one item on one day.
select 'prices overlap' as problem, a.price_id as row_id
from dw_price a
join dw_price b on b.item_id = a.item_id and b.org_id = a.org_id and b.price_id <> a.price_id
  and coalesce(b.site_id, '') = coalesce(a.site_id, '')
where b.valid_from >= a.valid_from and b.valid_from <= coalesce(a.valid_to, b.valid_from);

-- Goods received before they were ordered.
select 'received before it was ordered' as problem, receipt_id as row_id
from dw_purchase_receipt where received_on < ordered_on;

-- Supply that is not open.
select 'open supply of nothing' as problem, supply_id as row_id
from dw_open_supply where quantity_open <= 0;

-- Negative where it cannot be.
select 'price below zero' as problem, price_id as row_id
from dw_price where unit_price < 0;

select 'lead time, minimum order, multiple or purchase price below zero' as problem, item_id as row_id
from dw_item where lead_time_days < 0 or minimum_order < 0 or order_multiple < 0 or purchase_price < 0;

select 'minimum above maximum, or below zero' as problem, item_id as row_id
from dw_reorder_rule where minimum < 0 or maximum < minimum;

select 'nothing or less was received' as problem, receipt_id as row_id
from dw_purchase_receipt where quantity <= 0;

-- A kit that cannot be exploded.
select 'kit component of nothing, or of the kit itself' as problem, kit_item_id as row_id
from dw_kit_component where quantity is null or quantity <= 0 or component_item_id = kit_item_id;

select 'kit component that is not in dw_item' as problem, k.component_item_id as row_id
from dw_kit_component k
left join dw_item i on i.org_id = k.org_id and i.item_id = k.component_item_id
where i.item_id is null;

-- A company's master data for somebody else.
select 'item without identity or company' as problem, item_id as row_id
from dw_item where item_id is null or org_id is null;

-- One row says which adapter made the views.
select 'dw_adapter has not exactly one row with contract 2 or 3' as problem, 'dw_adapter' as row_id
from (select count(*) as all_rows, sum(case when contract in (2, 3) then 1 else 0 end) as current_rows from dw_adapter) a
where a.all_rows <> 1 or a.current_rows <> 1;
