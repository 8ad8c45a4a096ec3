package org.demandwright.core.intake;

import java.math.BigDecimal;
import java.time.LocalDate;

/** What a row claims that is to be a sales line, as it came: any of it may be null. */
public interface BookedRow {
  String lineId();

  String lineKind();

  String orgId();

  LocalDate orderDate();

  LocalDate bookedOn();

  String itemId();

  BigDecimal quantity();

  String uomId();

  /**
   * Returns the day on which the line was ordered, or for which it is wanted where none is known.
   */
  default LocalDate orderDay() {
    return orderDate() == null ? bookedOn() : orderDate();
  }
}
