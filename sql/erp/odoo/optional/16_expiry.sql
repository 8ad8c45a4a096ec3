-- Lots with their last day, and how long products keep (module Expiration Dates, which has a table of its own to know it by).
create or replace view dw_odoo_lot as
select l.id as lot_id, l.name as lot_name, l.expiration_date as expires_at
from stock_lot l;

create or replace view dw_odoo_shelf_life as
select t.id as template_id, nullif(t.expiration_time, 0) as days
from product_template t
where t.use_expiration_date;
