-- Stock moves between places of some kind, in base units, and the warehouses that places belong to.

create view dw_odoo_move as
select m.id, m.company_id, m.product_id, m.state, m.moved_at, m.write_date, m.location_id, m.location_dest_id,
       f.usage as from_usage, t.usage as to_usage,
       case when u.category_id = p.unit_category_id then m.quantity / u.factor * p.unit_factor end as quantity,
       p.unit_id, p.is_goods, m.sale_line_id, m.picking_id
from dw_odoo_stored_move m
left join stock_location f on f.id = m.location_id
left join stock_location t on t.id = m.location_dest_id
left join uom_uom u on u.id = m.unit_id
left join dw_odoo_product p on p.product_id = m.product_id;

-- The warehouse of an own location is the one whose view location stands in its path.
create view dw_odoo_place as
select l.id as location_id,
       w.id as site_id,
       w.company_id,
       z.time_zone
from stock_location l
join stock_location v on l.parent_path like v.parent_path || '%'
join stock_warehouse w on w.view_location_id = v.id
join dw_setting_site z on z.site_id = w.id
where l.usage = 'internal';
