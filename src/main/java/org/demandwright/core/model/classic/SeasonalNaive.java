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
 * The demand of the same period of the last season: the yardstick of every seasonal method.
 *
 * <p>Formula: f(n + h) = y(n + h − k·m) with the smallest k ≥ 1 for which that period was observed.
 * It needs one whole season and refuses if a position of the season was never observed; with m = 1
 * it is the naive method by definition. Worked example: 1, 2, 3, 4, 5, 6 with m = 4 gives 3, 4, 5,
 * 6, 3, …
 *
 * <p>Reference: R. J. Hyndman and G. Athanasopoulos, Forecasting: principles and practice, 3rd ed.
 * 2021, section 5.2.
 */
public final class SeasonalNaive implements ForecastModel {
  private static final Capabilities CAPABILITIES = new Capabilities(1, 1, true);

  @Override
  public String id() {
    return "SeasonalNaive";
  }

  @Override
  public Capabilities capabilities() {
    return CAPABILITIES;
  }

  @Override
  public Outcome<FittedModel> fit(ModelSpec spec, History history) {
    return Observations.of(this, spec, history).flatMap(y -> fit(y, history));
  }

  private Outcome<FittedModel> fit(Observations y, History history) {
    int m = y.season();
    int n = y.size();
    double[] latest = new double[m];
    Arrays.fill(latest, Double.NaN);
    double[] fitted = new double[n];
    int start = 0;
    for (int i = 0; i < n; i++) {
      fitted[i] = latest[i % m];
      if (Double.isNaN(fitted[i])) {
        start = i + 1;
      }
      if (y.known(i)) {
        latest[i % m] = y.unit(i);
      }
    }
    for (int k = 0; k < m; k++) {
      if (Double.isNaN(latest[k])) {
        return Outcome.failed(
            Reason.SHORT_HISTORY,
            Words.of(
                "failure.short.position",
                history.series().key(),
                id(),
                history.series().period(k)));
      }
    }
    double level = Arrays.stream(latest).average().orElseThrow();
    return ForecastFunction.of(
        id(),
        h -> latest[(n + h - 1) % m],
        h -> new ForecastFunction.Parts(level, 0, latest[(n + h - 1) % m] - level),
        Arrays.copyOfRange(fitted, start, n));
  }
}
