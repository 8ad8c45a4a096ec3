-- As in Odoo 14, but from Odoo 17 what was moved stands in quantity; product_uom_qty stays what was asked for.
create view dw_odoo_stored_move as
select m.id, m.company_id, m.product_id, m.state, m.date as moved_at, m.write_date, m.location_id, m.location_dest_id,
       m.product_uom as unit_id, case when m.state = 'done' then m.quantity else m.product_uom_qty end as quantity,
       m.sale_line_id, m.picking_id
from stock_move m;
