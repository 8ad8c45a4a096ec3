package org.demandwright.core.feature;

import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;

/**
 * Multiplicative season: the series' own index shrunk to that of its category, which is shrunk to
 * that of all series, all raised to a strength that the panel has shown to pay.
 *
 * <p>The strength (0, ½ or 1) is the one that would have predicted the shape of the last third of
 * the cycles from the cycles before them with the least squared error, in units of each series'
 * roughness. With fewer than two cycles nothing can be tested, so the strength is 0: a yearly peak
 * that was seen once is not a season yet. Nor is a factor that only one of several years shows, see
 * {@link SeasonProfile#proven}.
 */
public final class SeasonIndex implements TargetTransform {
  static final double[] STRENGTHS = {0, 0.5, 1};

  private final int season;
  private final double strength;
  private final Map<String, double[]> pools;

  /**
   * Makes an index of known pools.
   *
   * @param pools index per phase by category; that of all series under the empty name
   */
  public SeasonIndex(int season, double strength, Map<String, double[]> pools) {
    if (!pools.containsKey("")) {
      throw new IllegalArgumentException("the pool of all series is missing");
    }
    this.season = season;
    this.strength = strength;
    this.pools = new TreeMap<>(pools);
  }

  /** Returns the index that knows no season. */
  public static SeasonIndex none() {
    return new SeasonIndex(1, 0, Map.of("", new double[] {1}));
  }

  public int season() {
    return season;
  }

  public double strength() {
    return strength;
  }

  /** Returns the pooled index per phase by category; nobody may write to it. */
  public Map<String, double[]> pools() {
    return pools;
  }

  /** Returns the pooled factor of a period, without what the series itself has shown. */
  double pooledFactor(String category, long ordinal) {
    if (strength == 0) {
      return 1;
    }
    return raised(pool(category)[SeasonProfile.phase(ordinal, season)]);
  }

  @Override
  public double[] factors(History history, double[] units, int periods) {
    double[] factors = new double[periods];
    if (strength == 0) {
      Arrays.fill(factors, 1);
      return factors;
    }
    long first = history.series().first().ordinal();
    double[] index =
        SeasonProfile.of(units, first, season, 0, units.length)
            .shrunkTo(pool(history.covariates().category()));
    for (int i = 0; i < periods; i++) {
      factors[i] = raised(index[SeasonProfile.phase(first + i, season)]);
    }
    return factors;
  }

  /** Returns the index that the periods before {@code to} show, to be tested on later ones. */
  double[] shown(String category, double[] units, long firstOrdinal, int to) {
    return SeasonProfile.of(units, firstOrdinal, season, 0, to).asShown().shrunkTo(pool(category));
  }

  private double[] pool(String category) {
    return pools.getOrDefault(category, pools.get(""));
  }

  private double raised(double index) {
    return Math.pow(index, strength);
  }
}
