package org.demandwright.file;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.demandwright.core.intake.BaseUnits;

/**
 * The units in which the lines of an item came.
 *
 * @param org company
 * @param base in which the item is counted; lines in another one are refused by the import
 * @param lines how many lines of demand are in each unit
 */
public record ItemUnits(String org, String item, String base, Map<String, Long> lines) {

  public ItemUnits {
    lines = Collections.unmodifiableMap(new TreeMap<>(lines));
  }

  /** Returns how many lines are in another unit than the base. */
  public long refused() {
    return lines.entrySet().stream()
        .filter(e -> !BaseUnits.same(e.getKey(), base))
        .mapToLong(Map.Entry::getValue)
        .sum();
  }

  /** Returns the units other than the base, each in one spelling. */
  public List<String> others() {
    Map<String, String> others = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    lines.keySet().stream()
        .filter(unit -> !BaseUnits.same(unit, base))
        .forEach(unit -> others.putIfAbsent(unit, unit));
    return List.copyOf(others.values());
  }
}
