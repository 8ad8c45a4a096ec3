-- What OFBiz does not know and an administrator decides: edit these views, then run the scripts. Identities are OFBiz's own.

-- The companies that sell: the currency of their price list, and the facility of invoices that name no stock. As installed: whoever is
-- paid by a store, with the currency that most of these stores have.
create view dw_setting_company as
select s.pay_to_party_id as company,
       mode() within group (order by s.default_currency_uom_id) as currency,
       min(s.inventory_facility_id) as facility
from product_store s
where s.pay_to_party_id is not null
group by s.pay_to_party_id;

-- Business days of a facility: write one line "when 'WebStoreWarehouse' then 'America/New_York'" for each that differs.
create view dw_setting_site as
select f.facility_id as facility,
       cast(case f.facility_id when '' then '' else '${time_zone}' end as varchar(60)) as time_zone
from facility f;

-- Business days of what is known of no facility.
create view dw_setting_default as
select cast('${time_zone}' as varchar(60)) as time_zone;

-- Parties of the own house: what they buy is no demand. As installed: the companies that sell.
create view dw_setting_own_party as
select c.company as party
from dw_setting_company c;

-- Channels of the series by OFBiz's sales channel; a sales channel that is not listed is planned together with the others. For
-- example: select 'WEB_SALES_CHANNEL' as sales_channel, 'WEB' as channel union all select 'POS_SALES_CHANNEL', 'SHOP'
create view dw_setting_channel as
select cast(null as varchar(80)) as sales_channel, cast(null as varchar(80)) as channel
where 1 = 0;
