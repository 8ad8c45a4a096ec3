-- Who sells a template or one of its variants to us; until Odoo 15 the vendor's column is called name.
create view dw_odoo_vendor as
select s.id, s.name as vendor_id, s.product_tmpl_id, s.product_id, s.company_id, s.currency_id,
       s.min_qty, s.price, s.delay, s.sequence, s.date_start, s.date_end
from product_supplierinfo s;
