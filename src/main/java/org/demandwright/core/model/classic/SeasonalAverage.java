package org.demandwright.core.model.classic;

import java.util.Arrays;
import org.demandwright.core.Failure.Reason;
import org.demandwright.core.Outcome;
import org.demandwright.core.Words;
import org.demandwright.core.feature.History;
import org.demandwright.core.model.Capabilities;
import org.demandwright.core.model.FittedModel;
import org.demandwright.core.model.ForecastModel;
import org.demandwright.core.model.ModelSpec;

/**
 * The mean demand of the same period of the last seasons.
 *
 * <p>Formula: f(n + h) = mean of the newest observed y(n + h − k·m), k = 1, 2, …, at most {@code
 * window} of them (parameter, default 3). It refuses if a position of the season was never
 * observed; with m = 1 it is a moving average. Worked example: 1, 2, 3, 4, 5, 6 with m = 2 and
 * window 2 gives 4, 5, 4, …
 *
 * <p>Reference: S. Makridakis, S. C. Wheelwright and R. J. Hyndman, Forecasting: methods and
 * applications, 3rd ed. 1998, section 4/2.
 */
public final class SeasonalAverage implements ForecastModel {
  private static final int DEFAULT_WINDOW = 3;
  private static final Capabilities CAPABILITIES = new Capabilities(1, 1, true);

  @Override
  public String id() {
    return "SeasonalAverage";
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
          spec + ": window is " + window + "; it must be at least 1 season");
    }
    return Observations.of(this, spec, history).flatMap(y -> fit(y, window, history));
  }

  private Outcome<FittedModel> fit(Observations y, int window, History history) {
    int n = y.size();
    int m = y.season();
    double[] means = new double[n + m];
    int start = 0;
    for (int i = 0; i < n + m; i++) {
      means[i] = meanBefore(y, i, window);
      start = Double.isNaN(means[i]) ? i + 1 : start;
    }
    if (start > n) {
      return Outcome.failed(
          Reason.SHORT_HISTORY,
          Words.of(
              "failure.short.position",
              history.series().key(),
              id(),
              history.series().period(start - 1 - m)));
    }
    double level = Arrays.stream(means, n, n + m).average().orElseThrow();
    return ForecastFunction.of(
        id(),
        h -> means[n + (h - 1) % m],
        h -> new ForecastFunction.Parts(level, 0, means[n + (h - 1) % m] - level),
        Arrays.copyOfRange(means, start, n));
  }

  /**
   * Returns the mean of the newest values at the position of {@code i}, NaN where none is known.
   */
  private static double meanBefore(Observations y, int i, int window) {
    double sum = 0;
    int count = 0;
    for (int j = i - y.season(); j >= 0 && count < window; j -= y.season()) {
      if (j < y.size() && y.known(j)) {
        sum += y.unit(j);
        count++;
      }
    }
    return count == 0 ? Double.NaN : sum / count;
  }
}
