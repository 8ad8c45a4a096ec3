package org.demandwright.core.decide.risk;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Objects;
import java.util.OptionalDouble;
import org.demandwright.core.DoubleVector;
import org.demandwright.core.decide.OrderedLine;
import org.demandwright.core.decide.StatedLeadTime;
import org.demandwright.core.decide.SupplyDays;

/**
 * What is known today of the past of an item at a site.
 *
 * @param name of the item at the site, which no other has
 * @param vendor from whom it is bought, empty = not known
 * @param first the first day
 * @param sold base units a day
 * @param promoted 1 on days on which it was promoted, else 0; as long as {@code sold}
 * @param stock base units left at the end of the day before, as long as {@code sold}
 * @param lines that were ordered of it for the site
 * @param stated lead time as it is said
 * @param minimum at which the ERP's own rule orders; empty = it has none
 */
public record PlaceHistory(
    String name,
    String vendor,
    String item,
    LocalDate first,
    DoubleVector sold,
    DoubleVector promoted,
    DoubleVector stock,
    List<OrderedLine> lines,
    SupplyDays days,
    StatedLeadTime stated,
    OptionalDouble minimum) {
  public PlaceHistory {
    Objects.requireNonNull(first, "first");
    if (sold.size() != stock.size() || sold.size() != promoted.size()) {
      throw new IllegalArgumentException(
          "%d days of sales, %d of promotions, %d of stock"
              .formatted(sold.size(), promoted.size(), stock.size()));
    }
    lines = List.copyOf(lines);
  }

  int place(LocalDate day) {
    return (int) ChronoUnit.DAYS.between(first, day);
  }

  /** Returns whether a day lies in the history. */
  boolean has(LocalDate day) {
    int place = place(day);
    return place >= 0 && place < sold.size();
  }

  /** Returns 1 for each day that began with something to sell, else 0. */
  DoubleVector could() {
    return stock.map(s -> s > 0 ? 1 : 0);
  }
}
