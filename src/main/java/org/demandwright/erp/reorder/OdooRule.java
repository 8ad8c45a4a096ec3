package org.demandwright.erp.reorder;

import java.math.BigDecimal;
import java.time.LocalDateTime;
import java.util.Objects;
import java.util.Optional;
import org.demandwright.core.decide.ReorderLevels;

/**
 * A reordering rule of Odoo that is in force.
 *
 * @param id its own key
 * @param place of which product in which warehouse of which company
 * @param minimum as Odoo keeps it
 * @param maximum as Odoo keeps it; what lies below the minimum counts as the minimum
 * @param stamp when it was changed last, UTC; empty where Odoo does not say
 */
public record OdooRule(
    long id, Place place, BigDecimal minimum, BigDecimal maximum, Optional<LocalDateTime> stamp) {
  /** A product in a warehouse of a company, by Odoo's keys. */
  public record Place(long company, long product, long warehouse) {}

  public OdooRule {
    Objects.requireNonNull(place, "place");
    Objects.requireNonNull(stamp, "stamp");
  }

  /** Returns the levels by which Odoo orders. */
  public ReorderLevels levels() {
    return new ReorderLevels(minimum, maximum.max(minimum));
  }

  /** Returns whether it is what somebody left: to the unit, and not touched since. */
  public boolean isStill(BigDecimal leftMinimum, BigDecimal leftMaximum, LocalDateTime leftAt) {
    return minimum.compareTo(leftMinimum) == 0
        && maximum.compareTo(leftMaximum) == 0
        && stamp.equals(Optional.ofNullable(leftAt));
  }
}
