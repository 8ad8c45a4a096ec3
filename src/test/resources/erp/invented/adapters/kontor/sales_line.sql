-- Units: how many base units one unit of a position is; the base unit itself is not in kt_einheit.
create view dw_kontor_line as
select p.position_nr, p.beleg_nr, p.zeile_art, p.artikel_nr, p.geaendert,
       b.beleg_art, b.mandant_nr, b.lager_nr, b.kunde_nr, b.waehrung, b.storniert, b.aus_beleg,
       cast((b.beleg_datum at time zone 'UTC') at time zone m.zeitzone as date) as ordered_on,
       b.wunsch_datum as wanted_on,
       coalesce(e.faktor, case when p.einheit = a.einheit then 1 end) as factor,
       case when b.beleg_art = 'G' then -1 else 1 end as direction,
       p.menge, p.storniert_menge, p.geliefert, p.preis, p.rabatt_prozent,
       a.einheit as base_unit, a.art = 'S' as is_kit
from kt_position p
left join kt_beleg b on b.beleg_nr = p.beleg_nr
left join kt_mandant m on m.mandant_nr = b.mandant_nr
left join kt_artikel a on a.artikel_nr = p.artikel_nr
left join kt_einheit e on e.artikel_nr = p.artikel_nr and e.einheit = p.einheit;

create view dw_sales_line as
select cast('POS:' || l.position_nr as varchar(80)) as line_id,
       cast('POS' as varchar(8)) as source_kind,
       l.position_nr as source_key,
       cast(case when l.storniert = 'J' then 'CANCELLED'
                 when l.beleg_art = 'K' then 'DRAFT'
                 when l.zeile_art = 'T' or l.artikel_nr is null then 'NO_ITEM'
                 when l.zeile_art = 'M' then 'SAMPLE'
                 when l.beleg_art = 'R' and l.aus_beleg is not null then 'LINKED_INVOICE'
                 when k.ist_mandant is not null then 'INTER_COMPANY'
            end as varchar(40)) as excluded_because,
       cast(null as varchar(80)) as flags,
       cast(l.mandant_nr as varchar(80)) as org_id,
       cast(l.beleg_nr as varchar(80)) as document_no,
       cast(case l.beleg_art when 'G' then 'RETURN' when 'R' then 'INVOICE' else 'ORDER' end as varchar(8)) as line_kind,
       l.ordered_on as order_date,
       coalesce(l.wanted_on, l.ordered_on) as demand_date,
       cast(l.artikel_nr as varchar(80)) as item_id,
       cast(l.lager_nr as varchar(80)) as site_id,
       cast(l.kunde_nr as varchar(80)) as customer_id,
       c.channel_id as channel_id,
       cast(l.direction * (l.menge - l.storniert_menge) * l.factor as numeric(19,6)) as quantity,
       cast(l.base_unit as varchar(40)) as uom_id,
       cast(l.direction * l.geliefert * l.factor as numeric(19,6)) as quantity_delivered,
       cast(l.preis * (1 - l.rabatt_prozent / 100) / l.factor as numeric(19,6)) as unit_price_net,
       cast(l.preis / l.factor as numeric(19,6)) as unit_price_list,
       cast(l.direction * (l.menge - l.storniert_menge) * l.preis * (1 - l.rabatt_prozent / 100) as numeric(19,6))
         as net_amount,
       cast(l.waehrung as char(3)) as currency,
       false as on_promotion,
       false as drop_ship,
       coalesce(l.is_kit, false) as is_kit,
       case when l.beleg_art = 'G' then coalesce(s.wunsch_datum, cast(s.beleg_datum as date)) end as original_date,
       cast(l.beleg_art || case when l.storniert = 'J' then '/storniert' else '' end as varchar(40)) as erp_status,
       l.geaendert as changed_at
from dw_kontor_line l
cross join dw_setting_channel c
left join kt_kunde k on k.kunde_nr = l.kunde_nr
left join kt_beleg s on s.beleg_nr = l.aus_beleg;
