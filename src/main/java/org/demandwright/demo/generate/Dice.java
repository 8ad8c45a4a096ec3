package org.demandwright.demo.generate;

import java.util.SplittableRandom;

/**
 * Seeded chance. Transcendental functions are {@link StrictMath}'s, so that the draws are the same
 * bits on every machine.
 */
final class Dice {
  private final SplittableRandom random;

  private Dice(SplittableRandom random) {
    this.random = random;
  }

  /** Returns the dice of one part of the world; parts do not disturb each other. */
  static Dice of(long seed, String part, long index) {
    return new Dice(
        new SplittableRandom((seed * 0x9E3779B97F4A7C15L + part.hashCode()) * 31 + index));
  }

  boolean chance(double probability) {
    return random.nextDouble() < probability;
  }

  double between(double low, double high) {
    return low + (high - low) * random.nextDouble();
  }

  /** Returns a whole number from {@code low} to {@code high}, both included. */
  int between(int low, int high) {
    return random.nextInt(low, high + 1);
  }

  /** Returns a draw of the lognormal with median 1. */
  double lognormal(double sigma) {
    return StrictMath.exp(sigma * random.nextGaussian());
  }

  /** Returns a draw ≥ 1 of the geometric distribution with this mean ≥ 1. */
  int geometric(double mean) {
    if (mean <= 1) {
      return 1;
    }
    double logFail = StrictMath.log(1 - 1 / mean);
    return 1 + (int) (StrictMath.log(1 - random.nextDouble()) / logFail);
  }

  /** Returns a draw of the Poisson distribution by inversion, halving means that are too large. */
  int poisson(double mean) {
    if (mean > 200) {
      return poisson(mean / 2) + poisson(mean / 2);
    }
    double left = random.nextDouble();
    double p = StrictMath.exp(-mean);
    int n = 0;
    while (left > p && p > 0) {
      left -= p;
      n++;
      p *= mean / n;
    }
    return n;
  }
}
