-- The warehouse that an own location belongs to: the one whose view location stands in its path.
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
