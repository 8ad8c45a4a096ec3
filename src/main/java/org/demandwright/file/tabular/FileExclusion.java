package org.demandwright.file.tabular;

/**
 * Why a row of a file is no demand, by the rules of its profile. The name is the reason under which
 * the row is kept.
 */
enum FileExclusion {
  ADJUSTMENT,
  NO_ITEM,
  NOT_A_PRODUCT,
  CANCELLATION_DOCUMENT,
  ZERO_QUANTITY,
  NEGATIVE_QUANTITY,
  NEGATIVE_PRICE,
  ZERO_PRICE
}
