create view dw_adapter as
select cast('tryton' as varchar(40)) as erp,
       cast('6' as varchar(40)) as erp_version,
       cast('RELEASED' as varchar(10)) as adapter_status,
       3 as contract;
