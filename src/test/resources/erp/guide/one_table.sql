create view dw_your_sales as
select d.id as source_key,
       cast(case when d.kind = 'purchase' then 'PURCHASE'
                 when d.kind = 'transfer' then 'NOT_A_PRODUCT'
            end as varchar(40)) as excluded_because
from your_document d;
create view dw_your_sales_alone as
select d.id as source_key
from your_document d
where d.kind = 'sale';
