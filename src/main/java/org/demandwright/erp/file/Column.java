package org.demandwright.erp.file;

/** What a column of a file can mean. */
enum Column {
  ORG,
  DOCUMENT,
  LINE_NO,
  KIND,
  ORDER_DATE,
  DEMAND_DATE,
  ITEM,
  ITEM_NAME,
  CATEGORY,
  SITE,
  CUSTOMER,
  CHANNEL,
  QUANTITY,
  UOM,
  UNIT_PRICE,
  NET_AMOUNT,
  CURRENCY,
  ON_PROMOTION,
  EXCLUDED_BECAUSE,
  STATUS,
  CHANGED_AT,
  /** Known, and of no use to forecasting. */
  IGNORED
}
