package org.demandwright.core.evaluate;

import java.util.Arrays;
import org.demandwright.core.demand.DemandSeries;

/**
 * The gaps between the demands of a series, counted in observed periods.
 *
 * @param gaps from each demand to the next, oldest first; 1 = the very next observed period
 * @param silent observed periods after the last demand
 * @param since index of the first period after the last demand
 */
record Pauses(int[] gaps, int silent, int since) {

  static Pauses of(DemandSeries series) {
    int[] gaps = new int[series.size()];
    int n = -1;
    int waited = 0;
    int since = 0;
    for (int i = 0; i < series.size(); i++) {
      if (!series.observed(i)) {
        // without stock a sale still tells that the item lives, silence tells nothing
        waited += series.units().get(i) > 0 ? 1 : 0;
      } else {
        waited++;
      }
      if (series.units().get(i) > 0) {
        if (n >= 0) {
          gaps[n] = waited;
        }
        n++;
        waited = 0;
        since = i + 1;
      }
    }
    return new Pauses(Arrays.copyOf(gaps, Math.max(0, n)), n < 0 ? 0 : waited, since);
  }

  /** Returns the number of periods with demand; 1 for a series without, which has no gap either. */
  int demands() {
    return gaps.length + 1;
  }

  /** Returns the longest pause there was before, in periods without demand. */
  int longest() {
    int longest = 0;
    for (int gap : gaps) {
      longest = Math.max(longest, gap - 1);
    }
    return longest;
  }

  /** Returns the observed periods from the first demand to the last. */
  int lived() {
    return sum(0) + 1;
  }

  /** Returns how many of the newest gaps there are, at most {@code n}. */
  int recentGaps(int n) {
    return Math.min(n, gaps.length);
  }

  /** Returns how many periods the newest {@code n} gaps last together. */
  int recentPeriods(int n) {
    return sum(Math.max(0, gaps.length - n));
  }

  private int sum(int from) {
    int sum = 0;
    for (int i = from; i < gaps.length; i++) {
      sum += gaps[i];
    }
    return sum;
  }
}
