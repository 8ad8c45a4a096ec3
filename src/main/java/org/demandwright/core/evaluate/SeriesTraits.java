package org.demandwright.core.evaluate;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.demandwright.core.DoubleVector;
import org.demandwright.core.demand.DemandPattern;
import org.demandwright.core.demand.DemandSeries;

/**
 * What can be said of a series at an origin before anything after it is known: the numbers from
 * which {@link Outlook} foresees which model will do well.
 *
 * <p>Over the observed periods since the first demand, relative to their recent level (the mean of
 * the last two seasons, at least 26 periods): share of periods with demand, variation of its sizes,
 * ln of the roughness, autocorrelations, slope per season and how straight the line is, strength of
 * the season, ln of the length; the demand class; and per model ln(its mean forecast ÷ the median
 * model's), with and without sign.
 *
 * <p>After Montero-Manso, Athanasopoulos, Hyndman &amp; Talagala (2020), <i>FFORMA: feature-based
 * forecast model averaging</i>, International Journal of Forecasting 36.
 */
final class SeriesTraits {
  private static final int LEAST_RECENT = 26;
  private static final double MOST_VARIATION = 3;
  private static final double LEAST_ROUGHNESS = 0.003;
  private static final double LEVEL_SHARE = 0.05;
  private static final double MOST_DISTANCE = 0.5;

  private static final List<String> DEMAND =
      List.of(
          "saleShare",
          "sizeVariation",
          "lnRoughness",
          "autocorrelation1",
          "autocorrelation2",
          "slope",
          "steepness",
          "straightness",
          "seasonality",
          "lnLength");

  private SeriesTraits() {}

  /** Returns the names of the traits of a series for which these models compete. */
  static List<String> names(List<String> models) {
    List<String> names = new ArrayList<>(DEMAND);
    Arrays.stream(DemandPattern.values()).map(Enum::name).forEach(names::add);
    for (String model : models) {
      names.add("level of " + model);
      names.add("distance of " + model);
    }
    return List.copyOf(names);
  }

  /**
   * Describes a series.
   *
   * @param training demand before the origin
   * @param season m
   * @param models in the order of {@link #names}
   * @param forecasts by model; of those that are missing the traits are 0
   */
  static double[] of(
      DemandSeries training, int season, List<String> models, Map<String, DoubleVector> forecasts) {
    double[] demand = sinceFirstDemand(training);
    double[] recent =
        Arrays.copyOfRange(
            demand, Math.max(0, demand.length - Math.max(2 * season, LEAST_RECENT)), demand.length);
    double level = level(recent, demand);
    double[] traits = new double[names(models).size()];
    int at = describe(demand, new Shape(recent, level, season), traits);
    traits[at + DemandPattern.of(training).ordinal()] = 1;
    at += DemandPattern.values().length;
    double middle = median(forecasts.values().stream().mapToDouble(DoubleVector::mean).toArray());
    for (String model : models) {
      DoubleVector forecast = forecasts.get(model);
      if (forecast != null) {
        double ratio = (forecast.mean() + LEVEL_SHARE * level) / (middle + LEVEL_SHARE * level);
        traits[at] = Math.max(-MOST_DISTANCE, Math.min(MOST_DISTANCE, Math.log(ratio)));
        traits[at + 1] = Math.abs(traits[at]);
      }
      at += 2;
    }
    return traits;
  }

  private static int describe(double[] demand, Shape shape, double[] traits) {
    double[] sizes = Arrays.stream(demand).filter(v -> v > 0).toArray();
    traits[0] = demand.length == 0 ? 0 : (double) sizes.length / demand.length;
    traits[1] = Math.min(MOST_VARIATION, variation(sizes));
    traits[2] = Math.log(Math.max(LEAST_ROUGHNESS, shape.roughness()));
    traits[3] = shape.autocorrelation(1);
    traits[4] = shape.autocorrelation(2);
    traits[5] = Math.max(-1, Math.min(1, shape.slope() * shape.season()));
    traits[6] = Math.abs(traits[5]);
    traits[7] = shape.straightness();
    traits[8] = shape.season() > 1 ? shape.autocorrelation(shape.season()) : 0;
    traits[9] = Math.log(Math.max(1, demand.length));
    return DEMAND.size();
  }

  private static double[] sinceFirstDemand(DemandSeries series) {
    double[] demand = new double[series.size()];
    int n = 0;
    for (int t = 0; t < series.size(); t++) {
      double units = series.units().get(t);
      if (series.observed(t) && (n > 0 || units > 0)) {
        demand[n++] = units;
      }
    }
    return Arrays.copyOf(demand, n);
  }

  private static double level(double[] recent, double[] demand) {
    double level = Arrays.stream(recent).average().orElse(0);
    return level > 0 ? level : Arrays.stream(demand).average().orElse(1);
  }

  private static double variation(double[] sizes) {
    double mean = Arrays.stream(sizes).average().orElse(1);
    double squares = Arrays.stream(sizes).map(v -> (v - mean) * (v - mean)).sum();
    return sizes.length == 0 ? 0 : Math.sqrt(squares / sizes.length) / mean;
  }

  private static double median(double[] values) {
    Arrays.sort(values);
    int n = values.length;
    return n == 0 ? 0 : (values[(n - 1) / 2] + values[n / 2]) / 2;
  }

  /** The recent demand in logarithms, less its mean. */
  private static final class Shape {
    private final double[] x;
    private final int season;
    private final double squares;

    Shape(double[] recent, double level, int season) {
      boolean zeros = Arrays.stream(recent).anyMatch(v -> v <= 0);
      this.x =
          Arrays.stream(recent)
              .map(v -> zeros ? Math.log1p(v / level) : Math.log(v / level))
              .toArray();
      this.season = season;
      double mean = Arrays.stream(x).average().orElse(0);
      for (int i = 0; i < x.length; i++) {
        x[i] -= mean;
      }
      this.squares = Arrays.stream(x).map(v -> v * v).sum();
    }

    int season() {
      return season;
    }

    double roughness() {
      int n = x.length - 1;
      if (n < 1) {
        return 0;
      }
      double mean = (x[n] - x[0]) / n;
      double sum = 0;
      for (int i = 1; i <= n; i++) {
        double d = x[i] - x[i - 1] - mean;
        sum += d * d;
      }
      return Math.sqrt(sum / n);
    }

    double autocorrelation(int lag) {
      if (squares == 0 || x.length <= lag) {
        return 0;
      }
      double sum = 0;
      for (int i = lag; i < x.length; i++) {
        sum += x[i] * x[i - lag];
      }
      return sum / squares;
    }

    double slope() {
      double tt = 0;
      double tx = 0;
      for (int i = 0; i < x.length; i++) {
        double t = i - (x.length - 1) / 2.0;
        tt += t * t;
        tx += t * x[i];
      }
      return tt == 0 ? 0 : tx / tt;
    }

    double straightness() {
      if (squares == 0) {
        return 0;
      }
      double slope = slope();
      double rest = 0;
      for (int i = 0; i < x.length; i++) {
        double e = x[i] - slope * (i - (x.length - 1) / 2.0);
        rest += e * e;
      }
      return 1 - rest / squares;
    }
  }
}
