-- The smallest quantity at which a supplier has a price, and that price (module purchase).
create or replace view dw_tryton_supplier_price as
select distinct on (x.product_supplier)
       x.product_supplier as product_supplier_id,
       cast(x.quantity as numeric) as quantity,
       cast(x.unit_price as numeric) as unit_price
from purchase_product_supplier_price x
order by x.product_supplier, x.quantity, x.id;
