-- An invented wholesale ERP: what a customer's own program might look like. Its authors thought of nothing but themselves.
create table kt_mandant (mandant_nr integer primary key, name varchar(60) not null, zeitzone varchar(60) not null);
create table kt_lager (lager_nr integer primary key, mandant_nr integer not null, name varchar(60) not null);
create table kt_kunde (kunde_nr integer primary key, name varchar(60) not null, ist_mandant integer);
create table kt_artikel (
  artikel_nr varchar(20) primary key, mandant_nr integer not null, bezeichnung varchar(120) not null, gruppe varchar(40),
  einheit varchar(10) not null, aktiv char(1) not null, art char(1) not null, lieferant_nr integer, lieferzeit_tage integer,
  ek_preis numeric(12,4), mindestmenge numeric(12,3), geaendert timestamp(6) not null);
create table kt_einheit (artikel_nr varchar(20) not null, einheit varchar(10) not null, faktor numeric(12,6) not null,
  primary key (artikel_nr, einheit));
create table kt_stueckliste (set_nr varchar(20) not null, artikel_nr varchar(20) not null, menge numeric(12,3) not null,
  primary key (set_nr, artikel_nr));
-- beleg_art: A = order, K = quotation, R = invoice, G = credit note; R and G may come from an order (aus_beleg).
create table kt_beleg (
  beleg_nr bigint primary key, beleg_art char(1) not null, mandant_nr integer not null, lager_nr integer, kunde_nr integer,
  beleg_datum timestamp(6) not null, wunsch_datum date, waehrung char(3) not null, storniert char(1) not null,
  aus_beleg bigint, geaendert timestamp(6) not null);
-- menge is in the unit of the position; zeile_art: P = goods, T = text, M = sample.
create table kt_position (
  position_nr bigint primary key, beleg_nr bigint not null, zeile_art char(1) not null, artikel_nr varchar(20), text varchar(200),
  menge numeric(12,3), einheit varchar(10), geliefert numeric(12,3), storniert_menge numeric(12,3), preis numeric(12,4),
  rabatt_prozent numeric(5,2), geaendert timestamp(6) not null);
create index kt_position_geaendert on kt_position (geaendert, position_nr);
create table kt_bewegung (
  bewegung_nr bigint primary key, artikel_nr varchar(20) not null, lager_nr integer not null, datum date not null,
  art varchar(10) not null, menge numeric(12,3) not null, bestand_danach numeric(12,3) not null);
create table kt_bestellung (
  bestellung_nr bigint primary key, mandant_nr integer not null, lager_nr integer not null, lieferant_nr integer not null,
  artikel_nr varchar(20) not null, bestellt_am date not null, menge numeric(12,3) not null, liefertermin date,
  geliefert_am date, geliefert numeric(12,3) not null);
create table kt_meldebestand (artikel_nr varchar(20) not null, lager_nr integer not null, minimum numeric(12,3), maximum numeric(12,3),
  primary key (artikel_nr, lager_nr));
create table kt_preis (preis_nr bigint primary key, artikel_nr varchar(20) not null, gueltig_ab date not null, gueltig_bis date,
  preis numeric(12,4) not null, waehrung char(3) not null, ist_aktion char(1) not null, aktion varchar(60));
create table kt_version (stand varchar(20) not null);
