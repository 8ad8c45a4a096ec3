package org.demandwright.app.source;

import java.util.List;
import java.util.Map;
import org.demandwright.file.ItemUnits;

/**
 * An item of the files that has lines in another unit than its own.
 *
 * @param unit in which it is counted
 * @param lines its lines of demand by their unit
 * @param refused how many of them the import refuses
 * @param others the units in which it may be counted instead
 */
public record CountedItem(
    String org,
    String item,
    String unit,
    Map<String, Long> lines,
    long refused,
    List<String> others) {

  static CountedItem of(ItemUnits units) {
    return new CountedItem(
        units.org(), units.item(), units.base(), units.lines(), units.refused(), units.others());
  }
}
