-- What Tryton does not know and an administrator decides: edit these views, then run the scripts. Identities are Tryton's own.

-- The site that an invoice without an order is counted at: the first warehouse.
create view dw_setting_company as
select c.id as company_id,
       cast(coalesce(c.timezone, '${time_zone}') as varchar(60)) as time_zone,
       (select w.id from stock_location w where w.type = 'warehouse' order by w.active desc, w.id limit 1) as site_id
from company_company c;

-- Warehouses belong to no company in Tryton: each is shown as a site of the first. Dates are days already, in the company's time zone.
create view dw_setting_site as
select w.id as site_id,
       c.company_id,
       c.time_zone
from stock_location w
join dw_setting_company c on c.company_id = (select min(f.id) from company_company f)
where w.type = 'warehouse';

-- Customers that are the own house: what they order is no demand. As installed: the companies of this database.
create view dw_setting_own_party as
select c.party as party_id
from company_company c;

-- Sales channel of a sale and whether it gave samples away; a sale that is not listed has no channel and is no sample.
-- By price list it would read: select s.id, cast(s.price_list as varchar(80)), s.price_list = 7 from sale_sale s
create view dw_setting_sale as
select s.id as sale_id,
       cast(null as varchar(80)) as channel_id,
       false as is_sample
from sale_sale s
where 1 = 0;
