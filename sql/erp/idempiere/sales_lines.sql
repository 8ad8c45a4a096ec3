-- Every line of sales orders, customer returns and sales invoices. The line's own updated and key are plain columns; updated is written
-- in the time zone of the server. docstatus: DR draft, IP in progress, IN invalid, AP approved, NA not approved, WP waiting for payment,
-- CO completed, CL closed, VO voided, RE reversed.
create view dw_sales_line as
-- docsubtypeso: OB quotation, ON proposal. Closing or voiding an order moves what was not delivered to qtylostsales: of a closed order it
-- was wanted all the same.
select cast('OL:' || cast(l.c_orderline_id as bigint) as varchar(80)) as line_id,
       cast('OL' as varchar(8)) as source_kind,
       cast(l.c_orderline_id as bigint) as source_key,
       cast(case when d.docstatus in ('VO', 'RE') then 'VOID'
                 when t.docsubtypeso in ('OB', 'ON') or d.docstatus not in ('CO', 'CL') then 'DRAFT'
                 when l.isactive = 'N' then 'CANCELLED'
                 when d.c_bpartner_id in (select p.partner from dw_setting_own_partner p) then 'INTER_COMPANY'
                 when t.docsubtypeso = 'RM' then 'RETURN_ORDER'
                 when l.m_product_id is null then 'NO_ITEM'
                 when p.producttype <> 'I' then 'NOT_A_PRODUCT'
                 when l.qtyordered + coalesce(l.qtylostsales, 0) = 0 then 'ZERO_QUANTITY'
                 when l.qtyordered + coalesce(l.qtylostsales, 0) < 0 then 'NEGATIVE_QUANTITY'
                 when l.priceactual < 0 then 'NEGATIVE_PRICE'
            end as varchar(40)) as excluded_because,
       cast(null as varchar(80)) as flags,
       cast(cast(l.ad_client_id as bigint) || '/' || cast(l.ad_org_id as bigint) as varchar(80)) as org_id,
       cast(d.documentno as varchar(80)) as document_no,
       cast('ORDER' as varchar(8)) as line_kind,
       cast(l.dateordered as date) as order_date,
       cast(coalesce(l.datepromised, l.dateordered) as date) as demand_date,
       cast(cast(l.m_product_id as bigint) as varchar(80)) as item_id,
       cast(cast(l.m_warehouse_id as bigint) as varchar(80)) as site_id,
       cast(cast(d.c_bpartner_id as bigint) as varchar(80)) as customer_id,
       cast(null as varchar(80)) as channel_id,
       cast(l.qtyordered + case when d.docstatus = 'CL' then coalesce(l.qtylostsales, 0) else 0 end as numeric(19,6)) as quantity,
       cast(coalesce(u.uomsymbol, u.name) as varchar(40)) as uom_id,
       cast(l.qtydelivered as numeric(19,6)) as quantity_delivered,
       cast(l.priceactual as numeric(19,6)) as unit_price_net,
       cast(l.pricelist as numeric(19,6)) as unit_price_list,
       cast((l.qtyordered + case when d.docstatus = 'CL' then coalesce(l.qtylostsales, 0) else 0 end) * l.priceactual as numeric(19,6)) as net_amount,
       cast(c.iso_code as char(3)) as currency,
       coalesce(l.discount, 0) > 0 as on_promotion,
       d.isdropship = 'Y' as drop_ship,
       coalesce(p.isbom = 'Y' and p.isstocked = 'N', false) as is_kit,
       cast(null as date) as original_date,
       cast(d.docstatus as varchar(40)) as erp_status,
       l.updated as changed_at
