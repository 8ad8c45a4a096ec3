package org.demandwright.core.evaluate;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.demandwright.core.DoubleVector;
import org.demandwright.core.demand.Period;

/**
 * How the total demand of one series from the origin on is distributed, for any number of days
 * within the horizon: what a lead time may ask for. Base units.
 *
 * <p>At the end of a period it is the {@link TotalStep} of that period. Within one, between the end
 * of the period before (1) and its own end (2), at the share w of its days:
 *
 * <ul>
 *   <li>The mean grows evenly.
 *   <li>The probability of nothing is P₁<sup>1−w</sup> · P₂<sup>w</sup>, as that of independent
 *       orders that come at an even rate; P₁ = 1 at the origin.
 *   <li>Of the totals above nothing, the distance of a quantile from their mean grows as the root
 *       of the time, as the spread of a sum of independent days does: the squares of the two
 *       distances, with their signs, are interpolated evenly. At the origin stands the size of one
 *       order: the mean ÷ −ln P₂ of the first period, with the distances in proportion; 0 where P₂
 *       is 0.
 *   <li>The result is kept between the quantiles of both ends at the same level, and never falls
 *       from day to day.
 * </ul>
 *
 * <p>Worked: a first week with mean 70, P₂ = 0 and the 90 % quantile 90 has, after two days, the
 * mean 20 and the 90 % quantile 20 + 20·√(2/7) = 30.69. A first week in which with probability 0.64
 * nothing is wanted has 0.8 for its first half.
 *
 * <p>Reference for the root of the time: Silver, Pyke &amp; Thomas (2017), <i>Inventory and
 * production management in supply chains</i>, on lead-time demand; for the interpolated
 * probability: a compound Poisson process.
 *
 * @param origin the first period; day 1 is its first day
 * @param steps one per period; no quantile falls from one to the next, nor does the mean
 */
public record TotalDemand(Period origin, List<TotalStep> steps) {
  private static final int HALVINGS = 50;

  public TotalDemand {
    Objects.requireNonNull(origin, "origin");
    steps = List.copyOf(steps);
    if (steps.isEmpty()) {
      throw new IllegalArgumentException("totals of no step");
    }
    for (int h = 1; h < steps.size(); h++) {
      TotalStep last = steps.get(h - 1);
      TotalStep next = steps.get(h);
      if (next.mean() < last.mean() || !next.notBelow(last).equals(next)) {
        throw new IllegalArgumentException("totals fall from step %d to the next".formatted(h));
      }
    }
  }

  /** A number of days: in which period the last lies, its number there, and the period's days. */
  private record Place(int step, int day, int length) {
    double share() {
      return (double) day / length;
    }
  }

  /** Returns how many days the horizon has. */
  public int days() {
    return daysTo(steps.size());
  }

  /**
   * Returns the expected total of the first days.
   *
   * @param days 1 … {@link #days()}
   */
  public double mean(int days) {
    return mean(place(days));
  }

  private double mean(Place at) {
    double before = at.step() == 0 ? 0 : steps.get(at.step() - 1).mean();
    return before + at.share() * (steps.get(at.step()).mean() - before);
  }

  /**
   * Returns the probability that nothing is wanted in the first days; 0 also where it is below the
   * lowest of the {@link TotalLevels}.
   *
   * @param days 1 … {@link #days()}
   */
  public double nothing(int days) {
    return nothing(place(days));
  }

  private double nothing(Place at) {
    double before = at.step() == 0 ? 1 : steps.get(at.step() - 1).nothing();
    return Math.pow(before, 1 - at.share()) * Math.pow(steps.get(at.step()).nothing(), at.share());
  }

  /**
   * Returns the total that is not exceeded with a probability.
   *
   * @param level from the lowest to the highest of the {@link TotalLevels}; throws beyond, where
   *     nothing is known
   * @param days 1 … {@link #days()}
   */
  public double quantile(double level, int days) {
    if (!(level >= TotalLevels.lowest() && level <= TotalLevels.highest())) {
      throw new IllegalArgumentException(
          "level %s; totals are known from %s to %s"
              .formatted(level, TotalLevels.lowest(), TotalLevels.highest()));
    }
    return quantile(level, place(days));
  }

  private double quantile(double level, Place at) {
    if (at.day() == at.length()) {
      return steps.get(at.step()).at(level);
    }
    double highest = 0;
    for (int day = 1; day <= at.day(); day++) {
      highest = Math.max(highest, between(level, new Place(at.step(), day, at.length())));
    }
    return highest;
  }

  private double between(double level, Place at) {
    TotalStep end = steps.get(at.step());
    double nothing = nothing(at);
    if (level <= nothing) {
      return 0;
    }
    double rank = (level - nothing) / (1 - nothing);
    double later = distance(end, rank);
    double lowest = at.step() == 0 ? 0 : steps.get(at.step() - 1).at(level);
    double earlier =
        begins(at.step()) ? later * sizeOfOne(end) : distance(steps.get(at.step() - 1), rank);
    double distance = root((1 - at.share()) * square(earlier) + at.share() * square(later));
    double total = mean(at) / (1 - nothing) + distance;
    return Math.min(Math.max(lowest, total), Math.max(lowest, end.at(level)));
  }

