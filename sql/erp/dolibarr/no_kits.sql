-- Without virtual products there are no kits.
create view dw_dolibarr_kit as
select cast(null as signed) as kit, cast(null as signed) as component, cast(null as decimal(19,6)) as quantity
from dual
where 1 = 0;
