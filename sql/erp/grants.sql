-- The rights of the reader: SELECT on the canonical views and nothing more. The user that Demandwright logs in with is
-- made by the administrator and given this role, for example
--   create user DEMANDWRIGHT password '…'                 (H2)
--   create role demandwright login password '…'           (PostgreSQL)
--   create user demandwright identified by '…'            (MariaDB)
--   grant demandwright_reader to demandwright             (all three)
--   set default role demandwright_reader for demandwright (MariaDB, where a role sleeps until it is set)
create role demandwright_reader;
grant select on dw_sales_line to demandwright_reader;
grant select on dw_item to demandwright_reader;
grant select on dw_site to demandwright_reader;
grant select on dw_stock_level to demandwright_reader;
grant select on dw_stock_ledger to demandwright_reader;
grant select on dw_open_supply to demandwright_reader;
grant select on dw_purchase_receipt to demandwright_reader;
grant select on dw_reorder_rule to demandwright_reader;
grant select on dw_price to demandwright_reader;
grant select on dw_promotion to demandwright_reader;
grant select on dw_calendar to demandwright_reader;
grant select on dw_kit_component to demandwright_reader;
grant select on dw_adapter to demandwright_reader;
-- Where the ERP has them, dw_exchange_rate and what came with contract 3 (grants-since-3.sql):
-- grant select on dw_exchange_rate to demandwright_reader;
