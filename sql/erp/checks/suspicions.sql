-- Each query must return no row. A row is a sign that purchases, transfers or something else that nobody bought count as
-- demand. Signs are no proofs: look at the documents, then exclude them as PURCHASE or leave them out of the view.

-- A customer who buys nothing but what it supplies itself.
select 'perhaps purchases: a customer who is the vendor of all that it buys' as problem, l.customer_id as row_id
from dw_sales_line l
join dw_item i on i.org_id = l.org_id and i.item_id = l.item_id
where l.excluded_because is null and l.line_kind <> 'RETURN'
  and l.customer_id in (select vendor_id from dw_item where vendor_id is not null)
group by l.org_id, l.customer_id
having count(*) >= 3 and count(*) = sum(case when i.vendor_id = l.customer_id then 1 else 0 end);

-- A customer who always pays what the item costs to buy.
select 'perhaps purchases: a customer who pays the purchase price for all that it buys' as problem, l.customer_id as row_id
from dw_sales_line l
join dw_item i on i.org_id = l.org_id and i.item_id = l.item_id
where l.excluded_because is null and l.line_kind <> 'RETURN' and l.customer_id is not null
group by l.org_id, l.customer_id
having count(*) >= 5 and count(*) = sum(case when l.unit_price_net > 0 and l.unit_price_net = i.purchase_price then 1 else 0 end);

-- The same goods, day, quantity and partner as a purchase.
select 'perhaps purchases: demand that is a receipt of the same vendor, item, day and quantity' as problem, line_id as row_id
from dw_sales_line
where excluded_because is null
  and (org_id, item_id, order_date, quantity, customer_id)
      in (select org_id, item_id, ordered_on, quantity, vendor_id from dw_purchase_receipt);

-- Half of all purchases have a line of demand like them. By chance some have, where an item is bought as it is sold.
select 'perhaps purchases: half of the receipts stand among the demand with the same item, day and quantity' as problem,
       l.org_id as row_id
from dw_sales_line l
where l.excluded_because is null
  and (l.org_id, l.item_id, l.order_date, l.quantity)
      in (select org_id, item_id, ordered_on, quantity from dw_purchase_receipt)
group by l.org_id
having count(distinct concat(l.item_id, ' ', l.order_date, ' ', l.quantity)) >= 5
  and 2 * count(distinct concat(l.item_id, ' ', l.order_date, ' ', l.quantity))
      >= (select count(distinct concat(r.item_id, ' ', r.ordered_on, ' ', r.quantity)) from dw_purchase_receipt r
          where r.org_id = l.org_id);

-- Words and numbers that purchases have in many ERPs.
select 'perhaps purchases: a document number, a state or a kind that speaks of a purchase' as problem, line_id as row_id
from dw_sales_line
where excluded_because is null
  and (upper(substring(document_no from 1 for 2)) in ('PO', 'EK')
         and upper(substring(document_no from 3 for 1)) not between 'A' and 'Z'
       or upper(substring(document_no from 1 for 3)) in ('PUR', 'ACH', 'ACQ')
       or upper(source_kind) in ('PO', 'POL', 'PUR', 'PURCH', 'PURCHASE')
       or lower(erp_status) like '%purchas%' or lower(erp_status) like '%einkauf%'
       or lower(erp_status) like '%achat%' or lower(erp_status) like '%supplier%' or lower(erp_status) like '%vendor%');

-- What is demanded leaves the stock sooner or later; what is bought comes in. Fewer than twenty issues are no evidence.
select 'half as much again was demanded as left the stock: purchases, repeated rows or a factor' as problem, d.org_id as row_id
from (select org_id, sum(quantity) as units from dw_sales_line
      where excluded_because is null and line_kind <> 'RETURN' and quantity > 0 and quantity < 10000000
        and not drop_ship and not is_kit
        and demand_date >= (select min(posted_on) from dw_stock_ledger)
        and demand_date <= (select max(posted_on) from dw_stock_ledger)
        and (org_id, item_id) in (select org_id, item_id from dw_stock_ledger where movement_kind = 'ISSUE')
      group by org_id) d
join (select org_id, sum(0 - quantity) as units from dw_stock_ledger where movement_kind = 'ISSUE'
      group by org_id having count(*) >= 20) s
  on s.org_id = d.org_id
where s.units > 0 and d.units > 1.5 * s.units;
