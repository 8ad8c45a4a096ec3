package org.demandwright.store.intake;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.demandwright.core.demand.BookingDays;
import org.demandwright.core.demand.BookingDays.Span;
import org.demandwright.store.intake.ReconcileStore.Place;
import org.demandwright.store.sql.Sql;

/**
 * On which days the source booked orders, and for which days it wants them: all demand together, as
 * it was known at an instant.
 */
@ApplicationScoped
public class BookingStore {
  private static final String ORDERED = "coalesce(order_date, booked_on)";

  private static final LocalDate EARLIEST = LocalDate.of(1980, 1, 1);

  private final Sql sql;

  @Inject
  public BookingStore(Sql sql) {
    this.sql = sql;
  }

  BookingStore() {
    this(null);
  }

  /**
   * Returns the days on which orders were booked.
   *
   * @param today later days cannot be
   * @param knownAt lines as they were known then; empty = as they are
   */
  public BookingDays ordered(LocalDate today, Optional<Instant> knownAt) {
    return days(ORDERED, today, knownAt);
  }

  /** Returns the days for which orders are wanted that were booked up to a day. */
  public BookingDays wanted(LocalDate orderedUpTo, Optional<Instant> knownAt) {
    return days("booked_on", orderedUpTo, knownAt);
  }

  private BookingDays days(String day, LocalDate upTo, Optional<Instant> knownAt) {
    String demand =
        "select "
            + day
            + " as a_day from %s where excluded_because is null"
            + " and quantity > 0 and "
            + ORDERED
            + " <= ?";
    String seen = demand.formatted("sales_line");
    List<Object> parameters = new ArrayList<>(List.of(upTo));
    if (knownAt.isPresent()) {
      Instant then = knownAt.get();
      seen += " and known_from <= ? union all " + demand.formatted("sales_line_history");
      seen += " and known_from <= ? and known_to > ?";
      parameters.addAll(List.of(then, upTo, then, then));
    }
    return new BookingDays(
        sql.list(
            row -> new BookingDays.Day(row.getObject(1, LocalDate.class), row.getLong(2)),
            "select a_day, count(*) from (" + seen + ") seen group by a_day order by a_day",
            parameters.toArray()));
  }

  /** Returns the days on which orders were booked, with those in quarantine for that reason. */
  public BookingDays orderedOrSetAside(LocalDate today, String reason) {
    return new BookingDays(
        sql.list(
            row -> new BookingDays.Day(row.getObject(1, LocalDate.class), row.getLong(2)),
            "select a_day, count(*) from (select "
                + ORDERED
                + " as a_day from sales_line where excluded_because is null and quantity > 0 and "
                + ORDERED
                + " <= ? union all select order_date as a_day from quarantine where reason = ?"
                + " and quantity > 0 and order_date between ? and ?) seen"
                + " group by a_day order by a_day",
            today,
            reason,
            EARLIEST,
            today));
  }

  /**
   * Returns rows of the ERP that count and were ordered outside a span, not after today, with a
   * larger identity, ordered by it.
   */
  public List<Place> outside(Span span, LocalDate today, String afterLineId, int limit) {
    return sql.list(
        ReconcileStore::place,
        "select line_id, changed_at, source_key from sales_line where derived_from is null"
            + " and (excluded_because is null or excluded_because = '"
            + IntakeStore.KIT
            + "') and ("
            + ORDERED
            + " < ? or "
            + ORDERED
            + " > ?) and "
            + ORDERED
            + " <= ? and line_id > ? order by line_id fetch first ? rows only",
        span.first(),
        span.last(),
        today,
        afterLineId,
        limit);
  }
}
