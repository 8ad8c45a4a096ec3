-- The tables and columns of iDempiere and ADempiere that their draft reads, made by reading; empty.
create table ad_client (ad_client_id numeric);
create table ad_org (ad_client_id numeric, ad_org_id numeric, isactive varchar(60), issummary varchar(60));
create table c_bpartner (c_bpartner_id numeric, ad_orgbp_id numeric);
create table c_currency (c_currency_id numeric, iso_code varchar(60));
create table c_uom (c_uom_id numeric, uomsymbol varchar(60), name varchar(60));
create table c_doctype (c_doctype_id numeric, docsubtypeso varchar(60), docbasetype varchar(60));
create table c_order (c_order_id numeric, ad_client_id numeric, ad_org_id numeric, issotrx varchar(60), docstatus varchar(60), documentno
  varchar(60), c_doctype_id numeric, c_doctypetarget_id numeric, c_bpartner_id numeric, isdropship varchar(60));
create table c_orderline (c_orderline_id numeric, c_order_id numeric, ad_client_id numeric, ad_org_id numeric, isactive varchar(60),
  m_product_id numeric, m_warehouse_id numeric, qtyordered numeric, qtylostsales numeric, qtydelivered numeric, priceactual numeric,
  pricelist numeric, discount numeric, c_currency_id numeric, dateordered timestamp, datepromised timestamp, updated timestamp);
create table c_invoice (c_invoice_id numeric, issotrx varchar(60), docstatus varchar(60), documentno varchar(60), c_doctype_id numeric,
  c_doctypetarget_id numeric, c_bpartner_id numeric, dateinvoiced timestamp, reversal_id numeric, c_currency_id numeric);
create table c_invoiceline (c_invoiceline_id numeric, c_invoice_id numeric, ad_client_id numeric, ad_org_id numeric, m_product_id numeric,
  c_orderline_id numeric, m_inoutline_id numeric, m_rmaline_id numeric, qtyinvoiced numeric, priceactual numeric, pricelist numeric, updated
  timestamp);
create table m_inout (m_inout_id numeric, issotrx varchar(60), movementtype varchar(60), docstatus varchar(60), documentno varchar(60),
  reversal_id numeric, movementdate timestamp, c_bpartner_id numeric, m_warehouse_id numeric, isdropship varchar(60));
create table m_inoutline (m_inoutline_id numeric, m_inout_id numeric, ad_client_id numeric, ad_org_id numeric, m_product_id numeric,
  movementqty numeric, m_rmaline_id numeric, c_orderline_id numeric, updated timestamp);
create table m_rmaline (m_rmaline_id numeric, m_inoutline_id numeric);
create table m_product (m_product_id numeric, ad_client_id numeric, ad_org_id numeric, value varchar(60), name varchar(60),
  m_product_category_id numeric, c_uom_id numeric, isactive varchar(60), discontinued varchar(60), producttype varchar(60), isbom
  varchar(60), isstocked varchar(60), updated timestamp);
create table m_product_po (m_product_id numeric, c_bpartner_id numeric, isactive varchar(60), iscurrentvendor varchar(60),
  deliverytime_promised numeric, order_min numeric, order_pack numeric, pricepo numeric, pricelist numeric, c_currency_id numeric);
create table m_warehouse (m_warehouse_id numeric, ad_client_id numeric, ad_org_id numeric, name varchar(60));
create table m_locator (m_locator_id numeric, m_warehouse_id numeric);
create table m_storageonhand (m_product_id numeric, m_locator_id numeric, qtyonhand numeric);
create table m_storage (m_product_id numeric, m_locator_id numeric, qtyonhand numeric, qtyreserved numeric);
create table m_storagereservation (m_product_id numeric, m_warehouse_id numeric, qty numeric, issotrx varchar(60));
create table m_transaction (m_transaction_id numeric, movementtype varchar(60), m_locator_id numeric, m_product_id numeric, movementdate
  timestamp, movementqty numeric);
create table m_replenish (m_product_id numeric, m_warehouse_id numeric, level_min numeric, level_max numeric, isactive varchar(60));
create table m_pricelist (m_pricelist_id numeric, ad_client_id numeric, issopricelist varchar(60), isdefault varchar(60), isactive
  varchar(60), c_currency_id numeric);
create table m_pricelist_version (m_pricelist_version_id numeric, m_pricelist_id numeric, isactive varchar(60), validfrom timestamp);
create table m_productprice (m_pricelist_version_id numeric, m_product_id numeric, pricelist numeric, isactive varchar(60));
create table c_nonbusinessday (ad_client_id numeric, ad_org_id numeric, date1 timestamp, name varchar(60), isactive varchar(60));
create table m_product_bom (m_product_id numeric, m_productbom_id numeric, bomqty numeric, isactive varchar(60));
create table pp_product_bom (pp_product_bom_id numeric, m_product_id numeric, isactive varchar(60), validfrom timestamp, validto timestamp);
create table pp_product_bomline (pp_product_bom_id numeric, m_product_id numeric, qtybom numeric, isactive varchar(60), componenttype
  varchar(60));
