create view dw_adapter as
select cast('idempiere' as varchar(40)) as erp,
       cast('ADempiere' as varchar(40)) as erp_version,
       cast('DRAFT' as varchar(10)) as adapter_status,
       2 as contract;
