-- And after its upgrade to Dolibarr 20.
alter table llx_expeditiondet change fk_origin_line fk_elementdet int;
alter table llx_expeditiondet add element_type varchar(50) default 'commande' not null;
rename table llx_commande_fournisseur_dispatch to llx_receptiondet_batch;
alter table llx_receptiondet_batch change fk_commande fk_element int;
alter table llx_receptiondet_batch change fk_commandefourndet fk_elementdet int;
alter table llx_receptiondet_batch add element_type varchar(50) default 'supplier_order' not null;
