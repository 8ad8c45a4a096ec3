-- Lots of what is kept by lot (module Lots). The last day is the one of sale, else the one of use.
create view dw_lot as
select cast(w.entity as varchar(80)) as org_id,
       cast(s.fk_product as varchar(80)) as item_id,
       cast(s.fk_entrepot as varchar(80)) as site_id,
       cast(b.batch as varchar(80)) as lot_id,
       cast(sum(b.qty) as decimal(19,6)) as quantity,
       cast(min(coalesce(b.sellby, b.eatby)) as date) as expires_on
from llx_product_batch b
join llx_product_stock s on s.rowid = b.fk_product_stock
join dw_dolibarr_warehouse w on w.id = s.fk_entrepot
where b.batch is not null
group by w.entity, s.fk_product, s.fk_entrepot, b.batch;
