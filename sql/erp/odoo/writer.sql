-- The rights of the user that writes minimum and maximum into Odoo's reordering rules, and reads them: nothing else. Only where
-- that is wanted. The user is made by the administrator, is not the reader, and is named by dw.erp.writer.user; for example
--   create role demandwright_writer_login login password '…'
--   grant demandwright_writer to demandwright_writer_login
create role demandwright_writer;
grant select (id, active, company_id, product_id, warehouse_id, product_min_qty, product_max_qty, write_date)
  on stock_warehouse_orderpoint to demandwright_writer;
grant update (product_min_qty, product_max_qty, write_date) on stock_warehouse_orderpoint to demandwright_writer;
grant select on dw_adapter to demandwright_writer;
