package org.demandwright.core.decide;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Objects;

/**
 * What is on its way to a site.
 *
 * @param id by which it is known, such as the order's line
 * @param kind what it is
 * @param due day of arrival as it stands now; what is overdue is taken to arrive on the next day on
 *     which one can receive after today
 * @param quantity base units that have not arrived, above 0
 */
public record OpenSupply(String id, Kind kind, LocalDate due, BigDecimal quantity) {
  /** What is on its way. */
  public enum Kind {
    /** A purchase order that the ERP knows. */
    PURCHASE,
    /** Stock of another site. */
    TRANSFER,
    /**
     * A suggestion that was accepted and is not among the ERP's orders yet: it counts as ordered,
     * so that tomorrow does not suggest it again.
     */
    ACCEPTED
  }

  public OpenSupply {
    Objects.requireNonNull(id, "id");
    Objects.requireNonNull(kind, "kind");
    Objects.requireNonNull(due, "due");
    if (quantity.signum() <= 0) {
      throw new IllegalArgumentException(
          "open supply %s of %s units; leave out what has arrived".formatted(id, quantity));
    }
  }
}
