-- Lines of goods of purchase orders that were approved: 2 to 4 are open, 5 came, 7 was cancelled after it was ordered. The day is the
-- whole order's, amounts are in the company's currency.
create view dw_purchase_line as
select cast(x.entity as varchar(80)) as org_id,
       cast(concat('CFD:', x.id) as varchar(80)) as line_id,
       cast(x.ref as varchar(80)) as document_no,
       cast(x.product as varchar(80)) as item_id,
       cast(x.site as varchar(80)) as site_id,
       cast(x.vendor as varchar(80)) as vendor_id,
       x.ordered_on as ordered_on,
       x.promised_on as promised_on,
       case when x.state = 7 then x.received else x.ordered end as quantity_ordered,
       x.received as quantity_received,
       (x.state in (5, 7) or x.received >= x.ordered) as closed,
       cast(x.amount / nullif(x.ordered, 0) as decimal(19,6)) as unit_price,
       cast(x.currency as char(3)) as currency,
       x.changed_at as changed_at
from (select d.rowid as id, c.entity, c.ref, d.fk_product as product, s.site, s.currency, c.fk_soc as vendor, c.fk_statut as state,
             cast(c.date_commande as date) as ordered_on, cast(c.date_livraison as date) as promised_on,
             cast(d.qty as decimal(19,6)) as ordered, d.total_ht as amount, c.tms as changed_at,
             cast(coalesce((select sum(r.qty) from dw_dolibarr_received r where r.purchase_line = d.rowid), 0) as decimal(19,6)) as received
      from llx_commande_fournisseurdet d
      join llx_commande_fournisseur c on c.rowid = d.fk_commande
      left join dw_setting_company s on s.entity = c.entity
      where c.fk_statut in (2, 3, 4, 5, 7) and d.fk_product is not null and d.product_type = 0 and d.qty > 0) x;

-- Dolibarr knows no weekdays. A minimum of an order's value came with later versions and is not read.
create view dw_vendor as
select cast(b.entity as varchar(80)) as org_id,
       cast(b.vendor as varchar(80)) as vendor_id,
       cast(left(v.nom, 200) as varchar(200)) as vendor_name,
       cast(null as decimal(19,6)) as minimum_order_value,
       cast(null as char(3)) as currency,
       cast(null as varchar(7)) as order_days,
       cast(null as varchar(7)) as delivery_days
from (select k.entity, o.fk_soc as vendor
      from llx_product_fournisseur_price o
      join llx_product p on p.rowid = o.fk_product
      join dw_setting_company k on k.products_of = p.entity
      union
      select c.entity, c.fk_soc from llx_commande_fournisseur c) b
join llx_societe v on v.rowid = b.vendor;

-- A vendor's prices of a product by quantity: the lowest quantity is the minimum, further ones that cost less are breaks. Dolibarr
-- prefers nobody; as in dw_item the cheapest counts.
create view dw_dolibarr_terms as
select k.entity, k.currency, o.fk_product as product, o.fk_soc as vendor, o.rowid as id, o.delivery_time_days,
       cast(o.quantity as decimal(19,6)) as from_quantity, cast(o.unitprice as decimal(19,6)) as price,
       row_number() over same as place,
       first_value(o.rowid) over same as first_id,
       first_value(cast(o.unitprice as decimal(19,6))) over same as first_price,
       first_value(cast(o.quantity as decimal(19,6))) over same as first_quantity,
       first_value(o.fk_soc) over (partition by k.entity, o.fk_product order by o.unitprice, o.rowid) as cheapest
from llx_product_fournisseur_price o
join llx_product p on p.rowid = o.fk_product and p.fk_product_type = 0
join dw_setting_company k on k.products_of = p.entity
where o.fk_soc is not null
window same as (partition by k.entity, o.fk_product, o.fk_soc order by o.quantity, o.unitprice, o.rowid);

create view dw_supplier_terms as
select cast(t.entity as varchar(80)) as org_id,
       cast(concat('PF:', t.id, ':', t.entity) as varchar(80)) as terms_id,
       cast(t.product as varchar(80)) as item_id,
       cast(t.vendor as varchar(80)) as vendor_id,
       cast(null as varchar(80)) as site_id,
       (t.vendor = t.cheapest) as preferred,
       cast(null as date) as valid_from,
       cast(null as date) as valid_to,
       cast(t.delivery_time_days as signed) as lead_time_days,
       nullif(t.from_quantity, 0) as minimum_order,
       cast(null as decimal(19,6)) as order_multiple,
       cast(null as varchar(40)) as purchase_uom,
       cast(null as decimal(19,6)) as purchase_factor,
       t.price as unit_price,
       cast(t.currency as char(3)) as currency
from dw_dolibarr_terms t
where t.place = 1;

create view dw_price_break as
select cast(t.entity as varchar(80)) as org_id,
       cast(concat('PF:', t.first_id, ':', t.entity) as varchar(80)) as terms_id,
       t.from_quantity as from_quantity,
       min(t.price) as unit_price
from dw_dolibarr_terms t
where t.from_quantity > t.first_quantity and t.price < t.first_price
group by t.entity, t.first_id, t.from_quantity;
