-- A made-up company in tables named as OFBiz names them, with the columns that the views read and no others.
create table product_type (product_type_id text primary key, is_physical text);
create table product (product_id text primary key, product_type_id text, internal_name text, product_name text, primary_product_category_id text,
  quantity_uom_id text, is_virtual text, sales_discontinuation_date timestamptz, last_updated_stamp timestamptz);
create table product_store (product_store_id text primary key, pay_to_party_id text, inventory_facility_id text, default_currency_uom_id text);
create table product_price (product_id text, product_price_type_id text, product_price_purpose_id text, currency_uom_id text, product_store_group_id text,
  from_date timestamptz, thru_date timestamptz, price numeric(18,3));
create table product_assoc (product_id text, product_id_to text, product_assoc_type_id text, from_date timestamptz, thru_date timestamptz, quantity numeric(18,6));
create table product_facility (product_id text, facility_id text, minimum_stock numeric(18,6), reorder_quantity numeric(18,6));
create table supplier_product (product_id text, party_id text, available_from_date timestamptz, available_thru_date timestamptz, supplier_pref_order_id text,
  standard_lead_time_days numeric(18,6), minimum_order_quantity numeric(18,6), order_qty_increments numeric(18,6), last_price numeric(18,3), currency_uom_id text);
create table facility (facility_id text primary key, owner_party_id text, facility_name text);
create table order_header (order_id text primary key, order_type_id text, status_id text, order_date timestamptz, product_store_id text, origin_facility_id text,
  sales_channel_enum_id text, currency_uom text);
create table order_item (order_id text, order_item_seq_id text, order_item_type_id text, product_id text, is_promo text, quantity numeric(18,6),
  cancel_quantity numeric(18,6), unit_price numeric(18,2), unit_list_price numeric(18,2), status_id text, estimated_ship_date timestamptz,
  estimated_delivery_date timestamptz, last_updated_stamp timestamptz, primary key (order_id, order_item_seq_id));
create table order_role (order_id text, party_id text, role_type_id text);
create table order_item_ship_group (order_id text, ship_group_seq_id text, facility_id text, supplier_party_id text);
create table order_item_ship_group_assoc (order_id text, order_item_seq_id text, ship_group_seq_id text, quantity numeric(18,6), cancel_quantity numeric(18,6));
create table order_adjustment (order_adjustment_id text, order_adjustment_type_id text, order_id text, order_item_seq_id text, amount numeric(18,3));
create table item_issuance (item_issuance_id text, order_id text, order_item_seq_id text, quantity numeric(18,6), cancel_quantity numeric(18,6));
create table return_header (return_id text primary key, return_header_type_id text, status_id text, from_party_id text, to_party_id text, entry_date timestamptz,
  destination_facility_id text, currency_uom_id text);
create table return_item (return_id text, return_item_seq_id text, product_id text, order_id text, order_item_seq_id text, status_id text,
  return_quantity numeric(18,6), received_quantity numeric(18,6), return_price numeric(18,2), last_updated_stamp timestamptz);
create table invoice (invoice_id text primary key, invoice_type_id text, status_id text, party_id_from text, party_id text, invoice_date timestamptz, currency_uom_id text);
create table invoice_item (invoice_id text, invoice_item_seq_id text, invoice_item_type_id text, product_id text, inventory_item_id text, quantity numeric(18,6),
  amount numeric(18,3), last_updated_stamp timestamptz);
create table order_item_billing (order_id text, order_item_seq_id text, invoice_id text, invoice_item_seq_id text);
create table inventory_item (inventory_item_id text primary key, product_id text, owner_party_id text, facility_id text, status_id text,
  quantity_on_hand_total numeric(18,6), available_to_promise_total numeric(18,6), lot_id text, expire_date timestamptz);
create table party (party_id text primary key, description text);
create table party_group (party_id text primary key, group_name text);
create table inventory_item_detail (inventory_item_id text, inventory_item_detail_seq_id text, effective_date timestamptz, quantity_on_hand_diff numeric(18,6),
  available_to_promise_diff numeric(18,6), order_id text, item_issuance_id text, receipt_id text, return_id text);
create table shipment_receipt (receipt_id text, inventory_item_id text, order_id text, order_item_seq_id text, datetime_received timestamptz,
  quantity_accepted numeric(18,6));

