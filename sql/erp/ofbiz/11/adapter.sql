create view dw_adapter as
select cast('ofbiz' as varchar(40)) as erp,
       cast('newer than 10.04' as varchar(40)) as erp_version,
       cast('DRAFT' as varchar(10)) as adapter_status,
       3 as contract;
