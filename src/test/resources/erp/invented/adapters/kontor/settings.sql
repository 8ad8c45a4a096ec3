-- What the ERP does not know and the administrator decides.
create view dw_setting_channel as
select cast('${channel}' as varchar(80)) as channel_id;