insert into product_type values ('FINISHED_GOOD', 'Y'), ('SERVICE', 'N'), ('DIGITAL_GOOD', 'N'), ('ASSET_USAGE', 'Y'), ('MARKETING_PKG_PICK', 'Y');
insert into product values
  ('TEA', 'FINISHED_GOOD', 'Tea', null, 'DRINKS', null, 'N', null, '2024-01-01 00:00:00+00'),
  ('CUP', 'FINISHED_GOOD', null, 'Cup', null, 'WT_g', 'N', '2020-01-01 00:00:00+00', '2024-01-01 00:00:00+00'),
  ('GIFTBOX', 'MARKETING_PKG_PICK', 'Tea and cups', null, null, null, 'N', null, '2024-01-01 00:00:00+00'),
  ('CUPBOARD', 'FINISHED_GOOD', 'Made of parts, not a kit', null, null, null, 'N', null, '2024-01-01 00:00:00+00'),
  ('COURSE', 'SERVICE', 'Tea course', null, null, null, 'N', null, '2024-01-01 00:00:00+00'),
  ('ROOM', 'ASSET_USAGE', 'Room by the day', null, null, null, 'N', null, '2024-01-01 00:00:00+00');
insert into product_assoc values
  ('GIFTBOX', 'TEA', 'MANUF_COMPONENT', '2020-01-01 00:00:00+00', null, 1), ('GIFTBOX', 'CUP', 'MANUF_COMPONENT', '2020-01-01 00:00:00+00', null, 2),
  ('GIFTBOX', 'CUPBOARD', 'MANUF_COMPONENT', '2020-01-01 00:00:00+00', '2021-01-01 00:00:00+00', 1), ('GIFTBOX', 'ROOM', 'PRODUCT_UPGRADE', '2020-01-01 00:00:00+00', null, 1),
  ('CUPBOARD', 'CUP', 'MANUF_COMPONENT', '2020-01-01 00:00:00+00', null, 6);
insert into product_store values ('WEB', 'HOUSE', 'EAST', 'USD'), ('SHOP', 'HOUSE', 'WEST', 'USD'), ('RENT', 'HOUSE', 'EAST', 'EUR'), ('SISTER', 'SISTER', 'ABROAD', 'EUR');
insert into facility values ('EAST', 'HOUSE', 'East'), ('WEST', 'HOUSE', 'West'), ('ABROAD', 'SISTER', 'Abroad');
insert into product_price values
  ('TEA', 'DEFAULT_PRICE', 'PURCHASE', 'USD', '_NA_', '2023-01-01 12:00:00+00', null, 10), ('TEA', 'DEFAULT_PRICE', 'PURCHASE', 'USD', '_NA_', '2024-01-01 12:00:00+00', null, 12),
  ('TEA', 'DEFAULT_PRICE', 'PURCHASE', 'EUR', '_NA_', '2024-01-01 12:00:00+00', null, 11), ('TEA', 'AVERAGE_COST', 'PURCHASE', 'USD', '_NA_', '2024-01-01 12:00:00+00', null, 4),
  ('TEA', 'PROMO_PRICE', 'PURCHASE', 'USD', '_NA_', '2024-03-01 12:00:00+00', '2024-03-11 05:00:00+00', 9);
insert into product_facility values ('TEA', 'EAST', 20, 100);
insert into supplier_product values
  ('TEA', 'FARM', '2020-01-01 00:00:00+00', null, '10_MAIN_SUPPL', 21, 50, 10, 4, 'USD'), ('TEA', 'OLDFARM', '2020-01-01 00:00:00+00', '2021-01-01 00:00:00+00', '05', 1, 1, 1, 1, 'USD'),
  -- more is cheaper, still more is not
  ('TEA', 'FARM', '2020-01-01 00:00:00+00', null, '10_MAIN_SUPPL', 21, 200, 10, 3.5, 'USD'), ('TEA', 'FARM', '2020-01-01 00:00:00+00', null, '10_MAIN_SUPPL', 21, 300, 10, 4, 'USD');
insert into party values ('FARM', 'The farm'), ('OLDFARM', null);
insert into party_group values ('OLDFARM', 'The old farm');

