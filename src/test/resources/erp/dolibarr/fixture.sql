-- A made-up company in tables named as Dolibarr 3.8 names them, with the columns that the views read and no others.
create table llx_const (rowid int primary key, name varchar(180) not null, entity int not null, value text, unique (name, entity));
create table llx_societe (rowid int primary key, nom varchar(128), entity int not null, remise_client double default 0);
create table llx_c_units (rowid int primary key, code varchar(3), label varchar(50));
create table llx_entrepot (rowid int primary key, label varchar(255), entity int not null);
create table llx_product (rowid int primary key, ref varchar(128), label varchar(255), entity int not null, fk_product_type int, tosell tinyint,
  seuil_stock_alerte int, desiredstock int, fk_unit int, tms timestamp not null);
create table llx_product_association (rowid int primary key, fk_product_pere int, fk_product_fils int, qty double);
create table llx_product_price (rowid int primary key, entity int, fk_product int, date_price datetime, price_level smallint, price double(24,8), price_by_qty int);
create table llx_product_fournisseur_price (rowid int primary key, fk_product int, fk_soc int, quantity double, unitprice double(24,8), delivery_time_days int);
create table llx_categorie (rowid int primary key, label varchar(255));
create table llx_categorie_product (fk_categorie int, fk_product int);
create table llx_commande (rowid int primary key, ref varchar(30), entity int not null, fk_soc int, fk_statut smallint, date_commande date, date_livraison date,
  tms timestamp not null);
create table llx_commandedet (rowid int primary key, fk_commande int not null, fk_product int, product_type int default 0, special_code int default 0,
  info_bits int default 0, qty double, fk_unit int, remise_percent double default 0, subprice double(24,8), total_ht double(24,8));
create table llx_propal (rowid int primary key, ref varchar(30), entity int not null, fk_soc int, fk_statut smallint, datep date, date_livraison date,
  tms timestamp not null);
create table llx_propaldet (rowid int primary key, fk_propal int not null, fk_product int, product_type int default 0, special_code int default 0,
  info_bits int default 0, qty double, fk_unit int, remise_percent double default 0, subprice double(24,8), total_ht double(24,8));
create table llx_facture (rowid int primary key, facnumber varchar(30), entity int not null, type smallint, fk_soc int, fk_statut smallint, close_code varchar(16),
  fk_facture_source int, datef date, tms timestamp not null);
create table llx_facturedet (rowid int primary key, fk_facture int not null, fk_product int, product_type int default 0, special_code int default 0,
  info_bits int default 0, qty double, fk_unit int, remise_percent double default 0, subprice double(24,8), total_ht double(24,8));
create table llx_element_element (rowid int primary key, fk_source int, sourcetype varchar(32), fk_target int, targettype varchar(32));
create table llx_expedition (rowid int primary key, fk_statut smallint);
create table llx_expeditiondet (rowid int primary key, fk_expedition int, fk_origin_line int, fk_entrepot int, qty double);
create table llx_product_stock (fk_product int, fk_entrepot int, reel double, rowid int, unique (fk_product, fk_entrepot));
create table llx_product_batch (rowid int primary key, fk_product_stock int, batch varchar(30), qty double, eatby datetime, sellby datetime);
create table llx_stock_mouvement (rowid int primary key, datem datetime, fk_product int, fk_entrepot int, value double, type_mouvement smallint);
create table llx_commande_fournisseur (rowid int primary key, entity int, fk_soc int, fk_statut smallint, date_commande date, date_livraison datetime,
  ref varchar(255), tms timestamp not null);
create table llx_commande_fournisseurdet (rowid int primary key, fk_commande int, fk_product int, product_type int, qty double, total_ht double(24,8));
create table llx_commande_fournisseur_dispatch (rowid int primary key, fk_commande int, fk_product int, fk_commandefourndet int, qty float, fk_entrepot int,
  datec datetime, status int);

insert into llx_const values (1, 'MAIN_MONNAIE', 1, 'EUR'), (2, 'MAIN_MONNAIE', 2, 'USD');
insert into llx_societe values (1, 'Standing discount', 1, 5), (2, 'Plain', 1, 0), (3, 'Own company', 1, 0), (4, 'Vendor', 1, 0);
insert into llx_c_units values (1, 'P', 'piece'), (2, 'KG', 'kilogram'), (3, 'G', 'gram');
-- The first company has two warehouses and so no default; the second has one.
insert into llx_entrepot values (1, 'North', 1), (3, 'South', 1), (2, 'Overseas', 2);
insert into llx_product values
  (1, 'BOLT', 'Bolt', 1, 0, 1, 5, 50, 1, '2024-01-01 00:00:00'),
  (2, 'SAND', 'Sand', 1, 0, 1, null, 0, 2, '2024-01-01 00:00:00'),
  (3, 'HOUR', 'Hour of work', 1, 1, 1, null, 0, null, '2024-01-01 00:00:00'),
  (4, 'KIT', 'Bolts and sand', 1, 0, 1, null, 0, 1, '2024-01-01 00:00:00'),
  (5, 'LAMP', 'Lamp', 2, 0, 0, 2, 0, null, '2024-01-01 00:00:00');