from c_orderline l
join c_order d on d.c_order_id = l.c_order_id and d.issotrx = 'Y'
left join c_doctype t on t.c_doctype_id = case when d.c_doctype_id > 0 then d.c_doctype_id else d.c_doctypetarget_id end
left join m_product p on p.m_product_id = l.m_product_id
left join c_uom u on u.c_uom_id = p.c_uom_id
left join c_currency c on c.c_currency_id = l.c_currency_id
union all
-- Goods that customers bring back: movement C+, positive in the table. A reversal is another document that takes the first one back.
select cast('IOL:' || cast(l.m_inoutline_id as bigint) as varchar(80)),
       cast('IOL' as varchar(8)),
       cast(l.m_inoutline_id as bigint),
       cast(case when d.docstatus in ('VO', 'RE') or d.reversal_id is not null then 'VOID'
                 when d.docstatus not in ('CO', 'CL') then 'DRAFT'
                 when d.c_bpartner_id in (select p.partner from dw_setting_own_partner p) then 'INTER_COMPANY'
                 when l.m_product_id is null then 'NO_ITEM'
                 when p.producttype <> 'I' then 'NOT_A_PRODUCT'
                 when l.movementqty = 0 then 'ZERO_QUANTITY'
            end as varchar(40)),
       cast(null as varchar(80)),
       cast(cast(l.ad_client_id as bigint) || '/' || cast(l.ad_org_id as bigint) as varchar(80)),
       cast(d.documentno as varchar(80)),
       cast('RETURN' as varchar(8)),
       cast(d.movementdate as date),
       cast(d.movementdate as date),
       cast(cast(l.m_product_id as bigint) as varchar(80)),
       cast(cast(d.m_warehouse_id as bigint) as varchar(80)),
       cast(cast(d.c_bpartner_id as bigint) as varchar(80)),
       cast(null as varchar(80)),
       cast(-abs(l.movementqty) as numeric(19,6)),
       cast(coalesce(u.uomsymbol, u.name) as varchar(40)),
       cast(-abs(l.movementqty) as numeric(19,6)),
       cast(ol.priceactual as numeric(19,6)),
       cast(ol.pricelist as numeric(19,6)),
       cast(-abs(l.movementqty) * ol.priceactual as numeric(19,6)),
       cast(c.iso_code as char(3)),
       false,
       coalesce(d.isdropship = 'Y', false),
       coalesce(p.isbom = 'Y' and p.isstocked = 'N', false),
       case when ol.c_orderline_id is not null
            then least(cast(coalesce(ol.datepromised, ol.dateordered) as date), cast(d.movementdate as date)) end,
       cast(d.docstatus as varchar(40)),
       l.updated
from m_inoutline l
join m_inout d on d.m_inout_id = l.m_inout_id and d.issotrx = 'Y' and d.movementtype = 'C+'
left join m_product p on p.m_product_id = l.m_product_id
left join c_uom u on u.c_uom_id = p.c_uom_id
left join m_rmaline r on r.m_rmaline_id = l.m_rmaline_id
left join m_inoutline sent on sent.m_inoutline_id = r.m_inoutline_id
left join c_orderline ol on ol.c_orderline_id = sent.c_orderline_id
left join c_currency c on c.c_currency_id = ol.c_currency_id
union all
-- Invoices: ARI counts where neither an order nor a shipment stands behind the line. A credit memo (ARC) is money: the goods come back
-- by the return above.
select cast('IL:' || cast(l.c_invoiceline_id as bigint) as varchar(80)),
       cast('IL' as varchar(8)),
       cast(l.c_invoiceline_id as bigint),
       cast(case when d.docstatus in ('VO', 'RE') or d.reversal_id is not null then 'VOID'
                 when d.docstatus not in ('CO', 'CL') then 'DRAFT'
                 when l.c_orderline_id is not null or l.m_inoutline_id is not null or l.m_rmaline_id is not null then 'LINKED_INVOICE'
                 when t.docbasetype <> 'ARI' then 'ADJUSTMENT'
                 when d.c_bpartner_id in (select p.partner from dw_setting_own_partner p) then 'INTER_COMPANY'
                 when l.m_product_id is null then 'NO_ITEM'
                 when p.producttype <> 'I' then 'NOT_A_PRODUCT'
                 when l.qtyinvoiced = 0 then 'ZERO_QUANTITY'
                 when l.qtyinvoiced < 0 then 'NEGATIVE_QUANTITY'
                 when l.priceactual < 0 then 'NEGATIVE_PRICE'
            end as varchar(40)),
       cast(null as varchar(80)),
       cast(cast(l.ad_client_id as bigint) || '/' || cast(l.ad_org_id as bigint) as varchar(80)),
       cast(d.documentno as varchar(80)),
       cast('INVOICE' as varchar(8)),
       cast(d.dateinvoiced as date),
       cast(d.dateinvoiced as date),
       cast(cast(l.m_product_id as bigint) as varchar(80)),
       cast(null as varchar(80)),
       cast(cast(d.c_bpartner_id as bigint) as varchar(80)),
       cast(null as varchar(80)),
       cast(l.qtyinvoiced as numeric(19,6)),
       cast(coalesce(u.uomsymbol, u.name) as varchar(40)),
       cast(null as numeric(19,6)),
       cast(l.priceactual as numeric(19,6)),
       cast(l.pricelist as numeric(19,6)),
       cast(l.qtyinvoiced * l.priceactual as numeric(19,6)),
       cast(c.iso_code as char(3)),
       false,
       false,
       coalesce(p.isbom = 'Y' and p.isstocked = 'N', false),
       cast(null as date),
       cast(d.docstatus as varchar(40)),
       l.updated
from c_invoiceline l
join c_invoice d on d.c_invoice_id = l.c_invoice_id and d.issotrx = 'Y'
left join c_doctype t on t.c_doctype_id = case when d.c_doctype_id > 0 then d.c_doctype_id else d.c_doctypetarget_id end
left join m_product p on p.m_product_id = l.m_product_id
left join c_uom u on u.c_uom_id = p.c_uom_id
left join c_currency c on c.c_currency_id = d.c_currency_id;
