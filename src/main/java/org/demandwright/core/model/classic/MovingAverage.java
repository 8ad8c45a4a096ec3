package org.demandwright.core.model.classic;

import java.util.Arrays;
import org.demandwright.core.Outcome;
import org.demandwright.core.feature.History;
import org.demandwright.core.model.Capabilities;
import org.demandwright.core.model.FittedModel;
import org.demandwright.core.model.ForecastModel;
import org.demandwright.core.model.ModelSpec;

/**
 * The mean of the last observed periods, flat.
 *
 * <p>Parameter: {@code window}, default 13 observed periods; of a shorter history all are taken.
 * Worked example: 2, 4, 6 with window 2 gives 5, and the fitted values 2, 3.
 *
 * <p>Reference: S. Makridakis, S. C. Wheelwright and R. J. Hyndman, Forecasting: methods and
 * applications, 3rd ed. 1998, section 4/2.
 */
public final class MovingAverage implements ForecastModel {
  /** Observed periods that are averaged: a quarter of a year of weeks. */
  static final int DEFAULT_WINDOW = 13;

  private static final Capabilities CAPABILITIES = new Capabilities(1, 0, true);

  @Override
  public String id() {
    return "MovingAverage";
  }

  @Override
  public Capabilities capabilities() {
    return CAPABILITIES;
  }

  @Override
  public Outcome<FittedModel> fit(ModelSpec spec, History history) {
    int window = (int) spec.number("window", DEFAULT_WINDOW);
    if (window < 1) {
      throw new IllegalArgumentException(
          spec + ": window is " + window + "; it must be at least 1 period");
    }
    return Observations.of(this, spec, history).flatMap(y -> fit(y, window));
  }

  private Outcome<FittedModel> fit(Observations y, int window) {
    double[] fitted = new double[y.size()];
    double[] values = new double[y.count()];
    int count = 0;
    int start = 0;
    for (int i = 0; i < y.size(); i++) {
      fitted[i] = meanOfLast(values, count, window);
      start = count == 0 ? i + 1 : start;
      if (y.known(i)) {
        values[count++] = y.unit(i);
      }
    }
    double mean = meanOfLast(values, count, window);
    return ForecastFunction.of(id(), h -> mean, Arrays.copyOfRange(fitted, start, y.size()));
  }

  /** Sums anew each time: a running sum would leave the dust of values long gone. */
  private static double meanOfLast(double[] values, int count, int window) {
    int from = Math.max(0, count - window);
    double sum = 0;
    for (int i = from; i < count; i++) {
      sum += values[i];
    }
    return count == 0 ? 0 : sum / (count - from);
  }
}
