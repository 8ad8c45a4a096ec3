-- Takes every view of this adapter away, so that it can be installed anew. The ERP's tables are not touched.
drop view if exists dw_adapter, dw_calendar, dw_closed_day, dw_exchange_rate, dw_item, dw_kit_component, dw_lot, dw_open_demand, dw_open_supply,
  dw_price, dw_price_break, dw_promotion, dw_purchase_line, dw_purchase_receipt, dw_reorder_rule, dw_sales_line, dw_site,
  dw_stock_ledger, dw_stock_level, dw_supplier_terms, dw_transfer_lane, dw_vendor;
drop view if exists dw_odoo_terms, dw_odoo_purchase_move, dw_odoo_purchaser, dw_odoo_shelf_life, dw_odoo_lot;
drop view if exists dw_odoo_order_line;
drop view if exists dw_odoo_kit, dw_odoo_linked_invoice_line, dw_odoo_drop_ship_template, dw_odoo_rewarded_order,
  dw_odoo_price_extra, dw_odoo_promotion, dw_odoo_place, dw_odoo_move, dw_odoo_invoice_line, dw_odoo_vendor, dw_odoo_name,
  dw_odoo_pricelist_name, dw_odoo_order_stamp;
drop view if exists dw_odoo_stored_move, dw_odoo_price_rule;
drop view if exists dw_odoo_drop_ship_route, dw_odoo_item;
drop view if exists dw_odoo_product, dw_setting_order, dw_setting_own_partner, dw_setting_site;
drop view if exists dw_setting_company;
