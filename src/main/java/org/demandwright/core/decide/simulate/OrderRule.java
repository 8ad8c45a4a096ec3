package org.demandwright.core.decide.simulate;

import java.math.BigDecimal;

/** A way of ordering one item for one site. */
@FunctionalInterface
public interface OrderRule {
  /**
   * Returns how much is wanted this morning, base units, at least 0; 0 = nothing is ordered. It is
   * then raised to what the vendor takes: minimum, multiple and whole purchase units.
   */
  BigDecimal need(Morning morning);
}
