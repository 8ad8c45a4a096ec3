-- The tables and columns of ERPNext that its draft reads, made by reading; empty.
create table `tabInstalled Application` (`app_name` varchar(140), `app_version` varchar(140));
create table `tabCompany` (`name` varchar(140), `default_currency` varchar(140), `default_holiday_list` varchar(140), primary key(name));
create table `tabWarehouse` (`name` varchar(140), `company` varchar(140), `warehouse_name` varchar(140), `is_group` decimal(21,9), primary
  key(name));
create table `tabCustomer` (`name` varchar(140), `is_internal_customer` decimal(21,9), primary key(name));
create table `tabItem` (`name` varchar(140), `item_code` varchar(140), `item_name` varchar(140), `item_group` varchar(140), `stock_uom`
  varchar(140), `disabled` decimal(21,9), `lead_time_days` decimal(21,9), `min_order_qty` decimal(21,9), `last_purchase_rate` decimal(21,9),
  `has_variants` decimal(21,9), `is_stock_item` decimal(21,9), `modified` datetime(6), primary key(name), key modified(modified));
create table `tabItem Default` (`parent` varchar(140), `company` varchar(140), `default_supplier` varchar(140), key parent(parent));
create table `tabProduct Bundle` (`name` varchar(140), `new_item_code` varchar(140), `docstatus` decimal(21,9), primary key(name));
create table `tabProduct Bundle Item` (`parent` varchar(140), `item_code` varchar(140), `qty` decimal(21,9), key parent(parent));
create table `tabItem Price` (`name` varchar(140), `item_code` varchar(140), `price_list` varchar(140), `currency` varchar(140),
  `price_list_rate` decimal(21,9), `valid_from` date, `valid_upto` date, `selling` decimal(21,9), `customer` varchar(140), `uom`
  varchar(140), primary key(name));
create table `tabPricing Rule` (`name` varchar(140), `title` varchar(140), `company` varchar(140), `warehouse` varchar(140), `valid_from`
  date, `valid_upto` date, `discount_percentage` decimal(21,9), `selling` decimal(21,9), `disable` decimal(21,9), `apply_on` varchar(140),
  `rate_or_discount` varchar(140), primary key(name));
create table `tabPricing Rule Item Code` (`name` varchar(140), `parent` varchar(140), `item_code` varchar(140), primary key(name), key
  parent(parent));
create table `tabHoliday` (`parent` varchar(140), `holiday_date` date, `description` varchar(140), `weekly_off` decimal(21,9), key
  parent(parent));
create table `tabBin` (`item_code` varchar(140), `warehouse` varchar(140), `actual_qty` decimal(21,9), `reserved_qty` decimal(21,9));
create table `tabStock Ledger Entry` (`name` varchar(140), `company` varchar(140), `item_code` varchar(140), `warehouse` varchar(140),
  `posting_date` date, `posting_time` varchar(140), `creation` datetime(6), `voucher_type` varchar(140), `actual_qty` decimal(21,9),
  `qty_after_transaction` decimal(21,9), `is_cancelled` decimal(21,9), primary key(name));
create table `tabPurchase Order` (`name` varchar(140), `company` varchar(140), `supplier` varchar(140), `docstatus` decimal(21,9), `status`
  varchar(140), `transaction_date` date, primary key(name));
create table `tabPurchase Order Item` (`name` varchar(140), `parent` varchar(140), `item_code` varchar(140), `warehouse` varchar(140), `qty`
  decimal(21,9), `received_qty` decimal(21,9), `conversion_factor` decimal(21,9), `schedule_date` date, primary key(name), key
  parent(parent));
create table `tabPurchase Receipt` (`name` varchar(140), `company` varchar(140), `supplier` varchar(140), `docstatus` decimal(21,9),
  `posting_date` date, `is_return` decimal(21,9), primary key(name));
create table `tabPurchase Receipt Item` (`name` varchar(140), `parent` varchar(140), `item_code` varchar(140), `warehouse` varchar(140),
  `stock_qty` decimal(21,9), `purchase_order` varchar(140), primary key(name), key parent(parent));
