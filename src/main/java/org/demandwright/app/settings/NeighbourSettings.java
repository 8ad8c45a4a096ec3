package org.demandwright.app.settings;

import java.util.List;
import org.eclipse.microprofile.config.Config;

/**
 * From when on items are said to be bought together.
 *
 * @param days of documents that are counted; 0 = none are
 * @param everyDays between two counts
 * @param leastTogether documents with both
 * @param falsePercent share of what is said that may be chance
 * @param mostOfItem neighbours of one item
 * @param mostItems of a document that is counted
 */
public record NeighbourSettings(
    int days, int everyDays, int leastTogether, int falsePercent, int mostOfItem, int mostItems) {
  private static final Setting<Integer> DAYS =
      Setting.of(
          "dw.neighbours.days",
          "365",
          "days",
          Allowed.between(0, 3653),
          "documents of so many days before the decision tell what is bought together; 0 = it is not"
              + " counted");

  private static final Setting<Integer> EVERY_DAYS =
      Setting.of(
          "dw.neighbours.every-days",
          "7",
          "days",
          Allowed.between(1, 365),
          "it is counted again after so many days");

  private static final Setting<Integer> TOGETHER =
      Setting.of(
          "dw.neighbours.least-together",
          "10",
          "documents",
          Allowed.between(2, 1_000_000),
          "items are neighbours only where at least so many documents hold both");

  private static final Setting<Integer> FALSE =
      Setting.of(
          "dw.neighbours.false-percent",
          "5",
          "percent",
          Allowed.between(1, 50),
          "share of the neighbours that may be chance, of all pairs that are tested (false discovery"
              + " rate)");

  private static final Setting<Integer> OF_ITEM =
      Setting.of(
          "dw.neighbours.most-per-item",
          "10",
          "items",
          Allowed.between(1, 100),
          "so many neighbours of an item are kept at most, those whose lift is the surest");

  private static final Setting<Integer> ITEMS =
      Setting.of(
          "dw.neighbours.most-items",
          "100",
          "items",
          Allowed.between(2, 10_000),
          "a document with more items, such as the first order of a new branch, is left out");

  static final Concern CONCERN =
      new Concern("Neighbours", List.of(DAYS, EVERY_DAYS, TOGETHER, FALSE, OF_ITEM, ITEMS));

  static NeighbourSettings in(Config config) {
    return new NeighbourSettings(
        DAYS.in(config),
        EVERY_DAYS.in(config),
        TOGETHER.in(config),
        FALSE.in(config),
        OF_ITEM.in(config),
        ITEMS.in(config));
  }
}
