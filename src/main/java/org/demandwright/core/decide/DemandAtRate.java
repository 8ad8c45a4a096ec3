package org.demandwright.core.decide;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.demandwright.core.DoubleVector;
import org.demandwright.core.demand.Period;
import org.demandwright.core.evaluate.PlanBy;
import org.demandwright.core.evaluate.TotalDemand;
import org.demandwright.core.evaluate.TotalLevels;
import org.demandwright.core.evaluate.TotalStep;

/**
 * Totals of a series that is not recommended to forecast, made of what it is planned by: its rate,
 * and the 10 and 90 % quantiles of what so many periods in a row wanted. Who plans by them has to
 * say so.
 *
 * <ul>
 *   <li>The mean of h periods is h times the rate.
 *   <li>Of other numbers of periods than those that were looked at, the distances of both quantiles
 *       from the mean grow with the root of the time.
 *   <li>Between 10 %, the middle (the mean, kept between both) and 90 % a quantile lies on the
 *       straight line, below on that from 0; above 90 % where the normal distribution with the same
 *       90 % quantile has it, as the totals of forecasts do beyond what was seen.
 * </ul>
 *
 * <p>Worked: a rate of 2 a week and 0 to 16 in four weeks have the mean 8 and the 90 % quantile 16
 * for four weeks, 2 and 2 + 8 · √¼ = 6 for one.
 */
public final class DemandAtRate {
  private static final double LOW = 0.1;
  private static final double MIDDLE = 0.5;
  private static final double HIGH = 0.9;

  private DemandAtRate() {}

  /**
   * Returns the totals.
   *
   * @param origin the first period
   * @param horizon periods
   * @return empty where a single period had demand, so that no rate is known
   */
  public static Optional<TotalDemand> totals(PlanBy by, Period origin, int horizon) {
    return by.rate().map(rate -> new TotalDemand(origin, steps(by, rate, horizon)));
  }

  private static List<TotalStep> steps(PlanBy by, double rate, int horizon) {
    List<TotalStep> steps = new ArrayList<>();
    double seen = rate * by.periods();
    for (int h = 1; h <= horizon; h++) {
      double mean = rate * h;
      double root = Math.sqrt((double) h / by.periods());
      double low = Math.max(0, mean + root * (by.min() - seen));
      double high = Math.max(low, mean + root * (by.max() - seen));
      TotalStep step = step(mean, low, high);
      steps.add(steps.isEmpty() ? step : step.notBelow(steps.get(h - 2)));
    }
    return steps;
  }

  private static TotalStep step(double mean, double low, double high) {
    double middle = Math.min(high, Math.max(low, mean));
    double[] quantiles = new double[TotalLevels.COUNT];
    double nothing = 0;
    for (int i = 0; i < quantiles.length; i++) {
      double level = TotalLevels.ALL.get(i);
      if (level <= LOW) {
        quantiles[i] = low * level / LOW;
      } else if (level <= MIDDLE) {
        quantiles[i] = low + (middle - low) * (level - LOW) / (MIDDLE - LOW);
      } else if (level <= HIGH) {
        quantiles[i] = middle + (high - middle) * (level - MIDDLE) / (HIGH - MIDDLE);
      } else {
        double normal = TotalLevels.NORMAL.get(i) / TotalLevels.NORMAL.get(TotalLevels.P90);
        quantiles[i] = middle + (high - middle) * normal;
      }
      if (i > 0) {
        quantiles[i] = Math.max(quantiles[i - 1], quantiles[i]); // the dust of arithmetic
      }
      nothing = quantiles[i] == 0 ? level : nothing;
    }
    return new TotalStep(mean, nothing, DoubleVector.of(quantiles));
  }
}
