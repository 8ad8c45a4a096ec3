-- The reader's rights on what came with contract 3, after grants.sql: run what is there. Columns of older views need none.
grant select on dw_purchase_line to demandwright_reader;
grant select on dw_vendor to demandwright_reader;
grant select on dw_supplier_terms to demandwright_reader;
grant select on dw_price_break to demandwright_reader;
grant select on dw_closed_day to demandwright_reader;
grant select on dw_transfer_lane to demandwright_reader;
grant select on dw_lot to demandwright_reader;
grant select on dw_open_demand to demandwright_reader;
