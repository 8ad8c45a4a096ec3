-- Orders on which a coupon or a promotion programme gave something (module Coupon): a line of its discount product stands on them.
create or replace view dw_odoo_rewarded_order as
select distinct l.order_id
from sale_order_line l
join coupon_reward r on r.discount_line_product_id = l.product_id
join coupon_program g on g.reward_id = r.id;
