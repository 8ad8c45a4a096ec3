-- Rules of price lists that hold for a known time and lower the price: Odoo's plain promotions, one row a company and product.
create view dw_odoo_promotion as
select r.id as rule_id,
       i.company_id,
       i.product_id,
       r.pricelist_id,
       cast(r.date_start at time zone 'UTC' at time zone c.time_zone as date) as from_date,
       cast(r.date_end at time zone 'UTC' at time zone c.time_zone as date) as to_date,
       case r.compute_price
            when 'percentage' then cast(r.percent_price as numeric) / 100
            when 'formula' then r.price_discount / 100
            else 1 - r.fixed_price / nullif(i.list_price, 0)
       end as discount
from dw_odoo_price_rule r
join product_pricelist pl on pl.id = r.pricelist_id and pl.active
join dw_odoo_item i on i.company_id = coalesce(r.company_id, pl.company_id, i.company_id)
join dw_setting_company c on c.company_id = i.company_id
left join product_category ruled on ruled.id = r.categ_id
left join product_category own on own.id = i.categ_id
where r.date_start <= r.date_end
  and coalesce(r.min_quantity, 0) <= 1
  and case r.applied_on
           when '0_product_variant' then r.product_id = i.product_id
           when '1_product' then r.product_tmpl_id = i.template_id
           when '2_product_category' then own.parent_path like ruled.parent_path || '%'
           else true
      end;
