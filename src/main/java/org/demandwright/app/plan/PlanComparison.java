package org.demandwright.app.plan;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.demandwright.core.Quantity;
import org.demandwright.core.Words;
import org.demandwright.core.demand.Period;

/**
 * How the sums of two plans' published versions differ over the days that both cover: the whole
 * periods of the wider bucket ({@link org.demandwright.core.demand.CommonPeriods}).
 *
 * @param one the plan that is compared
 * @param other the plan that it is compared with
 * @param oneVersion what readers see of it
 * @param otherVersion what readers see of it
 * @param uom the unit of all items, empty where they have several
 * @param total over all series and periods; zeros where there is no common period
 * @param periods in their order, empty where the two have no whole period in common
 */
public record PlanComparison(
    String one,
    String other,
    long oneVersion,
    long otherVersion,
    Optional<String> uom,
    Sums total,
    List<OfPeriod> periods) {
  public PlanComparison {
    periods = List.copyOf(periods);
  }

  /**
   * Says how the totals differ.
   *
   * @param limitPercent the per cent of the other beyond which it is told
   */
  public Words words(int limitPercent) {
    return Words.of(
        "version.plans-differ",
        one,
        Quantity.words(total.one()),
        other,
        Quantity.words(total.other()),
        periods.get(0).period().start(),
        periods.get(periods.size() - 1).period().end().minusDays(1),
        total.percent().isPresent()
            ? Words.of("version.plans-differ.percent", percent(total.percent().getAsDouble()))
            : Words.of("version.plans-differ.nothing"),
        limitPercent);
  }

  private static BigDecimal percent(double share) {
    return BigDecimal.valueOf(share).setScale(0, RoundingMode.HALF_EVEN);
  }

  /**
   * What both say of the same.
   *
   * @param one base units
   * @param other base units
   */
  public record Sums(double one, double other) {
    public double difference() {
      return one - other;
    }

    /** Returns the difference in per cent of the other; empty where that is 0. */
    public OptionalDouble percent() {
      return other == 0 ? OptionalDouble.empty() : OptionalDouble.of(100 * difference() / other);
    }

    /** Returns whether the two differ by more than so many per cent of the other. */
    public boolean beyond(int limitPercent) {
      return Math.abs(difference()) > limitPercent / 100.0 * Math.abs(other);
    }
  }

  /** The sums of one period. */
  public record OfPeriod(Period period, Sums sums) {}
}
