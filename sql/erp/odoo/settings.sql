-- What Odoo does not know and an administrator decides: edit these views, then run the scripts. Identities are Odoo's own.

-- Business days of a company, and the site that an invoice without an order is counted at: its first warehouse.
create view dw_setting_company as
select c.id as company_id,
       cast('${time_zone}' as varchar(60)) as time_zone,
       (select w.id from stock_warehouse w where w.company_id = c.id order by w.active desc, w.id limit 1) as site_id
from res_company c;

-- Business days of a site, where they are not its company's: write one line "when 2 then 'America/Chicago'" for each such warehouse.
create view dw_setting_site as
select w.id as site_id,
       cast(case w.id when 0 then '' else c.time_zone end as varchar(60)) as time_zone
from stock_warehouse w
join dw_setting_company c on c.company_id = w.company_id;

-- Customers that are the own house: what they order is no demand. As installed: the companies of this database.
create view dw_setting_own_partner as
select c.partner_id as partner_id
from res_company c;

-- Sales channel of an order and whether it gave samples away; an order that is not listed has no channel and is no sample.
-- By sales team it would read: select o.id, cast(o.team_id as varchar(80)), o.team_id = 7 from sale_order o
create view dw_setting_order as
select o.id as order_id,
       cast(null as varchar(80)) as channel_id,
       false as is_sample
from sale_order o
where 1 = 0;
