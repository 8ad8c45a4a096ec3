-- What currencies are worth in others: of several conversions that begin on one day the last one. Where they end is not told: the next one ends them.
create or replace view dw_exchange_rate as
select distinct on (u.uom_id, u.uom_id_to, cast(u.from_date as date))
       cast(u.uom_id as char(3)) as from_currency,
       cast(u.uom_id_to as char(3)) as to_currency,
       cast(u.from_date as date) as valid_from,
       cast(1 as numeric) as units,
       cast(u.conversion_factor as numeric) as rate
from uom_conversion_dated u
where u.uom_id ~ '^[A-Z]{3}$' and u.uom_id_to ~ '^[A-Z]{3}$' and u.uom_id <> u.uom_id_to and u.conversion_factor > 0
order by u.uom_id, u.uom_id_to, cast(u.from_date as date), u.from_date desc;
