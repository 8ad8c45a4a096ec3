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
