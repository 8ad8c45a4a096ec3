package org.demandwright.core.decide.promotion;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * How much less was paid in a promotion than in the weeks around it that are free of promotions.
 * Money is known by weeks alone: that a week paid less is the promotion's by the share of the
 * week's units that were sold in it.
 */
final class PaidDepth {
  private static final double SHALLOWEST = 0.01;
  private static final double DEEPEST = 0.95;

  private PaidDepth() {}

  /**
   * A week that a promotion touched.
   *
   * @param share of its units that were sold in the promotion
   * @param price that was paid in it, on average
   */
  private record Touched(double share, double price, double units) {}

  /** Returns the share that was paid less from one day to before another; empty where unknown. */
  static Optional<Double> of(PlaceDays place, OrdinaryDays days, int from, int to) {
    double usualUnits = 0;
    double usualMoney = 0;
    List<Touched> touched = new ArrayList<>();
    for (PlaceDays.WeekPaid week : place.paid()) {
      int start = place.day(week.monday());
      int end = start + OrdinaryDays.WEEK;
      boolean near = start >= from - PlaceStudy.REACH && start < to + PlaceStudy.REACH;
      if (!near || week.units() <= 0) {
        continue;
      }
      double in = units(days, Math.max(from, start), Math.min(to, end));
      double all = units(days, Math.max(0, start), Math.min(days.size(), end));
      if (days.isFree(Math.max(0, start), Math.max(0, end))) {
        usualUnits += week.units();
        usualMoney += week.money();
      } else if (in > 0 && all > 0) {
        touched.add(new Touched(Math.min(1, in / all), week.money() / week.units(), week.units()));
      }
    }
    return usualUnits <= 0 || usualMoney <= 0
        ? Optional.empty()
        : depth(touched, usualMoney / usualUnits);
  }

  private static Optional<Double> depth(List<Touched> weeks, double usual) {
    double shares = 0;
    double less = 0;
    for (Touched week : weeks) {
      less += week.share() * (1 - week.price() / usual) * week.units();
      shares += week.share() * week.share() * week.units();
    }
    return shares > 0 && less / shares > SHALLOWEST
        ? Optional.of(Math.min(DEEPEST, less / shares))
        : Optional.empty();
  }

  private static double units(OrdinaryDays days, int from, int to) {
    double units = 0;
    for (int d = from; d < to; d++) {
      units += days.sold(d);
    }
    return units;
  }
}
