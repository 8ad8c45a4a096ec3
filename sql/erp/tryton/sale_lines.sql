-- Lines of sales in base units, before it is said what counts. A line of a negative quantity takes goods back.
create view dw_tryton_sale_line as
select l.id as line_id,
       a.changed_at,
       s.id as sale_id,
       s.number as document_no,
       s.state,
       s.company as company_id,
       s.warehouse as site_id,
       s.party as customer_id,
       s.currency as currency_id,
       s.sale_date as ordered_on,
       coalesce(s.shipping_date, s.sale_date) as wanted_on,
       case when s.origin like 'sale.sale,%' then cast(substr(s.origin, 11) as integer) end as origin_sale_id,
       l.type as line_type,
       l.product as product_id,
       p.is_goods,
       p.is_kit,
       p.unit_id,
       cast(line.ordered as numeric(19,6)) as ordered,
       cast(sign(line.ordered) * greatest(abs(line.ordered) - given_up.quantity, 0) as numeric(19,6)) as quantity,
       cast(move.delivered as numeric(19,6)) as delivered,
       l.unit_price / unit.size as net_price,
       coalesce(move.by_vendor, false) as by_vendor,
       coalesce(move.any_done, false) as is_moved,
       twin.opposite > twin.earlier as has_opposite,
       s.shipping_date as due_on,
       move.reserved
from dw_tryton_sale_stamp a
join sale_line l on l.id = a.line_id
join sale_sale s on s.id = a.sale_id
left join dw_tryton_product p on p.product_id = l.product
left join dw_tryton_unit u on u.unit_id = l.unit
cross join lateral (select case when u.category_id = p.unit_category_id then u.size / p.unit_size end as size) unit
cross join lateral (select cast(l.quantity as numeric) * unit.size as ordered) line
-- Lines of the same sale that take this one back, and those before it that they take back first.
cross join lateral (
  select count(*) filter (where n.quantity = -l.quantity) as opposite,
         count(*) filter (where n.quantity = l.quantity and n.id < l.id) as earlier
  from sale_line n
  where n.sale = l.sale and n.product = l.product and n.unit = l.unit
) twin
cross join lateral (
  select coalesce(sum(m.quantity), 0) as quantity
  from dw_tryton_ignored_move g
  join dw_tryton_move m on m.id = g.move_id and m.product_id = l.product
  where g.line_id = l.id
) given_up
left join lateral (
  select sum(case when m.to_type = 'customer' then m.quantity else -m.quantity end)
           filter (where m.state = 'done' and (m.to_type = 'customer' or m.from_type = 'customer')) as delivered,
         sum(m.quantity) filter (where m.state = 'assigned' and m.to_type = 'customer' and m.from_type <> 'drop') as reserved,
         bool_or(m.from_type = 'drop') as by_vendor,
         bool_or(m.state = 'done') as any_done
  from dw_tryton_move m
  where m.origin = concat('sale.line,', l.id)
) move on true;
