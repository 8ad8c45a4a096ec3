-- Items belong to the whole site: every company sees those that are stocked and the bundles, whose parts are.
create view dw_item as
select cast(t.name as varchar(80)) as item_id,
       cast(c.company as varchar(80)) as org_id,
       cast(t.item_code as varchar(80)) as item_code,
       cast(left(t.item_name, 200) as varchar(200)) as item_name,
       cast(t.item_group as varchar(80)) as category,
       cast(t.stock_uom as varchar(40)) as uom_id,
       (t.disabled = 0) as active,
       cast(f.default_supplier as varchar(80)) as vendor_id,
       cast(t.lead_time_days as signed) as lead_time_days,
       cast(nullif(t.min_order_qty, 0) as decimal(19,6)) as minimum_order,
       cast(null as decimal(19,6)) as order_multiple,
       cast(nullif(t.last_purchase_rate, 0) as decimal(19,6)) as purchase_price,
       cast(c.currency as char(3)) as currency,
       t.modified as changed_at
from `tabItem` t
join dw_setting_company c
left join `tabItem Default` f on f.parent = t.name and f.company = c.company
where t.has_variants = 0
  and (t.is_stock_item = 1 or exists (select 1 from `tabProduct Bundle` b where b.new_item_code = t.name and b.docstatus < 2));

create view dw_site as
select cast(w.name as varchar(80)) as site_id,
       cast(w.company as varchar(80)) as org_id,
       cast(w.warehouse_name as varchar(200)) as site_name,
       cast(z.time_zone as varchar(60)) as time_zone
from `tabWarehouse` w
join dw_setting_site z on z.site = w.name
where w.is_group = 0;

create view dw_kit_component as
select cast(c.company as varchar(80)) as org_id,
       cast(b.new_item_code as varchar(80)) as kit_item_id,
       cast(p.item_code as varchar(80)) as component_item_id,
       cast(sum(p.qty) as decimal(19,6)) as quantity
from `tabProduct Bundle` b
join `tabProduct Bundle Item` p on p.parent = b.name
join dw_setting_company c
where b.docstatus < 2
group by c.company, b.new_item_code, p.item_code;

-- Prices of the company's list for everybody, in its currency and the item's own unit; of prices that overlap the one that began last.
create view dw_price as
select cast(concat(x.name, ':', x.company) as varchar(80)) as price_id,
       cast(x.company as varchar(80)) as org_id,
       cast(x.item_code as varchar(80)) as item_id,
       cast(null as varchar(80)) as site_id,
       x.valid_from as valid_from,
       case when x.next_from is null then x.valid_upto else least(coalesce(x.valid_upto, x.next_from - interval 1 day), x.next_from - interval 1 day) end
         as valid_to,
       cast(x.price_list_rate as decimal(19,6)) as unit_price,
       cast(x.currency as char(3)) as currency
from (select p.name, c.company, p.item_code, p.currency, p.price_list_rate, p.valid_from, p.valid_upto,
             lead(p.valid_from) over (partition by c.company, p.item_code order by p.valid_from, p.name) as next_from
      from `tabItem Price` p
      join `tabItem` t on t.name = p.item_code
      join dw_setting_company c on c.price_list = p.price_list and c.currency = p.currency
      where p.selling = 1 and coalesce(p.customer, '') = '' and coalesce(nullif(p.uom, ''), t.stock_uom) = t.stock_uom and p.valid_from is not null) x
where x.next_from is null or x.next_from > x.valid_from;

-- Pricing rules that take a share off named items between two days.
create view dw_promotion as
select cast(concat(i.name, ':', c.company) as varchar(80)) as promotion_id,
       cast(c.company as varchar(80)) as org_id,
       cast(i.item_code as varchar(80)) as item_id,
       cast(nullif(r.warehouse, '') as varchar(80)) as site_id,
       r.valid_from as from_date,
       r.valid_upto as to_date,
       cast(r.discount_percentage / 100 as decimal(19,6)) as discount,
       cast(left(r.title, 200) as varchar(200)) as promotion_name
from `tabPricing Rule` r
join `tabPricing Rule Item Code` i on i.parent = r.name
join dw_setting_company c on coalesce(r.company, '') in ('', c.company)
where r.selling = 1 and r.disable = 0 and r.apply_on = 'Item Code' and r.rate_or_discount = 'Discount Percentage'
  and r.valid_from is not null and r.valid_upto >= r.valid_from;

-- Holidays of each company's list; its weekly days off are left to the pattern of the week.
create view dw_calendar as
select h.holiday_date as event_date,
       cast(left(h.description, 80) as varchar(80)) as event_name,
       cast('CLOSED' as varchar(20)) as kind,
       cast(w.name as varchar(80)) as site_id
from `tabHoliday` h
join dw_setting_company c on c.holiday_list = h.parent
join `tabWarehouse` w on w.company = c.company and w.is_group = 0
where h.weekly_off = 0;
