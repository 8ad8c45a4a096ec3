-- The same company after its upgrade to Dolibarr 10: other names, currencies of documents, scales of units.
alter table llx_facture change facnumber ref varchar(30);
alter table llx_entrepot change label ref varchar(255);
alter table llx_facture add multicurrency_code varchar(3), add multicurrency_tx double(24,8) default 1;
alter table llx_commande add multicurrency_code varchar(3), add multicurrency_tx double(24,8) default 1;
alter table llx_propal add multicurrency_code varchar(3), add multicurrency_tx double(24,8) default 1;
alter table llx_facturedet add multicurrency_subprice double(24,8) default 0, add multicurrency_total_ht double(24,8) default 0;
alter table llx_commandedet add multicurrency_subprice double(24,8) default 0, add multicurrency_total_ht double(24,8) default 0;
alter table llx_propaldet add multicurrency_subprice double(24,8) default 0, add multicurrency_total_ht double(24,8) default 0;
alter table llx_c_units add scale int, add unit_type varchar(10);
update llx_c_units set unit_type = 'weight', scale = case code when 'KG' then 0 else -3 end where code in ('KG', 'G');

-- In pounds sterling at 0.8 a euro, and in grams.
insert into llx_commande (rowid, ref, entity, fk_soc, fk_statut, date_commande, tms, multicurrency_code, multicurrency_tx) values
  (7, 'CO7', 1, 2, 1, '2024-01-07', '2024-01-07 10:00:00', 'GBP', 0.8);
insert into llx_commandedet (rowid, fk_commande, fk_product, qty, fk_unit, subprice, total_ht, multicurrency_subprice, multicurrency_total_ht) values
  (15, 7, 2, 500, 3, 0.01, 5, 0.008, 4);
