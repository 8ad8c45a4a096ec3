-- Each query must return no row. A row says what is wrong with the views, or with the ERP behind them. What asks a view or
-- column that is not there is left out.

-- Two rows share an identity: a join doubles them.
select 'supply_id is not unique' as problem, supply_id as row_id
from dw_open_supply group by supply_id having count(*) > 1;

select 'receipt_id is not unique' as problem, receipt_id as row_id
from dw_purchase_receipt group by receipt_id having count(*) > 1;

select 'purchase line_id is not unique in its org' as problem, line_id as row_id
from dw_purchase_line group by org_id, line_id having count(*) > 1;

select 'vendor_id is not unique in its org' as problem, vendor_id as row_id
from dw_vendor group by org_id, vendor_id having count(*) > 1;

select 'terms_id is not unique in its org' as problem, terms_id as row_id
from dw_supplier_terms group by org_id, terms_id having count(*) > 1;

select 'two price breaks of the same terms and quantity' as problem, terms_id as row_id
from dw_price_break group by org_id, terms_id, from_quantity having count(*) > 1;

select 'two lanes of the same sites and item' as problem, from_site_id as row_id
from dw_transfer_lane group by org_id, from_site_id, to_site_id, item_id having count(*) > 1;

select 'lot_id is not unique in its org, item and site' as problem, lot_id as row_id
from dw_lot group by org_id, item_id, site_id, lot_id having count(*) > 1;

-- An order that cannot be.
select 'purchase line ordered or received below zero' as problem, line_id as row_id
from dw_purchase_line where quantity_ordered < 0 or quantity_received < 0;

select 'promised before it was ordered' as problem, line_id as row_id
from dw_purchase_line where promised_on < ordered_on;

-- What came is told twice, and must be the same. What was sent back is received no longer, so that receipts may add up to
-- more. Both are put under each other and summed up, since a database may take long to join texts that views make.
select 'quantity_received is more than the receipts of the line add up to' as problem, line_id as row_id
from (
  select org_id, line_id, quantity_received as received, cast(null as decimal(19,6)) as came
  from dw_purchase_line
  union all
  select org_id, purchase_line_id, null, quantity
  from dw_purchase_receipt where purchase_line_id is not null
) x
group by org_id, line_id having sum(received) > sum(came);

select 'receipt of a purchase line that is not there' as problem, line_id as row_id
from (
  select org_id, line_id, 1 as there from dw_purchase_line
  union all
  select org_id, purchase_line_id, 0 from dw_purchase_receipt where purchase_line_id is not null
) x
group by org_id, line_id having max(there) = 0;

-- What is open is what was ordered and did not come.
select 'open supply of a purchase line that is not there' as problem, line_id as row_id
from (
  select org_id, line_id, 1 as there from dw_purchase_line
  union all
  select org_id, purchase_line_id, 0 from dw_open_supply where purchase_line_id is not null
) x
group by org_id, line_id having max(there) = 0;

select 'open supply of a closed purchase line' as problem, line_id as row_id
from (
  select org_id, line_id, 1 as ended, 0 as expected from dw_purchase_line where closed
  union all
  select org_id, purchase_line_id, 0, 1 from dw_open_supply where purchase_line_id is not null
) x
group by org_id, line_id having max(ended) = 1 and max(expected) = 1;

select 'more is open than was ordered and did not come' as problem, line_id as row_id
from (
  select org_id, line_id, quantity_ordered - quantity_received as expected, cast(null as decimal(19,6)) as still_open
  from dw_purchase_line
  union all
  select org_id, purchase_line_id, null, quantity_open
  from dw_open_supply where purchase_line_id is not null
) x
group by org_id, line_id having sum(still_open) > sum(expected);

select 'supply_kind is none of PURCHASE, TRANSFER, PRODUCTION' as problem, supply_id as row_id
from dw_open_supply where supply_kind not in ('PURCHASE', 'TRANSFER', 'PRODUCTION');

-- Terms that nobody can order by.
select 'terms of a vendor that is not in dw_vendor' as problem, vendor_id as row_id
from (
  select org_id, vendor_id, 1 as there from dw_vendor
  union all
  select org_id, vendor_id, 0 from dw_supplier_terms
) x
group by org_id, vendor_id having max(there) = 0;

select 'terms of an item that is not in dw_item' as problem, item_id as row_id
from (
  select org_id, item_id, 1 as there from dw_item
  union all
  select org_id, item_id, 0 from dw_supplier_terms
) x
group by org_id, item_id having max(there) = 0;

select 'purchase_factor is zero or below' as problem, terms_id as row_id
from dw_supplier_terms where purchase_factor <= 0;

select 'lead time, minimum order, multiple or price of terms below zero' as problem, terms_id as row_id
from dw_supplier_terms where lead_time_days < 0 or minimum_order < 0 or order_multiple < 0 or unit_price < 0;

