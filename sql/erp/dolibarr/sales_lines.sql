-- Every line of orders, invoices and proposals. changed_at is the plain time stamp of the document: Dolibarr moves it with each
-- change of a line, because it writes the document's totals anew.

-- Invoices that were made from an order or its shipments: the order's lines count.
create view dw_dolibarr_linked_invoice as
select e.fk_target as invoice
from llx_element_element e
where e.targettype = 'facture' and e.sourcetype in ('commande', 'shipping');

-- The order behind an invoice, by which a credit note finds the day of the sale.
create view dw_dolibarr_invoice_of_order as
select e.fk_target as invoice, o.rowid as order_id, coalesce(o.date_livraison, o.date_commande) as demand_date
from llx_element_element e
join llx_commande o on o.rowid = e.fk_source
where e.sourcetype = 'commande' and e.targettype = 'facture';

create view dw_dolibarr_invoice_of_shipment as
select e.fk_target as invoice, o.rowid as order_id, coalesce(o.date_livraison, o.date_commande) as demand_date
from llx_element_element e
join llx_element_element s on s.fk_target = e.fk_source and s.targettype = 'shipping' and s.sourcetype = 'commande'
join llx_commande o on o.rowid = s.fk_source
where e.sourcetype = 'shipping' and e.targettype = 'facture';

-- One from_unit in to_units: a gram is 10^(-3-0) kilograms.
create view dw_dolibarr_conversion as
select a.id as from_unit, b.id as to_unit, power(10, a.power - b.power) as factor
from dw_dolibarr_unit a
join dw_dolibarr_unit b on b.family = a.family and b.id <> a.id;

create view dw_sales_line as
-- Orders: -1 cancelled, 0 draft.
select cast(concat('CD:', d.id) as varchar(80)) as line_id,
       cast('CD' as varchar(8)) as source_kind,
       d.id as source_key,
       cast(case when d.state = -1 then 'CANCELLED'
                 when d.state = 0 then 'DRAFT'
                 when own.customer is not null then 'INTER_COMPANY'
                 when d.special_code = 3 then 'OPTION'
                 when d.kind = 9 or d.special_code in (1, 2) then 'NOT_A_PRODUCT'
                 when d.product is null then 'NO_ITEM'
                 when d.kind <> 0 or p.fk_product_type <> 0 then 'NOT_A_PRODUCT'
                 when d.qty = 0 then 'ZERO_QUANTITY'
                 when d.qty < 0 then 'NEGATIVE_QUANTITY'
                 when d.list_price < 0 or d.amount < 0 then 'NEGATIVE_PRICE'
            end as varchar(40)) as excluded_because,
       cast(null as varchar(80)) as flags,
       cast(d.entity as varchar(80)) as org_id,
       cast(d.ref as varchar(80)) as document_no,
       cast('ORDER' as varchar(8)) as line_kind,
       d.ordered_on as order_date,
       coalesce(d.wanted_on, d.ordered_on) as demand_date,
       cast(d.product as varchar(80)) as item_id,
       cast(coalesce((select min(s.site) from dw_dolibarr_shipped s where s.order_line = d.id), own_site.site) as varchar(80)) as site_id,
       cast(d.customer as varchar(80)) as customer_id,
       cast(null as varchar(80)) as channel_id,
       cast(d.qty * coalesce(k.factor, 1) as decimal(19,6)) as quantity,
       cast(case when lu.id is null or lu.id = p.fk_unit or k.factor is not null then coalesce(pu.code, 'UNIT') else lu.code end
            as varchar(40)) as uom_id,
       cast(coalesce((select sum(s.qty) from dw_dolibarr_shipped s where s.order_line = d.id), 0)
            * coalesce(k.factor, 1) as decimal(19,6)) as quantity_delivered,
       cast(d.amount / nullif(d.qty * coalesce(k.factor, 1), 0) as decimal(19,6)) as unit_price_net,
       cast(d.list_price / coalesce(k.factor, 1) as decimal(19,6)) as unit_price_list,
       cast(d.amount as decimal(19,6)) as net_amount,
       cast(coalesce(d.currency, own_site.currency) as char(3)) as currency,
       (coalesce(d.remise_percent, 0) > coalesce(c.remise_client, 0)) as on_promotion,
       false as drop_ship,
       (exists (select 1 from dw_dolibarr_kit b where b.kit = d.product)) as is_kit,
       cast(null as date) as original_date,
       cast(d.state as varchar(40)) as erp_status,
       d.changed_at as changed_at
