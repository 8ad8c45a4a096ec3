package org.demandwright.demo.generate;

import java.math.BigDecimal;
import java.sql.SQLException;
import java.time.LocalDate;

/**
 * A few lines such as every grown ERP holds: without a date, of an item that does not exist, of an
 * absurd quantity, without a quantity. The views pass them on, and the import must put each into
 * quarantine.
 */
public final class Dirt {
  /** Dirty lines in all, as many of each of the four kinds. */
  public static final int LINES = 24;

  private static final BigDecimal ABSURD = BigDecimal.valueOf(1_000_000_000);

  private final DemoSize size;
  private final DemoItem item;
  private final Documents documents;

  /** Dirt on lines that are otherwise as those of the given item. */
  Dirt(DemoSize size, DemoItem item, Documents documents) {
    this.size = size;
    this.item = item;
    this.documents = documents;
  }

  /** Writes a dirty line at the first site on {@link #LINES} days that lie evenly apart. */
  void fall(DemoSite site, int day) throws SQLException {
    int number = (int) ((day + 1L) * LINES / size.days());
    if (site.number() != 0 || number == (int) ((long) day * LINES / size.days())) {
      return;
    }
    LocalDate date = size.firstDay().plusDays(day);
    int kind = number % 4;
    long order = documents.order(site, false, 0, kind == 0 ? null : date, Documents.Status.SHIPPED);
    BigDecimal quantity = kind == 2 ? ABSURD : kind == 3 ? null : BigDecimal.ONE;
    documents.line(
        new Documents.Line(
            order,
            1,
            kind == 1 ? "I-GONE" : item.id(),
            "Dirty line",
            quantity,
            quantity,
            item.uom(),
            1,
            1,
            null,
            "SHIPPED",
            date.atTime(12, 0)));
  }
}
