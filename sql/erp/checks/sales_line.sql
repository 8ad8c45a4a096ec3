-- Each query must return no row. A row says what is wrong with the views, or with the ERP behind them.

-- Two lines share an identity.
select 'line_id is not unique' as problem, line_id as row_id
from dw_sales_line group by line_id having count(*) > 1;

-- Without these the import cannot page or tell lines apart.
select 'line without identity, key or change stamp' as problem, line_id as row_id
from dw_sales_line where line_id is null or source_key is null or changed_at is null;

-- A line of an unknown kind.
select 'line_kind is none of ORDER, INVOICE, RETURN' as problem, line_id as row_id
from dw_sales_line where line_kind is null or line_kind not in ('ORDER', 'INVOICE', 'RETURN');

-- A return adds to demand, or something that is none takes from it.
select 'sign of quantity does not fit line_kind' as problem, line_id as row_id
from dw_sales_line
where excluded_because is null and (line_kind = 'RETURN' and quantity > 0 or line_kind <> 'RETURN' and quantity < 0);

-- An amount without its currency.
select 'net_amount without currency' as problem, line_id as row_id
from dw_sales_line where excluded_because is null and net_amount <> 0 and currency is null;

-- Companies must never be mixed: a line belongs to one.
select 'line without org_id' as problem, line_id as row_id
from dw_sales_line where org_id is null or org_id = '';

-- A flag that is neither true nor false.
select 'on_promotion, drop_ship or is_kit is null' as problem, line_id as row_id
from dw_sales_line where on_promotion is null or drop_ship is null or is_kit is null;

-- Only a return takes something back, and nothing that was not sold before.
select 'original_date on a line that is no return, or after it' as problem, line_id as row_id
from dw_sales_line where original_date is not null and (line_kind <> 'RETURN' or original_date > demand_date);

-- Negative where it cannot be.
select 'unit price below zero' as problem, line_id as row_id
from dw_sales_line where excluded_because is null and (unit_price_net < 0 or unit_price_list < 0);

-- A stamp from the future: reading goes on after the newest stamp, so that what changes until then is found by the slower
-- comparison of counts and sums alone. One day is allowed, since the stamp may be local time.
select 'changed_at lies in the future' as problem, line_id as row_id
from dw_sales_line where changed_at > localtimestamp + interval '1' day;