create table `tabItem Reorder` (`parent` varchar(140), `warehouse` varchar(140), `warehouse_reorder_level` decimal(21,9),
  `warehouse_reorder_qty` decimal(21,9), key parent(parent));
create table `tabSales Order` (`name` varchar(140), `company` varchar(140), `customer` varchar(140), `docstatus` decimal(21,9), `status`
  varchar(140), `transaction_date` date, `delivery_date` date, `set_warehouse` varchar(140), `currency` varchar(140), `modified`
  datetime(6), primary key(name), key modified(modified));
create table `tabSales Order Item` (`name` varchar(140), `parent` varchar(140), `item_code` varchar(140), `delivery_date` date, `warehouse`
  varchar(140), `stock_qty` decimal(21,9), `stock_uom` varchar(140), `conversion_factor` decimal(21,9), `delivered_qty` decimal(21,9),
  `net_rate` decimal(21,9), `price_list_rate` decimal(21,9), `net_amount` decimal(21,9), `is_free_item` decimal(21,9), `discount_percentage`
  decimal(21,9), `pricing_rules` varchar(140), `delivered_by_supplier` decimal(21,9), primary key(name), key parent(parent));
create table `tabDelivery Note` (`name` varchar(140), `company` varchar(140), `customer` varchar(140), `docstatus` decimal(21,9), `status`
  varchar(140), `posting_date` date, `is_return` decimal(21,9), `return_against` varchar(140), `currency` varchar(140), `modified`
  datetime(6), primary key(name), key modified(modified));
create table `tabDelivery Note Item` (`name` varchar(140), `parent` varchar(140), `item_code` varchar(140), `warehouse` varchar(140),
  `stock_qty` decimal(21,9), `stock_uom` varchar(140), `conversion_factor` decimal(21,9), `net_rate` decimal(21,9), `price_list_rate`
  decimal(21,9), `net_amount` decimal(21,9), `pricing_rules` varchar(140), `against_sales_order` varchar(140), `against_sales_invoice`
  varchar(140), `so_detail` varchar(140), primary key(name), key parent(parent));
create table `tabSales Invoice` (`name` varchar(140), `company` varchar(140), `customer` varchar(140), `docstatus` decimal(21,9), `status`
  varchar(140), `posting_date` date, `is_return` decimal(21,9), `return_against` varchar(140), `update_stock` decimal(21,9), `is_debit_note`
  decimal(21,9), `is_opening` varchar(140), `set_warehouse` varchar(140), `currency` varchar(140), `modified` datetime(6), primary
  key(name), key modified(modified));
create table `tabSales Invoice Item` (`name` varchar(140), `parent` varchar(140), `item_code` varchar(140), `warehouse` varchar(140),
  `stock_qty` decimal(21,9), `stock_uom` varchar(140), `conversion_factor` decimal(21,9), `net_rate` decimal(21,9), `price_list_rate`
  decimal(21,9), `net_amount` decimal(21,9), `is_free_item` decimal(21,9), `discount_percentage` decimal(21,9), `pricing_rules`
  varchar(140), `delivered_by_supplier` decimal(21,9), `sales_order` varchar(140), `delivery_note` varchar(140), `so_detail` varchar(140),
  primary key(name), key parent(parent));
create table `tabQuotation` (`name` varchar(140), `company` varchar(140), `party_name` varchar(140), `docstatus` decimal(21,9), `status`
  varchar(140), `transaction_date` date, `currency` varchar(140), `modified` datetime(6), primary key(name), key modified(modified));
create table `tabQuotation Item` (`name` varchar(140), `parent` varchar(140), `item_code` varchar(140), `warehouse` varchar(140),
  `stock_qty` decimal(21,9), `stock_uom` varchar(140), `conversion_factor` decimal(21,9), `net_rate` decimal(21,9), `price_list_rate`
  decimal(21,9), `net_amount` decimal(21,9), primary key(name), key parent(parent));