-- 03:30 UTC on 2 January is still 1 January in New York.
insert into order_header values
  ('S1', 'SALES_ORDER', 'ORDER_APPROVED', '2024-01-02 03:30:00+00', 'WEB', null, 'WEB_SALES_CHANNEL', 'USD'),
  ('S2', 'SALES_ORDER', 'ORDER_CREATED', '2024-01-03 15:00:00+00', 'WEB', null, null, 'USD'),
  ('S3', 'SALES_ORDER', 'ORDER_CANCELLED', '2024-01-03 15:00:00+00', 'WEB', null, null, 'USD'),
  ('S4', 'SALES_ORDER', 'ORDER_COMPLETED', '2024-01-04 15:00:00+00', 'WEB', 'WEST', null, 'USD'),
  ('S5', 'SALES_ORDER', 'ORDER_APPROVED', '2024-01-05 15:00:00+00', 'SISTER', null, null, 'EUR'),
  ('P1', 'PURCHASE_ORDER', 'ORDER_APPROVED', '2024-01-02 15:00:00+00', null, null, null, 'USD'),
  ('P2', 'PURCHASE_ORDER', 'ORDER_CREATED', '2024-01-02 15:00:00+00', null, null, null, 'USD');
insert into order_role values
  ('S1', 'ANNA', 'BILL_TO_CUSTOMER'), ('S1', 'HOUSE', 'BILL_FROM_VENDOR'), ('S2', 'ANNA', 'BILL_TO_CUSTOMER'), ('S3', 'ANNA', 'BILL_TO_CUSTOMER'),
  ('S4', 'BERT', 'BILL_TO_CUSTOMER'), ('S5', 'HOUSE', 'BILL_TO_CUSTOMER'),
  ('P1', 'HOUSE', 'BILL_TO_CUSTOMER'), ('P1', 'FARM', 'BILL_FROM_VENDOR'), ('P2', 'HOUSE', 'BILL_TO_CUSTOMER'), ('P2', 'FARM', 'BILL_FROM_VENDOR');
insert into order_item (order_id, order_item_seq_id, order_item_type_id, product_id, is_promo, quantity, cancel_quantity, unit_price, unit_list_price, status_id,
  estimated_delivery_date, last_updated_stamp) values
  ('S1', '01', 'PRODUCT_ORDER_ITEM', 'TEA', null, 10, 4, 12, 15, 'ITEM_APPROVED', '2024-01-10 15:00:00+00', '2024-01-02 04:00:00+00'),
  ('S1', '02', 'PRODUCT_ORDER_ITEM', 'CUP', 'Y', 1, null, 5, 0, 'ITEM_APPROVED', null, '2024-01-02 04:00:00+00'),
  ('S1', '03', 'PRODUCT_ORDER_ITEM', 'CUP', null, 3, 3, 5, 0, 'ITEM_APPROVED', null, '2024-01-02 04:00:00+00'),
  ('S1', '04', 'PRODUCT_ORDER_ITEM', 'CUP', null, 2, null, 5, 0, 'ITEM_CANCELLED', null, '2024-01-02 04:00:00+00'),
  ('S1', '05', 'PRODUCT_ORDER_ITEM', 'COURSE', null, 1, null, 99, 0, 'ITEM_APPROVED', null, '2024-01-02 04:00:00+00'),
  ('S1', '06', 'RENTAL_ORDER_ITEM', 'ROOM', null, 1, null, 99, 0, 'ITEM_APPROVED', null, '2024-01-02 04:00:00+00'),
  ('S1', '07', 'WORK_ORDER_ITEM', null, null, 1, null, 20, 0, 'ITEM_APPROVED', null, '2024-01-02 04:00:00+00'),
  ('S1', '08', 'PRODUCT_ORDER_ITEM', 'GIFTBOX', null, 2, null, 30, 0, 'ITEM_APPROVED', null, '2024-01-02 04:00:00+00'),
  ('S2', '01', 'PRODUCT_ORDER_ITEM', 'TEA', null, 7, null, 12, 0, 'ITEM_CREATED', null, '2024-01-03 16:00:00+00'),
  ('S3', '01', 'PRODUCT_ORDER_ITEM', 'TEA', null, 8, null, 12, 0, 'ITEM_APPROVED', null, '2024-01-03 16:00:00+00'),
  ('S4', '01', 'PRODUCT_ORDER_ITEM', 'TEA', null, 5, null, 12, 0, 'ITEM_COMPLETED', null, '2024-01-04 16:00:00+00'),
  ('S4', '02', 'PRODUCT_ORDER_ITEM', 'CUP', null, 4, null, 5, 0, 'ITEM_COMPLETED', null, '2024-01-04 16:00:00+00'),
  ('S5', '01', 'PRODUCT_ORDER_ITEM', 'TEA', null, 100, null, 8, 0, 'ITEM_APPROVED', null, '2024-01-05 16:00:00+00'),
  ('P1', '01', 'PRODUCT_ORDER_ITEM', 'TEA', null, 60, 10, 4, 0, 'ITEM_APPROVED', '2024-02-01 15:00:00+00', '2024-01-02 16:00:00+00'),
  ('P2', '01', 'PRODUCT_ORDER_ITEM', 'TEA', null, 60, null, 4, 0, 'ITEM_CREATED', null, '2024-01-02 16:00:00+00');