insert into llx_product_association values (1, 4, 1, 2), (2, 4, 2, 0.5);
insert into llx_product_price values
  (1, 1, 1, '2023-01-01 08:00:00', 1, 9, 0), (2, 1, 1, '2024-01-01 08:00:00', 1, 99, 0), (3, 1, 1, '2024-01-01 09:00:00', 1, 10, 0),
  (4, 1, 1, '2024-01-01 09:00:00', 2, 7, 0);
insert into llx_product_fournisseur_price values (1, 1, 4, 100, 6, 14), (2, 1, 2, 1, 8, 3), (3, 1, 4, 500, 5.5, 14), (4, 1, 4, 600, 6.5, 14);
insert into llx_categorie values (1, 'Hardware');
insert into llx_categorie_product values (1, 1);

insert into llx_commande values
  (1, 'CO1', 1, 1, 1, '2024-01-02', '2024-01-10', '2024-01-03 10:00:00'),
  (2, 'CO2', 1, 2, 0, '2024-01-03', null, '2024-01-03 10:00:01'),
  (3, 'CO3', 1, 2, -1, '2024-01-03', null, '2024-01-03 10:00:02'),
  (4, 'CO4', 1, 2, 3, '2024-01-04', null, '2024-01-04 10:00:00'),
  (5, 'CO5', 1, 3, 1, '2024-01-05', null, '2024-01-05 10:00:00'),
  (6, 'CO6', 2, 2, 2, '2024-01-06', null, '2024-01-06 10:00:00');
insert into llx_commandedet (rowid, fk_commande, fk_product, product_type, special_code, qty, fk_unit, remise_percent, subprice, total_ht) values
  (1, 1, 1, 0, 0, 10, 1, 5, 10, 95),
  (2, 1, 1, 0, 0, 3, null, 20, 10, 24),
  (3, 1, null, 0, 0, 1, null, 0, 12, 12),
  (4, 1, 3, 1, 0, 2, null, 0, 50, 100),
  (5, 1, 1, 0, 0, 0, null, 0, 10, 0),
  (6, 1, 1, 0, 0, -2, null, 0, 10, -20),
  (7, 1, 4, 0, 0, 2, null, 0, 30, 60),
  (8, 1, null, 0, 1, 1, null, 0, 8, 8),
  (9, 1, null, 9, 1790, 0, null, 0, 0, 0),
  (10, 2, 1, 0, 0, 5, null, 0, 10, 50),
  (11, 3, 1, 0, 0, 6, null, 0, 10, 60),
  (12, 4, 2, 0, 0, 2.5, 2, 0, 4, 10),
  (13, 5, 1, 0, 0, 7, null, 0, 6, 42),
  (14, 6, 5, 0, 0, 1, null, 0, 80, 80);
insert into llx_expedition values (1, 1), (2, 0);
insert into llx_expeditiondet values (1, 1, 1, 3, 4), (2, 2, 1, 1, 6);

insert into llx_facture values
  (1, 'FA1', 1, 0, 1, 2, null, null, '2024-01-11', '2024-01-11 10:00:00'),
  (2, 'FA2', 1, 0, 2, 1, null, null, '2024-01-12', '2024-01-12 10:00:00'),
  (3, 'AV3', 1, 2, 1, 1, null, 1, '2024-02-01', '2024-02-01 10:00:00'),
  (4, 'AV4', 1, 2, 2, 1, null, 2, '2024-02-02', '2024-02-02 10:00:00'),
  (5, 'AC5', 1, 3, 2, 1, null, null, '2024-02-03', '2024-02-03 10:00:00'),
  (6, 'FA6', 1, 0, 2, 3, 'replaced', null, '2024-02-04', '2024-02-04 10:00:00'),
  (7, 'FA7', 1, 1, 2, 1, null, 6, '2024-02-05', '2024-02-05 10:00:00'),
  (8, 'FA8', 1, 0, 2, 3, 'abandon', null, '2024-02-06', '2024-02-06 10:00:00'),
  (9, 'FA9', 1, 0, 1, 1, null, null, '2024-02-07', '2024-02-07 10:00:00'),
  (10, 'FA10', 1, 1, 1, 1, null, 9, '2024-02-08', '2024-02-08 10:00:00'),
  (11, 'PROV11', 1, 0, 2, 0, null, null, '2024-02-09', '2024-02-09 10:00:00'),
  (12, 'FA12', 1, 5, 2, 1, null, null, '2024-02-10', '2024-02-10 10:00:00'),
  (13, 'AV13', 1, 2, 1, 2, null, 9, '2024-02-11', '2024-02-11 10:00:00'),
  (14, 'FA14', 1, 0, 3, 1, null, null, '2024-02-12', '2024-02-12 10:00:00');
