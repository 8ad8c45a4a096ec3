package org.demandwright.core.feature;

import java.time.LocalDate;
import java.util.Arrays;
import org.demandwright.core.demand.Bucket;

/**
 * What the day of the month does to daily demand: wages and benefits are paid on certain days, and
 * spent soon after.
 *
 * <p>factor of day d = (p × (A + k) ÷ (p × B + k)) raised to a strength, with p the factor of all
 * series together, A the units that the series itself sold on that day of the month, B the mean
 * demand of the stretches of 28 days around them, and k = {@value #PRIOR_UNITS} × the
 * variance-to-mean ratio of its demand: the rougher the series, the longer it follows the others.
 * Weeks and longer periods have factor 1.
 */
public final class MonthDayIndex implements TargetTransform {
  static final int DAYS = 31;
  static final int STRETCH = 28;
  private static final double PRIOR_UNITS = 60;

  private final double strength;
  private final double[] pool;

  /**
   * Makes an index.
   *
   * @param strength 0–1
   * @param pool factor of each day of the month, that of the first at 0
   */
  public MonthDayIndex(double strength, double[] pool) {
    if (pool.length != DAYS) {
      throw new IllegalArgumentException(
          "factors of " + pool.length + " days of the month, not " + DAYS);
    }
    this.strength = strength;
    this.pool = pool.clone();
  }

  /** Returns the index that knows no days. */
  public static MonthDayIndex none() {
    double[] pool = new double[DAYS];
    Arrays.fill(pool, 1);
    return new MonthDayIndex(0, pool);
  }

  public double strength() {
    return strength;
  }

  /** Returns the factor of each day of the month for all series together. */
  public double[] pool() {
    return pool.clone();
  }

  @Override
  public double[] factors(History history, double[] units, int periods) {
    double[] factors = new double[periods];
    if (strength == 0 || history.bucket() != Bucket.DAY) {
      Arrays.fill(factors, 1);
      return factors;
    }
    double[] shape = shape(history, units, units.length);
    LocalDate first = history.series().first().start();
    for (int i = 0; i < periods; i++) {
      factors[i] = Math.pow(shape[day(first, i)], strength);
    }
    return factors;
  }

  /** Returns the factor of each day of the month for one series, of its first {@code to} days. */
  double[] shape(History history, double[] units, int to) {
    MonthDaySums own = MonthDaySums.of(history, units, to);
    double prior = PRIOR_UNITS * KnownEffects.noise(units);
    double[] shape = new double[DAYS];
    for (int d = 0; d < DAYS; d++) {
      shape[d] = pool[d] * (own.sold()[d] + prior) / (pool[d] * own.expected()[d] + prior);
    }
    return shape;
  }

  /** Returns the day of the month, from 0, of a day of a series. */
  static int day(LocalDate first, int index) {
    return first.plusDays(index).getDayOfMonth() - 1;
  }
}
