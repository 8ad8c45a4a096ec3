-- Lots of what is kept by lot; until Odoo 15 their table is called stock_production_lot.
create or replace view dw_odoo_lot as
select l.id as lot_id, l.name as lot_name, cast(null as timestamp) as expires_at
from stock_production_lot l;
