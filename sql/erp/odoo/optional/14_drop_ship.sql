-- Routes on which goods go from the vendor to the customer, and templates that always take one (module Drop Shipping).
create or replace view dw_odoo_drop_ship_route as
select distinct r.route_id
from stock_rule r
join stock_location f on f.id = r.location_src_id and f.usage = 'supplier'
join stock_location t on t.id = r.location_id and t.usage = 'customer'
where r.active;

create or replace view dw_odoo_drop_ship_template as
select distinct a.product_id as template_id
from stock_route_product a
join dw_odoo_drop_ship_route d on d.route_id = a.route_id;
