package org.demandwright.core.plan;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.demandwright.core.DoubleVector;

/**
 * The figures of one series, as they become final while overrides are laid over them one by one.
 *
 * <p>A series that is not recommended to forecast begins without figures: readers see none of it.
 */
public final class FinalSeries {
  private final boolean usable;
  private final BigDecimal[] units;
  private final long[] overrides;

  /**
   * Begins with the baseline.
   *
   * @param mean base units of each period, ≥ 0
   */
  FinalSeries(DoubleVector mean, boolean usable) {
    this.usable = usable;
    this.units = new BigDecimal[mean.size()];
    this.overrides = new long[mean.size()];
    for (int i = 0; i < units.length; i++) {
      units[i] =
          usable
              ? BigDecimal.valueOf(mean.get(i)).setScale(Spread.DECIMALS, RoundingMode.HALF_EVEN)
              : BigDecimal.ZERO;
    }
  }

  /**
   * A step on which an override lies, or that follows one.
   *
   * @param step 1 … horizon
   * @param units final figure of the period; empty where no override lies on it, so that the
   *     baseline is final
   * @param total of the final figures from step 1 to this one; empty where one of them is missing
   * @param overrideId the topmost override of the period, empty where there is none
   */
  public record Step(
      int step,
      Optional<BigDecimal> units,
      Optional<BigDecimal> total,
      Optional<Long> overrideId) {}

  /** Returns the figure of a period so far; 0 where there is none. */
  BigDecimal at(int period) {
    return units[period];
  }

  void put(int period, BigDecimal figure, long overrideId) {
    units[period] = figure;
    overrides[period] = overrideId;
  }

  /** Returns the steps from the first on that an override lies on. */
  public List<Step> steps() {
    List<Step> steps = new ArrayList<>();
    BigDecimal total = BigDecimal.ZERO;
    boolean known = true;
    boolean begun = false;
    for (int i = 0; i < units.length; i++) {
      boolean overridden = overrides[i] != 0;
      begun |= overridden;
      known &= usable || overridden;
      total = total.add(units[i]);
      if (begun) {
        steps.add(
            new Step(
                i + 1,
                overridden ? Optional.of(units[i]) : Optional.empty(),
                known ? Optional.of(total) : Optional.empty(),
                overridden ? Optional.of(overrides[i]) : Optional.empty()));
      }
    }
    return steps;
  }

  @Override
  public String toString() {
    return Arrays.toString(units) + " by " + Arrays.toString(overrides);
  }
}
