package org.demandwright.core.decide.risk;

import java.util.Arrays;
import org.demandwright.core.DoubleVector;

/**
 * What a day in the past had to expect of the next days, from the days before it alone: how the
 * sums of as many days in a row, which began on the same weekday some weeks before, lay around the
 * level of their time, laid around the level of that day.
 *
 * <ul>
 *   <li>Days on which the item is promoted want more than usual ones, by what its promotions
 *       brought so far, drawn to {@value #PRIOR} times with the weight of {@value #PRIOR_DAYS}
 *       usual days.
 *   <li>The level is the mean of the last {@value #RECENT} days on which one could buy, drawn to
 *       that of the last {@value #YEAR} with the weight of {@value #WEIGHT} days, so that items
 *       that sell seldom are not thought dead after a quiet month.
 *   <li>Each sum becomes its share of what its level let expect; shares are spread by the kernel of
 *       Epanechnikov (1969) with the bandwidth that suits normal ones, 2.34 · d · n^−⅕ (Silverman
 *       1986), but those of nothing stay.
 *   <li>Sums over days without stock say nothing and are left out.
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
  private static final int LEAST = 8;
  private static final double DUST = 1e-9;
  private static final double SILVERMAN = 2.34;

  private final double[] sums;
  private final double[] counts;
  private final double[] known;
  private final int now;

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

  /** Shares of what was expected that came in sums of so many days. */
  private double[] shares(int days) {
    double[] shares = new double[YEAR / WEEK];
    int n = 0;
    for (int back = WEEK; back <= YEAR; back += WEEK) {
      int from = now - back;
      int to = from + days;
      if (from < RECENT || to > now || isCut(from, to)) {
        continue;
      }
      double level = level(from);
      if (level > 0) {
        shares[n++] = (sums[to] - sums[from]) / (level * usual(from, to));
      }
    }
    return n >= LEAST ? Arrays.copyOf(shares, n) : shares(Math.max(1, days / 2), days);
  }

  /** Whether one could not buy on some of the days. */
  private boolean isCut(int from, int to) {
    return counts[to] - counts[from] < usual(from, to) * (1 - DUST);
  }

  /** Of half as long sums where there are too few; evenly around 1 where a day is too long. */
  private double[] shares(int fewer, int days) {
    return fewer == days ? new double[] {0.5, 1, 1.5} : shares(fewer);
  }

  private static double bandwidth(double[] shares) {
    double mean = Arrays.stream(shares).average().orElse(0);
    double squares = Arrays.stream(shares).map(s -> (s - mean) * (s - mean)).sum();
    double deviation = Math.sqrt(squares / Math.max(1, shares.length - 1));
    return Math.max(1e-6, SILVERMAN * deviation * Math.pow(shares.length, -0.2));
  }

  @Override
  public double reaches(int days, double units) {
    if (units <= 0) {
      return 1;
    }
    double[] shares = shares(days);
    double wanted = units / (level(now) * usual(now, now + days));
    double width = bandwidth(shares);
    double sum = 0;
    for (double share : shares) {
      sum += share == 0 ? 0 : upTo((share - wanted) / width);
    }
    return sum / shares.length;
  }

  /** The share of the kernel that lies below a place. */
  private static double upTo(double place) {
    double at = Math.max(-1, Math.min(1, place));
    return 0.25 * (2 + 3 * at - at * at * at);
  }

  @Override
  public double beyond(int days, double units) {
    double[] shares = shares(days);
    double expected = level(now) * usual(now, now + days);
    double sum = 0;
    for (double share : shares) {
      sum += Math.max(0, share * expected - Math.max(0, units));
    }
    return sum / shares.length;
  }
}
