-- Products belong to a client: each of its organisations sees them, unless a product is one organisation's own.
create view dw_item as
select cast(cast(p.m_product_id as bigint) as varchar(80)) as item_id,
       o.org_id as org_id,
       cast(p.value as varchar(80)) as item_code,
       cast(left(p.name, 200) as varchar(200)) as item_name,
       cast(cast(p.m_product_category_id as bigint) as varchar(80)) as category,
       cast(coalesce(u.uomsymbol, u.name) as varchar(40)) as uom_id,
       p.isactive = 'Y' and p.discontinued = 'N' as active,
       cast(cast(v.c_bpartner_id as bigint) as varchar(80)) as vendor_id,
       cast(v.deliverytime_promised as integer) as lead_time_days,
       cast(nullif(v.order_min, 0) as numeric(19,6)) as minimum_order,
       cast(nullif(v.order_pack, 0) as numeric(19,6)) as order_multiple,
       cast(coalesce(nullif(v.pricepo, 0), nullif(v.pricelist, 0)) as numeric(19,6)) as purchase_price,
       cast(c.iso_code as char(3)) as currency,
       p.updated as changed_at
from m_product p
join dw_setting_company o on o.client = p.ad_client_id and p.ad_org_id in (0, o.organisation)
left join c_uom u on u.c_uom_id = p.c_uom_id
left join lateral (select x.* from m_product_po x
                   where x.m_product_id = p.m_product_id and x.isactive = 'Y'
                   order by case when x.iscurrentvendor = 'Y' then 0 else 1 end, x.c_bpartner_id limit 1) v on true
left join c_currency c on c.c_currency_id = v.c_currency_id
where p.producttype = 'I';

create view dw_site as
select cast(cast(w.m_warehouse_id as bigint) as varchar(80)) as site_id,
       cast(cast(w.ad_client_id as bigint) || '/' || cast(w.ad_org_id as bigint) as varchar(80)) as org_id,
       cast(w.name as varchar(200)) as site_name,
       z.time_zone as time_zone
from m_warehouse w
join dw_setting_site z on z.site = w.m_warehouse_id
where w.ad_client_id > 0;

create view dw_kit_component as
select o.org_id as org_id,
       cast(cast(k.kit as bigint) as varchar(80)) as kit_item_id,
       cast(cast(k.part as bigint) as varchar(80)) as component_item_id,
       cast(sum(k.quantity) as numeric(19,6)) as quantity
from dw_idempiere_part k
join m_product p on p.m_product_id = k.kit and p.isbom = 'Y' and p.isstocked = 'N'
join m_product part on part.m_product_id = k.part and part.producttype = 'I'
join dw_setting_company o on o.client = p.ad_client_id and p.ad_org_id in (0, o.organisation)
where k.quantity > 0
group by o.org_id, k.kit, k.part;

-- The default sales price list; each version of it holds until the day before the next.
create view dw_price as
select cast(o.org_id || ':' || cast(x.m_pricelist_version_id as bigint) || ':' || cast(x.m_product_id as bigint) as varchar(80)) as price_id,
       o.org_id as org_id,
       cast(cast(x.m_product_id as bigint) as varchar(80)) as item_id,
       cast(null as varchar(80)) as site_id,
       x.valid_from as valid_from,
       cast(lead(x.valid_from) over (partition by o.org_id, x.m_product_id order by x.valid_from) - 1 as date) as valid_to,
       cast(x.pricelist as numeric(19,6)) as unit_price,
       cast(x.iso_code as char(3)) as currency
from (select distinct on (l.ad_client_id, q.m_product_id, cast(v.validfrom as date))
             l.ad_client_id, v.m_pricelist_version_id, q.m_product_id, q.pricelist, c.iso_code, cast(v.validfrom as date) as valid_from
      from m_pricelist l
      join m_pricelist_version v on v.m_pricelist_id = l.m_pricelist_id and v.isactive = 'Y'
      join m_productprice q on q.m_pricelist_version_id = v.m_pricelist_version_id and q.isactive = 'Y'
      join c_currency c on c.c_currency_id = l.c_currency_id
      where l.issopricelist = 'Y' and l.isdefault = 'Y' and l.isactive = 'Y'
      order by l.ad_client_id, q.m_product_id, cast(v.validfrom as date), v.m_pricelist_version_id desc) x
join dw_setting_company o on o.client = x.ad_client_id;

-- Promotions of these ERPs are rules over groups of products, not shares on items between two days.
create view dw_promotion as
select cast(null as varchar(80)) as promotion_id, cast(null as varchar(80)) as org_id, cast(null as varchar(80)) as item_id,
       cast(null as varchar(80)) as site_id, cast(null as date) as from_date, cast(null as date) as to_date,
       cast(null as numeric(19,6)) as discount, cast(null as varchar(200)) as promotion_name
where 1 = 0;

-- Non-business days of a client's calendars, at each of its warehouses.
create view dw_calendar as
select distinct cast(n.date1 as date) as event_date,
       cast(n.name as varchar(80)) as event_name,
       cast('CLOSED' as varchar(20)) as kind,
       cast(cast(w.m_warehouse_id as bigint) as varchar(80)) as site_id
from c_nonbusinessday n
join m_warehouse w on w.ad_client_id = n.ad_client_id and n.ad_org_id in (0, w.ad_org_id)
where n.isactive = 'Y';
