-- As in Odoo 14, but from Odoo 17 what was moved stands in quantity; product_uom_qty stays what was asked for.
create view dw_odoo_move as
select m.id, m.company_id, m.product_id, m.state, m.date as moved_at, m.write_date,
       m.location_id, m.location_dest_id, f.usage as from_usage, t.usage as to_usage,
       case when u.category_id = p.unit_category_id
            then case when m.state = 'done' then m.quantity else m.product_uom_qty end / u.factor * p.unit_factor
       end as quantity,
       p.unit_id, p.is_goods, m.sale_line_id, m.picking_id
from stock_move m
left join stock_location f on f.id = m.location_id
left join stock_location t on t.id = m.location_dest_id
left join uom_uom u on u.id = m.product_uom
left join dw_odoo_product p on p.product_id = m.product_id;
