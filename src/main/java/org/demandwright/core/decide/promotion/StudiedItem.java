package org.demandwright.core.decide.promotion;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.demandwright.core.demand.ItemKey;

/** An item with what was found of it at its sites. */
final class StudiedItem {
  private static final double LEAST_DISPERSION = 1e-3;

  private final ItemKey key;
  private final String category;
  private final PlaceStudy.Scatter scatter = new PlaceStudy.Scatter();
  private final Map<Days, List<CaseAtPlace>> promotions = new TreeMap<>();
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

  void add(PlaceStudy study, double[] luck) {
    places++;
    alwaysOn += study.alwaysOn() ? 1 : 0;
    study.scatter(scatter, luck);
    for (CaseAtPlace one : study.cases()) {
      promotions
          .computeIfAbsent(new Days(one.from(), one.to()), days -> new ArrayList<>())
          .add(one);
    }
  }

  List<PromotionCase> cases() {
    return promotions.values().stream().map(all -> PromotionCase.of(this, all)).toList();
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
    return Math.max(LEAST_DISPERSION, scatter.dispersion());
  }

  boolean isAlwaysOn() {
    return places > 0 && 2 * alwaysOn > places;
  }
}
