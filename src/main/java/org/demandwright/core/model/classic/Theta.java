package org.demandwright.core.model.classic;

import java.util.Arrays;
import org.demandwright.core.Outcome;
import org.demandwright.core.feature.History;
import org.demandwright.core.model.Capabilities;
import org.demandwright.core.model.FittedModel;
import org.demandwright.core.model.ForecastModel;
import org.demandwright.core.model.ModelSpec;

/**
 * The classical Theta method: the mean of the trend line (θ = 0) and of the exponentially smoothed
 * line with doubled curvature (θ = 2), on demand whose season is divided out.
 *
 * <p>Formula, by the identity of Hyndman and Billah: f(n + h) = (l + b/2 · (h − 1 + (1 − (1 −
 * α)^n)/α)) · s(n + h), with l and α of simple exponential smoothing, b the least-squares slope of
 * the adjusted demand and s the multiplicative {@link SeasonalIndices}, 1 for short or unseasonal
 * histories. n counts the observed periods.
 *
 * <p>Worked example: 1, 2, 3 without season: errors of smoothing fall with α up to the largest of
 * its grid, 0.98, where l = 2.9796; b = 1; so f(4) = 2.9796 + 0.5 · (1 − 0.02³)/0.98 = 3.4898.
 *
 * <p>References: V. Assimakopoulos and K. Nikolopoulos, The theta model, International Journal of
 * Forecasting 16 (2000) 521–530. R. J. Hyndman and B. Billah, Unmasking the Theta method,
 * International Journal of Forecasting 19 (2003) 287–290.
 */
public final class Theta implements ForecastModel {
  private static final Capabilities CAPABILITIES = new Capabilities(3, 0, false);

  @Override
  public String id() {
    return "Theta";
  }

  @Override
  public Capabilities capabilities() {
    return CAPABILITIES;
  }

  @Override
  public Outcome<FittedModel> fit(ModelSpec spec, History history) {
    return AdjustedDemand.fit(this, spec, history, Theta::curve);
  }

  /** Continues values without season. */
  static Curve curve(Observations values, double unit) {
    LevelSmoothing smoothing = LevelSmoothing.best(values);
    double drift = Line.through(values).b1() / 2;
    double atOrigin = lag(smoothing.alpha(), values.count());
    return new Curve(
        h -> smoothing.level() + drift * (h - 1 + atOrigin), fitted(values, smoothing, drift));
  }

  private static double[] fitted(Observations values, LevelSmoothing smoothing, double drift) {
    double[] fitted = new double[values.size()];
    int seen = 0;
    int start = 0;
    for (int i = 0; i < fitted.length; i++) {
      fitted[i] = smoothing.levels()[i] + drift * lag(smoothing.alpha(), seen);
      start = seen == 0 ? i + 1 : start;
      seen += values.known(i) ? 1 : 0;
    }
    return Arrays.copyOfRange(fitted, start, fitted.length);
  }

  /** Returns by how many periods the smoothed level of {@code n} observations lags a trend. */
  private static double lag(double alpha, int n) {
    return (1 - Math.pow(1 - alpha, n)) / alpha;
  }
}
