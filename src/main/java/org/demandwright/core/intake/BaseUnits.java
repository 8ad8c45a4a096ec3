package org.demandwright.core.intake;

import java.util.Optional;

/** The unit in which each item is counted. */
public interface BaseUnits {

  /**
   * Returns the base unit of an item, the empty text where none is named; empty for an item that is
   * not known.
   *
   * @param org company, empty where a row names none
   */
  Optional<String> of(String org, String item);

  /** Returns the base unit of the item of a row. */
  default Optional<String> of(BookedRow row) {
    return of(row.orgId() == null ? "" : row.orgId(), row.itemId());
  }

  /**
   * Returns whether a quantity in one unit counts in another: they are equal but for case, or one
   * of them is not known (null or empty).
   */
  static boolean same(String unit, String base) {
    return unit == null || unit.isEmpty() || base.isEmpty() || unit.equalsIgnoreCase(base);
  }
}
