package org.demandwright.core.model.classic;

import java.util.Arrays;
import org.demandwright.core.Outcome;
import org.demandwright.core.feature.History;
import org.demandwright.core.model.Capabilities;
import org.demandwright.core.model.FittedModel;
import org.demandwright.core.model.ForecastModel;
import org.demandwright.core.model.ModelSpec;

/**
 * Croston's method for intermittent demand, with the bias correction of Syntetos and Boylan (SBA)
 * unless told otherwise.
 *
 * <p>Size z and interval p of demands are smoothed apart, and only when demand arises: with a
 * demand y after q periods, z ← z + α·(y − z) and p ← p + α·(q − p); the first demand sets both.
 * The flat forecast is (1 − α/2)·z/p base units per period, plain z/p without the correction.
 *
 * <p>Parameters: {@code alpha}, default 0.1; {@code variant}, {@code sba} (default) or {@code
 * croston}. Periods that were not observed count neither as demand nor as waiting. Worked example:
 * 0, 4, 0, 0, 2 with α = 0.1 has z = 4 − 0.2 = 3.8 and p = 2 + 0.1 = 2.1, so the forecast is 0.95 ·
 * 3.8 / 2.1 = 1.7190.
 *
 * <p>References: J. D. Croston, Forecasting and stock control for intermittent demands, Operational
 * Research Quarterly 23 (1972) 289–303. A. A. Syntetos and J. E. Boylan, The accuracy of
 * intermittent demand estimates, International Journal of Forecasting 21 (2005) 303–314.
 */
public final class Croston implements ForecastModel {
  private static final double DEFAULT_ALPHA = 0.1;
  private static final Capabilities CAPABILITIES = new Capabilities(2, 0, true);

  @Override
  public String id() {
    return "Croston";
  }

  @Override
  public Capabilities capabilities() {
    return CAPABILITIES;
  }

  @Override
  public Outcome<FittedModel> fit(ModelSpec spec, History history) {
    double alpha = spec.number("alpha", DEFAULT_ALPHA);
    if (!(alpha > 0 && alpha <= 1)) {
      throw new IllegalArgumentException(spec + ": alpha must be above 0 and at most 1");
    }
    double factor = factor(spec, alpha);
    return Observations.withDemand(this, spec, history).flatMap(y -> fit(y, alpha, factor));
  }

  /** Returns by what the ratio of size and interval is multiplied. */
  private static double factor(ModelSpec spec, double alpha) {
    String variant = spec.parameters().getOrDefault("variant", "sba");
    return switch (variant) {
      case "sba" -> 1 - alpha / 2;
      case "croston" -> 1;
      default -> throw new IllegalArgumentException(spec + ": variant must be sba or croston");
    };
  }

  private Outcome<FittedModel> fit(Observations y, double alpha, double factor) {
    double[] fitted = new double[y.size()];
    double size = 0;
    double interval = 0;
    double waited = 1;
    double rate = 0;
    int start = y.size();
    for (int i = 0; i < y.size(); i++) {
      fitted[i] = rate;
      if (!y.known(i)) {
        continue;
      }
      if (y.unit(i) == 0) {
        waited++;
        continue;
      }
      boolean first = interval == 0;
      size = first ? y.unit(i) : size + alpha * (y.unit(i) - size);
      interval = first ? waited : interval + alpha * (waited - interval);
      start = first ? i + 1 : start;
      waited = 1;
      rate = factor * size / interval;
    }
    double forecast = rate;
    return ForecastFunction.of(id(), h -> forecast, Arrays.copyOfRange(fitted, start, y.size()));
  }
}
