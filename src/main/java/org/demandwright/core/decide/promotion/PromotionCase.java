package org.demandwright.core.decide.promotion;

import java.util.Collection;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import org.demandwright.core.decide.promotion.PromotionEffect.Evidence;
import org.demandwright.core.decide.promotion.PromotionEffect.Once;

/** One promotion of an item at all sites that had it, summed as they are added. */
final class PromotionCase {
  private final StudiedItem item;
  private final Map<WhyUnknown, Integer> reasons = new EnumMap<>(WhyUnknown.class);
  private final Sums inIt = new Sums();
  private final Sums behindIt = new Sums();
  private Once once;
  private int usable;
  private int days;
  private double depths;
  private double ofDepth;

  PromotionCase(StudiedItem item) {
    this.item = item;
  }

  /** What sites sold, and what was expected of them. */
  private static final class Sums {
    private double sold;
    private double expected;
    private double squares;
    private double luckOfUnits;
    private double luckOfWeeks;

    void add(double units, double usual, double ofWeeks, CaseAtPlace.Surety surety) {
      sold += units;
      expected += usual;
      squares += ofWeeks;
      luckOfUnits += usual * usual * surety.luckOfUnits();
      luckOfWeeks += usual * usual * surety.luckOfWeeks();
    }
  }

  /** Adds the promotion at another site; all have the same days. */
  void add(CaseAtPlace one) {
    if (once == null || one.promotionId().compareTo(once.promotionId()) < 0) {
      once = new Once(one.promotionId(), one.from(), one.to());
    }
    one.unknown().ifPresent(why -> reasons.merge(why, 1, Integer::sum));
    if (one.unknown().isPresent()) {
      return;
    }
    usable++;
    days += one.days();
    inIt.add(one.sold(), one.expected(), one.squares(), one.surety());
    CaseAtPlace.After after = one.after();
    behindIt.add(after.sold(), after.expected(), after.squares(), one.surety());
    if (one.depth().isPresent()) {
      ofDepth += one.sold();
      depths += one.sold() * one.depth().get();
    }
  }

  StudiedItem item() {
    return item;
  }

  Once once() {
    return once;
  }

  /** Why it tells nothing; empty where it does. */
  Optional<WhyUnknown> unknown() {
    return usable == 0 ? most(reasons) : Optional.empty();
  }

  /** Returns the reason for which most of the promotions tell nothing; empty where all do. */
  static Optional<WhyUnknown> most(Collection<PromotionCase> promotions) {
    Map<WhyUnknown, Integer> counts = new EnumMap<>(WhyUnknown.class);
    promotions.forEach(p -> p.unknown().ifPresent(why -> counts.merge(why, 1, Integer::sum)));
    return most(counts);
  }

  /** The reason that is there most often; of equals the first of the list of reasons. */
  private static Optional<WhyUnknown> most(Map<WhyUnknown, Integer> counts) {
    return counts.entrySet().stream()
        .max(
            Map.Entry.<WhyUnknown, Integer>comparingByValue()
                .thenComparing(Map.Entry.comparingByKey(Comparator.reverseOrder())))
        .map(Map.Entry::getKey);
  }

  Evidence evidence() {
    return Evidence.of(1, usable == 0 ? 0 : 1, 1, days, inIt.sold, inIt.expected);
  }

  /** Returns what was paid less than usual, by units; empty where no site tells it. */
  Optional<Double> depth() {
    return ofDepth > 0 ? Optional.of(depths / ofDepth) : Optional.empty();
  }

  double expectedBehind() {
    return behindIt.expected;
  }

  double soldBehind() {
    return behindIt.sold;
  }

  /**
   * Returns ln(sold ÷ expected) in it; empty where nothing is known.
   *
   * @param ratio what it is of all promotions together
   * @param luck variance of a week's luck
   */
  Optional<Shrinkage.Estimate> inIt(double ratio, double luck) {
    return estimate(inIt, ratio, luck);
  }

  /** Returns the same of the days behind it. */
  Optional<Shrinkage.Estimate> behindIt(double ratio, double luck) {
    return estimate(behindIt, ratio, luck);
  }

  /** The half of the dispersion takes out what the logarithm of a small count is biased by. */
  private Optional<Shrinkage.Estimate> estimate(Sums of, double ratio, double luck) {
    if (of.expected <= 0) {
      return Optional.empty();
    }
    double dispersion = item.dispersion();
    double square = of.expected * of.expected;
    double unsure = (dispersion * of.luckOfUnits + luck * of.luckOfWeeks) / square;
    double variance = dispersion / (of.expected * ratio) + luck * of.squares / square + unsure;
    double value = Math.log((of.sold + dispersion / 2) / of.expected) - unsure / 2;
    return Optional.of(new Shrinkage.Estimate(item.group(), value, variance));
  }
}
