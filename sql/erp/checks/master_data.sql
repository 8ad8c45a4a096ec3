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
