create view dw_adapter as
select cast('ofbiz' as varchar(40)) as erp,
       cast('10.04' as varchar(40)) as erp_version,
       cast('RELEASED' as varchar(10)) as adapter_status,
       3 as contract;
