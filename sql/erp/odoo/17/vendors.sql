-- As in Odoo 16; from Odoo 17 a vendor's price may carry a discount in percent.
create view dw_odoo_vendor as
select s.id, s.partner_id as vendor_id, s.product_tmpl_id, s.product_id, s.company_id, s.currency_id,
       s.min_qty, s.price * (1 - coalesce(s.discount, 0) / 100.0) as price, s.delay, s.sequence, s.date_start, s.date_end
from product_supplierinfo s;
