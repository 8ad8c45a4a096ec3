-- The warehouse that a storage location belongs to, by the nested set of locations.
create view dw_tryton_place as
select l.id as location_id,
       w.id as site_id
from stock_location l
join stock_location w on w.type = 'warehouse' and l."left" > w."left" and l."right" < w."right"
where l.type = 'storage';

-- Stock moves in base units, which Tryton stores beside the unit of the document.
create view dw_tryton_move as
select m.id, m.company as company_id, m.product as product_id, m.state, m.origin, m.planned_date, m.effective_date,
       m.from_location, m.to_location, f.type as from_type, t.type as to_type,
       cast(m.internal_quantity as numeric(19,6)) as quantity
from stock_move m
join stock_location f on f.id = m.from_location
join stock_location t on t.id = m.to_location;
