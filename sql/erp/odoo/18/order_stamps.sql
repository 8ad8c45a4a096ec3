-- As in Odoo 14, but from Odoo 18 a line has a warehouse of its own, which its route may have chosen.
create view dw_odoo_order_stamp as
select l.id as line_id, o.id as order_id, l.write_date as changed_at, coalesce(l.warehouse_id, o.warehouse_id) as site_id
from sale_order_line l
join sale_order o on o.id = l.order_id
where (l.write_date >= o.write_date) is not false
union all
select l.id, o.id, o.write_date, coalesce(l.warehouse_id, o.warehouse_id)
from sale_order_line l
join sale_order o on o.id = l.order_id
where l.write_date < o.write_date;
