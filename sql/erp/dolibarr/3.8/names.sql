-- Dolibarr 3.8: invoices are named by facnumber, warehouses by label, one currency a company, units without a scale.

create view dw_adapter as
select cast('dolibarr' as varchar(40)) as erp,
       cast('3.8' as varchar(40)) as erp_version,
       cast('RELEASED' as varchar(10)) as adapter_status,
       3 as contract;

create view dw_dolibarr_order_line as
select d.rowid as id, c.rowid as document, c.entity, c.ref, c.fk_soc as customer, c.fk_statut as state,
       c.date_commande as ordered_on, c.date_livraison as wanted_on, c.tms as changed_at, cast(null as char(3)) as currency,
       d.fk_product as product, d.product_type as kind, d.special_code, d.info_bits, d.qty, d.fk_unit as unit,
       d.remise_percent, d.subprice as list_price, d.total_ht as amount
from llx_commande c
join llx_commandedet d on d.fk_commande = c.rowid;

create view dw_dolibarr_proposal_line as
select d.rowid as id, c.rowid as document, c.entity, c.ref, c.fk_soc as customer, c.fk_statut as state,
       c.datep as ordered_on, c.date_livraison as wanted_on, c.tms as changed_at, cast(null as char(3)) as currency,
       d.fk_product as product, d.product_type as kind, d.special_code, d.info_bits, d.qty, d.fk_unit as unit,
       d.remise_percent, d.subprice as list_price, d.total_ht as amount
from llx_propal c
join llx_propaldet d on d.fk_propal = c.rowid;

create view dw_dolibarr_invoice_line as
select d.rowid as id, c.rowid as document, c.entity, c.facnumber as ref, c.fk_soc as customer, c.fk_statut as state,
       c.type, c.close_code, c.fk_facture_source as source_document,
       c.datef as ordered_on, c.tms as changed_at, cast(null as char(3)) as currency,
       d.fk_product as product, d.product_type as kind, d.special_code, d.info_bits, d.qty, d.fk_unit as unit,
       d.remise_percent, d.subprice as list_price, d.total_ht as amount
from llx_facture c
join llx_facturedet d on d.fk_facture = c.rowid;

-- Units of one family differ by powers of ten; these have none.
create view dw_dolibarr_unit as
select u.rowid as id, u.code, cast(null as varchar(24)) as family, cast(null as signed) as power
from llx_c_units u;

create view dw_dolibarr_warehouse as
select w.rowid as id, w.entity, w.label as name
from llx_entrepot w;

-- What left a warehouse for a line of an order; a shipment that is a draft has moved nothing.
create view dw_dolibarr_shipped as
select s.fk_origin_line as order_line, s.fk_entrepot as site, s.qty
from llx_expeditiondet s
join llx_expedition e on e.rowid = s.fk_expedition
where e.fk_statut >= 1;

-- What arrived for a line of a purchase order; 2 = refused at the door.
create view dw_dolibarr_received as
select r.rowid as id, r.fk_commande as purchase, r.fk_commandefourndet as purchase_line, r.fk_product as product,
       r.fk_entrepot as site, r.qty, r.datec as received_at
from llx_commande_fournisseur_dispatch r
where coalesce(r.status, 1) <> 2;
