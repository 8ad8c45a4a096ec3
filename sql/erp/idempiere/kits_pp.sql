-- Formulas of the manufacturing tables; of several for one product those that are current.
create or replace view dw_idempiere_part as
select cast(b.m_product_id as numeric(10)) as kit, cast(l.m_product_id as numeric(10)) as part, cast(l.qtybom as numeric) as quantity
from pp_product_bom b
join pp_product_bomline l on l.pp_product_bom_id = b.pp_product_bom_id
where b.isactive = 'Y' and l.isactive = 'Y' and l.componenttype in ('CO', 'PH')
  and b.validfrom <= now() and (b.validto is null or b.validto > now());
