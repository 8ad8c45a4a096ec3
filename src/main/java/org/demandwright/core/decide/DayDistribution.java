package org.demandwright.core.decide;

import java.util.Map;
import java.util.TreeMap;
import org.demandwright.core.DoubleVector;

/**
 * How a number of whole days is distributed, such as a lead time or how late deliveries are.
 *
 * @param first the least number of days; negative only of lateness
 * @param shares probability of each number from {@code first} on; they sum to 1
 */
public record DayDistribution(int first, DoubleVector shares) {
  private static final double DUST = 1e-9;

  public DayDistribution {
    double sum = 0;
    double least = 0;
    for (int i = 0; i < shares.size(); i++) {
      sum += shares.get(i);
      least = Math.min(least, shares.get(i));
    }
    if (least < 0 || Math.abs(sum - 1) > DUST) {
      throw new IllegalArgumentException("shares of days %s sum to %s".formatted(shares, sum));
    }
  }

  /** Returns a number of days that is certain. */
  public static DayDistribution certain(int days) {
    return new DayDistribution(days, DoubleVector.of(1));
  }

  /**
   * Returns the distribution with these weights, whatever they sum to.
   *
   * @param weights by days, at least 0, some of them above
   */
  public static DayDistribution of(Map<Integer, Double> weights) {
    TreeMap<Integer, Double> byDay = new TreeMap<>(weights);
    byDay.values().removeIf(w -> w == 0);
    if (byDay.isEmpty()) {
      throw new IllegalArgumentException("no days have any weight");
    }
    double sum = byDay.values().stream().mapToDouble(w -> w).sum();
    double[] shares = new double[byDay.lastKey() - byDay.firstKey() + 1];
    byDay.forEach((day, weight) -> shares[day - byDay.firstKey()] = weight / sum);
    return new DayDistribution(byDay.firstKey(), DoubleVector.of(shares));
  }

  /** Returns the highest number of days. */
  public int last() {
    return first + shares.size() - 1;
  }

  /** Returns the probability of so many days, 0 outside of the range. */
  public double share(int days) {
    return days < first || days > last() ? 0 : shares.get(days - first);
  }

  /** Returns the expected number of days. */
  public double mean() {
    double sum = 0;
    for (int i = 0; i < shares.size(); i++) {
      sum += shares.get(i) * i;
    }
    return first + sum;
  }

  /** Returns the variance, days squared. */
  public double variance() {
    double mean = mean();
    double sum = 0;
    for (int i = 0; i < shares.size(); i++) {
      double distance = first + i - mean;
      sum += shares.get(i) * distance * distance;
    }
    return sum;
  }

  /** Returns the standard deviation, days. */
  public double deviation() {
    return Math.sqrt(variance());
  }

  /**
   * Returns the least number of days that is not exceeded with a probability.
   *
   * @param level 0–1
   */
  public int quantile(double level) {
    double sum = 0;
    for (int i = 0; i < shares.size() - 1; i++) {
      sum += shares.get(i);
      if (sum >= level - DUST) {
        return first + i;
      }
    }
    return last();
  }

  /** Returns the same distribution, so many days later. */
  public DayDistribution plus(int days) {
    return new DayDistribution(first + days, shares);
  }

  /** Returns the same distribution in which what is less counts as the least. */
  public DayDistribution notBelow(int least) {
    if (first >= least) {
      return this;
    }
    double[] raised = new double[Math.max(1, last() - least + 1)];
    for (int day = first; day <= last(); day++) {
      raised[Math.max(least, day) - least] += share(day);
    }
    return new DayDistribution(least, DoubleVector.of(raised));
  }

  /**
   * Returns what is to be expected once more than {@code elapsed} days have gone by; one day more
   * than that where it never took so long.
   */
  public DayDistribution given(int elapsed) {
    if (elapsed < first) {
      return this;
    }
    TreeMap<Integer, Double> left = new TreeMap<>();
    for (int day = elapsed + 1; day <= last(); day++) {
      left.put(day, share(day));
    }
    boolean never = left.values().stream().allMatch(w -> w == 0);
    return never ? certain(elapsed + 1) : of(left);
  }

  /**
   * Returns the mixture in which this distribution has so much weight, and another one the rest.
   */
  public DayDistribution mixed(double weight, DayDistribution other) {
    if (weight == 1 || equals(other)) {
      return this;
    }
    if (weight == 0) {
      return other;
    }
    int from = Math.min(first, other.first);
    double[] both = new double[Math.max(last(), other.last()) - from + 1];
    for (int i = 0; i < both.length; i++) {
      both[i] = weight * share(from + i) + (1 - weight) * other.share(from + i);
    }
    return new DayDistribution(from, DoubleVector.of(both));
  }
}
