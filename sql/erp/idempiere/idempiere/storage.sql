-- Stock by place, and what customers' orders have reserved of it.
create view dw_idempiere_stock as
select l.m_warehouse_id as site, s.m_product_id as product, sum(s.qtyonhand) as on_hand
from m_storageonhand s
join m_locator l on l.m_locator_id = s.m_locator_id
group by l.m_warehouse_id, s.m_product_id;

create view dw_idempiere_reserved as
select r.m_warehouse_id as site, r.m_product_id as product, sum(r.qty) as reserved
from m_storagereservation r
where r.issotrx = 'Y'
group by r.m_warehouse_id, r.m_product_id;
