-- Dolibarr 10 and newer: a document has a currency of its own, and amounts in it beside those of the company.

create view dw_dolibarr_order_line as
select d.rowid as id, c.rowid as document, c.entity, c.ref, c.fk_soc as customer, c.fk_statut as state,
       c.date_commande as ordered_on, cast(c.date_livraison as date) as wanted_on, c.tms as changed_at,
       nullif(c.multicurrency_code, '') as currency,
       d.fk_product as product, d.product_type as kind, d.special_code, d.info_bits, d.qty, d.fk_unit as unit, d.remise_percent,
       case when coalesce(c.multicurrency_tx, 1) = 1 then d.subprice else d.multicurrency_subprice end as list_price,
       case when coalesce(c.multicurrency_tx, 1) = 1 then d.total_ht else d.multicurrency_total_ht end as amount
from llx_commande c
join llx_commandedet d on d.fk_commande = c.rowid;

create view dw_dolibarr_proposal_line as
select d.rowid as id, c.rowid as document, c.entity, c.ref, c.fk_soc as customer, c.fk_statut as state,
       c.datep as ordered_on, cast(c.date_livraison as date) as wanted_on, c.tms as changed_at,
       nullif(c.multicurrency_code, '') as currency,
       d.fk_product as product, d.product_type as kind, d.special_code, d.info_bits, d.qty, d.fk_unit as unit, d.remise_percent,
       case when coalesce(c.multicurrency_tx, 1) = 1 then d.subprice else d.multicurrency_subprice end as list_price,
       case when coalesce(c.multicurrency_tx, 1) = 1 then d.total_ht else d.multicurrency_total_ht end as amount
from llx_propal c
join llx_propaldet d on d.fk_propal = c.rowid;

create view dw_dolibarr_invoice_line as
select d.rowid as id, c.rowid as document, c.entity, c.ref, c.fk_soc as customer, c.fk_statut as state,
       c.type, c.close_code, c.fk_facture_source as source_document,
       c.datef as ordered_on, c.tms as changed_at, nullif(c.multicurrency_code, '') as currency,
       d.fk_product as product, d.product_type as kind, d.special_code, d.info_bits, d.qty, d.fk_unit as unit, d.remise_percent,
       case when coalesce(c.multicurrency_tx, 1) = 1 then d.subprice else d.multicurrency_subprice end as list_price,
       case when coalesce(c.multicurrency_tx, 1) = 1 then d.total_ht else d.multicurrency_total_ht end as amount
from llx_facture c
join llx_facturedet d on d.fk_facture = c.rowid;

-- Units of one family differ by powers of ten; scales from 50 on name units, such as the pound, that do not.
create view dw_dolibarr_unit as
select u.rowid as id, u.code,
       case when u.scale < 50 and u.unit_type in ('weight', 'size', 'surface', 'volume') then u.unit_type end as family,
       u.scale as power
from llx_c_units u;

create view dw_dolibarr_warehouse as
select w.rowid as id, w.entity, w.ref as name
from llx_entrepot w;
