-- What ERPNext does not know and an administrator decides: edit these views, then run the scripts. Names are ERPNext's own.

-- The companies and the price list that their forecasts look at: as installed, the one that is set for the whole site's selling.
create view dw_setting_company as
select c.name as company,
       c.default_currency as currency,
       c.default_holiday_list as holiday_list,
       'Standard Selling' as price_list
from `tabCompany` c;

-- Time zones of warehouses: ERPNext has one a site.
create view dw_setting_site as
select w.name as site, '${time_zone}' as time_zone
from `tabWarehouse` w;

-- Customers of the own house beside those that ERPNext itself calls internal.
create view dw_setting_own_customer as
select c.name as customer
from `tabCustomer` c
where c.is_internal_customer = 1;
