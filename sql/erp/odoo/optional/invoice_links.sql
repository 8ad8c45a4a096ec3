-- Lines of invoices and credit notes that an order line stands behind (module Sales).
create or replace view dw_odoo_linked_invoice_line as
select r.invoice_line_id
from sale_order_line_invoice_rel r;
