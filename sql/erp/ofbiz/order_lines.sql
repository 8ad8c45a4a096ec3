-- What a line of an order needs of other tables, looked up line by line, so that a window of changed lines costs no more than its lines.

-- Goods are stocked and sold by the piece, whatever a piece contains (quantity_uom_id); services, downloads and rentals are no goods.
create view dw_ofbiz_product as
select p.product_id,
       p.product_type_id like 'MARKETING_PKG%' as is_kit,
       not (coalesce(t.is_physical, 'Y') = 'N' or p.product_type_id like 'ASSET_USAGE%') as is_good,
       'OTH_ea' as uom
from product p
left join product_type t on t.product_type_id = p.product_type_id;

-- Where an order's line leaves the stock: the ship group with most of it, else the order's own facility, else its store's. A ship group
-- with a supplier is sent by him.
create view dw_ofbiz_order_line as
select i.order_id, i.order_item_seq_id,
       coalesce(s.pay_to_party_id, seller.party_id) as company,
       buyer.party_id as customer,
       coalesce(g.facility_id, h.origin_facility_id, s.inventory_facility_id) as facility,
       g.supplier_party_id is not null as drop_ship,
       h.sales_channel_enum_id as sales_channel,
       h.order_date,
       coalesce(i.estimated_delivery_date, i.estimated_ship_date, h.order_date) as wanted_at,
       h.status_id as order_status, i.status_id as line_status, h.currency_uom as currency, i.order_item_type_id as line_type,
       i.product_id, coalesce(i.is_promo, 'N') = 'Y' as is_gift,
       i.quantity as ordered, i.quantity - coalesce(i.cancel_quantity, 0) as quantity,
       i.unit_price, nullif(i.unit_list_price, 0) as list_price, coalesce(a.amount, 0) as discount,
       coalesce(o.quantity, 0) as issued,
       i.last_updated_stamp,
       coalesce(i.estimated_delivery_date, i.estimated_ship_date) as due_at
from order_item i
join order_header h on h.order_id = i.order_id and h.order_type_id = 'SALES_ORDER'
left join product_store s on s.product_store_id = h.product_store_id
left join lateral (select min(r.party_id) as party_id from order_role r
                   where r.order_id = h.order_id and r.role_type_id = 'BILL_FROM_VENDOR') seller on true
left join lateral (select min(r.party_id) as party_id from order_role r
                   where r.order_id = h.order_id and r.role_type_id = 'BILL_TO_CUSTOMER') buyer on true
left join lateral (select g.facility_id, g.supplier_party_id
                   from order_item_ship_group_assoc x
                   join order_item_ship_group g on g.order_id = x.order_id and g.ship_group_seq_id = x.ship_group_seq_id
                   where x.order_id = i.order_id and x.order_item_seq_id = i.order_item_seq_id
                   order by x.quantity - coalesce(x.cancel_quantity, 0) desc nulls last, x.ship_group_seq_id limit 1) g on true
left join lateral (select sum(a.amount) as amount from order_adjustment a
                   where a.order_id = i.order_id and a.order_item_seq_id = i.order_item_seq_id
                     and a.order_adjustment_type_id in ('PROMOTION_ADJUSTMENT', 'DISCOUNT_ADJUSTMENT')) a on true
left join lateral (select sum(o.quantity - coalesce(o.cancel_quantity, 0)) as quantity from item_issuance o
                   where o.order_id = i.order_id and o.order_item_seq_id = i.order_item_seq_id) o on true;
