create view dw_your_text_line as
select cast(l.id as varchar(80)) as line_id,
       cast('SOL' as varchar(8)) as source_kind,
       0 as source_key,
       l.quantity as quantity,
       l.changed_at as changed_at
from your_text_line l;
create view dw_your_text_ledger as
select row_number() over (order by m.entered_at, m.id) as source_key,
       cast(m.item_id as varchar(80)) as item_id,
       cast(m.posted_on as date) as posted_on,
       m.quantity as quantity,
       sum(m.quantity) over (partition by m.item_id order by m.entered_at, m.id) as balance_after
from your_text_movement m;
