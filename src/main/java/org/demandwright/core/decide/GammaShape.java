package org.demandwright.core.decide;

import org.hipparchus.special.Gamma;

/**
 * Quantiles of the gamma distribution with the mean 1: what is at least 0, has its longer tail
 * upwards and becomes a normal distribution where it scatters little.
 *
 * <p>Every item asks some hundreds of them. They are read off {@link GammaTable}, within {@value
 * #TOLERANCE} of the deviation; {@link #exact} is what that is made of and what counts outside it.
 *
 * <p>Worked: with variance 1 it is the exponential distribution, whose 95 % quantile is ln 20 =
 * 2.996.
 *
 * <p>Reference: Burgin (1975), <i>The gamma distribution and inventory control</i>, ORQ 26.
 */
final class GammaShape {
  /** How far a quantile may be from the exact one, as a share of the deviation. */
  static final double TOLERANCE = 1e-4;

  private static final int STEPS = 60;
  private static final double FINE = 1e-10;

  /** A step smaller than this share leaves less than {@link #FINE}: errors shrink cubically. */
  private static final double LAST_STEP = 1e-4;

  /** Far from the quantile its curve leads nowhere: a step is at most three of Newton's. */
  private static final double LEAST_CURVE = 1 / 3.0;

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
    return ofShape(1 / variance);
  }

  /**
   * @param k 1 ÷ variance
   */
  static GammaShape ofShape(double k) {
    return new GammaShape(k);
  }

  /** Returns the quantile of a level 0–1, both excluded. */
  double quantile(double level) {
    return GammaTable.holds(k, level) ? GammaTable.quantile(k, level) : exact(level);
  }

  /**
   * Returns the quantile of a level 0–1, both excluded, as near as numbers tell: the distribution
   * function, the regularised incomplete gamma function, is inverted by Halley's method from the
   * approximation of Wilson and Hilferty, held between bounds. That takes two or three evaluations.
   */
  double exact(double level) {
    double low = 0;
    double high = Double.POSITIVE_INFINITY;
    double x = start(level);
    for (int i = 0; i < STEPS; i++) {
      double miss = cdf(x) - level;
      if (miss > 0) {
        high = x;
      } else {
        low = x;
      }
      double newton = miss / Math.exp((k - 1) * Math.log(x) - x - logGamma);
      double curve = newton / 2 * ((k - 1) / x - 1);
      double next = x - newton / Math.max(LEAST_CURVE, 1 - curve);
      if (!(next > low && next < high)) {
        next = high == Double.POSITIVE_INFINITY ? 2 * x : (low + high) / 2;
      }
      if (Math.abs(next - x) <= LAST_STEP * next || next < TINY) {
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
