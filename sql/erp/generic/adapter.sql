create view dw_adapter as
select cast('generic' as varchar(40)) as erp,
       cast('1' as varchar(40)) as erp_version,
       cast('RELEASED' as varchar(10)) as adapter_status,
       3 as contract;
