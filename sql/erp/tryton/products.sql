-- Products with their base unit, and units by their size.

-- Size of a unit in its category's reference unit. As Tryton does, the one of factor and rate with fewer decimals is taken.
create view dw_tryton_unit as
select u.id as unit_id,
       u.category as category_id,
       case when scale(cast(u.factor as numeric)) <= scale(cast(u.rate as numeric))
            then cast(u.factor as numeric)
            else 1 / cast(u.rate as numeric)
       end as size
from product_uom u;

create view dw_tryton_product as
select p.id as product_id,
       t.id as template_id,
       t.name,
       p.code,
       t.type in ('goods', 'assets', 'kit') as is_goods,
       t.type = 'kit' as is_kit,
       coalesce(p.active and t.active, false) as active,
       t.default_uom as unit_id,
       u.category_id as unit_category_id,
       u.size as unit_size,
       coalesce(t.create_date, p.create_date) as create_date,
       greatest(t.create_date, t.write_date, p.create_date, p.write_date) as changed_at
from product_product p
join product_template t on t.id = p.template
join dw_tryton_unit u on u.unit_id = t.default_uom;

-- Every company may trade every product.
create view dw_tryton_item as
select c.id as company_id, c.currency as currency_id, p.product_id, p.template_id, p.name, p.code, p.is_kit, p.active,
       p.unit_id, p.unit_category_id, p.unit_size, p.create_date, p.changed_at
from dw_tryton_product p
cross join company_company c
where p.is_goods;
