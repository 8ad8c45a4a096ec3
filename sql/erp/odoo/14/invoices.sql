-- Lines of customers' invoices, credit notes and receipts; until Odoo 15 the other rows of their bookings are flagged.
create view dw_odoo_invoice_line as
select l.id, l.move_id, l.product_id, l.product_uom_id, l.quantity, l.price_unit, l.discount, l.price_subtotal,
       l.currency_id, l.write_date as changed_at
from account_move_line l
where l.exclude_from_invoice_tab is not true;
