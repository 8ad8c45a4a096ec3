package org.demandwright.demo.generate;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;

/**
 * Days on which nothing is ordered or received, from the end of the history on: before, the
 * warehouses worked every day. New Year is of the company, Spring Festival of each site, and every
 * fourth vendor closes three days before and a week after it, too.
 */
final class ClosedDays {
  private static final int DAYS_BEFORE = 3;
  private static final int DAYS_AFTER = 7;

  private final DemoSize size;
  private final Catalogue catalogue;
  private long id;

  ClosedDays(DemoSize size, Catalogue catalogue) {
    this.size = size;
    this.catalogue = catalogue;
  }

  void write(Connection connection) throws SQLException {
    LocalDate first = size.lastDay().plusDays(1);
    LocalDate last = size.lastDay().plusDays(PricePlan.PLANNED_DAYS);
    List<LocalDate> festival =
        Events.calendar(first, last).stream()
            .filter(entry -> entry.kind().equals("HOLIDAY"))
            .map(Events.Entry::day)
            .toList();
    try (Insert rows = new Insert(connection, "closed_day", 5)) {
      close(rows, newYear(first), null, null);
      for (DemoSite site : catalogue.sites()) {
        for (LocalDate day : festival) {
          close(rows, day, site.id(), null);
        }
      }
      for (int v = 0; v < catalogue.vendors().size() && !festival.isEmpty(); v += 4) {
        LocalDate end = festival.get(festival.size() - 1).plusDays(DAYS_AFTER);
        LocalDate day = festival.get(0).minusDays(DAYS_BEFORE);
        for (; !day.isAfter(end); day = day.plusDays(1)) {
          close(rows, day, null, catalogue.vendors().get(v).id());
        }
      }
    }
  }

  private static LocalDate newYear(LocalDate from) {
    return from.getDayOfYear() == 1 ? from : LocalDate.of(from.getYear() + 1, 1, 1);
  }

  private void close(Insert rows, LocalDate day, String site, String vendor) throws SQLException {
    id++;
    rows.row(id, Catalogue.COMPANY, day, site, vendor);
  }
}
