package org.demandwright.core.model.classic;

import java.util.Comparator;
import java.util.List;
import org.demandwright.core.model.ModelSpec;

/**
 * Which forms of exponential smoothing are fitted, and what becomes of their forecasts.
 *
 * <p>By default all forms that the history allows are averaged with Akaike weights: with d_i the
 * distance of a form's corrected criterion from the lowest one, w_i = exp(−d_i/2) ÷ Σ exp(−d_j/2).
 * Worked example: criteria 100, 102 and 110 have the weights 0.727, 0.268 and 0.005.
 *
 * <p>Parameters of the spec: {@code form} names the only form, such as {@code MAdM}; {@code choice}
 * is {@code mean} (default), or {@code best} for the form with the lowest criterion alone.
 *
 * <p>Reference: S. Kolassa, Combining exponential smoothing forecasts using Akaike weights,
 * International Journal of Forecasting 27 (2011) 238–251.
 *
 * @param forms that may compete, simpler first
 * @param best whether only the best form forecasts
 */
record SmoothingChoice(List<SmoothingForm> forms, boolean best) {

  /** Reads the parameters. */
  static SmoothingChoice of(ModelSpec spec) {
    String form = spec.parameters().get("form");
    return new SmoothingChoice(
        form == null ? SmoothingForm.FAMILY : List.of(SmoothingForm.of(form)), best(spec));
  }

  /** Reads the parameter {@code choice} alone; these forms compete. */
  static SmoothingChoice among(List<SmoothingForm> forms, ModelSpec spec) {
    return new SmoothingChoice(forms, best(spec));
  }

  private static boolean best(ModelSpec spec) {
    return switch (spec.parameters().getOrDefault("choice", "mean")) {
      case "mean" -> false;
      case "best" -> true;
      default -> throw new IllegalArgumentException(spec + ": choice must be mean or best");
    };
  }

  /** Returns the forecast of these fits, at least one. */
  Curve curve(List<SmoothingFit> fits) {
    SmoothingFit first =
        fits.stream().min(Comparator.comparingDouble(SmoothingFit::aicc)).orElseThrow();
    if (best || first.aicc() == Double.POSITIVE_INFINITY) {
      return first.curve(); // where no form has a criterion, the simplest one
    }
    double[] weights =
        fits.stream().mapToDouble(f -> Math.exp((first.aicc() - f.aicc()) / 2)).toArray();
    return mean(fits, weights);
  }

  private static Curve mean(List<SmoothingFit> fits, double[] weights) {
    double total = 0;
    double[] fitted = new double[fits.get(0).fitted().length];
    for (int i = 0; i < weights.length; i++) {
      total += weights[i];
    }
    for (int i = 0; i < weights.length; i++) {
      weights[i] /= total;
      for (int t = 0; t < fitted.length && weights[i] > 0; t++) {
        fitted[t] += weights[i] * fits.get(i).fitted()[t];
      }
    }
    return new Curve(h -> mean(fits, weights, h), h -> parts(fits, weights, h), fitted);
  }

  private static double mean(List<SmoothingFit> fits, double[] weights, int h) {
    double mean = 0;
    for (int i = 0; i < weights.length; i++) {
      mean += weights[i] > 0 ? weights[i] * fits.get(i).states().forecast(h) : 0;
    }
    return mean;
  }

  private static ForecastFunction.Parts parts(List<SmoothingFit> fits, double[] weights, int h) {
    double level = 0;
    double trend = 0;
    double season = 0;
    for (int i = 0; i < weights.length; i++) {
      if (weights[i] > 0) {
        ForecastFunction.Parts parts = fits.get(i).states().parts(h);
        level += weights[i] * parts.level();
        trend += weights[i] * parts.trend();
        season += weights[i] * parts.season();
      }
    }
    return new ForecastFunction.Parts(level, trend, season);
  }
}