from dw_dolibarr_order_line d
left join llx_product p on p.rowid = d.product
left join llx_societe c on c.rowid = d.customer
left join dw_setting_own_company own on own.customer = d.customer
left join dw_setting_company own_site on own_site.entity = d.entity
left join dw_dolibarr_unit lu on lu.id = d.unit
left join dw_dolibarr_unit pu on pu.id = p.fk_unit
left join dw_dolibarr_conversion k on k.from_unit = d.unit and k.to_unit = p.fk_unit
union all
-- Invoices: type 0 ordinary, 1 replaces another, 2 credit note, 3 deposit, 4 pro forma, 5 progress; state 0 draft, 3 abandoned.
select cast(concat('FD:', d.id) as varchar(80)),
       cast('FD' as varchar(8)),
       d.id,
       cast(case when d.state = 3 and d.close_code = 'replaced' then 'VOID'
                 when d.state = 3 then 'CANCELLED'
                 when d.state = 0 or d.type = 4 then 'DRAFT'
                 when d.type = 3 then 'DEPOSIT'
                 when d.type = 5 then 'PROGRESS_INVOICE'
                 when own.customer is not null then 'INTER_COMPANY'
                 when d.type <> 2 and exists (select 1 from dw_dolibarr_linked_invoice x where x.invoice = d.document) then 'LINKED_INVOICE'
                 when d.type = 1 and exists (select 1 from dw_dolibarr_linked_invoice x where x.invoice = d.source_document) then 'LINKED_INVOICE'
                 when d.type = 2 and not exists (select 1 from dw_setting_goods_credit g where g.credit_note = d.document) then 'ADJUSTMENT'
                 when (d.info_bits & 2) <> 0 then 'ADJUSTMENT'
                 when d.kind = 9 or d.special_code in (1, 2) then 'NOT_A_PRODUCT'
                 when d.product is null then 'NO_ITEM'
                 when d.kind <> 0 or p.fk_product_type <> 0 then 'NOT_A_PRODUCT'
                 when d.qty = 0 then 'ZERO_QUANTITY'
                 when d.type <> 2 and d.qty < 0 then 'NEGATIVE_QUANTITY'
                 when d.type <> 2 and (d.list_price < 0 or d.amount < 0) then 'NEGATIVE_PRICE'
            end as varchar(40)),
       cast(null as varchar(80)),
       cast(d.entity as varchar(80)),
       cast(d.ref as varchar(80)),
       cast(case when d.type = 2 then 'RETURN' else 'INVOICE' end as varchar(8)),
       d.ordered_on,
       d.ordered_on,
       cast(d.product as varchar(80)),
       cast(own_site.site as varchar(80)),
       cast(d.customer as varchar(80)),
       cast(null as varchar(80)),
       cast(case when d.type = 2 then -abs(d.qty) else d.qty end * coalesce(k.factor, 1) as decimal(19,6)),
       cast(case when lu.id is null or lu.id = p.fk_unit or k.factor is not null then coalesce(pu.code, 'UNIT') else lu.code end
            as varchar(40)),
       cast(null as decimal(19,6)),
       cast(case when d.type = 2 then abs(d.amount / nullif(d.qty * coalesce(k.factor, 1), 0))
                 else d.amount / nullif(d.qty * coalesce(k.factor, 1), 0) end as decimal(19,6)),
       cast(case when d.type = 2 then abs(d.list_price) else d.list_price end
            / coalesce(k.factor, 1) as decimal(19,6)),
       cast(d.amount as decimal(19,6)),
       cast(coalesce(d.currency, own_site.currency) as char(3)),
       (coalesce(d.remise_percent, 0) > coalesce(c.remise_client, 0)),
       false,
       (exists (select 1 from dw_dolibarr_kit b where b.kit = d.product)),
       case when d.type = 2
            then least(d.ordered_on,
                       coalesce((select min(x.demand_date) from dw_dolibarr_invoice_of_order x where x.invoice = d.source_document),
                                (select min(x.demand_date) from dw_dolibarr_invoice_of_shipment x where x.invoice = d.source_document),
                                (select f.datef from llx_facture f where f.rowid = d.source_document))) end,
       cast(concat(d.type, '/', d.state) as varchar(40)),
       d.changed_at
from dw_dolibarr_invoice_line d
left join llx_product p on p.rowid = d.product
left join llx_societe c on c.rowid = d.customer
left join dw_setting_own_company own on own.customer = d.customer
left join dw_setting_company own_site on own_site.entity = d.entity
left join dw_dolibarr_unit lu on lu.id = d.unit
left join dw_dolibarr_unit pu on pu.id = p.fk_unit
left join dw_dolibarr_conversion k on k.from_unit = d.unit and k.to_unit = p.fk_unit
union all
-- Proposals ask; an order that comes of one has lines of its own.
select cast(concat('PD:', d.id) as varchar(80)),
       cast('PD' as varchar(8)),
       d.id,
       cast('DRAFT' as varchar(40)),
       cast(null as varchar(80)),
       cast(d.entity as varchar(80)),
       cast(d.ref as varchar(80)),
       cast('ORDER' as varchar(8)),
       d.ordered_on,
       coalesce(d.wanted_on, d.ordered_on),
       cast(d.product as varchar(80)),
       cast(null as varchar(80)),
       cast(d.customer as varchar(80)),
       cast(null as varchar(80)),
       cast(d.qty as decimal(19,6)),
       cast(null as varchar(40)),
       cast(null as decimal(19,6)),
       cast(d.amount / nullif(d.qty, 0) as decimal(19,6)),
       cast(d.list_price as decimal(19,6)),
       cast(d.amount as decimal(19,6)),
       cast(coalesce(d.currency, own_site.currency) as char(3)),
       false,
       false,
       false,
       cast(null as date),
       cast(d.state as varchar(40)),
       d.changed_at
from dw_dolibarr_proposal_line d
left join dw_setting_company own_site on own_site.entity = d.entity;
