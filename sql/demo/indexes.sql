-- Made after the load, which is faster. (changed_at, id) is what the import pages by.
create index sales_order_line_changed on sales_order_line (changed_at, id);
create index goods_receipt_line on goods_receipt (purchase_order_line_id);
