package org.demandwright.core.decide.neighbour;

import org.hipparchus.special.Gamma;

/**
 * The tail of the hypergeometric distribution, which is Fisher's exact test of one side: how likely
 * at least so many of the baskets with one item hold the other one too, if it were dealt out
 * blindly.
 *
 * <p>P(X ≥ k) = Σ C(K, x) · C(N − K, n − x) ÷ C(N, n) over x = k … min(K, n). Each term follows
 * from the one before; what the sum would not notice any more is left out.
 *
 * <p>Worked example (Fisher's tea): of 8 cups 4 had milk first, and all 4 were found: 1 ÷ 70.
 */
final class Hypergeometric {
  private static final double UNNOTICED = 1e-17;

  private Hypergeometric() {}

  /**
   * Returns the probability of at least {@code together}.
   *
   * @param baskets N ≥ both of the following
   * @param one K, baskets with the one item
   * @param other n, baskets with the other
   */
  static double atLeast(long together, long baskets, long one, long other) {
    if (one > baskets || other > baskets) {
      throw new IllegalArgumentException("%d and %d of %d baskets".formatted(one, other, baskets));
    }
    if (together <= Math.max(0, one + other - baskets)) {
      return 1;
    }
    long most = Math.min(one, other);
    if (together > most) {
      return 0;
    }
    double term =
        Math.exp(
            choices(one, together)
                + choices(baskets - one, other - together)
                - choices(baskets, other));
    double sum = 0;
    for (long x = together; x <= most && term > sum * UNNOTICED; x++) {
      sum += term;
      term *=
          (double) (one - x) / (x + 1) * ((double) (other - x) / (baskets - one - other + x + 1));
    }
    return Math.min(1, sum);
  }

  /** Returns ln C(n, k). */
  private static double choices(long n, long k) {
    return Gamma.logGamma(n + 1.0) - Gamma.logGamma(k + 1.0) - Gamma.logGamma(n - k + 1.0);
  }
}
