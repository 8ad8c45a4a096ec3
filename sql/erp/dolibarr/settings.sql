-- What Dolibarr does not know and an administrator decides: edit these views, then run the scripts. Keys are Dolibarr's rowid.

-- The companies (entities): their currency, the entity whose products they sell (another one where the multicompany module shares
-- products), and the warehouse that counts for lines of which Dolibarr knows none. As installed: every entity sells its own products,
-- and an entity with one warehouse uses it; with several, write numbers: case k.entity when 1 then 4 when 2 then 9 end.
create view dw_setting_company as
select k.entity as entity,
       k.value as currency,
       k.entity as products_of,
       w.site as site
from llx_const k
left join (select entity, min(rowid) as site from llx_entrepot group by entity having count(*) = 1) w on w.entity = k.entity
where k.name = 'MAIN_MONNAIE' and k.entity > 0;

-- The time zone of each warehouse: write "case w.rowid when 3 then 'America/Montreal' else '${time_zone}' end" where they differ.
create view dw_setting_site as
select w.rowid as site,
       '${time_zone}' as time_zone
from llx_entrepot w;

-- Third parties that are companies of the own house: what they order is no demand. For example: where s.rowid in (7, 12).
create view dw_setting_own_company as
select s.rowid as customer
from llx_societe s
where 1 = 0;

-- Credit notes that take goods back. Dolibarr does not say whether one does so or only lowers a price. As installed: all do. Where prices
-- are credited, too, write how the house tells them apart. Where the stock moves with invoices (module Stock), for example:
--   where f.type = 2 and exists (select 1 from llx_stock_mouvement m where m.origintype = 'facture' and m.fk_origin = f.rowid)
-- or, where no credit note takes goods back: where 1 = 0.
create view dw_setting_goods_credit as
select f.rowid as credit_note
from llx_facture f
where f.type = 2;
