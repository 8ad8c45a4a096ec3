package org.demandwright.core.decide.promotion;

import org.demandwright.core.decide.Band;

/**
 * A figure that an item has in part of its own and in part of its like.
 *
 * @param value what it is taken to be
 * @param low end of the band that holds it with 80 %
 * @param high likewise
 * @param weight share 0–1 that is the item's own; the rest is that of its category
 */
public record Pooled(double value, double low, double high, double weight) {
  public Pooled {
    if (!(low <= value && value <= high) || !(weight >= 0 && weight <= 1)) {
      throw new IllegalArgumentException(
          "%s in %s … %s with weight %s".formatted(value, low, high, weight));
    }
  }

  /** Returns the figure with this mean and variance. */
  static Pooled of(double mean, double variance, double weight) {
    double spread = Band.DEVIATIONS * Math.sqrt(variance);
    return new Pooled(mean, mean - spread, mean + spread, weight);
  }

  /** Returns the factor less 1 whose logarithm has this mean and variance. */
  static Pooled factor(double mean, double variance, double weight) {
    double spread = Band.DEVIATIONS * Math.sqrt(variance);
    return new Pooled(
        Math.exp(mean) - 1, Math.exp(mean - spread) - 1, Math.exp(mean + spread) - 1, weight);
  }

  double variance() {
    double deviation = (high - low) / 2 / Band.DEVIATIONS;
    return deviation * deviation;
  }
}
