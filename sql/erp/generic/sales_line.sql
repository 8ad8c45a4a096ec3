create view dw_sales_line as
select cast(concat('SOL:', l.id) as varchar(80)) as line_id,
       cast('SOL' as varchar(8)) as source_kind,
       l.id as source_key,
       cast(case when o.state = 'cancelled' then 'CANCELLED'
                 when o.state = 'quotation' then 'DRAFT'
                 when l.item_id is null then 'NO_ITEM'
                 when l.is_sample then 'SAMPLE'
                 when own.customer_id is not null then 'INTER_COMPANY'
            end as varchar(40)) as excluded_because,
       cast(null as varchar(80)) as flags,
       cast(o.company_id as varchar(80)) as org_id,
       cast(o.number as varchar(80)) as document_no,
       cast(case when o.kind = 'return' then 'RETURN' else 'ORDER' end as varchar(8)) as line_kind,
       o.ordered_on as order_date,
       coalesce(l.wanted_on, o.ordered_on) as demand_date,
       cast(l.item_id as varchar(80)) as item_id,
       cast(o.site_id as varchar(80)) as site_id,
       cast(o.customer_id as varchar(80)) as customer_id,
       cast(null as varchar(80)) as channel_id,
       cast((l.quantity - l.cancelled) * u.factor * case when o.kind = 'return' then -1 else 1 end as decimal(19,6))
         as quantity,
       cast(i.base_unit as varchar(40)) as uom_id,
       cast(l.delivered * u.factor * case when o.kind = 'return' then -1 else 1 end as decimal(19,6))
         as quantity_delivered,
       cast(l.net_price / u.factor as decimal(19,6)) as unit_price_net,
       cast(l.list_price / u.factor as decimal(19,6)) as unit_price_list,
       cast((l.quantity - l.cancelled) * l.net_price * case when o.kind = 'return' then -1 else 1 end as decimal(19,6))
         as net_amount,
       cast(o.currency as char(3)) as currency,
       coalesce(l.net_price < l.list_price, false) as on_promotion,
       coalesce(o.shipped_by_vendor, false) as drop_ship,
       coalesce(i.is_kit, false) as is_kit,
       case when o.kind = 'return' then s.ordered_on end as original_date,
       cast(o.state as varchar(40)) as erp_status,
       l.changed_at as changed_at
from your_order_line l
left join your_order o on o.id = l.order_id
left join your_order s on s.id = o.returns_order_id
left join your_item i on i.id = l.item_id
left join your_unit u on u.item_id = l.item_id and u.unit = l.unit
left join dw_setting_own_customer own on own.customer_id = o.customer_id;