insert into llx_facturedet (rowid, fk_facture, fk_product, product_type, info_bits, qty, subprice, total_ht) values
  (1, 1, 1, 0, 0, 10, 9.5, 95),
  (2, 2, 1, 0, 0, 4, 10, 40),
  (3, 2, null, 0, 0, 1, 15, 15),
  (4, 2, null, 0, 2, 1, -5, -5),
  (5, 2, 3, 1, 0, 1, 50, 50),
  (6, 3, 1, 0, 0, 2, -10, -20),
  (7, 4, 1, 0, 0, 1, -10, -10),
  (8, 5, 1, 0, 0, 1, 30, 30),
  (9, 6, 1, 0, 0, 2, 10, 20),
  (10, 7, 1, 0, 0, 3, 10, 30),
  (11, 8, 1, 0, 0, 9, 10, 90),
  (12, 9, 1, 0, 0, 4, 10, 40),
  (13, 10, 1, 0, 0, 4, 10, 40),
  (14, 11, 1, 0, 0, 8, 10, 80),
  (15, 12, 1, 0, 0, 5, 10, 50),
  (16, 13, 1, 0, 0, 1, -10, -10),
  (17, 14, 1, 0, 0, 6, 10, 60);
insert into llx_element_element values
  (1, 1, 'commande', 1, 'facture'), (2, 1, 'commande', 1, 'shipping'), (3, 1, 'shipping', 9, 'facture'), (4, 1, 'propal', 1, 'commande'),
  (5, 8, 'contrat', 2, 'facture');
insert into llx_propal values (1, 'PR1', 1, 1, 2, '2023-12-20', null, '2023-12-20 10:00:00');
insert into llx_propaldet (rowid, fk_propal, fk_product, qty, subprice, total_ht) values (1, 1, 1, 100, 10, 1000);

-- The third movement was entered for a day before the second.
insert into llx_product_stock values (1, 3, 5, 1), (5, 2, 0, 2);
insert into llx_product_batch values (1, 1, 'L1', 2, '2024-12-31 00:00:00', null), (2, 1, 'L2', 1, '2024-12-31 00:00:00', '2024-11-30 00:00:00');
insert into llx_stock_mouvement values
  (1, '2024-01-01 09:00:00', 1, 3, 10, 3), (2, '2024-01-05 09:00:00', 1, 3, -4, 2), (3, '2024-01-03 09:00:00', 1, 3, -1, 1),
  (4, '2024-01-06 09:00:00', 5, 2, 1, 0), (5, '2024-01-07 09:00:00', 5, 2, -1, 2);
insert into llx_commande_fournisseur values
  (1, 2, 4, 4, '2024-01-02', '2024-02-02 00:00:00', 'CF1', '2024-01-20 09:00:00'),
  (2, 2, 4, 6, '2024-01-02', '2024-02-02 00:00:00', 'CF2', '2024-01-03 09:00:00'),
  (3, 2, 4, 7, '2024-01-04', null, 'CF3', '2024-01-09 09:00:00');
-- A service on the first; the second was never ordered; of the third nothing came before it was cancelled.
insert into llx_commande_fournisseurdet values (1, 1, 5, 0, 20, 400), (2, 2, 5, 0, 99, 990), (3, 1, 3, 1, 1, 50), (4, 3, 5, 0, 7, 140);
insert into llx_commande_fournisseur_dispatch values (1, 1, 5, 1, 8, 2, '2024-01-20 09:00:00', 1), (2, 1, 5, 1, 2, 2, '2024-01-20 09:00:00', 2);

create table llx_multicurrency (rowid int primary key, code varchar(255), name varchar(255), entity int);
create table llx_multicurrency_rate (rowid int primary key, date_sync datetime, rate double not null, fk_multicurrency int not null, entity int);
insert into llx_multicurrency values (1, 'EUR', 'Euro', 1), (2, 'GBP', 'Pound', 1), (3, 'GBP', 'Pound', 2);
-- Two of one day, of which the later holds; the main currency is always worth one.
insert into llx_multicurrency_rate values (1, '2024-01-01 08:00:00', 1, 1, 1), (2, '2024-01-01 08:00:00', 0.85, 2, 1),
  (3, '2024-01-01 18:00:00', 0.86, 2, 1), (4, '2024-01-02 08:00:00', 0.8, 3, 2);
