-- When an order line or its order last changed, and the order's warehouse. A line stands in one half or the other, so that a
-- range of changed_at reaches an index on (write_date, id) of sale_order_line in the first and of sale_order in the second.
create view dw_odoo_order_stamp as
select l.id as line_id, o.id as order_id, l.write_date as changed_at, o.warehouse_id as site_id
from sale_order_line l
join sale_order o on o.id = l.order_id
where (l.write_date >= o.write_date) is not false
union all
select l.id, o.id, o.write_date, o.warehouse_id
from sale_order_line l
join sale_order o on o.id = l.order_id
where l.write_date < o.write_date;