insert into order_item_ship_group values ('S1', '01', 'EAST', null), ('S1', '02', 'WEST', null), ('S4', '01', null, 'FARM'), ('P1', '01', 'EAST', null);
insert into order_item_ship_group_assoc values
  ('S1', '01', '01', 2, null), ('S1', '01', '02', 8, 4), ('S1', '02', '01', 1, null), ('S4', '02', '01', 4, null);
insert into order_adjustment values
  ('A1', 'PROMOTION_ADJUSTMENT', 'S1', '01', -12), ('A2', 'SALES_TAX', 'S1', '01', 9), ('A3', 'PROMOTION_ADJUSTMENT', 'S1', '02', -5),
  ('A4', 'PROMOTION_ADJUSTMENT', 'S1', '_NA_', -10);
insert into item_issuance values ('I1', 'S1', '01', 5, 1), ('I2', 'S4', '01', 5, null);

insert into return_header values
  ('R1', 'CUSTOMER_RETURN', 'RETURN_RECEIVED', 'ANNA', 'HOUSE', '2024-02-01 15:00:00+00', 'EAST', 'USD'),
  ('R2', 'CUSTOMER_RETURN', 'RETURN_REQUESTED', 'BERT', 'HOUSE', '2024-02-02 15:00:00+00', 'EAST', 'USD'),
  ('R3', 'CUSTOMER_RETURN', 'RETURN_CANCELLED', 'BERT', 'HOUSE', '2024-02-03 15:00:00+00', 'EAST', 'USD'),
  ('R4', 'VENDOR_RETURN', 'RETURN_COMPLETED', 'HOUSE', 'FARM', '2024-02-04 15:00:00+00', 'EAST', 'USD'),
  ('R5', 'CUSTOMER_RETURN', 'RETURN_ACCEPTED', 'CARL', 'HOUSE', '2024-02-05 15:00:00+00', 'EAST', 'USD');
insert into return_item values
  ('R1', '01', 'TEA', 'S1', '01', 'RETURN_RECEIVED', 3, 2, 10, '2024-02-01 16:00:00+00'),
  ('R1', '02', null, 'S1', null, 'RETURN_RECEIVED', 1, null, 7, '2024-02-01 16:00:00+00'),
  ('R2', '01', 'TEA', 'S4', '01', 'RETURN_REQUESTED', 1, null, 12, '2024-02-02 16:00:00+00'),
  ('R3', '01', 'TEA', 'S4', '01', 'RETURN_CANCELLED', 1, null, 12, '2024-02-03 16:00:00+00'),
  ('R4', '01', 'TEA', null, null, 'RETURN_COMPLETED', 9, 9, 4, '2024-02-04 16:00:00+00'),
  ('R5', '01', 'CUP', null, null, 'RETURN_ACCEPTED', 2, null, 5, '2024-02-05 16:00:00+00');

