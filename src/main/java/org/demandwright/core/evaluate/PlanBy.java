package org.demandwright.core.evaluate;

import java.util.Arrays;
import java.util.Optional;
import org.demandwright.core.demand.DemandSeries;

/**
 * What a planner may go by where a forecast is not recommended: how much goes a period, and between
 * what the demand of some periods in a row lay.
 *
 * <ul>
 *   <li>The rate is the mean of all observed demand since the first sale, {@link FlatGuess}: the
 *       very guess that no method beat.
 *   <li>Minimum and maximum are the 10 % and 90 % quantiles (linear between order statistics) of
 *       the sums over all windows of {@code periods} periods in a row in which the item could be
 *       bought throughout. Nothing is assumed of the demand but that it goes on as it went.
 *   <li>A window is as long as the horizon, but at most half of the history since the first sale:
 *       so there are windows to compare, and no sum is extrapolated. It is halved until stock-outs
 *       leave one.
 *   <li>One period with demand tells no rate: how long it took until then is not known. Then the
 *       minimum is 0 and the maximum that demand.
 * </ul>
 *
 * <p>Worked: demand 4, 0, 2, 0, 6, 0 and a horizon of 2 give the rate 2; the sums of two periods
 * are 4, 2, 2, 6, 6, so that the minimum is 2 and the maximum 6.
 *
 * <p>References: Porras &amp; Dekker (2008), <i>An inventory control system for spare parts at a
 * refinery</i>, EJOR 184, for minimum and maximum from overlapping windows; Boylan &amp; Babai
 * (2016), <i>On the performance of overlapping and non-overlapping temporal demand aggregation
 * approaches</i>, IJPE 181.
 *
 * @param rate base units a period, empty where one period alone had demand
 * @param periods length of the windows, at least 1
 * @param min base units in so many periods, at least 0
 * @param max likewise, at least {@code min}
 */
public record PlanBy(Optional<Double> rate, int periods, double min, double max) {
  private static final double LOW = 0.1;
  private static final double HIGH = 0.9;

  public PlanBy {
    if (periods < 1 || !(rate.orElse(0.0) >= 0) || !(0 <= min && min <= max)) {
      throw new IllegalArgumentException(
          "rate %s, %d periods, from %s to %s".formatted(rate, periods, min, max));
    }
  }

  /**
   * Returns what to plan a series by.
   *
   * @param demand as the models saw it
   * @param horizon periods that would be forecast
   * @return empty where no demand was observed at all
   */
  public static Optional<PlanBy> of(DemandSeries demand, int horizon) {
    int first = firstSale(demand);
    if (first == demand.size()) {
      return Optional.empty();
    }
    int sales = 0;
    for (int t = first; t < demand.size(); t++) {
      sales += demand.observed(t) && demand.units().get(t) > 0 ? 1 : 0;
    }
    if (sales == 1) {
      return Optional.of(new PlanBy(Optional.empty(), 1, 0, demand.units().get(first)));
    }
    int length = Math.max(1, Math.min(horizon, (demand.size() - first) / 2));
    double[] sums = sums(demand, first, length);
    while (sums.length == 0) {
      length = length / 2; // a window of one period is there: that of the first sale
      sums = sums(demand, first, length);
    }
    Arrays.sort(sums);
    double rate = FlatGuess.forecast(demand, 1).get(0);
    return Optional.of(
        new PlanBy(Optional.of(rate), length, quantile(sums, LOW), quantile(sums, HIGH)));
  }

  private static int firstSale(DemandSeries demand) {
    int t = 0;
    while (t < demand.size() && !(demand.observed(t) && demand.units().get(t) > 0)) {
      t++;
    }
    return t;
  }

  /** The sums over all windows of this length without a stock-out. */
  private static double[] sums(DemandSeries demand, int first, int length) {
    double[] sums = new double[Math.max(0, demand.size() - first - length + 1)];
    int n = 0;
    for (int from = first; from + length <= demand.size(); from++) {
      double sum = 0;
      boolean whole = true;
      for (int t = from; t < from + length; t++) {
        sum += demand.units().get(t);
        whole &= demand.observed(t);
      }
      if (whole) {
        sums[n++] = sum;
      }
    }
    return Arrays.copyOf(sums, n);
  }

  private static double quantile(double[] sorted, double level) {
    double position = level * (sorted.length - 1);
    int below = (int) position;
    int above = Math.min(below + 1, sorted.length - 1);
    return sorted[below] + (position - below) * (sorted[above] - sorted[below]);
  }
}
