-- What the ERP does not know and an administrator decides: edit these views, then run the scripts. Keys are the ERP's own.

-- Organisations that sell, each a company of its own to the forecast: its identity is client/organisation. Client 0 is the system.
create view dw_setting_company as
select o.ad_client_id as client,
       o.ad_org_id as organisation,
       cast(o.ad_client_id || '/' || o.ad_org_id as varchar(80)) as org_id
from ad_org o
where o.ad_client_id > 0 and o.ad_org_id > 0 and o.isactive = 'Y' and o.issummary = 'N';

-- Time zones of warehouses: write one line "when 103 then 'America/New_York'" for each that differs.
create view dw_setting_site as
select w.m_warehouse_id as site,
       cast(case w.m_warehouse_id when -1 then '' else '${time_zone}' end as varchar(60)) as time_zone
from m_warehouse w;

-- Business partners of the own house: as installed, those that are linked to an organisation.
create view dw_setting_own_partner as
select p.c_bpartner_id as partner
from c_bpartner p
where p.ad_orgbp_id is not null and cast(p.ad_orgbp_id as varchar(20)) not in ('', '0');
