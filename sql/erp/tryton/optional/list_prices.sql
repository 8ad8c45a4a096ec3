-- Tryton keeps today's list price of a template alone, one for each company: it is given as valid since the product was made.
create or replace view dw_price as
select cast(concat('LP:', i.company_id, ':', i.product_id) as varchar(80)) as price_id,
       cast(i.company_id as varchar(80)) as org_id,
       cast(i.product_id as varchar(80)) as item_id,
       cast(null as varchar(80)) as site_id,
       cast(coalesce(i.create_date, timestamp '1970-01-01 00:00:00') as date) as valid_from,
       cast(null as date) as valid_to,
       cast(x.list_price as numeric(19,6)) as unit_price,
       cast(m.code as char(3)) as currency
from dw_tryton_item i
join lateral (
  select l.list_price
  from product_list_price l
  where l.template = i.template_id and (l.company = i.company_id or l.company is null)
  order by l.company nulls last, l.id desc
  limit 1
) x on x.list_price >= 0
join currency_currency m on m.id = i.currency_id;
