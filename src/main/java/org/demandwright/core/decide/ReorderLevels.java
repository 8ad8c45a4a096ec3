package org.demandwright.core.decide;

import java.math.BigDecimal;
import java.util.Objects;

/**
 * Minimum and maximum by which an ERP orders by itself: below the minimum it orders up to the
 * maximum. Base units.
 *
 * @param maximum not below the minimum
 */
public record ReorderLevels(BigDecimal minimum, BigDecimal maximum) {
  public ReorderLevels {
    Objects.requireNonNull(minimum, "minimum");
    if (maximum.compareTo(minimum) < 0) {
      throw new IllegalArgumentException("a maximum %s below %s".formatted(maximum, minimum));
    }
  }

  /**
   * Returns the levels that order as a plan does. An ERP orders <em>below</em> its minimum and a
   * plan <em>at</em> its reorder point, which is one unit apart; by (R, S) whatever is missing of S
   * is ordered, and both levels are S.
   *
   * <p>Worked: (s, S) with s = 12 and S = 30 pieces is a minimum of 13 and a maximum of 30.
   *
   * @param unit the smallest quantity of the item
   */
  public static ReorderLevels of(StockPlan plan, BigDecimal unit) {
    BigDecimal minimum =
        plan.policy() == StockPolicy.ORDER_UP_TO ? plan.orderUpTo() : plan.reorderPoint().add(unit);
    return new ReorderLevels(minimum, plan.orderUpTo().max(minimum));
  }

  /** Returns whether both levels are the same, however many decimals they are written with. */
  public boolean isSame(ReorderLevels other) {
    return minimum.compareTo(other.minimum) == 0 && maximum.compareTo(other.maximum) == 0;
  }
}
