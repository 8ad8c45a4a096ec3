-- A company sees the products that it sells, see settings.sql; services are no items.
create view dw_item as
select cast(p.rowid as varchar(80)) as item_id,
       cast(c.entity as varchar(80)) as org_id,
       cast(p.ref as varchar(80)) as item_code,
       cast(left(p.label, 200) as varchar(200)) as item_name,
       cast((select min(g.label) from llx_categorie_product m join llx_categorie g on g.rowid = m.fk_categorie
             where m.fk_product = p.rowid) as varchar(80)) as category,
       cast(coalesce(u.code, 'UNIT') as varchar(40)) as uom_id,
       (p.tosell = 1) as active,
       cast(v.fk_soc as varchar(80)) as vendor_id,
       cast(v.delivery_time_days as signed) as lead_time_days,
       cast(nullif(v.quantity, 0) as decimal(19,6)) as minimum_order,
       cast(null as decimal(19,6)) as order_multiple,
       cast(v.unitprice as decimal(19,6)) as purchase_price,
       cast(case when v.rowid is not null then c.currency end as char(3)) as currency,
       p.tms as changed_at,
       cast(null as signed) as shelf_life_days
from llx_product p
join dw_setting_company c on c.products_of = p.entity
left join dw_dolibarr_unit u on u.id = p.fk_unit
left join llx_product_fournisseur_price v on v.rowid = (select o.rowid from llx_product_fournisseur_price o
                                                        where o.fk_product = p.rowid order by o.unitprice, o.rowid limit 1)
where p.fk_product_type = 0;

create view dw_site as
select cast(w.id as varchar(80)) as site_id,
       cast(w.entity as varchar(80)) as org_id,
       cast(w.name as varchar(200)) as site_name,
       cast(z.time_zone as varchar(60)) as time_zone
from dw_dolibarr_warehouse w
left join dw_setting_site z on z.site = w.id;

create view dw_kit_component as
select cast(c.entity as varchar(80)) as org_id,
       cast(k.kit as varchar(80)) as kit_item_id,
       cast(k.component as varchar(80)) as component_item_id,
       k.quantity as quantity
from dw_dolibarr_kit k
join llx_product p on p.rowid = k.kit
join dw_setting_company c on c.products_of = p.entity;

-- The price list of level 1, one price a day (the last that was set), each until the day before the next.
create view dw_price as
select cast(concat('PP:', x.rowid, ':', x.entity) as varchar(80)) as price_id,
       cast(x.entity as varchar(80)) as org_id,
       cast(x.fk_product as varchar(80)) as item_id,
       cast(null as varchar(80)) as site_id,
       x.valid_from as valid_from,
       cast(lead(x.valid_from) over (partition by x.entity, x.fk_product order by x.valid_from) - interval 1 day as date) as valid_to,
       cast(x.price as decimal(19,6)) as unit_price,
       cast(x.currency as char(3)) as currency
from (select h.rowid, c.entity, c.currency, h.fk_product, h.price, cast(h.date_price as date) as valid_from,
             row_number() over (partition by c.entity, h.fk_product, cast(h.date_price as date) order by h.date_price desc, h.rowid desc) as from_last
      from llx_product_price h
      join llx_product p on p.rowid = h.fk_product and p.fk_product_type = 0
      join dw_setting_company c on c.products_of = p.entity
      where h.entity = p.entity and coalesce(h.price_level, 1) = 1 and coalesce(h.price_by_qty, 0) = 0) x
where x.from_last = 1;

-- Dolibarr plans no promotions: a discount is typed into the line.
create view dw_promotion as
select cast(null as varchar(80)) as promotion_id, cast(null as varchar(80)) as org_id, cast(null as varchar(80)) as item_id,
       cast(null as varchar(80)) as site_id, cast(null as date) as from_date, cast(null as date) as to_date,
       cast(null as decimal(19,6)) as discount, cast(null as varchar(200)) as promotion_name
from dual
where 1 = 0;

-- Its calendar knows the absences of people, not closed days of the house.
create view dw_calendar as
select cast(null as date) as event_date, cast(null as varchar(80)) as event_name, cast(null as varchar(20)) as kind,
       cast(null as varchar(80)) as site_id
from dual
where 1 = 0;
