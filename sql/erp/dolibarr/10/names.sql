-- Dolibarr 10 to 19: what was shipped and received, as these versions name it.

create view dw_adapter as
select cast('dolibarr' as varchar(40)) as erp,
       cast('10 to 19' as varchar(40)) as erp_version,
       cast('DRAFT' as varchar(10)) as adapter_status,
       3 as contract;

-- A shipment that is a draft has moved nothing.
create view dw_dolibarr_shipped as
select s.fk_origin_line as order_line, s.fk_entrepot as site, s.qty
from llx_expeditiondet s
join llx_expedition e on e.rowid = s.fk_expedition
where e.fk_statut >= 1;

-- 2 = refused at the door.
create view dw_dolibarr_received as
select r.rowid as id, r.fk_commande as purchase, r.fk_commandefourndet as purchase_line, r.fk_product as product,
       r.fk_entrepot as site, r.qty, r.datec as received_at
from llx_commande_fournisseur_dispatch r
where coalesce(r.status, 1) <> 2;
