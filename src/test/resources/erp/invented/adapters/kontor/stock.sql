create view dw_stock_ledger as
select b.bewegung_nr as source_key,
       cast(l.mandant_nr as varchar(80)) as org_id,
       cast(b.artikel_nr as varchar(80)) as item_id,
       cast(b.lager_nr as varchar(80)) as site_id,
       b.datum as posted_on,
       cast(case b.art when 'ABGANG' then 'ISSUE' when 'ZUGANG' then 'RECEIPT' when 'RUECK' then 'RETURN' else 'ADJUST' end
         as varchar(20)) as movement_kind,
       cast(b.menge as numeric(19,6)) as quantity,
       cast(b.bestand_danach as numeric(19,6)) as balance_after
from kt_bewegung b
join kt_lager l on l.lager_nr = b.lager_nr;

create view dw_stock_level as
select cast(l.mandant_nr as varchar(80)) as org_id,
       cast(b.artikel_nr as varchar(80)) as item_id,
       cast(b.lager_nr as varchar(80)) as site_id,
       cast(b.bestand_danach as numeric(19,6)) as on_hand,
       cast(b.bestand_danach as numeric(19,6)) as available
from kt_bewegung b
join kt_lager l on l.lager_nr = b.lager_nr
where b.bewegung_nr = (select max(x.bewegung_nr) from kt_bewegung x
                       where x.artikel_nr = b.artikel_nr and x.lager_nr = b.lager_nr);

create view dw_open_supply as
select cast('BE:' || o.bestellung_nr as varchar(80)) as supply_id,
       cast(o.mandant_nr as varchar(80)) as org_id,
       cast(o.artikel_nr as varchar(80)) as item_id,
       cast(o.lager_nr as varchar(80)) as site_id,
       cast(o.menge - o.geliefert as numeric(19,6)) as quantity_open,
       o.liefertermin as due_date
from kt_bestellung o
where o.menge > o.geliefert;

create view dw_purchase_receipt as
select cast('WE:' || o.bestellung_nr as varchar(80)) as receipt_id,
       cast(o.mandant_nr as varchar(80)) as org_id,
       cast(o.artikel_nr as varchar(80)) as item_id,
       cast(o.lager_nr as varchar(80)) as site_id,
       cast(o.lieferant_nr as varchar(80)) as vendor_id,
       o.bestellt_am as ordered_on,
       o.geliefert_am as received_on,
       cast(o.geliefert as numeric(19,6)) as quantity
from kt_bestellung o
where o.geliefert_am is not null;

create view dw_reorder_rule as
select cast(l.mandant_nr as varchar(80)) as org_id,
       cast(r.artikel_nr as varchar(80)) as item_id,
       cast(r.lager_nr as varchar(80)) as site_id,
       cast(r.minimum as numeric(19,6)) as minimum,
       cast(r.maximum as numeric(19,6)) as maximum
from kt_meldebestand r
join kt_lager l on l.lager_nr = r.lager_nr;
