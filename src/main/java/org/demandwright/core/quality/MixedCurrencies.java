package org.demandwright.core.quality;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.demandwright.core.Words;
import org.demandwright.core.quality.SeriesProfile.Day;
import org.demandwright.core.quality.SeriesProfile.Sold;

/**
 * A series whose lines are in more than one currency: its prices cannot be compared with each
 * other. Effect = the units sold in any but the currency of most lines; they are demand all the
 * same.
 */
final class MixedCurrencies implements SeriesRule {

  @Override
  public List<Finding> inspect(InspectedSeries s) {
    Map<String, Sold> currencies = s.profile().currencies();
    if (currencies.size() < 2) {
      return List.of();
    }
    String main =
        currencies.entrySet().stream()
            .max(
                Comparator.comparingLong((Map.Entry<String, Sold> e) -> e.getValue().lines())
                    .thenComparing(Map.Entry::getKey, Comparator.reverseOrder()))
            .orElseThrow()
            .getKey();
    double units = 0;
    long lines = 0;
    for (Map.Entry<String, Sold> e : currencies.entrySet()) {
      units += e.getKey().equals(main) ? 0 : e.getValue().units();
      lines += e.getKey().equals(main) ? 0 : e.getValue().lines();
    }
    List<Day> days = s.profile().days();
    LocalDate first = days.get(0).day();
    LocalDate last = days.get(days.size() - 1).day();
    Words what =
        Words.of(
            "quality.mixed-currency",
            lines,
            main,
            Words.list(currencies.keySet().stream().filter(c -> !c.equals(main)).toList()));
    LineSelection others =
        new LineSelection(first, last, Optional.empty(), false, Optional.of(main), lines);
    return List.of(s.finding(Rule.MIXED_CURRENCY, first, last, others, units, what));
  }
}
