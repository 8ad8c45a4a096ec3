-- Takes every view of this adapter away, so that it can be installed anew. The ERP's tables are not touched.
drop view if exists dw_adapter, dw_calendar, dw_exchange_rate, dw_item, dw_kit_component, dw_open_demand, dw_open_supply, dw_price, dw_promotion,
  dw_purchase_receipt, dw_reorder_rule, dw_sales_line, dw_site, dw_stock_ledger, dw_stock_level, dw_purchase_line, dw_vendor,
  dw_supplier_terms, dw_price_break, dw_transfer_lane;
drop view if exists dw_tryton_terms;
drop view if exists dw_tryton_sale_line, dw_tryton_border_move, dw_tryton_vendor;
drop view if exists dw_tryton_kit_component, dw_tryton_ignored_move, dw_tryton_promoted_line, dw_tryton_supplier_price,
  dw_tryton_sale_stamp, dw_tryton_invoice_stamp, dw_tryton_place, dw_tryton_move, dw_tryton_item;
drop view if exists dw_tryton_product, dw_setting_sale, dw_setting_own_party, dw_setting_site;
drop view if exists dw_tryton_unit, dw_setting_company;
