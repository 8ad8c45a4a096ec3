package org.demandwright.core.decide;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.demandwright.core.DoubleVector;
import org.demandwright.core.demand.Period;
import org.demandwright.core.evaluate.TotalDemand;
import org.demandwright.core.evaluate.TotalLevels;
import org.demandwright.core.evaluate.TotalStep;

/**
 * How the total demand of the next days is distributed, whether their number is known or random: a
 * version's own totals, read from today on. Day 1 is today.
 *
 * <ul>
 *   <li>Where today is the origin of the version it is {@link TotalDemand} day by day.
 *   <li>Where k days have gone by since, the next d days have the expected demand of the days k + 1
 *       … k + d, and the shape of the version's first d days: what d days ahead is uncertain is so
 *       whenever one looks. Never does a quantile fall from a day to the next.
 *   <li>Beyond the horizon, which {@link #reach} tells, expected demand goes on at the mean rate of
 *       the horizon, distances from it grow with the root of the time, and the probability of
 *       nothing is that of independent stretches. Who asks is told ({@link
 *       DemandDistribution#beyondHorizon}).
 * </ul>
 *
 * <p>Keeps the days that were asked for; not to be shared between threads.
 */
public final class DemandOverTime {
  private static final double DUST = 1e-9;

  private final TotalDemand totals;
  private final int gone;

  /** Expected demand of no day, of one, of two … up to the reach. */
  private final double[] means;

  private final List<TotalStep> days = new ArrayList<>();
  private final List<QuantileFunction> functions = new ArrayList<>();
  private final Map<Integer, QuantileFunction> beyond = new HashMap<>();

  private DemandOverTime(TotalDemand totals, int gone) {
    this.totals = totals;
    this.gone = gone;
    this.means = means(totals, gone);
  }

  private static double[] means(TotalDemand totals, int gone) {
    double[] means = new double[totals.days() - gone + 1];
    double before = gone == 0 ? 0 : totals.mean(gone);
    Period period = totals.origin();
    double begin = 0;
    int day = 0;
    for (TotalStep step : totals.steps()) {
      int length = period.days();
      for (int d = 1; d <= length; d++) {
        double mean = begin + (double) d / length * (step.mean() - begin);
        if (++day > gone) {
          means[day - gone] = Math.max(means[day - gone - 1], mean - before);
        }
      }
      begin = step.mean();
      period = period.plus(1);
    }
    return means;
  }

  /** Returns the demand from the origin of a version on. */
  public static DemandOverTime of(TotalDemand totals) {
    return new DemandOverTime(totals, 0);
  }

  /**
   * Returns the demand from a day on.
   *
   * @param today the origin or a day after it within the horizon
   */
  public static DemandOverTime from(TotalDemand totals, LocalDate today) {
    LocalDate origin = totals.origin().start();
    long gone = ChronoUnit.DAYS.between(origin, today);
    if (gone < 0 || gone >= totals.days()) {
      throw new IllegalArgumentException(
          "%s: the version tells %d days from %s on".formatted(today, totals.days(), origin));
    }
    return new DemandOverTime(totals, (int) gone);
  }

  /** Returns how many days from today on the version tells. */
  public int reach() {
    return means.length - 1;
  }

  /**
   * Returns the expected demand of the next days.
   *
   * @param next at least 0
   */
  public double mean(int next) {
    return next <= reach() ? means[next] : means[reach()] * ((double) next / reach());
  }

  /**
   * Returns how the demand of the next days is distributed.
   *
   * @param next at least 0
   */
  public DemandDistribution over(int next) {
    return over(DayDistribution.certain(next));
  }

  /**
   * Returns how the demand of a random number of days is distributed.
   *
   * @param next lead time with review period, at least 0
   */
  public DemandDistribution over(DayDistribution next) {
    List<DemandDistribution.Part> parts = new ArrayList<>();
    double mean = 0;
    double beyond = 0;
    for (int day = next.first(); day <= next.last(); day++) {
      double share = next.share(day);
      if (share > 0) {
        parts.add(new DemandDistribution.Part(share, function(day)));
        mean += share * mean(day);
        beyond += day > reach() ? share : 0;
      }
    }
    return new DemandDistribution(parts, mean, Math.min(1, beyond));
  }

  /** Returns the probability 0–1 that the next days want more than this. */
  public double stockOut(int next, double units) {
    return units < 0 ? 1 : 1 - function(next).cdf(units);
  }

  /**
   * Returns for how many days this stock is enough on average: the last day of which the expected
   * demand up to it is no more.
   *
   * @param most days after which the answer is {@code most}
   */
  public int cover(double units, int most) {
    int enough = 0;
    while (enough < most && mean(enough + 1) <= units * (1 + DUST)) {
      enough++;
    }
    return enough;
  }

  private QuantileFunction function(int day) {
    if (day == 0) {
      return QuantileFunction.NOTHING;
    }
    if (day > reach()) {
      return prolonged(day);
    }
    prepare(day);
    for (int d = functions.size() + 1; d <= day; d++) {
      functions.add(
          QuantileFunction.of(
              days.get(d - 1), d == 1 ? QuantileFunction.NOTHING : functions.get(d - 2)));
    }
    return functions.get(day - 1);
  }

  /**
   * Prolonged totals rise by themselves from the last day that is known on, so that none between
   * need be known; but for the tail of demand that comes in less than one stretch in ten, which is
   * led by another quantile once it comes in more.
   */
  private QuantileFunction prolonged(int day) {
    QuantileFunction before = function(reach());
    TotalStep last = days.get(reach() - 1);
    boolean rare = last.nothing() >= TotalLevels.ALL.get(TotalLevels.P90);
    for (int d = rare ? reach() + 1 : day; d <= day; d++) {
      QuantileFunction earlier = before;
      before = beyond.get(d);
      if (before == null) {
        before = QuantileFunction.of(prolonged(last, (double) d / reach()), earlier);
        beyond.put(d, before);
      }
    }
    return before;
  }

  private void prepare(int last) {
    if (days.size() < last) {
      int known = Math.min(Math.max(last, 2 * days.size()), reach());
      List<TotalStep> first = totals.daily(known);
      for (int d = days.size(); d < known; d++) {
        add(gone == 0 ? first.get(d) : first.get(d).scaledTo(means[d + 1]));
      }
    }
  }

  private void add(TotalStep step) {
    if (days.isEmpty()) {
      days.add(step);
      return;
    }
    TotalStep last = days.get(days.size() - 1);
    double mean = Math.max(step.mean(), last.mean());
    days.add(new TotalStep(mean, step.nothing(), step.quantiles()).notBelow(last));
  }

  /** The last day that is known, as so many times as long a stretch. */
  private static TotalStep prolonged(TotalStep last, double times) {
    if (last.nothing() == 1) {
      return last;
    }
    double nothing = Math.pow(last.nothing(), times);
    double[] quantiles = new double[TotalLevels.COUNT];
    for (int i = 0; i < quantiles.length; i++) {
      if (TotalLevels.ALL.get(i) > nothing) {
        double distance = last.quantiles().get(i) - last.mean();
        quantiles[i] = Math.max(0, times * last.mean() + Math.sqrt(times) * distance);
      }
    }
    return new TotalStep(times * last.mean(), nothing, DoubleVector.of(quantiles));
  }
}
