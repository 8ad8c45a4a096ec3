-- Lines that a promotion lowered the price of (module sale_promotion).
create or replace view dw_tryton_promoted_line as
select l.id as line_id
from sale_line l
where l.promotion is not null;
