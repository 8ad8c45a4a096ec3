package org.demandwright.core.feature;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.demandwright.core.demand.Bucket;
import org.demandwright.core.explain.Drivers;

/**
 * What promotions, prices and holidays do to demand, period by period: factor = exp(β·x), learned
 * over all series, × what the promotions of the series itself have shown beyond that.
 *
 * <p>The series' own promotion factor is (A + k) ÷ (B + k): A units sold in its promoted periods, B
 * the units that the periods around them and the pooled effect let expect, k = 20 × the
 * variance-to-mean ratio of its demand. So a series whose promotions always sold 400 where 200 were
 * expected comes close to a factor of 2, and one that was never promoted has 1. For a share of the
 * period under promotion the factor is raised to that share.
 */
public final class KnownEffects implements TargetTransform {
  private static final double MOST = 20;
  private static final double PRIOR_UNITS = 20;
  private static final double MOST_OWN = 4;

  private final List<PlannedFeature> features;
  private final double[] coefficients;
  private final SeasonIndex season;

  /** Number of the features before those of the calendar. */
  private final int own;

  private final CalendarEffects calendar;

  KnownEffects(List<PlannedFeature> features, double[] coefficients, SeasonIndex season) {
    if (features.size() != coefficients.length) {
      throw new IllegalArgumentException(
          features.size() + " features but " + coefficients.length + " coefficients");
    }
    this.features = List.copyOf(features);
    this.coefficients = coefficients.clone();
    this.season = season;
    this.own = own(this.features);
    this.calendar = new CalendarEffects(this.features, this.coefficients, own);
  }

  private static int own(List<PlannedFeature> features) {
    int own = features.size();
    while (own > 0 && features.get(own - 1).ofCalendar()) {
      own--;
    }
    return own;
  }

  /** Returns effects that change nothing. */
  public static KnownEffects none() {
    return new KnownEffects(List.of(), new double[0], SeasonIndex.none());
  }

  /**
   * Restores learned effects.
   *
   * @param names as {@link #names()} gave them
   * @param season the usual season beside which they were learned
   */
  public static KnownEffects restore(
      Bucket bucket, List<String> names, double[] coefficients, SeasonIndex season) {
    return new KnownEffects(PlannedFeatures.named(bucket, names), coefficients, season);
  }

  /** Returns the names of the features whose effect is known. */
  public List<String> names() {
    return features.stream().map(PlannedFeature::name).toList();
  }

  /** Returns the coefficient β of each feature. */
  public double[] coefficients() {
    return coefficients.clone();
  }

  @Override
  public double[] factors(History history, double[] units, int periods) {
    double[] factors = pooled(history, periods);
    if (!names().contains("promotion")) {
      return factors;
    }
    double own = ownPromotion(history, units, factors);
    for (int i = 0; i < periods; i++) {
      double share = history.covariates().promotionAt(i);
      if (share > 0) {
        factors[i] = bounded(factors[i] * Math.pow(own, share));
      }
    }
    return factors;
  }

  @Override
  public Map<String, double[]> byDriver(History history, double[] units, int periods) {
    double[] all = factors(history, units, periods);
    double[] rest = all.clone();
    Map<String, double[]> parts = new LinkedHashMap<>();
    for (int c = 0; c < coefficients.length; c++) {
      double[] part = parts.computeIfAbsent(features.get(c).driver(), d -> ones(periods));
      for (int i = 0; i < periods; i++) {
        double value = features.get(c).at(history, i);
        if (value != 0) {
          double factor = Math.exp(coefficients[c] * value);
          part[i] *= factor;
          rest[i] /= factor;
        }
      }
    }
    divideRest(history, all, rest, parts);
    return parts;
  }

  /** What is left is the series' own effect where it is promoted, and elsewhere the bound's. */
  private static void divideRest(
      History history, double[] all, double[] rest, Map<String, double[]> parts) {
    double[] limit = ones(rest.length);
    double[] promotion = parts.getOrDefault(Drivers.PROMOTION, limit);
    for (int i = 0; i < rest.length; i++) {
      if (history.covariates().promotionAt(i) > 0) {
        promotion[i] *= rest[i];
      } else if (all[i] == MOST) {
        limit[i] = rest[i];
      }
    }
    parts.put(Drivers.LIMIT, limit);
  }

  private static double[] ones(int size) {
    double[] ones = new double[size];
    Arrays.fill(ones, 1);
    return ones;
  }

  private double[] pooled(History history, int periods) {
    double[] exponents = new double[periods];
    for (int i = 0; i < periods; i++) {
      for (int c = 0; c < own; c++) {
        exponents[i] += coefficients[c] * features.get(c).at(history, i);
      }
    }
    calendar.addTo(exponents, history);
    return Arrays.stream(exponents).map(exponent -> bounded(Math.exp(exponent))).toArray();
  }

  private static double bounded(double factor) {
    return Math.min(MOST, factor);
  }

  private double ownPromotion(History history, double[] units, double[] pooled) {
    int length = EffectWindow.length(history);
    double[] sold = new double[2];
    for (int to = units.length; to > 0; to -= length) {
      addPromoted(history, units, pooled, Math.max(0, to - length), to, sold);
    }
    double prior = PRIOR_UNITS * noise(units);
    double ratio = (sold[0] + prior) / (sold[1] + prior);
    return Math.max(1 / MOST_OWN, Math.min(MOST_OWN, ratio));
  }

  /** Adds what was sold in the promoted periods of a window, and what was to be expected. */
  private void addPromoted(
      History history, double[] units, double[] pooled, int from, int to, double[] sold) {
    double usualUnits = 0;
    double usual = 0;
    double promotedUnits = 0;
    double promoted = 0;
    for (int i = from; i < to; i++) {
      if (Double.isNaN(units[i])) {
        continue;
      }
      long ordinal = history.series().period(i).ordinal();
      double weight = pooled[i] * season.pooledFactor("", ordinal);
      if (history.covariates().promotionAt(i) > 0) {
        promotedUnits += units[i];
        promoted += weight;
      } else {
        usualUnits += units[i];
        usual += weight;
      }
    }
    if (usual > 0 && promoted > 0) {
      sold[0] += promotedUnits;
      sold[1] += usualUnits / usual * promoted;
    }
  }

  /**
   * Returns the variance-to-mean ratio of the noise of a series, at least 1, which is that of a
   * Poisson process; the variance is half the mean squared change from period to period.
   */
  static double noise(double[] units) {
    double sum = 0;
    double squares = 0;
    int n = 0;
    for (int i = 1; i < units.length; i++) {
      double change = units[i] - units[i - 1];
      if (!Double.isNaN(change)) {
        squares += change * change / 2;
        sum += units[i];
        n++;
      }
    }
    return n == 0 || sum == 0 ? 1 : Math.max(1, squares / sum);
  }

  /** Returns the usual season beside which the effects were learned. */
  public SeasonIndex season() {
    return season;
  }

  @Override
  public String toString() {
    return names() + " " + Arrays.toString(coefficients);
  }
}
