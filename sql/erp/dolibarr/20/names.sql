-- Dolibarr 20 and newer: lines of shipments and receptions point to their order's line by fk_elementdet.

create view dw_adapter as
select cast('dolibarr' as varchar(40)) as erp,
       cast('20 or newer' as varchar(40)) as erp_version,
       cast('DRAFT' as varchar(10)) as adapter_status,
       3 as contract;

-- A shipment that is a draft has moved nothing.
create view dw_dolibarr_shipped as
select s.fk_elementdet as order_line, s.fk_entrepot as site, s.qty
from llx_expeditiondet s
join llx_expedition e on e.rowid = s.fk_expedition
where e.fk_statut >= 1 and s.element_type in ('commande', 'order');

-- 2 = refused at the door.
create view dw_dolibarr_received as
select r.rowid as id, r.fk_element as purchase, r.fk_elementdet as purchase_line, r.fk_product as product,
       r.fk_entrepot as site, r.qty, r.datec as received_at
from llx_receptiondet_batch r
where coalesce(r.status, 1) <> 2 and r.element_type in ('supplier_order', 'order_supplier');
