package org.demandwright.app.decide;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.demandwright.core.decide.PolicySubject;
import org.demandwright.core.demand.ItemKey;
import org.demandwright.core.supply.SupplyRow;
import org.demandwright.core.supply.SupplyTable;
import org.demandwright.store.supply.SupplyStore;

/** The largest lines that were ordered from vendors, by item and site. */
final class LargestLines {
  private static final int DAYS = 365;

  private final Map<ItemKey, List<Line>> lines = new HashMap<>();

  private LargestLines() {}

  /**
   * A line of an order.
   *
   * @param site empty where the order names none: it is that of any
   */
  private record Line(Optional<String> site, LocalDate on, BigDecimal quantity) {}

  /**
   * Reads what is to be known on some days.
   *
   * @param first of them
   */
  static LargestLines of(SupplyStore supply, LocalDate first) {
    LargestLines all = new LargestLines();
    LocalDate from = first.minusDays(DAYS);
    supply.each(
        SupplyTable.PURCHASE_LINE,
        row -> {
          if (!row.day("ordered_on").isBefore(from)) {
            all.add(row);
          }
        });
    return all;
  }

  private void add(SupplyRow row) {
    BigDecimal quantity = row.amount("quantity_ordered");
    if (quantity.signum() > 0) {
      lines
          .computeIfAbsent(
              new ItemKey(row.text("org_id"), row.text("item_id")), item -> new ArrayList<>())
          .add(new Line(Optional.ofNullable(row.text("site_id")), row.day("ordered_on"), quantity));
    }
  }

  /** Returns the largest quantity of a line of the last 365 days; empty where there was none. */
  Optional<BigDecimal> on(LocalDate day, PolicySubject.Key of) {
    LocalDate from = day.minusDays(DAYS);
    return lines.getOrDefault(new ItemKey(of.org(), of.item()), List.of()).stream()
        .filter(line -> line.site().map(of.site()::equals).orElse(true))
        .filter(line -> !line.on().isBefore(from) && !line.on().isAfter(day))
        .map(Line::quantity)
        .max(BigDecimal::compareTo);
  }
}
