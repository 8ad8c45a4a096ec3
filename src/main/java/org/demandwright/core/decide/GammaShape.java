package org.demandwright.core.decide;

/**
 * Quantiles of the gamma distribution with the mean 1: what is at least 0, has its longer tail
 * upwards and becomes a normal distribution where it scatters little.
 *
 * <p>The distribution function is the series of P(k, x) below k + 1, and one less the continued
 * fraction of Q(k, x) above. It is inverted by Newton's method from the approximation of Wilson and
 * Hilferty, held between bounds.
 *
 * <p>Worked: with variance 1 it is the exponential distribution, whose 95 % quantile is ln 20 =
 * 2.996.
 *
 * <p>Reference: Press, Teukolsky, Vetterling &amp; Flannery (2007), <i>Numerical recipes</i>, ch.
 * 6.2; Burgin (1975), <i>The gamma distribution and inventory control</i>, ORQ 26.
 */
final class GammaShape {
  private static final int ROUNDS = 400;
  private static final int STEPS = 60;
  private static final double FINE = 1e-10;

  /** From this shape on the approximation is as good as the forecast's own digits. */
  private static final double NEARLY_NORMAL = 2_000;

  private static final double TINY = 1e-300;
  private static final double[] LANCZOS = {
    676.5203681218851, -1259.1392167224028, 771.32342877765313, -176.61502916214059,
    12.507343278686905, -0.13857109526572012, 9.9843695780195716e-6, 1.5056327351493116e-7
  };

  private final double k;
  private final double logGamma;

  private GammaShape(double k) {
    this.k = k;
    this.logGamma = logGamma(k);
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
    return x < k + 1 ? series(x) : 1 - fraction(x);
  }

  private double front(double x) {
    return Math.exp(k * Math.log(x) - x - logGamma);
  }

  private double series(double x) {
    double term = 1 / k;
    double sum = term;
    for (int n = 1; n < ROUNDS + k && term > FINE / 100 * sum; n++) {
      term *= x / (k + n);
      sum += term;
    }
    return Math.min(1, sum * front(x));
  }

  private double fraction(double x) {
    double b = x + 1 - k;
    double c = 1 / TINY;
    double d = 1 / b;
    double h = d;
    for (int i = 1; i < ROUNDS + k; i++) {
      double an = -i * (i - k);
      b += 2;
      d = 1 / notZero(an * d + b);
      c = notZero(b + an / c);
      double change = d * c;
      h *= change;
      if (Math.abs(change - 1) < FINE / 100) {
        break;
      }
    }
    return h * front(x);
  }

  private static double notZero(double x) {
    return Math.abs(x) < TINY ? TINY : x;
  }

  private static double logGamma(double x) {
    if (x < 0.5) {
      return Math.log(Math.PI / Math.sin(Math.PI * x)) - logGamma(1 - x);
    }
    double sum = 0.99999999999980993;
    for (int i = 0; i < LANCZOS.length; i++) {
      sum += LANCZOS[i] / (x + i);
    }
    double t = x + LANCZOS.length - 1.5;
    return 0.5 * Math.log(2 * Math.PI) + (x - 0.5) * Math.log(t) - t + Math.log(sum);
  }
}
