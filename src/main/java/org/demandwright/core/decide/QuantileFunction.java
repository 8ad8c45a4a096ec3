package org.demandwright.core.decide;

import java.util.Arrays;
import org.demandwright.core.DoubleVector;
import org.demandwright.core.evaluate.TotalLevels;
import org.demandwright.core.evaluate.TotalStep;

/**
 * A distribution by its quantiles: a line that rises from the level 0 to the level 1, straight
 * between its knots. Where it is flat there is a mass, as at 0 of demand that seldom comes.
 *
 * <p>Beyond the highest level of a total the tail is exponential: from 99 % on a quantile grows by
 * β for each factor e by which the probability of more shrinks. β leads from the 90 % quantile to
 * the 99 % one: of a normal distribution it is 0.454 σ, its 99.9 % quantile 3.37 σ rather than 3.09
 * σ. The step from 98 to 99 % alone is not trusted with it: it rests on one total in a hundred of a
 * pool, and what it leads to was replayed as many times what came. It ends at 99.99 %: more than
 * that is not thought of. Below the lowest level, where nothing is not known to have a probability,
 * it falls likewise by that which leads from the 10 to the 5 % quantile, down to 0.1 % and never
 * below 0.
 */
final class QuantileFunction {
  static final QuantileFunction NOTHING =
      new QuantileFunction(new double[] {0, 1}, new double[] {0, 0});

  private static final double[] TAIL = {0.995, 0.998, 0.999, 0.9995, 0.9998, 0.9999};
  private static final double[] LOW_TAIL = {0.001, 0.002, 0.005, 0.01, 0.02};
  private static final double RARE = 1 - TotalLevels.highest();

  /** Amounts that differ by less than this share of them are one: arithmetic tells no more. */
  private static final double DUST = 1e-12;

  private final double[] levels;
  private final double[] units;

  private QuantileFunction(double[] levels, double[] units) {
    this.levels = levels;
    this.units = units;
  }

  /**
   * Returns the distribution of a total.
   *
   * @param earlier of the total of fewer days: no quantile is below its
   */
  static QuantileFunction of(TotalStep step, QuantileFunction earlier) {
    if (step.nothing() == 1) {
      return NOTHING;
    }
    DoubleVector quantiles = step.quantiles();
    double[] levels = new double[TotalLevels.COUNT + TAIL.length + LOW_TAIL.length + 2];
    double[] units = new double[levels.length];
    int n = 1; // the level 0
    if (step.nothing() > 0) {
      levels[n++] = step.nothing();
    } else {
      double fall = slope(quantiles.get(1) - quantiles.get(0), 2);
      for (double level : LOW_TAIL) {
        double lower = fall * Math.log(TotalLevels.lowest() / level);
        levels[n] = level;
        units[n++] = Math.max(0, quantiles.get(0) - lower);
      }
      units[0] = units[1];
    }
    for (int i = 0; i < TotalLevels.COUNT; i++) {
      if (TotalLevels.ALL.get(i) > step.nothing()) {
        levels[n] = TotalLevels.ALL.get(i);
        units[n++] = quantiles.get(i);
      }
    }
    double rise = rise(quantiles);
    for (double level : TAIL) {
      levels[n] = level;
      units[n++] = quantiles.last() + rise * Math.log(RARE / (1 - level));
    }
    levels[n] = 1;
    units[n] = units[n - 1];
    QuantileFunction now =
        new QuantileFunction(Arrays.copyOf(levels, n + 1), Arrays.copyOf(units, n + 1));
    if (earlier != NOTHING) {
      now.raise(earlier);
    }
    return now;
  }

  /**
   * Lets no quantile be below that of another. Totals that cannot be nothing have the same levels:
   * then knot i is what {@link #at} finds, to the bit.
   */
  private void raise(QuantileFunction least) {
    boolean alike = Arrays.equals(levels, least.levels);
    for (int i = 0; i < units.length; i++) {
      double other =
          !alike || i == 0
              ? least.at(levels[i])
              : least.units[i - 1] + (least.units[i] - least.units[i - 1]);
      units[i] = Math.max(units[i], other);
    }
  }

  private static double rise(DoubleVector quantiles) {
    double factor = (1 - TotalLevels.ALL.get(TotalLevels.P90)) / RARE;
    return slope(quantiles.last() - quantiles.get(TotalLevels.P90), factor);
  }

  private static double slope(double distance, double factor) {
    return distance / Math.log(factor);
  }

  /**
   * Returns the distribution of whole units.
   *
   * @param probabilities of 0, 1, 2 … units; what they lack of 1 counts as the last
   */
  static QuantileFunction ofWhole(double[] probabilities) {
    double[] levels = new double[2 * probabilities.length];
    double[] units = new double[levels.length];
    double sum = 0;
    for (int k = 0; k < probabilities.length; k++) {
      levels[2 * k] = sum;
      sum = k == probabilities.length - 1 ? 1 : Math.min(1, sum + probabilities[k]);
      levels[2 * k + 1] = sum;
      units[2 * k] = k;
      units[2 * k + 1] = k;
    }
    return new QuantileFunction(levels, units);
  }

  /**
   * Returns the probability that it is no more than this. A mass that lies above it by dust alone
   * counts: so what {@link #at} returns is enough with its probability, however steep it is there.
   */
  double cdf(double amount) {
    double x = amount * (1 + DUST);
    int low = -1; // of the last knot that is not above x
    int high = units.length;
    while (high - low > 1) {
      int middle = (low + high) >>> 1;
      if (units[middle] <= x) {
        low = middle;
      } else {
        high = middle;
      }
    }
    if (low < 0) {
      return 0;
    }
    if (low == units.length - 1) {
      return 1;
    }
    double share = (x - units[low]) / (units[low + 1] - units[low]);
    return levels[low] + share * (levels[low + 1] - levels[low]);
  }

  /** Returns the least amount that is not exceeded with this probability 0–1. */
  double at(double level) {
    int low = 0; // of the last knot that is below the level
    int high = levels.length - 1;
    if (level <= levels[0]) {
      return units[0];
    }
    while (high - low > 1) {
      int middle = (low + high) >>> 1;
      if (levels[middle] < level) {
        low = middle;
      } else {
        high = middle;
      }
    }
    double share = (level - levels[low]) / (levels[high] - levels[low]);
    return units[low] + share * (units[high] - units[low]);
  }

  /** Returns by how much it exceeds this on average: E[(D − x)⁺]. */
  double excess(double x) {
    double sum = 0;
    for (int i = units.length - 1; i > 0 && units[i] > x; i--) {
      double width = levels[i] - levels[i - 1];
      double above = units[i] - x;
      double below = units[i - 1] - x;
      if (below >= 0) {
        sum += width * (above + below) / 2;
      } else {
        sum += width * above / (above - below) * above / 2;
      }
    }
    return sum;
  }

  /** Returns half the mean square of what exceeds this: ∫ E[(D − y)⁺] dy from x on. */
  double excessBeyond(double x) {
    double sum = 0;
    for (int i = units.length - 1; i > 0 && units[i] > x; i--) {
      double width = levels[i] - levels[i - 1];
      double above = units[i] - x;
      double below = units[i - 1] - x;
      if (below >= 0) {
        sum += width * (above * above + above * below + below * below) / 6;
      } else {
        sum += width * above / (above - below) * above * above / 6;
      }
    }
    return sum;
  }

  double highest() {
    return units[units.length - 1];
  }
}
