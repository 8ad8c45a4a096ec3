package org.demandwright.core.decide.neighbour;

import java.util.Arrays;

/**
 * Which of many tests are believed so that no more than a share of those believed is expected to be
 * chance: of m tests in the order of their probabilities, up to the last one with p ≤ i · share ÷
 * m.
 *
 * <p>Reference: Benjamini and Hochberg (1995), Controlling the false discovery rate, J. R. Statist.
 * Soc. B 57, 289–300; its example of 15 tests at 0.05 believes four.
 */
final class Discoveries {
  private Discoveries() {}

  /**
   * Returns the largest probability that is believed, −1 where none is.
   *
   * @param probabilities those that may be small; the tests that are left out are taken for chance
   * @param tests m, at least as many
   */
  static double threshold(double[] probabilities, long tests, double share) {
    double[] sorted = probabilities.clone();
    Arrays.sort(sorted);
    for (int i = sorted.length; i > 0; i--) {
      if (sorted[i - 1] <= i * share / tests) {
        return sorted[i - 1];
      }
    }
    return -1;
  }
}
