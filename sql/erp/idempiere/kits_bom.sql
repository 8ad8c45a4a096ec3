-- ADempiere, and iDempiere before it had formulas.
create or replace view dw_idempiere_part as
select cast(b.m_product_id as numeric(10)) as kit, cast(b.m_productbom_id as numeric(10)) as part, cast(b.bomqty as numeric) as quantity
from m_product_bom b
where b.isactive = 'Y';
