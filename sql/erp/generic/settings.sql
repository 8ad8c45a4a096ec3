-- What the ERP does not know and an administrator decides: one row a site.
create view dw_setting_site as
select s.id as site_id,
       cast('${time_zone}' as varchar(60)) as time_zone
from your_site s;

-- Customers that are the own house: what they order is no demand. As it stands: none.
create view dw_setting_own_customer as
select o.customer_id as customer_id
from your_order o
where 1 = 0;
