-- Orders on which a loyalty programme gave something (module Loyalty): a line of its discount product stands on them.
create or replace view dw_odoo_rewarded_order as
select distinct l.order_id
from sale_order_line l
join loyalty_reward r on r.discount_line_product_id = l.product_id;
