package org.demandwright.core.decide;

import org.hipparchus.special.Gamma;

/**
 * Quantiles of the gamma distribution with the mean 1: what is at least 0, has its longer tail
 * upwards and becomes a normal distribution where it scatters little.
 *
 * <p>The distribution function, the regularised incomplete gamma function, is inverted by Newton's
 * method from the approximation of Wilson and Hilferty, held between bounds: a few evaluations a
 * quantile, where a search between brackets takes some tens.
 *
 * <p>Worked: with variance 1 it is the exponential distribution, whose 95 % quantile is ln 20 =
 * 2.996.
 *
 * <p>Reference: Burgin (1975), <i>The gamma distribution and inventory control</i>, ORQ 26.
 */
final class GammaShape {
  private static final int STEPS = 60;
  private static final double FINE = 1e-10;

  /** From this shape on the approximation is as good as the forecast's own digits. */
  private static final double NEARLY_NORMAL = 2_000;

  private static final double TINY = 1e-300;

  private final double k;
  private final double logGamma;

  private GammaShape(double k) {
    this.k = k;
    this.logGamma = Gamma.logGamma(k);
  }

  /**
   * @param variance of the distribution with the mean 1, above 0
   */
  static GammaShape of(double variance) {
    return new GammaShape(1 / variance);
  }

  /** Returns the quantile of a level 0–1, both excluded. */
  double quantile(double level) {
    double low = 0;
    double high = Double.POSITIVE_INFINITY;
    double x = start(level);
    if (k >= NEARLY_NORMAL) {
      return x / k;
    }
    for (int i = 0; i < STEPS; i++) {
      double miss = cdf(x) - level;
      if (miss > 0) {
        high = x;
      } else {
        low = x;
      }
      double density = Math.exp((k - 1) * Math.log(x) - x - logGamma);
      double next = x - miss / density;
      if (!(next > low && next < high)) {
        next = high == Double.POSITIVE_INFINITY ? 2 * x : (low + high) / 2;
      }
      if (Math.abs(next - x) <= FINE * next || next < TINY) {
        return next / k;
      }
      x = next;
    }
    return x / k;
  }

  private double start(double level) {
    double t = Math.sqrt(-2 * Math.log(Math.min(level, 1 - level)));
    double z = t - (2.30753 + t * 0.27061) / (1 + t * (0.99229 + t * 0.04481));
    double normal = level < 0.5 ? -z : z;
    double root = 1 - 1 / (9 * k) + normal / (3 * Math.sqrt(k));
    double guess = k * root * root * root;
    double small = Math.exp((Math.log(level) + logGamma + Math.log(k)) / k);
    return root > 0 && guess > FINE ? guess : Math.max(TINY, small);
  }

  private double cdf(double x) {
    return Gamma.regularizedGammaP(k, x, FINE / 100, Integer.MAX_VALUE);
  }
}
