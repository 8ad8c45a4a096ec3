package org.demandwright.core.model.classic;

import java.util.Arrays;
import org.demandwright.core.Outcome;
import org.demandwright.core.feature.History;
import org.demandwright.core.model.Capabilities;
import org.demandwright.core.model.FittedModel;
import org.demandwright.core.model.ForecastModel;
import org.demandwright.core.model.ModelSpec;

/**
 * The method of Teunter, Syntetos and Babai for intermittent demand that may end: the probability
 * of a demand is smoothed in every period, so the forecast falls while nothing sells.
 *
 * <p>Formula: p ← p + β·(1 − p) in a period with a demand y and z ← z + α·(y − z), p ← p − β·p in a
 * period without; the flat forecast is p·z base units per period. The first demand, after q
 * periods, begins with z = y and p = 1/q.
 *
 * <p>Parameters: {@code alpha} of the size and {@code beta} of the probability, both 0.1 by
 * default. Periods that were not observed are passed over. Worked example: 0, 4, 0, 0, 2 has p =
 * 0.5 · 0.9² = 0.405, then 0.4645, and z = 3.8, so the forecast is 1.7651.
 *
 * <p>Reference: R. H. Teunter, A. A. Syntetos and M. Z. Babai, Intermittent demand: linking
 * forecasting to inventory obsolescence, European Journal of Operational Research 214 (2011)
 * 606–615.
 */
public final class TSB implements ForecastModel {
  private static final double DEFAULT_WEIGHT = 0.1;
  private static final Capabilities CAPABILITIES = new Capabilities(2, 0, true);

  @Override
  public String id() {
    return "TSB";
  }

  @Override
  public Capabilities capabilities() {
    return CAPABILITIES;
  }

  @Override
  public Outcome<FittedModel> fit(ModelSpec spec, History history) {
    double alpha = weight(spec, "alpha");
    double beta = weight(spec, "beta");
    return Observations.withDemand(this, spec, history).flatMap(y -> fit(y, alpha, beta));
  }

  private static double weight(ModelSpec spec, String name) {
    double weight = spec.number(name, DEFAULT_WEIGHT);
    if (!(weight > 0 && weight <= 1)) {
      throw new IllegalArgumentException(spec + ": " + name + " must be above 0 and at most 1");
    }
    return weight;
  }

  private Outcome<FittedModel> fit(Observations y, double alpha, double beta) {
    double[] fitted = new double[y.size()];
    double size = 0;
    double probability = 0;
    int waited = 0;
    int start = 0;
    for (int i = 0; i < y.size(); i++) {
      fitted[i] = probability * size;
      if (!y.known(i)) {
        continue;
      }
      waited++;
      if (size == 0) {
        size = y.unit(i);
        probability = size > 0 ? 1.0 / waited : 0;
        start = i + 1;
      } else if (y.unit(i) > 0) {
        size += alpha * (y.unit(i) - size);
        probability += beta * (1 - probability);
      } else {
        probability -= beta * probability;
      }
    }
    double forecast = probability * size;
    return ForecastFunction.of(id(), h -> forecast, Arrays.copyOfRange(fitted, start, y.size()));
  }
}
