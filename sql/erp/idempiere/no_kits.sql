-- Parts of products that are put together when they are sold; the tables for them differ, see the scripts that follow.
create view dw_idempiere_part as
select cast(null as numeric(10)) as kit, cast(null as numeric(10)) as part, cast(null as numeric) as quantity
where 1 = 0;
