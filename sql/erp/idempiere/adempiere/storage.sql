-- One table holds the stock by place and what customers' orders have reserved of it.
create view dw_idempiere_stock as
select l.m_warehouse_id as site, s.m_product_id as product, sum(s.qtyonhand) as on_hand
from m_storage s
join m_locator l on l.m_locator_id = s.m_locator_id
group by l.m_warehouse_id, s.m_product_id;

create view dw_idempiere_reserved as
select l.m_warehouse_id as site, s.m_product_id as product, sum(s.qtyreserved) as reserved
from m_storage s
join m_locator l on l.m_locator_id = s.m_locator_id
group by l.m_warehouse_id, s.m_product_id;
