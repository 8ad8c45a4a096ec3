package org.demandwright.core.decide.promotion;

import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.demandwright.core.decide.promotion.PromotionEffect.Evidence;
import org.demandwright.core.decide.promotion.PromotionEffect.Once;

/**
 * One promotion of an item at all sites that had it.
 *
 * @param usable places that tell something
 */
record PromotionCase(
    StudiedItem item, Once once, List<CaseAtPlace> usable, Optional<WhyUnknown> unknown) {
  static PromotionCase of(StudiedItem item, List<CaseAtPlace> all) {
    String id =
        all.stream().map(CaseAtPlace::promotionId).min(Comparator.naturalOrder()).orElseThrow();
    List<CaseAtPlace> usable = all.stream().filter(c -> c.unknown().isEmpty()).toList();
    return new PromotionCase(
        item,
        new Once(id, all.get(0).from(), all.get(0).to()),
        usable,
        usable.isEmpty()
            ? most(all.stream().flatMap(c -> c.unknown().stream()).toList())
            : Optional.empty());
  }

  /** Returns the reason that is there most often; of equals the first of the list of reasons. */
  static Optional<WhyUnknown> most(List<WhyUnknown> reasons) {
    Map<WhyUnknown, Integer> counts = new EnumMap<>(WhyUnknown.class);
    reasons.forEach(why -> counts.merge(why, 1, Integer::sum));
    return counts.entrySet().stream()
        .max(
            Map.Entry.<WhyUnknown, Integer>comparingByValue()
                .thenComparing(Map.Entry.comparingByKey(Comparator.reverseOrder())))
        .map(Map.Entry::getKey);
  }

  Evidence evidence() {
    return Evidence.of(
        1,
        usable.isEmpty() ? 0 : 1,
        1,
        usable.stream().mapToInt(CaseAtPlace::days).sum(),
        usable.stream().mapToDouble(CaseAtPlace::sold).sum(),
        usable.stream().mapToDouble(CaseAtPlace::expected).sum());
  }

  /** Returns what was paid less than usual, by units; empty where no site tells it. */
  Optional<Double> depth() {
    double units = 0;
    double sum = 0;
    for (CaseAtPlace c : usable) {
      if (c.depth().isPresent()) {
        units += c.sold();
        sum += c.sold() * c.depth().get();
      }
    }
    return units > 0 ? Optional.of(sum / units) : Optional.empty();
  }

  double expectedBehind() {
    return usable.stream().mapToDouble(c -> c.after().expected()).sum();
  }

  double soldBehind() {
    return usable.stream().mapToDouble(c -> c.after().sold()).sum();
  }

  /**
   * Returns ln(sold ÷ expected) in it; empty where nothing is known.
   *
   * @param ratio what it is of all promotions together
   * @param luck variance of a week's luck
   */
  Optional<Shrinkage.Estimate> inIt(double ratio, double luck) {
    double squares = usable.stream().mapToDouble(CaseAtPlace::squares).sum();
    double base =
        usable.stream().mapToDouble(c -> c.expected() * c.expected() * relative(c, luck)).sum();
    Evidence e = evidence();
    return estimate(e.sold(), e.expected(), squares, base, ratio, luck);
  }

  /** Returns the same of the days behind it. */
  Optional<Shrinkage.Estimate> behindIt(double ratio, double luck) {
    double squares = usable.stream().mapToDouble(c -> c.after().squares()).sum();
    double base =
        usable.stream()
            .mapToDouble(c -> c.after().expected() * c.after().expected() * relative(c, luck))
            .sum();
    return estimate(soldBehind(), expectedBehind(), squares, base, ratio, luck);
  }

  private double relative(CaseAtPlace c, double luck) {
    return item.dispersion() * c.surety().luckOfUnits() + luck * c.surety().luckOfWeeks();
  }

  /** The half of the dispersion takes out what the logarithm of a small count is biased by. */
  private Optional<Shrinkage.Estimate> estimate(
      double sold, double expected, double squares, double base, double ratio, double luck) {
    if (expected <= 0) {
      return Optional.empty();
    }
    double dispersion = item.dispersion();
    double square = expected * expected;
    double unsure = base / square;
    double variance = dispersion / (expected * ratio) + luck * squares / square + unsure;
    double value = Math.log((sold + dispersion / 2) / expected) - unsure / 2;
    return Optional.of(new Shrinkage.Estimate(item.group(), value, variance));
  }
}
