package org.demandwright.core.explain;

import java.util.Arrays;
import java.util.Random;
import java.util.function.ToDoubleFunction;

/**
 * Divides what several players reach together among them: each gets the mean of what it adds when
 * the players come one after the other, over all orders.
 *
 * <p>φᵢ = Σ over the sets S without i of |S|! (n − |S| − 1)! ÷ n! × (v(S ∪ i) − v(S)). The values
 * sum to v(all) − v(none) whatever v is. Up to {@value #MOST_EXACT} players they are exact, by
 * evaluating all 2ⁿ sets. Above, they are the means over {@value #PAIRS} seeded random orders and
 * their reverses (antithetic sampling: what is overrated early in the one is underrated in the
 * other); each order telescopes, so the sum stays exact.
 *
 * <p>Worked example: a promotion doubles a demand of 10 and a holiday doubles it once more, to 40.
 * Each adds 10 when it comes first and 20 when it comes second, so each gets 15.
 *
 * <p>References: L. S. Shapley, A value for n-person games, 1953. E. Štrumbelj and I. Kononenko,
 * Explaining prediction models and individual predictions with feature contributions, Knowledge and
 * Information Systems 41 (2014) 647–665. S. M. Lundberg and S.-I. Lee, A unified approach to
 * interpreting model predictions, NIPS 2017.
 */
public final class ShapleyValues {
  /** Players up to which every set is evaluated: 256 evaluations. */
  static final int MOST_EXACT = 8;

  /** Pairs of orders that are drawn above that: 48 × n evaluations. */
  static final int PAIRS = 24;

  private ShapleyValues() {}

  /**
   * Returns what each player contributes.
   *
   * @param value of the set of those players that are {@code true}; must be finite and must not
   *     keep the array
   * @param seed of the orders, where they are drawn
   */
  public static double[] of(int players, ToDoubleFunction<boolean[]> value, long seed) {
    return players <= MOST_EXACT ? exact(players, value) : sampled(players, value, seed);
  }

  static double[] exact(int players, ToDoubleFunction<boolean[]> value) {
    double[] values = new double[1 << players];
    boolean[] present = new boolean[players];
    for (int set = 0; set < values.length; set++) {
      for (int i = 0; i < players; i++) {
        present[i] = (set >> i & 1) == 1;
      }
      values[set] = value.applyAsDouble(present);
    }
    double[] weights = weights(players);
    double[] shapley = new double[players];
    for (int set = 0; set < values.length; set++) {
      double weight = weights[Integer.bitCount(set)];
      for (int i = 0; i < players; i++) {
        if ((set >> i & 1) == 0) {
          shapley[i] += weight * (values[set | 1 << i] - values[set]);
        }
      }
    }
    return shapley;
  }

  /** Returns s! (n − s − 1)! ÷ n! for sets of s = 0 … n − 1 players; the last place is not used. */
  private static double[] weights(int players) {
    double[] weights = new double[players + 1];
    for (int s = 0; s < players; s++) {
      double binomial = 1;
      for (int k = 1; k <= s; k++) {
        binomial = binomial * (players - k) / k;
      }
      weights[s] = 1 / (players * binomial);
    }
    return weights;
  }

  static double[] sampled(int players, ToDoubleFunction<boolean[]> value, long seed) {
    Random random = new Random(seed);
    int[] order = new int[players];
    Arrays.setAll(order, i -> i);
    double[] sum = new double[players];
    double none = value.applyAsDouble(new boolean[players]);
    for (int pair = 0; pair < PAIRS; pair++) {
      shuffle(order, random);
      addWalk(order, value, none, sum);
      reverse(order);
      addWalk(order, value, none, sum);
    }
    return Arrays.stream(sum).map(s -> s / (2 * PAIRS)).toArray();
  }

  private static void addWalk(
      int[] order, ToDoubleFunction<boolean[]> value, double none, double[] sum) {
    boolean[] present = new boolean[order.length];
    double before = none;
    for (int player : order) {
      present[player] = true;
      double after = value.applyAsDouble(present);
      sum[player] += after - before;
      before = after;
    }
  }

  private static void shuffle(int[] order, Random random) {
    for (int i = order.length - 1; i > 0; i--) {
      swap(order, i, random.nextInt(i + 1));
    }
  }

  private static void reverse(int[] order) {
    for (int i = 0; i < order.length / 2; i++) {
      swap(order, i, order.length - 1 - i);
    }
  }

  private static void swap(int[] order, int i, int j) {
    int kept = order[i];
    order[i] = order[j];
    order[j] = kept;
  }
}
