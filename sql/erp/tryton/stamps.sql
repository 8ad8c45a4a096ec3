-- When a line or its document last changed. Tryton leaves write_date empty until the first change. A line stands in one half or the
-- other, so that a range of changed_at reaches an index on (coalesce(write_date, create_date), id) of its table in each.

create view dw_tryton_sale_stamp as
select l.id as line_id, s.id as sale_id, coalesce(l.write_date, l.create_date) as changed_at
from sale_line l
join sale_sale s on s.id = l.sale
where (coalesce(l.write_date, l.create_date) >= coalesce(s.write_date, s.create_date)) is not false
union all
select l.id, s.id, coalesce(s.write_date, s.create_date)
from sale_line l
join sale_sale s on s.id = l.sale
where coalesce(l.write_date, l.create_date) < coalesce(s.write_date, s.create_date);

-- An invoice line may wait for its invoice.
create view dw_tryton_invoice_stamp as
select l.id as line_id, i.id as invoice_id, coalesce(l.write_date, l.create_date) as changed_at
from account_invoice_line l
left join account_invoice i on i.id = l.invoice
where (coalesce(l.write_date, l.create_date) >= coalesce(i.write_date, i.create_date)) is not false
union all
select l.id, i.id, coalesce(i.write_date, i.create_date)
from account_invoice_line l
join account_invoice i on i.id = l.invoice
where coalesce(l.write_date, l.create_date) < coalesce(i.write_date, i.create_date);
