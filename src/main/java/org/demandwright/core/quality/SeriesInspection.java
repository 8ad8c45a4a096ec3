package org.demandwright.core.quality;

import java.util.List;

/**
 * Looks at one series by every rule. The result depends on the series alone, so that series can be
 * inspected in any order and number at a time.
 */
public final class SeriesInspection {
  private static final List<SeriesRule> RULES =
      List.of(
          new Gaps(),
          new Outliers(),
          new CustomerSpikes(),
          new UnitJumps(),
          new OrphanSales(),
          new Duplicates(),
          new MixedCurrencies());

  private SeriesInspection() {}

  /** Returns what looks wrong, rule by rule. */
  public static List<Finding> inspect(InspectedSeries series) {
    if (series.profile().days().isEmpty()) {
      return List.of();
    }
    return RULES.stream().flatMap(rule -> rule.inspect(series).stream()).toList();
  }
}
