-- Each query must return no row. A row is a line that should count as demand and that the import will put into quarantine:
-- correct it in the ERP, or let the view exclude it with a reason.

-- A line without the day on which its demand arose.
select 'demand without a day' as problem, line_id as row_id
from dw_sales_line where excluded_because is null and demand_date is null;

-- Ordered after tomorrow: the day after, since a site may be a day ahead of the database.
select 'order_date lies in the future' as problem, line_id as row_id
from dw_sales_line where excluded_because is null and order_date > current_date + interval '1' day;

-- A line without an item or a quantity.
select 'demand without item or quantity' as problem, line_id as row_id
from dw_sales_line where excluded_because is null and (item_id is null or item_id = '' or quantity is null);

-- A product that the ERP's own master data does not know.
select 'item_id is not in dw_item of its company' as problem, l.line_id as row_id
from dw_sales_line l
left join dw_item i on i.org_id = l.org_id and i.item_id = l.item_id
where l.excluded_because is null and l.item_id is not null and i.item_id is null;

-- A quantity in another unit than the item's: it was not converted.
select 'uom_id is not the unit of the item' as problem, l.line_id as row_id
from dw_sales_line l
join dw_item i on i.org_id = l.org_id and i.item_id = l.item_id
where l.excluded_because is null and lower(l.uom_id) <> lower(i.uom_id);

-- A typing error.
select 'ten million base units or more' as problem, line_id as row_id
from dw_sales_line where excluded_because is null and (quantity >= 10000000 or quantity <= -10000000);

-- A kit that nothing is known about.
select 'kit without components' as problem, l.line_id as row_id
from dw_sales_line l
left join dw_kit_component k on k.org_id = l.org_id and k.kit_item_id = l.item_id
where l.excluded_because is null and l.is_kit and k.kit_item_id is null;
