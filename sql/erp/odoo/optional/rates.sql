-- What currencies are worth in those of the companies. Odoo keeps units of a currency for one of a reference of its own, and takes 1 before the first rate: of two currencies the
-- one is worth the quotient. A rate of the company goes before one of all. Where companies with the same currency differ the first one's holds.
create or replace view dw_exchange_rate as
select distinct on (x.name, b.name, d.valid_from)
       cast(x.name as char(3)) as from_currency,
       cast(b.name as char(3)) as to_currency,
       d.valid_from,
       cast(rx.rate as numeric) as units,
       cast(rb.rate as numeric) as rate
from res_company c
join res_currency b on b.id = c.currency_id
join res_currency x on x.id <> b.id and (x.active or exists (select 1 from res_currency_rate r where r.currency_id = x.id))
cross join lateral (
  select distinct cast(r.name as date) as valid_from
  from res_currency_rate r
  where r.currency_id in (x.id, b.id) and (r.company_id is null or r.company_id = c.id)
) d
cross join lateral (
  select coalesce((
    select r.rate from res_currency_rate r
    where r.currency_id = x.id and (r.company_id is null or r.company_id = c.id) and cast(r.name as date) <= d.valid_from
    order by r.company_id, r.name desc limit 1), 1) as rate
) rx
cross join lateral (
  select coalesce((
    select r.rate from res_currency_rate r
    where r.currency_id = b.id and (r.company_id is null or r.company_id = c.id) and cast(r.name as date) <= d.valid_from
    order by r.company_id, r.name desc limit 1), 1) as rate
) rb
where rx.rate > 0 and rb.rate > 0
order by x.name, b.name, d.valid_from, c.id;
