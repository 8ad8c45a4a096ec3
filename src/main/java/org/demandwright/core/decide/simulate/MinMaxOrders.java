package org.demandwright.core.decide.simulate;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Objects;
import java.util.function.Function;

/**
 * Orders by a minimum and a maximum, as ERPs do: once the inventory position is at the minimum or
 * below, up to the maximum.
 *
 * @param levels what counts in a morning
 */
public record MinMaxOrders(Function<Morning, Levels> levels) implements OrderRule {
  /**
   * The two.
   *
   * @param minimum base units, at least 0
   * @param maximum not below it
   */
  public record Levels(BigDecimal minimum, BigDecimal maximum) {
    public Levels {
      if (minimum.signum() < 0 || maximum.compareTo(minimum) < 0) {
        throw new IllegalArgumentException(
            "from a minimum of %s to a maximum of %s".formatted(minimum, maximum));
      }
    }
  }

  public MinMaxOrders {
    Objects.requireNonNull(levels, "levels");
  }

  /** Returns the rule that always has the same two. */
  public static MinMaxOrders fixed(BigDecimal minimum, BigDecimal maximum) {
    Levels same = new Levels(minimum, maximum);
    return new MinMaxOrders(morning -> same);
  }

  /**
   * Returns the rule with those of the ERP as they stood on each day.
   *
   * @param byDay what counted on a day
   */
  public static MinMaxOrders ofErp(Function<LocalDate, Levels> byDay) {
    return new MinMaxOrders(morning -> byDay.apply(morning.day()));
  }

  /** Returns the rule with both levels multiplied. */
  public MinMaxOrders times(BigDecimal factor) {
    return new MinMaxOrders(
        morning -> {
          Levels now = levels.apply(morning);
          return new Levels(now.minimum().multiply(factor), now.maximum().multiply(factor));
        });
  }

  @Override
  public BigDecimal need(Morning morning) {
    Levels now = levels.apply(morning);
    BigDecimal position = morning.position();
    return position.compareTo(now.minimum()) > 0
        ? BigDecimal.ZERO
        : now.maximum().subtract(position).max(BigDecimal.ZERO);
  }
}
