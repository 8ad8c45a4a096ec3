package org.demandwright.core.decide;

import java.util.List;

/**
 * How the demand of a stretch of time is distributed whose length may be random: by the law of
 * total probability the mixture of what it is for each length, weighted with the probability of
 * that length. Base units.
 *
 * <p>No shape is assumed: the parts are quantiles with a mass at 0 where demand seldom comes.
 *
 * <p>Worked: with equal probability nothing is wanted, or evenly between 0 and 10 units. Then no
 * more than 4 are wanted with 0.5 + 0.5 · 0.4 = 0.7, the 70 % quantile is 4, and 4 units leave 0.5
 * · 0.6 · 3 = 0.9 unserved on average.
 */
public final class DemandDistribution {
  private static final int HALVINGS = 60;
  private static final double FINE = 1e-10;

  /** One length and how probable it is. */
  record Part(double weight, QuantileFunction demand) {}

  private final List<Part> parts;
  private final double mean;
  private final double beyond;

  /**
   * @param parts weights sum to 1
   * @param mean as forecast
   * @param beyond share of the weights that lies beyond the horizon
   */
  DemandDistribution(List<Part> parts, double mean, double beyond) {
    this.parts = List.copyOf(parts);
    this.mean = mean;
    this.beyond = beyond;
  }

  /**
   * Returns the distribution of whole units, such as a textbook's.
   *
   * @param probabilities of 0, 1, 2 … units
   */
  public static DemandDistribution ofWhole(double... probabilities) {
    double mean = 0;
    for (int k = 0; k < probabilities.length; k++) {
      mean += k * probabilities[k];
    }
    return new DemandDistribution(
        List.of(new Part(1, QuantileFunction.ofWhole(probabilities))), mean, 0);
  }

  /** Returns the expected demand, as it was forecast. */
  public double mean() {
    return mean;
  }

  /**
   * Returns with what probability the stretch ends beyond the horizon of the forecast, where it is
   * prolonged rather than known: 0 where all of it is known.
   */
  public double beyondHorizon() {
    return beyond;
  }

  /** Returns the probability 0–1 that no more than this is wanted. */
  public double cdf(double units) {
    double sum = 0;
    for (Part p : parts) {
      sum += p.weight() * p.demand().cdf(units);
    }
    return Math.min(1, sum);
  }

  /** Returns the probability 0–1 that this stock does not last: that more is wanted. */
  public double stockOut(double units) {
    return units < 0 ? 1 : 1 - cdf(units);
  }

  /**
   * Returns the least amount that is not exceeded with a probability.
   *
   * @param level 0–1; from 0.9999 on the bound of each length
   */
  public double quantile(double level) {
    if (!(level >= 0 && level <= 1)) {
      throw new IllegalArgumentException("level " + level + "; it must lie from 0 to 1");
    }
    double low = Double.MAX_VALUE;
    double high = 0;
    for (Part p : parts) {
      double q = p.demand().at(level);
      low = Math.min(low, q);
      high = Math.max(high, q);
    }
    if (parts.size() == 1 || cdf(low) >= level) {
      return low;
    }
    for (int i = 0; i < HALVINGS && high - low > FINE * high; i++) {
      double middle = (low + high) / 2;
      if (cdf(middle) >= level) {
        high = middle;
      } else {
        low = middle;
      }
    }
    return high;
  }

  /**
   * Returns how much goes unserved on average with this stock: E[(D − s)⁺]; below 0 what is short
   * already is added.
   */
  public double expectedShortage(double units) {
    double sum = 0;
    double stock = Math.max(0, units);
    for (Part p : parts) {
      sum += p.weight() * p.demand().excess(stock);
    }
    return sum + Math.max(0, -units);
  }

  /**
   * Returns the sum of the expected shortages of all larger stocks, ½ E[((D − s)⁺)²].
   *
   * @param units at least 0
   */
  double shortageBeyond(double units) {
    double sum = 0;
    for (Part p : parts) {
      sum += p.weight() * p.demand().excessBeyond(units);
    }
    return sum;
  }

  /** Returns the amount that is never exceeded, as far as it is thought of. */
  public double highest() {
    return parts.stream().mapToDouble(p -> p.demand().highest()).max().orElse(0);
  }
}
