-- Lines of customers' invoices, credit notes and receipts; from Odoo 16 display_type tells them from the other rows of their bookings.
create view dw_odoo_invoice_line as
select l.id, l.move_id, l.product_id, l.product_uom_id, l.quantity, l.price_unit, l.discount, l.price_subtotal,
       l.currency_id, l.write_date as changed_at
from account_move_line l
where l.display_type in ('product', 'line_section', 'line_subsection', 'line_note');
