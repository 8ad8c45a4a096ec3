create view dw_item as
select cast(a.artikel_nr as varchar(80)) as item_id,
       cast(a.mandant_nr as varchar(80)) as org_id,
       cast(a.artikel_nr as varchar(80)) as item_code,
       cast(a.bezeichnung as varchar(200)) as item_name,
       cast(a.gruppe as varchar(80)) as category,
       cast(a.einheit as varchar(40)) as uom_id,
       a.aktiv = 'J' as active,
       cast(a.lieferant_nr as varchar(80)) as vendor_id,
       a.lieferzeit_tage as lead_time_days,
       cast(a.mindestmenge as numeric(19,6)) as minimum_order,
       cast(null as numeric(19,6)) as order_multiple,
       cast(a.ek_preis as numeric(19,6)) as purchase_price,
       cast(null as char(3)) as currency,
       a.geaendert as changed_at
from kt_artikel a;

create view dw_site as
select cast(l.lager_nr as varchar(80)) as site_id,
       cast(l.mandant_nr as varchar(80)) as org_id,
       cast(l.name as varchar(200)) as site_name,
       cast(m.zeitzone as varchar(60)) as time_zone
from kt_lager l
join kt_mandant m on m.mandant_nr = l.mandant_nr;

create view dw_price as
select cast('PR:' || p.preis_nr as varchar(80)) as price_id,
       cast(a.mandant_nr as varchar(80)) as org_id,
       cast(p.artikel_nr as varchar(80)) as item_id,
       cast(null as varchar(80)) as site_id,
       p.gueltig_ab as valid_from,
       p.gueltig_bis as valid_to,
       cast(p.preis as numeric(19,6)) as unit_price,
       cast(p.waehrung as char(3)) as currency
from kt_preis p
join kt_artikel a on a.artikel_nr = p.artikel_nr
where p.ist_aktion = 'N';

create view dw_promotion as
select cast('AK:' || p.preis_nr as varchar(80)) as promotion_id,
       cast(a.mandant_nr as varchar(80)) as org_id,
       cast(p.artikel_nr as varchar(80)) as item_id,
       cast(null as varchar(80)) as site_id,
       p.gueltig_ab as from_date,
       p.gueltig_bis as to_date,
       cast(null as numeric(19,6)) as discount,
       cast(p.aktion as varchar(200)) as promotion_name
from kt_preis p
join kt_artikel a on a.artikel_nr = p.artikel_nr
where p.ist_aktion = 'J';

-- This ERP keeps no calendar: the view is there and empty.
create view dw_calendar as
select cast(null as date) as event_date,
       cast(null as varchar(80)) as event_name,
       cast(null as varchar(20)) as kind,
       cast(null as varchar(80)) as site_id
where 1 = 0;

create view dw_kit_component as
select cast(a.mandant_nr as varchar(80)) as org_id,
       cast(s.set_nr as varchar(80)) as kit_item_id,
       cast(s.artikel_nr as varchar(80)) as component_item_id,
       cast(s.menge as numeric(19,6)) as quantity
from kt_stueckliste s
join kt_artikel a on a.artikel_nr = s.set_nr;