select 'terms end before they begin' as problem, terms_id as row_id
from dw_supplier_terms where valid_to < valid_from;

select 'two vendors are preferred for one item on one day' as problem, a.terms_id as row_id
from dw_supplier_terms a
join dw_supplier_terms b on b.org_id = a.org_id and b.item_id = a.item_id and b.vendor_id <> a.vendor_id
  and coalesce(b.site_id, '') = coalesce(a.site_id, '')
where a.preferred and b.preferred
  and coalesce(b.valid_from, date '1900-01-01') >= coalesce(a.valid_from, date '1900-01-01')
  and coalesce(b.valid_from, date '1900-01-01') <= coalesce(a.valid_to, date '9999-12-31');

select 'price break of terms that are not there' as problem, terms_id as row_id
from (
  select org_id, terms_id, 1 as there from dw_supplier_terms
  union all
  select org_id, terms_id, 0 from dw_price_break
) x
group by org_id, terms_id having max(there) = 0;

select 'price break from nothing, or below zero' as problem, terms_id as row_id
from dw_price_break where from_quantity <= 0 or unit_price < 0;

select 'minimum_order_value below zero, or without currency' as problem, vendor_id as row_id
from dw_vendor where minimum_order_value < 0 or minimum_order_value > 0 and currency is null;

-- Weekdays are digits from 1 (Monday) to 7; what is left without them is none.
select 'order_days or delivery_days are no weekdays' as problem, vendor_id as row_id
from dw_vendor
where order_days = '' or delivery_days = ''
   or replace(replace(replace(replace(replace(replace(replace(concat(coalesce(order_days, ''), coalesce(delivery_days, '')),
      '1', ''), '2', ''), '3', ''), '4', ''), '5', ''), '6', ''), '7', '') <> '';

-- Closed days and lanes of places that nobody knows.
select 'closed day of a site and a vendor at once' as problem, site_id as row_id
from dw_closed_day where site_id is not null and vendor_id is not null;

select 'closed day of a site that is not in dw_site' as problem, site_id as row_id
from (
  select org_id, site_id, 1 as there from dw_site
  union all
  select org_id, site_id, 0 from dw_closed_day where site_id is not null
) x
group by org_id, site_id having max(there) = 0;

select 'lane from a site to itself' as problem, from_site_id as row_id
from dw_transfer_lane where from_site_id = to_site_id;

select 'lane of a site that is not in dw_site' as problem, l.from_site_id as row_id
from dw_transfer_lane l
left join dw_site f on f.org_id = l.org_id and f.site_id = l.from_site_id
left join dw_site t on t.org_id = l.org_id and t.site_id = l.to_site_id
where f.site_id is null or t.site_id is null;

select 'lead time, minimum order or multiple of a lane below zero' as problem, from_site_id as row_id
from dw_transfer_lane where lead_time_days < 0 or minimum_order < 0 or order_multiple < 0;

-- What keeps no day, and what is promised.
select 'shelf_life_days is zero or below' as problem, item_id as row_id
from dw_item where shelf_life_days <= 0;

select 'lot of an item that is not in dw_item' as problem, item_id as row_id
from (
  select org_id, item_id, 1 as there from dw_item
  union all
  select org_id, item_id, 0 from dw_lot
) x
group by org_id, item_id having max(there) = 0;

select 'available is not on_hand less reserved' as problem, item_id as row_id
from dw_stock_level where on_hand - reserved <> available;

-- What customers wait for is the rest of a sales line that is demand.
select 'demand_id is not unique in its org' as problem, demand_id as row_id
from dw_open_demand group by org_id, demand_id having count(*) > 1;

select 'open demand of nothing, or reserved below zero or beyond it' as problem, demand_id as row_id
from dw_open_demand where quantity_open <= 0 or reserved < 0 or reserved > quantity_open;

select 'more is open than a sales line that is demand ordered and did not deliver' as problem, line_id as row_id
from (
  select org_id, line_id, quantity - coalesce(quantity_delivered, 0) as expected, cast(null as decimal(19,6)) as still_open
  from dw_sales_line where line_kind = 'ORDER' and excluded_because is null and quantity > coalesce(quantity_delivered, 0)
  union all
  select org_id, demand_id, null, quantity_open from dw_open_demand
) x
group by org_id, line_id having sum(still_open) > coalesce(sum(expected), 0);

select 'open demand is due on another day than its sales line is wanted' as problem, line_id as row_id
from (
  select org_id, line_id, demand_date as wanted, cast(null as date) as due
  from dw_sales_line where quantity > coalesce(quantity_delivered, 0)
  union all
  select org_id, demand_id, null, due_date from dw_open_demand where due_date is not null
) x
group by org_id, line_id having max(wanted) <> max(due);
