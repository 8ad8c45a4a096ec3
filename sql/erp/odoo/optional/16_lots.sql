-- Lots of what is kept by lot; from Odoo 16 on their table is called stock_lot.
create or replace view dw_odoo_lot as
select l.id as lot_id, l.name as lot_name, cast(null as timestamp) as expires_at
from stock_lot l;
