create view dw_adapter as
select cast('odoo' as varchar(40)) as erp,
       cast('16' as varchar(40)) as erp_version,
       cast('DRAFT' as varchar(10)) as adapter_status,
       3 as contract;
