-- Promotions with their products (module sale_promotion). A formula such as 0.9 * unit_price says the discount; another is not read,
-- and a promotion that names categories, or neither products nor categories, is left out.
create or replace view dw_promotion as
select cast(concat('SP:', s.id, ':', i.company_id, ':', i.product_id) as varchar(80)) as promotion_id,
       cast(i.company_id as varchar(80)) as org_id,
       cast(i.product_id as varchar(80)) as item_id,
       cast(null as varchar(80)) as site_id,
       s.start_date as from_date,
       s.end_date as to_date,
       cast(1 - share.paid as numeric(19,6)) as discount,
       cast(s.name as varchar(200)) as promotion_name
from sale_promotion s
join "sale_promotion-product_product" k on k.promotion = s.id
join dw_tryton_item i on i.product_id = k.product and i.company_id = s.company
cross join lateral (
  select cast(coalesce(
           substring(s.formula from '^\s*(0?\.\d+)\s*\*\s*unit_price\s*$'),
           substring(s.formula from '^\s*unit_price\s*\*\s*(0?\.\d+)\s*$')) as numeric) as paid
) share
where s.active and s.start_date <= s.end_date;
