-- What came in on purchase orders (module Purchase): measured lead times. Goods sent straight to a customer are not received.
create or replace view dw_purchase_receipt as
select cast(concat('SM:', v.id) as varchar(80)) as receipt_id,
       cast(t.company_id as varchar(80)) as org_id,
       cast(v.product_id as varchar(80)) as item_id,
       cast(t.site_id as varchar(80)) as site_id,
       cast(o.partner_id as varchar(80)) as vendor_id,
       cast(coalesce(o.date_approve, o.date_order) at time zone 'UTC' at time zone t.time_zone as date) as ordered_on,
       cast(v.moved_at at time zone 'UTC' at time zone t.time_zone as date) as received_on,
       cast(v.quantity as numeric(19,6)) as quantity
from dw_odoo_move v
join stock_move m on m.id = v.id
join purchase_order_line l on l.id = m.purchase_line_id
join purchase_order o on o.id = l.order_id
join dw_odoo_place t on t.location_id = v.location_dest_id
where v.state = 'done' and v.from_usage = 'supplier' and v.quantity > 0;
