-- Virtual products: a sale of one takes its parts out of the stock.
create or replace view dw_dolibarr_kit as
select a.fk_product_pere as kit, a.fk_product_fils as component, cast(a.qty as decimal(19,6)) as quantity
from llx_product_association a
where a.qty > 0;
