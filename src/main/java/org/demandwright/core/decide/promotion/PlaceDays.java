package org.demandwright.core.decide.promotion;

import java.time.LocalDate;
import java.util.BitSet;
import java.util.List;
import java.util.Objects;
import org.demandwright.core.DoubleVector;
import org.demandwright.core.demand.ItemKey;
import org.demandwright.core.demand.Promotion;

/**
 * What is known of an item at a site, day by day.
 *
 * @param category empty where unknown
 * @param first day of the vectors
 * @param sold base units a day, at least 0
 * @param out days on which nothing could be sold, counted from the first
 * @param price list price of each day in any unit, such as its usual one; 0 where unknown; empty
 *     where none is known
 * @param promotions those of the item that this site has
 * @param paid what was paid a week, in one currency; may be empty
 */
public record PlaceDays(
    ItemKey item,
    String site,
    String category,
    LocalDate first,
    DoubleVector sold,
    BitSet out,
    DoubleVector price,
    List<Promotion> promotions,
    List<WeekPaid> paid) {

  /**
   * What was sold in a week, and paid without tax.
   *
   * @param units base units
   */
  public record WeekPaid(LocalDate monday, double units, double money) {}

  public PlaceDays {
    Objects.requireNonNull(item, "item");
    Objects.requireNonNull(category, "category");
    out = (BitSet) out.clone();
    promotions = List.copyOf(promotions);
    paid = List.copyOf(paid);
    if (price.size() != 0 && price.size() != sold.size()) {
      throw new IllegalArgumentException(
          "%d prices for %d days".formatted(price.size(), sold.size()));
    }
  }

  int day(LocalDate day) {
    return Math.toIntExact(day.toEpochDay() - first.toEpochDay());
  }
}
