-- What currencies are worth in those of the companies. Tryton keeps units of a currency for one of a reference of its own: of two currencies the one is worth the quotient, from the day
-- on which both are known.
create or replace view dw_exchange_rate as
select distinct
       cast(x.code as char(3)) as from_currency,
       cast(b.code as char(3)) as to_currency,
       d.date as valid_from,
       cast(rx.rate as numeric) as units,
       cast(rb.rate as numeric) as rate
from (select distinct currency from company_company) c
join currency_currency b on b.id = c.currency
join currency_currency x on x.id <> b.id
cross join lateral (
  select distinct r.date from currency_currency_rate r where r.currency in (x.id, b.id)
) d
cross join lateral (
  select r.rate from currency_currency_rate r where r.currency = x.id and r.date <= d.date order by r.date desc limit 1
) rx
cross join lateral (
  select r.rate from currency_currency_rate r where r.currency = b.id and r.date <= d.date order by r.date desc limit 1
) rb
where rx.rate > 0 and rb.rate > 0;
