package org.demandwright.core.decide.risk;

import org.demandwright.core.DoubleVector;

/**
 * What a day in the past had to expect of the next days, from the days before it alone.
 *
 * <ul>
 *   <li>Days on which the item is promoted want more than usual ones, by what its promotions
 *       brought so far, drawn to {@value #PRIOR} times with the weight of {@value #PRIOR_DAYS}
 *       usual days.
 *   <li>The level is the mean of the last {@value #RECENT} days on which one could buy, drawn to
 *       that of the last {@value #YEAR} with the weight of {@value #WEIGHT} days, so that items
 *       that sell seldom are not thought dead after a quiet month.
 *   <li>Around the expected demand m of some days its variance is φ · m + {@value #UNSURE} · m²: φ
 *       as orders come in sizes of their own, measured on the weeks of the last year, the rest
 *       since the level is not known. Its square root is taken to be normal with a fourth of
 *       variance ÷ m (Bartlett 1936; Anscombe 1948), so that the mean is m.
 *   <li>Days without stock say nothing and are left out.
 * </ul>
 *
 * <p>It is no forecast of the engine, which would have to be trained anew for every past day; it is
 * what a replay can know cheaply and without looking ahead.
 */
public final class PastDemand implements DemandAhead {
  private static final int WEEK = 7;
  private static final int RECENT = 56;
  private static final int YEAR = 364;
  private static final double WEIGHT = 14;
  private static final double PRIOR = 1.5;
  private static final double PRIOR_DAYS = 7;
  private static final int LEAST = 4;
  private static final double DUST = 1e-9;
  private static final double UNSURE = 0.03;
  private static final double FEW_KNOWN = 2;
  private static final double LEAST_DISPERSION = 0.3;

  private final double[] sums;
  private final double[] counts;
  private final double[] known;
  private final int now;

  /** Below 0 until it is asked for. */
  private double dispersion = -1;

  /**
   * @param sold base units a day
   * @param could 1 on days on which one could buy, else 0; as long
   * @param promoted 1 on days on which it is promoted, else 0; as long, and planned ones count
   * @param now the day that it is; of sales nothing later is looked at
   */
  public PastDemand(DoubleVector sold, DoubleVector could, DoubleVector promoted, int now) {
    this.now = now;
    double uplift = uplift(sold, could, promoted, now);
    sums = new double[now + 1];
    counts = new double[now + 1];
    known = new double[promoted.size() + 1];
    for (int d = 0; d < promoted.size(); d++) {
      known[d + 1] = known[d] + 1 + promoted.get(d) * (uplift - 1);
    }
    for (int d = 0; d < now; d++) {
      sums[d + 1] = sums[d] + could.get(d) * sold.get(d);
      counts[d + 1] = counts[d] + could.get(d) * usual(d, d + 1);
    }
  }

  /** How many usual days a promoted one is. */
  private static double uplift(
      DoubleVector sold, DoubleVector could, DoubleVector promoted, int now) {
    double[] units = new double[2];
    double[] days = new double[2];
    for (int d = 0; d < now; d++) {
      int kind = (int) promoted.get(d);
      units[kind] += could.get(d) * sold.get(d);
      days[kind] += could.get(d);
    }
    double level = days[0] == 0 ? 0 : units[0] / days[0];
    return level == 0
        ? 1
        : Math.max(1, (units[1] + PRIOR_DAYS * PRIOR * level) / ((days[1] + PRIOR_DAYS) * level));
  }

  /** How many usual days the days from one to another are. */
  private double usual(int from, int to) {
    return known[to] - known[from];
  }

  /** Returns whether enough was known to say anything. */
  public boolean known() {
    return counts[now] - counts[Math.max(0, now - YEAR)] >= RECENT && level(now) > 0;
  }

  /** Returns the level, base units a day. */
  public double level() {
    return level(now);
  }

  private double level(int day) {
    int year = Math.max(0, day - YEAR);
    int recent = Math.max(0, day - RECENT);
    double known = counts[day] - counts[year];
    if (known == 0) {
      return 0;
    }
    double longRun = (sums[day] - sums[year]) / known;
    double near = counts[day] - counts[recent];
    return (sums[day] - sums[recent] + WEIGHT * longRun) / (near + WEIGHT);
  }

  /** How much the variance of a week's demand is of what was expected, without what is unsure. */
  private double dispersion() {
    double squares = 0;
    double unsure = 0;
    double expected = 0;
    int weeks = 0;
    for (int from = now - WEEK; from >= Math.max(RECENT, now - YEAR); from -= WEEK) {
      double mean = isCut(from, from + WEEK) ? 0 : level(from) * usual(from, from + WEEK);
      if (mean > 0) {
        double error = sums[from + WEEK] - sums[from] - mean;
        squares += error * error;
        unsure += UNSURE * mean * mean;
        expected += mean;
        weeks++;
      }
    }
    return weeks < LEAST ? FEW_KNOWN : Math.max(LEAST_DISPERSION, (squares - unsure) / expected);
  }

  /** Whether one could not buy on some of the days. */
  private boolean isCut(int from, int to) {
    return counts[to] - counts[from] < usual(from, to) * (1 - DUST);
  }

  /**
   * The normal distribution of the root of a demand.
   *
   * @param middle its mean
   * @param spread its standard deviation
   */
  private record Root(double middle, double spread) {
    /** Returns the probability that the demand is at least so much. */
    double reaches(double units) {
      return Normal.above((Math.sqrt(units) - middle) / spread);
    }

    /** Returns the mean of what goes beyond so much: E[(X² − u)⁺], over X from √u on. */
    double beyond(double units) {
      double z = (Math.sqrt(units) - middle) / spread;
      return (middle * middle + spread * spread - units) * Normal.above(z)
          + spread * (middle + Math.sqrt(units)) * Normal.density(z);
    }
  }

  private Root root(int days) {
    if (dispersion < 0) {
      dispersion = dispersion();
    }
    double mean = level(now) * usual(now, now + days);
    double variance = (dispersion + UNSURE * mean) / 4;
    return new Root(Math.sqrt(Math.max(0, mean - variance)), Math.sqrt(variance));
  }

  @Override
  public double reaches(int days, double units) {
    return units <= 0 ? 1 : root(days).reaches(units);
  }

  @Override
  public double beyond(int days, double units) {
    return Math.max(0, root(days).beyond(Math.max(0, units)));
  }
}
