-- A supplier's prices by quantity, the lowest quantity first (module purchase).
create or replace view dw_tryton_supplier_price as
select x.product_supplier as product_supplier_id,
       cast(x.quantity as numeric) as quantity,
       cast(x.unit_price as numeric) as unit_price,
       cast(row_number() over (partition by x.product_supplier order by x.quantity, x.id) as integer) as place
from purchase_product_supplier_price x;
