package org.demandwright.core.decide.promotion;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.demandwright.core.decide.promotion.Shrinkage.Drawn;
import org.demandwright.core.decide.promotion.Shrinkage.Estimate;

/**
 * What the items of a category sold apart from the usual at a site, week by week, beside what its
 * promotions brought: it tells which share of the latter is taken from the former.
 */
final class ShelfWeeks {
  private static final int AROUND = 4;

  /** Days on either side of a day, by which is told what was usual on it. */
  private static final int LOCAL = 28;

  private static final int LEAST_WEEKS = 20;

  /** Few categories cannot tell how much they differ: shares do by a tenth at least. */
  private static final double LEAST_BETWEEN = 0.01;

  private final String group;

  /** Units above what was expected on ordinary days. */
  private final double[] apart;

  /** Units expected on ordinary days. */
  private final double[] expected;

  /** Units expected on all days without a promotion. */
  private final double[] all;

  /** Units that promotions brought more. */
  private final double[] brought;

  ShelfWeeks(String group, int weeks) {
    this.group = group;
    this.apart = new double[weeks];
    this.expected = new double[weeks];
    this.all = new double[weeks];
    this.brought = new double[weeks];
  }

  /**
   * Adds what was sold of an item on ordinary days apart from what the days around them had, week
   * by week.
   */
  void add(OrdinaryDays days, int firstWeek) {
    for (int d = days.begun(); d < days.size(); d++) {
      int from = Math.max(0, d - LOCAL);
      int to = Math.min(days.size(), d + LOCAL + 1);
      int at = days.week(d) - firstWeek;
      double around = days.weight(from, to);
      boolean tells = around >= PlaceStudy.LEAST_BASE && at >= 0 && at < apart.length;
      if (tells && !days.isPromoted(d) && !days.isOut(d)) {
        double usual = days.units(from, to) / around * days.profile(d);
        all[at] += usual;
        if (days.isOrdinary(d)) {
          apart[at] += days.sold(d) - usual;
          expected[at] += usual;
        }
      }
    }
  }

  /**
   * Adds what a promotion brought more.
   *
   * @param weeks what was expected on its days
   */
  void bring(PromotionWeeks weeks, double uplift, int firstWeek) {
    for (int k = 0; k < weeks.expected().length; k++) {
      int at = weeks.first() - firstWeek + k;
      if (at >= 0 && at < brought.length) {
        brought[at] += uplift * weeks.expected()[k];
      }
    }
  }

  /** Sums of a regression without a constant. */
  private static final class Sums {
    private double squares;
    private double products;
    private double sandwich;
    private int weeks;
  }

  /**
   * Returns the share that is taken, by group, drawn to the mean of groups; groups that tell
   * nothing are left out.
   */
  static Map<String, Drawn> taken(Collection<ShelfWeeks> shelves) {
    Map<String, Sums> sums = new TreeMap<>();
    for (ShelfWeeks s : shelves) {
      s.add(sums.computeIfAbsent(s.group, g -> new Sums()));
    }
    for (ShelfWeeks s : shelves) {
      Sums sum = sums.get(s.group);
      s.sandwich(sum, sum.squares > 0 ? -sum.products / sum.squares : 0);
    }
    Map<String, Estimate> estimates = new TreeMap<>();
    sums.forEach((group, sum) -> estimate(sum).ifPresent(e -> estimates.put(group, e)));
    Shrinkage shrinkage = Shrinkage.of(List.copyOf(estimates.values()), LEAST_BETWEEN);
    Map<String, Drawn> taken = new TreeMap<>();
    estimates.forEach((group, e) -> taken.put(group, shrinkage.draw(e)));
    return taken;
  }

  private static Optional<Estimate> estimate(Sums sum) {
    return sum.weeks < LEAST_WEEKS || sum.squares <= 0 || sum.sandwich <= 0
        ? Optional.empty()
        : Optional.of(
            new Estimate(
                "", -sum.products / sum.squares, sum.sandwich / (sum.squares * sum.squares)));
  }

  private void add(Sums sums) {
    for (int w = 0; w < apart.length; w++) {
      if (expected[w] > 0) {
        double more = more(w);
        sums.squares += more * more / expected[w];
        sums.products += more * apart[w] / expected[w];
        sums.weeks += brought[w] > 0 ? 1 : 0;
      }
    }
  }

  private void sandwich(Sums sums, double share) {
    for (int w = 0; w < apart.length; w++) {
      if (expected[w] > 0) {
        double more = more(w);
        double left = (apart[w] + share * more) * more / expected[w];
        sums.sandwich += left * left;
      }
    }
  }

  /** What is brought more than around it, as far as it can be taken from ordinary days. */
  private double more(int week) {
    double sum = 0;
    double units = 0;
    for (int w = Math.max(0, week - AROUND); w <= Math.min(apart.length - 1, week + AROUND); w++) {
      sum += reached(w) * expected[w];
      units += expected[w];
    }
    return reached(week) - (units == 0 ? 0 : sum / units);
  }

  private double reached(int week) {
    return all[week] > 0 ? brought[week] * expected[week] / all[week] : 0;
  }
}
