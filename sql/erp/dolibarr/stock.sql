create view dw_stock_level as
select cast(w.entity as varchar(80)) as org_id,
       cast(s.fk_product as varchar(80)) as item_id,
       cast(s.fk_entrepot as varchar(80)) as site_id,
       cast(s.reel as decimal(19,6)) as on_hand,
       cast(s.reel as decimal(19,6)) as available,
       cast(null as decimal(19,6)) as reserved
from llx_product_stock s
join dw_dolibarr_warehouse w on w.id = s.fk_entrepot;

-- Balances are counted backwards from today's stock, so that a history that was cut off does no harm. A movement that was entered
-- for an earlier day counts from the day of the movement before it: nobody knew of it sooner.
create view dw_stock_ledger as
select m.rowid as source_key,
       cast(w.entity as varchar(80)) as org_id,
       cast(m.fk_product as varchar(80)) as item_id,
       cast(m.fk_entrepot as varchar(80)) as site_id,
       cast(max(m.datem) over (partition by m.fk_product, m.fk_entrepot order by m.rowid) as date) as posted_on,
       cast(case when m.type_mouvement = 2 and m.value < 0 then 'ISSUE'
                 when m.type_mouvement = 2 then 'RETURN'
                 when m.type_mouvement = 3 and m.value > 0 then 'RECEIPT'
                 else 'ADJUST' end as varchar(20)) as movement_kind,
       cast(m.value as decimal(19,6)) as quantity,
       cast(coalesce(s.reel, 0) as decimal(19,6))
         - coalesce(sum(cast(m.value as decimal(19,6))) over (partition by m.fk_product, m.fk_entrepot order by m.rowid
                                                             rows between 1 following and unbounded following), 0) as balance_after
from llx_stock_mouvement m
left join llx_product_stock s on s.fk_product = m.fk_product and s.fk_entrepot = m.fk_entrepot
left join dw_dolibarr_warehouse w on w.id = m.fk_entrepot;

-- Purchase orders: 2 approved, 3 ordered, 4 partly received. Where it will arrive is known on arrival alone: the company's site.
create view dw_open_supply as
select cast(concat('CFD:', x.id) as varchar(80)) as supply_id,
       cast(x.entity as varchar(80)) as org_id,
       cast(x.product as varchar(80)) as item_id,
       cast(x.site as varchar(80)) as site_id,
       cast(x.ordered - x.received as decimal(19,6)) as quantity_open,
       x.due_date as due_date,
       cast('PURCHASE' as varchar(10)) as supply_kind,
       cast(x.vendor as varchar(80)) as vendor_id,
       cast(x.ref as varchar(80)) as document_no,
       cast(concat('CFD:', x.id) as varchar(80)) as purchase_line_id
from (select d.rowid as id, c.entity, c.ref, c.fk_soc as vendor, d.fk_product as product, s.site, cast(d.qty as decimal(19,6)) as ordered,
             cast(coalesce((select sum(r.qty) from dw_dolibarr_received r where r.purchase_line = d.rowid), 0) as decimal(19,6)) as received,
             cast(coalesce(c.date_livraison, c.date_commande) as date) as due_date
      from llx_commande_fournisseurdet d
      join llx_commande_fournisseur c on c.rowid = d.fk_commande
      left join dw_setting_company s on s.entity = c.entity
      where c.fk_statut in (2, 3, 4) and d.fk_product is not null and d.product_type = 0) x
where x.ordered > x.received;

-- Orders of customers: 1 validated, 2 partly sent. Dolibarr reserves nothing.
create view dw_open_demand as
select cast(x.entity as varchar(80)) as org_id,
       cast(concat('CD:', x.id) as varchar(80)) as demand_id,
       cast(x.ref as varchar(80)) as document_no,
       cast(x.product as varchar(80)) as item_id,
       cast(x.site as varchar(80)) as site_id,
       x.due_date as due_date,
       cast((x.ordered - x.shipped) * x.factor as decimal(19,6)) as quantity_open,
       cast(null as decimal(19,6)) as reserved,
       false as drop_ship
from (select d.id, d.entity, d.ref, d.product, cast(d.wanted_on as date) as due_date, coalesce(k.factor, 1) as factor,
             cast(d.qty as decimal(19,6)) as ordered,
             coalesce((select min(s.site) from dw_dolibarr_shipped s where s.order_line = d.id), own_site.site) as site,
             cast(coalesce((select sum(s.qty) from dw_dolibarr_shipped s where s.order_line = d.id), 0) as decimal(19,6)) as shipped
      from dw_dolibarr_order_line d
      join llx_product p on p.rowid = d.product and p.fk_product_type = 0
      left join dw_setting_own_company own on own.customer = d.customer
      left join dw_setting_company own_site on own_site.entity = d.entity
      left join dw_dolibarr_unit lu on lu.id = d.unit
      left join dw_dolibarr_conversion k on k.from_unit = d.unit and k.to_unit = p.fk_unit
      where d.state in (1, 2) and own.customer is null and d.kind = 0 and coalesce(d.special_code, 0) not in (1, 2, 3)
        and d.qty > 0 and coalesce(d.list_price, 0) >= 0 and coalesce(d.amount, 0) >= 0
        and (lu.id is null or lu.id = p.fk_unit or k.factor is not null)) x
where x.ordered > x.shipped;

create view dw_purchase_receipt as
select cast(concat('CFR:', r.id) as varchar(80)) as receipt_id,
       cast(c.entity as varchar(80)) as org_id,
       cast(r.product as varchar(80)) as item_id,
       cast(r.site as varchar(80)) as site_id,
       cast(c.fk_soc as varchar(80)) as vendor_id,
       c.date_commande as ordered_on,
       cast(r.received_at as date) as received_on,
       cast(r.qty as decimal(19,6)) as quantity,
       cast(case when r.purchase_line > 0 and c.fk_statut in (2, 3, 4, 5, 7) then concat('CFD:', r.purchase_line) end as varchar(80))
         as purchase_line_id
from dw_dolibarr_received r
join llx_commande_fournisseur c on c.rowid = r.purchase
where c.date_commande is not null and r.qty > 0;

-- One rule a product, for all its warehouses together: it is told of the company's site, and left out where there is none.
create view dw_reorder_rule as
select cast(c.entity as varchar(80)) as org_id,
       cast(p.rowid as varchar(80)) as item_id,
       cast(c.site as varchar(80)) as site_id,
       cast(p.seuil_stock_alerte as decimal(19,6)) as minimum,
       cast(nullif(p.desiredstock, 0) as decimal(19,6)) as maximum
from llx_product p
join dw_setting_company c on c.products_of = p.entity
where c.site is not null and p.fk_product_type = 0 and (p.seuil_stock_alerte is not null or p.desiredstock > 0);
