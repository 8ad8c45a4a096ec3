-- Each query must return no row. A row says what is wrong with the views, or with the ERP behind them.

-- The balance after a movement is the balance before it and the movement.
select 'balance_after does not follow from the movement before' as problem, source_key as row_id
from (
  select source_key, quantity, balance_after,
         lag(balance_after) over (partition by org_id, item_id, site_id order by source_key) as balance_before
  from dw_stock_ledger
) m
where balance_before is not null and balance_before + quantity <> balance_after;

-- Movements of one place are in the order of their keys.
select 'source_key is not in the order of posted_on' as problem, source_key as row_id
from (
  select source_key, posted_on,
         lag(posted_on) over (partition by org_id, item_id, site_id order by source_key) as posted_before
  from dw_stock_ledger
) m
where posted_before > posted_on;

-- The stock level is what the ledger ends with.
select 'on_hand differs from the last balance of the ledger' as problem, m.source_key as row_id
from (
  select source_key, org_id, item_id, site_id, balance_after,
         row_number() over (partition by org_id, item_id, site_id order by source_key desc) as from_last
  from dw_stock_ledger
) m
join dw_stock_level s on s.org_id = m.org_id and s.item_id = m.item_id and s.site_id = m.site_id
where m.from_last = 1 and s.on_hand <> m.balance_after;
