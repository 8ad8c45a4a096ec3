-- Products belong to every company; goods alone are items.
create view dw_item as
select cast(p.product_id as varchar(80)) as item_id,
       cast(c.company as varchar(80)) as org_id,
       cast(p.product_id as varchar(80)) as item_code,
       cast(coalesce(p.internal_name, p.product_name) as varchar(200)) as item_name,
       cast(p.primary_product_category_id as varchar(80)) as category,
       cast(g.uom as varchar(40)) as uom_id,
       (p.sales_discontinuation_date is null or p.sales_discontinuation_date > now()) and coalesce(p.is_virtual, 'N') = 'N' as active,
       cast(v.party_id as varchar(80)) as vendor_id,
       cast(ceil(v.standard_lead_time_days) as integer) as lead_time_days,
       cast(nullif(v.minimum_order_quantity, 0) as numeric(19,6)) as minimum_order,
       cast(nullif(v.order_qty_increments, 0) as numeric(19,6)) as order_multiple,
       cast(v.last_price as numeric(19,6)) as purchase_price,
       cast(v.currency_uom_id as char(3)) as currency,
       cast(p.last_updated_stamp at time zone 'UTC' as timestamp(6)) as changed_at,
       cast(null as integer) as shelf_life_days
from product p
join dw_ofbiz_product g on g.product_id = p.product_id and g.is_good
cross join dw_setting_company c
left join lateral (select s.* from supplier_product s
                   where s.product_id = p.product_id and s.available_from_date <= now()
                     and (s.available_thru_date is null or s.available_thru_date > now())
                   order by s.supplier_pref_order_id nulls last, s.minimum_order_quantity, s.available_from_date desc, s.party_id
                   limit 1) v on true;

create view dw_site as
select cast(f.facility_id as varchar(80)) as site_id,
       cast(f.owner_party_id as varchar(80)) as org_id,
       cast(f.facility_name as varchar(200)) as site_name,
       z.time_zone as time_zone
from facility f
join dw_setting_site z on z.facility = f.facility_id
where f.owner_party_id is not null;

-- Marketing packages are put together from their parts when they are sold. Other products with components are made for stock.
create view dw_kit_component as
select cast(c.company as varchar(80)) as org_id,
       cast(a.product_id as varchar(80)) as kit_item_id,
       cast(a.product_id_to as varchar(80)) as component_item_id,
       cast(max(coalesce(a.quantity, 1)) as numeric(19,6)) as quantity
from product_assoc a
join dw_ofbiz_product p on p.product_id = a.product_id and p.is_kit
cross join dw_setting_company c
where a.product_assoc_type_id in ('PRODUCT_COMPONENT', 'MANUF_COMPONENT')
  and a.from_date <= now() and (a.thru_date is null or a.thru_date > now())
group by c.company, a.product_id, a.product_id_to;

-- What everybody pays, in the company's currency; of several prices the one that began last.
create view dw_price as
select cast('PP:' || x.product_id || ':' || x.company || ':' || x.valid_from as varchar(80)) as price_id,
       cast(x.company as varchar(80)) as org_id,
       cast(x.product_id as varchar(80)) as item_id,
       cast(null as varchar(80)) as site_id,
       x.valid_from as valid_from,
       least(x.valid_to, lead(x.valid_from) over (partition by x.company, x.product_id order by x.valid_from) - 1) as valid_to,
       cast(x.price as numeric(19,6)) as unit_price,
       cast(x.currency as char(3)) as currency
from (select distinct on (c.company, r.product_id, cast(r.from_date at time zone e.time_zone as date))
             c.company, c.currency, r.product_id, r.price,
             cast(r.from_date at time zone e.time_zone as date) as valid_from,
             cast((r.thru_date - interval '1 microsecond') at time zone e.time_zone as date) as valid_to
      from product_price r
      join dw_setting_company c on c.currency = r.currency_uom_id
      cross join dw_setting_default e
      where r.product_price_type_id = 'DEFAULT_PRICE' and r.product_price_purpose_id = 'PURCHASE' and r.product_store_group_id = '_NA_'
      order by c.company, r.product_id, cast(r.from_date at time zone e.time_zone as date), r.from_date desc) x
where x.valid_to is null or x.valid_to >= x.valid_from;

-- Promotion prices with an end; the discount is what they take off the usual price. Rules of product promotions are not read.
create view dw_promotion as
select cast('PR:' || r.product_id || ':' || c.company || ':' || cast(r.from_date at time zone 'UTC' as timestamp(0)) as varchar(80)) as promotion_id,
       cast(c.company as varchar(80)) as org_id,
       cast(r.product_id as varchar(80)) as item_id,
       cast(null as varchar(80)) as site_id,
       cast(r.from_date at time zone e.time_zone as date) as from_date,
       cast((r.thru_date - interval '1 microsecond') at time zone e.time_zone as date) as to_date,
       cast(1 - r.price / u.price as numeric(19,6)) as discount,
       cast('Promotion price' as varchar(200)) as promotion_name
from product_price r
join dw_setting_company c on c.currency = r.currency_uom_id
cross join dw_setting_default e
join lateral (select u.price from product_price u
              where u.product_id = r.product_id and u.product_price_type_id = 'DEFAULT_PRICE' and u.product_price_purpose_id = 'PURCHASE'
                and u.product_store_group_id = '_NA_' and u.currency_uom_id = r.currency_uom_id and u.from_date <= r.thru_date
              order by u.from_date desc limit 1) u on u.price >= r.price and u.price > 0
where r.product_price_type_id = 'PROMO_PRICE' and r.product_store_group_id = '_NA_' and r.thru_date > r.from_date;

-- OFBiz keeps calendars of machines, not of shops.
create view dw_calendar as
select cast(null as date) as event_date, cast(null as varchar(80)) as event_name, cast(null as varchar(20)) as kind,
       cast(null as varchar(80)) as site_id
where 1 = 0;