  /** Whether nothing is wanted before a step. */
  private boolean begins(int step) {
    return step == 0 || steps.get(step - 1).nothing() == 1;
  }

  /** The mean size of one order, as a share of the mean of the totals above nothing. */
  private static double sizeOfOne(TotalStep end) {
    return end.nothing() == 0 ? 0 : (1 - end.nothing()) / -Math.log(end.nothing());
  }

  /** How far the quantile of the totals above nothing lies from their mean. */
  private static double distance(TotalStep step, double rank) {
    double level = step.nothing() + rank * (1 - step.nothing());
    return step.at(Math.min(level, TotalLevels.highest())) - step.meanOfSome();
  }

  private static double square(double distance) {
    return distance * Math.abs(distance);
  }

  private static double root(double square) {
    return Math.signum(square) * Math.sqrt(Math.abs(square));
  }

  /**
   * Returns the distribution of the total of one day, of two days and so on: at once what {@link
   * #mean}, {@link #nothing} and {@link #quantile} tell day by day.
   *
   * @param last 1 … {@link #days()}
   */
  public List<TotalStep> daily(int last) {
    int end = place(last).step();
    List<TotalStep> daily = new ArrayList<>();
    for (int step = 0; step <= end; step++) {
      int length = daysTo(step + 1) - daysTo(step);
      for (int day = 1; day <= length && daily.size() < last; day++) {
        TotalStep told = day == length ? steps.get(step) : within(new Place(step, day, length));
        daily.add(daily.isEmpty() ? told : told.notBelow(daily.get(daily.size() - 1)));
      }
    }
    return daily;
  }

  private TotalStep within(Place at) {
    double[] quantiles = new double[TotalLevels.COUNT];
    double least = 0;
    for (int i = 0; i < quantiles.length; i++) {
      least = Math.max(least, between(TotalLevels.ALL.get(i), at));
      quantiles[i] = least;
    }
    return new TotalStep(mean(at), nothing(at), DoubleVector.of(quantiles));
  }

  /**
   * Returns the probability that no more than so much is wanted. Between the lowest and the highest
   * of the {@link TotalLevels} it is known; beyond, only that it is no larger, or no smaller.
   *
   * @param units base units
   * @param days 1 … {@link #days()}
   */
  public Chance probability(double units, int days) {
    Place at = place(days);
    if (units < 0) {
      return Chance.exactly(0);
    }
    if (nothing(at) == 1) {
      return Chance.exactly(1);
    }
    if (quantile(TotalLevels.lowest(), at) > units) {
      return new Chance(nothing(at), TotalLevels.lowest());
    }
    if (quantile(TotalLevels.highest(), at) <= units) {
      return new Chance(Math.max(nothing(at), TotalLevels.highest()), 1);
    }
    double low = TotalLevels.lowest();
    double high = TotalLevels.highest();
    for (int i = 0; i < HALVINGS; i++) {
      double middle = (low + high) / 2;
      if (quantile(middle, at) <= units) {
        low = middle;
      } else {
        high = middle;
      }
    }
    return Chance.exactly(low);
  }

  /**
   * Returns the distribution around another figure, such as one that a planner set: at each step
   * all quantiles are multiplied by what the total of that figure is to the mean. Where the mean is
   * 0, what is added counts as certain.
   *
   * @param totals of the other figure from the origin to each step, base units, never falling
   */
  public TotalDemand scaledTo(DoubleVector totals) {
    if (totals.size() != steps.size()) {
      throw new IllegalArgumentException(
          "%d totals for %d steps".formatted(totals.size(), steps.size()));
    }
    List<TotalStep> scaled = new ArrayList<>();
    for (int h = 0; h < steps.size(); h++) {
      TotalStep step = steps.get(h).scaledTo(totals.get(h));
      scaled.add(h == 0 ? step : step.notBelow(scaled.get(h - 1)));
    }
    return new TotalDemand(origin, scaled);
  }

  /**
   * Returns the sum of two series, such as of two channels that are served from one stock. How they
   * go together is not known; they are taken to be high and low at the same time, so that the upper
   * quantiles are never too low.
   *
   * @param other of the same origin and horizon
   */
  public TotalDemand and(TotalDemand other) {
    if (!origin.equals(other.origin) || steps.size() != other.steps.size()) {
      throw new IllegalArgumentException(
          "%s with %d steps and %s with %d"
              .formatted(origin, steps.size(), other.origin, other.steps.size()));
    }
    List<TotalStep> sums = new ArrayList<>();
    for (int h = 0; h < steps.size(); h++) {
      sums.add(steps.get(h).and(other.steps.get(h)));
    }
    return new TotalDemand(origin, sums);
  }

  private Place place(int days) {
    if (days < 1 || days > days()) {
      throw new IllegalArgumentException(
          "%d days; the totals reach from 1 to %d".formatted(days, days()));
    }
    int step = 0;
    while (daysTo(step + 1) < days) {
      step++;
    }
    int before = daysTo(step);
    return new Place(step, days - before, daysTo(step + 1) - before);
  }

  private int daysTo(int step) {
    return Math.toIntExact(origin.plus(step).start().toEpochDay() - origin.start().toEpochDay());
  }
}
