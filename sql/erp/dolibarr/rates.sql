-- What one unit of a company's currency is worth in others (module Multicurrency): of several rates of one day the last one. Where companies with the same currency differ the first
-- one's holds.
create or replace view dw_exchange_rate as
select cast(c.currency as char(3)) as from_currency,
       cast(m.code as char(3)) as to_currency,
       cast(r.date_sync as date) as valid_from,
       cast(1 as decimal(19,6)) as units,
       cast(r.rate as decimal(30,12)) as rate
from dw_setting_company c
join llx_multicurrency m on m.entity = c.entity and m.code <> c.currency
join llx_multicurrency_rate r on r.fk_multicurrency = m.rowid and r.rate > 0
where r.rowid = (
  select max(later.rowid)
  from llx_multicurrency_rate later
  join llx_multicurrency n on n.rowid = later.fk_multicurrency
  join dw_setting_company o on o.entity = n.entity and o.currency = c.currency
  where n.code = m.code and later.rate > 0 and cast(later.date_sync as date) = cast(r.date_sync as date)
    and o.entity = (select min(p.entity) from dw_setting_company p
                    join llx_multicurrency q on q.entity = p.entity and q.code = m.code
                    join llx_multicurrency_rate s on s.fk_multicurrency = q.rowid and s.rate > 0
                      and cast(s.date_sync as date) = cast(r.date_sync as date)
                    where p.currency = c.currency)
);
