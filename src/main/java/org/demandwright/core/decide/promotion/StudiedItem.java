package org.demandwright.core.decide.promotion;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.demandwright.core.demand.ItemKey;

/** An item with what was found of it at its sites, summed by promotion. */
final class StudiedItem {
  private final ItemKey key;
  private final String category;
  private final WeekScatter scatter = new WeekScatter();
  private final Map<Days, PromotionCase> promotions = new TreeMap<>();
  private final Map<String, List<PromotionWeeks>> weeks = new TreeMap<>();
  private int alwaysOn;
  private int places;

  StudiedItem(ItemKey key, String category) {
    this.key = key;
    this.category = category;
  }

  /** The days of a promotion: rows of several sites with the same days are one promotion. */
  private record Days(LocalDate from, LocalDate to) implements Comparable<Days> {
    @Override
    public int compareTo(Days other) {
      int byFrom = from.compareTo(other.from);
      return byFrom == 0 ? to.compareTo(other.to) : byFrom;
    }
  }

  void add(PlaceDays place, OrdinaryDays days, WeekScatter.Luck luck) {
    places++;
    alwaysOn += days.alwaysOn() ? 1 : 0;
    scatter.add(days, luck);
    for (CaseAtPlace one : new PlaceStudy(place, days).cases()) {
      promotions
          .computeIfAbsent(new Days(one.from(), one.to()), of -> new PromotionCase(this))
          .add(one);
      if (one.unknown().isEmpty()) {
        weeks.computeIfAbsent(place.site(), site -> new ArrayList<>()).add(one.weeks());
      }
    }
  }

  Collection<PromotionCase> cases() {
    return promotions.values();
  }

  /** The weeks of its promotions that tell something, by site. */
  Map<String, List<PromotionWeeks>> weeks() {
    return weeks;
  }

  ItemKey key() {
    return key;
  }

  String category() {
    return category;
  }

  /** The items that it is pooled with. */
  String group() {
    return group(key.orgId(), category);
  }

  static String group(String org, String category) {
    return org + "\u001f" + category;
  }

  double dispersion() {
    return scatter.dispersion();
  }

  boolean isAlwaysOn() {
    return places > 0 && 2 * alwaysOn > places;
  }
}
