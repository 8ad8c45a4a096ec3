-- Stock moves as they are stored. Until Odoo 16 a finished move's product_uom_qty is what was moved.
create view dw_odoo_stored_move as
select m.id, m.company_id, m.product_id, m.state, m.date as moved_at, m.write_date, m.location_id, m.location_dest_id,
       m.product_uom as unit_id, m.product_uom_qty as quantity, m.sale_line_id, m.picking_id
from stock_move m;
