package org.demandwright.file.tabular;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Counts the units of one item's lines; units that differ in case alone are one. */
final class UnitCounts {
  private final Map<String, Map<String, Long>> lines = new TreeMap<>();

  /** Counts a line; null = it names no unit. */
  void count(String unit) {
    if (unit != null) {
      lines
          .computeIfAbsent(unit.toLowerCase(Locale.ROOT), u -> new TreeMap<>())
          .merge(unit, 1L, Long::sum);
    }
  }

  /**
   * Returns the unit of the most lines in its most frequent spelling, of equally many the first in
   * the order of the alphabet; empty where no line names one.
   */
  Optional<String> most() {
    return lines.values().stream()
        .reduce((a, b) -> sum(b) > sum(a) ? b : a)
        .flatMap(
            spelled ->
                spelled.entrySet().stream().reduce((a, b) -> b.getValue() > a.getValue() ? b : a))
        .map(Map.Entry::getKey);
  }

  private static long sum(Map<String, Long> spelled) {
    return spelled.values().stream().mapToLong(Long::longValue).sum();
  }
}
