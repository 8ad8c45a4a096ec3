create view dw_adapter as
select cast('erpnext' as varchar(40)) as erp,
       cast('13 to 16' as varchar(40)) as erp_version,
       cast('DRAFT' as varchar(10)) as adapter_status,
       2 as contract;
