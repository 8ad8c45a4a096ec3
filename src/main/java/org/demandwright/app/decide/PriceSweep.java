package org.demandwright.app.decide;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.demandwright.core.decide.price.PriceHistory;
import org.demandwright.core.demand.ItemKey;
import org.demandwright.store.decide.PriceResponseStore.Lesson;

/** What all items of which prices are learned have in common. */
public final class PriceSweep {
  private final DecisionBasis basis;
  private final Lesson lesson;
  private final PastDays days;
  private final Map<ItemKey, String> categories;
  private final Map<List<String>, double[]> weekly = new HashMap<>();

  /**
   * @param days that are looked at
   * @param categories of items that have one
   */
  PriceSweep(DecisionBasis basis, Lesson lesson, PastDays days, Map<ItemKey, String> categories) {
    this.basis = basis;
    this.lesson = lesson;
    this.days = days;
    this.categories = categories;
  }

  Lesson lesson() {
    return lesson;
  }

  PastDays days() {
    return days;
  }

  boolean isActive(Place place) {
    return basis.isActive(place);
  }

  /** The category of an item, empty = none. */
  String category(ItemKey item) {
    return categories.getOrDefault(item, "");
  }

  private List<String> group(ItemKey item) {
    return List.of(item.orgId(), category(item));
  }

  /** Adds what an item sold. */
  void add(ItemKey item, double[] units) {
    addWeeks(
        units,
        weekly.computeIfAbsent(group(item), group -> new double[PriceHistory.weeks(days.count())]),
        1);
  }

  /** Returns what others of the category sold in each week, all sites together. */
  double[] others(ItemKey item, Iterable<double[]> own) {
    double[] others = weekly.get(group(item)).clone();
    own.forEach(units -> addWeeks(units, others, -1));
    return others;
  }

  private static void addWeeks(double[] units, double[] weeks, int sign) {
    for (int d = 0; d < units.length; d++) {
      weeks[d / PriceHistory.WEEK] += sign * units[d];
    }
  }
}
