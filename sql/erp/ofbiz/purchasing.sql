-- Lines of purchase orders that were approved. Of one that was cancelled no more is ordered than came.
create view dw_purchase_line as
select cast(d.company as varchar(80)) as org_id,
       cast('PO:' || d.order_id || ':' || d.order_item_seq_id as varchar(80)) as line_id,
       cast(d.order_id as varchar(80)) as document_no,
       cast(d.product_id as varchar(80)) as item_id,
       cast(d.facility as varchar(80)) as site_id,
       cast(d.vendor as varchar(80)) as vendor_id,
       cast(d.order_date at time zone coalesce(z.time_zone, e.time_zone) as date) as ordered_on,
       cast(d.promised_at at time zone coalesce(z.time_zone, e.time_zone) as date) as promised_on,
       cast(case when d.given_up then d.received else d.ordered end as numeric(19,6)) as quantity_ordered,
       cast(d.received as numeric(19,6)) as quantity_received,
       not d.expected as closed,
       cast(d.unit_price as numeric(19,6)) as unit_price,
       cast(d.currency as char(3)) as currency,
       cast(d.last_updated_stamp at time zone 'UTC' as timestamp(6)) as changed_at
from dw_ofbiz_purchase_line d
cross join dw_setting_default e
left join dw_setting_site z on z.facility = d.facility
where d.company is not null and d.approved;

-- What people call a party; groups have names of their own where OFBiz has their table.
create view dw_ofbiz_party_name as
select p.party_id, p.description as party_name
from party p;

-- OFBiz knows no minimum of an order's value and no weekdays.
create view dw_vendor as
select cast(b.company as varchar(80)) as org_id,
       cast(b.vendor as varchar(80)) as vendor_id,
       cast(n.party_name as varchar(200)) as vendor_name,
       cast(null as numeric(19,6)) as minimum_order_value,
       cast(null as char(3)) as currency,
       cast(null as varchar(7)) as order_days,
       cast(null as varchar(7)) as delivery_days
from (
  select c.company, s.party_id as vendor
  from supplier_product s
  cross join dw_setting_company c
  union
  select d.company, d.vendor
  from dw_ofbiz_purchase_line d
  where d.company is not null and d.vendor is not null
) b
left join dw_ofbiz_party_name n on n.party_id = b.vendor;

-- A supplier's prices of a product by quantity: the first of those that began together is what an order must come up to, the others
-- are breaks. The vendor of an item is the one of its best price today, as in dw_item.
create view dw_ofbiz_terms as
select s.product_id, s.party_id, s.currency_uom_id, s.available_from_date, s.available_thru_date, s.standard_lead_time_days,
       s.minimum_order_quantity, s.order_qty_increments, s.last_price,
       'SP:' || s.product_id || ':' || s.party_id || ':' || s.currency_uom_id || ':'
         || to_char(s.available_from_date at time zone 'UTC', 'YYYYMMDDHH24MISS') as terms,
       row_number() over same as place,
       first_value(s.last_price) over same as first_price
from supplier_product s
join dw_ofbiz_product g on g.product_id = s.product_id and g.is_good
window same as (
  partition by s.product_id, s.party_id, s.currency_uom_id, s.available_from_date
  order by s.minimum_order_quantity);

create view dw_supplier_terms as
select cast(c.company as varchar(80)) as org_id,
       cast(t.terms as varchar(80)) as terms_id,
       cast(t.product_id as varchar(80)) as item_id,
       cast(t.party_id as varchar(80)) as vendor_id,
       cast(null as varchar(80)) as site_id,
       (i.vendor_id = t.party_id) as preferred,
       cast(t.available_from_date at time zone e.time_zone as date) as valid_from,
       cast((t.available_thru_date - interval '1 microsecond') at time zone e.time_zone as date) as valid_to,
       cast(ceil(t.standard_lead_time_days) as integer) as lead_time_days,
       cast(nullif(t.minimum_order_quantity, 0) as numeric(19,6)) as minimum_order,
       cast(nullif(t.order_qty_increments, 0) as numeric(19,6)) as order_multiple,
       cast(null as varchar(40)) as purchase_uom,
       cast(null as numeric(19,6)) as purchase_factor,
       cast(t.last_price as numeric(19,6)) as unit_price,
       cast(t.currency_uom_id as char(3)) as currency
from dw_ofbiz_terms t
cross join dw_setting_company c
cross join dw_setting_default e
left join dw_item i on i.org_id = c.company and i.item_id = t.product_id
where t.place = 1;

create view dw_price_break as
select cast(c.company as varchar(80)) as org_id,
       cast(t.terms as varchar(80)) as terms_id,
       cast(t.minimum_order_quantity as numeric(19,6)) as from_quantity,
       cast(t.last_price as numeric(19,6)) as unit_price
from dw_ofbiz_terms t
cross join dw_setting_company c
where t.place > 1 and t.minimum_order_quantity > 0 and t.last_price < t.first_price;

-- Stock that can be sold and has a lot.
create view dw_lot as
select cast(s.company as varchar(80)) as org_id,
       cast(s.product_id as varchar(80)) as item_id,
       cast(s.facility_id as varchar(80)) as site_id,
       cast(i.lot_id as varchar(80)) as lot_id,
       cast(sum(s.on_hand) as numeric(19,6)) as quantity,
       cast(min(i.expire_date at time zone z.time_zone) as date) as expires_on
from dw_ofbiz_stock s
join inventory_item i on i.inventory_item_id = s.inventory_item_id
join dw_setting_site z on z.facility = s.facility_id
where i.lot_id is not null and s.company is not null and s.on_hand <> 0
group by s.company, s.product_id, s.facility_id, i.lot_id;