insert into invoice values
  ('V1', 'SALES_INVOICE', 'INVOICE_SENT', 'HOUSE', 'ANNA', '2024-01-11 15:00:00+00', 'USD'),
  ('V2', 'SALES_INVOICE', 'INVOICE_PAID', 'HOUSE', 'CARL', '2024-01-12 15:00:00+00', 'USD'),
  ('V3', 'SALES_INVOICE', 'INVOICE_CANCELLED', 'HOUSE', 'CARL', '2024-01-13 15:00:00+00', 'USD'),
  ('V4', 'SALES_INVOICE', 'INVOICE_IN_PROCESS', 'HOUSE', 'CARL', '2024-01-14 15:00:00+00', 'USD'),
  ('V5', 'SALES_INVOICE', 'INVOICE_READY', 'HOUSE', 'SISTER', '2024-01-15 15:00:00+00', 'USD'),
  ('V6', 'CUST_RTN_INVOICE', 'INVOICE_PAID', 'HOUSE', 'ANNA', '2024-02-01 15:00:00+00', 'USD'),
  ('V7', 'PURCHASE_INVOICE', 'INVOICE_PAID', 'FARM', 'HOUSE', '2024-02-01 15:00:00+00', 'USD');
insert into invoice_item values
  ('V1', '01', 'INV_FPROD_ITEM', 'TEA', null, 4, 12, '2024-01-11 16:00:00+00'),
  ('V1', '02', 'ITM_SALES_TAX', null, null, 1, 6, '2024-01-11 16:00:00+00'),
  ('V2', '01', 'INV_FPROD_ITEM', 'TEA', 'STOCK1', 2, 12, '2024-01-12 16:00:00+00'),
  ('V2', '02', 'INV_FPROD_ITEM', 'CUP', null, null, 5, '2024-01-12 16:00:00+00'),
  ('V2', '03', 'ITM_PROMOTION_ADJ', 'TEA', null, 1, -3, '2024-01-12 16:00:00+00'),
  ('V3', '01', 'INV_FPROD_ITEM', 'TEA', null, 9, 12, '2024-01-13 16:00:00+00'),
  ('V4', '01', 'INV_FPROD_ITEM', 'TEA', null, 9, 12, '2024-01-14 16:00:00+00'),
  ('V5', '01', 'INV_FPROD_ITEM', 'TEA', null, 9, 12, '2024-01-15 16:00:00+00'),
  ('V6', '01', 'CRT_FPROD_ITEM', 'TEA', null, 2, 10, '2024-02-01 16:00:00+00'),
  ('V7', '01', 'PINV_FPROD_ITEM', 'TEA', null, 50, 4, '2024-02-01 16:00:00+00');
insert into order_item_billing values ('S1', '01', 'V1', '01');

insert into inventory_item values
  ('STOCK1', 'TEA', 'HOUSE', 'WEST', null, 6, 4), ('STOCK2', 'TEA', 'HOUSE', 'EAST', null, null, null), ('BROKEN', 'TEA', 'HOUSE', 'EAST', 'INV_DEFECTIVE', 3, 3);
insert into inventory_item_detail values
  ('STOCK1', '10000', '2024-01-01 15:00:00+00', 10, 10, null, null, null, null),
  ('STOCK1', '10001', '2024-01-05 15:00:00+00', -4, 0, 'S1', 'I1', null, null),
  ('STOCK1', '10004', '2024-01-05 15:00:00+00', 0, -2, 'S1', null, null, null),
  ('STOCK2', '10002', '2024-01-20 15:00:00+00', 30, 30, 'P1', null, 'RC1', null),
  ('STOCK2', '10003', '2024-02-01 15:00:00+00', 2, 2, null, null, null, 'R1'),
  ('BROKEN', '10005', '2024-01-21 15:00:00+00', 3, 3, null, null, null, null);
update inventory_item set lot_id = 'L7', expire_date = '2024-12-01 03:00:00+00' where inventory_item_id = 'STOCK2';
insert into shipment_receipt values ('RC1', 'STOCK2', 'P1', '01', '2024-01-20 15:00:00+00', 30);

create table uom_conversion_dated (uom_id varchar(20), uom_id_to varchar(20), from_date timestamptz, thru_date timestamptz, conversion_factor double precision);
-- Two of one day, of which the later holds; one of kilogrammes, which are no money.
insert into uom_conversion_dated values
  ('EUR', 'USD', '2024-01-01 08:00+00', null, 1.1), ('EUR', 'USD', '2024-01-01 09:00+00', null, 1.125),
  ('EUR', 'USD', '2024-02-01 08:00+00', null, 1.2), ('WT_kg', 'WT_g', '2024-02-01 08:00+00', null, 1000);
