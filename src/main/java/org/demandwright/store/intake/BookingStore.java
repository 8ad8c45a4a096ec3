package org.demandwright.store.intake;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.LocalDate;
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
    return knownAt.isEmpty() ? kept("order_day", today) : days(ORDERED, today, knownAt.get());
  }

  /** Returns the days for which orders are wanted that were booked up to a day. */
  public BookingDays wanted(LocalDate orderedUpTo, Optional<Instant> knownAt) {
    return knownAt.isEmpty()
        ? kept("wanted_day", orderedUpTo)
        : days("booked_on", orderedUpTo, knownAt.get());
  }

  private BookingDays kept(String day, LocalDate upTo) {
    return booked(
        ("select %1$s, sum(sold_count) from line_day where rule_name = '' and sold_count > 0"
                + " and order_day <= ? group by %1$s order by %1$s")
            .formatted(day),
        upTo);
  }

  private BookingDays days(String day, LocalDate upTo, Instant then) {
    String demand =
        "select "
            + day
            + " as a_day from %s where excluded_because is null"
            + " and quantity > 0 and "
            + ORDERED
            + " <= ? and known_from <= ?";
    return booked(
        "select a_day, count(*) from ("
            + demand.formatted("sales_line")
            + " union all "
            + demand.formatted("sales_line_history")
            + " and known_to > ?) seen group by a_day order by a_day",
        upTo,
        then,
        upTo,
        then,
        then);
  }

  private BookingDays booked(String query, Object... parameters) {
    return new BookingDays(
        sql.list(
            row -> new BookingDays.Day(row.getObject(1, LocalDate.class), row.getLong(2)),
            query,
            parameters));
  }

  /** Returns the days on which orders were booked, with those in quarantine for that reason. */
  public BookingDays orderedOrSetAside(LocalDate today, String reason) {
    return booked(
        "select a_day, sum(lines) from (select order_day as a_day, sold_count as lines from"
            + " line_day where rule_name = '' and sold_count > 0 and order_day <= ? union all"
            + " select order_date, 1 from quarantine where reason = ? and quantity > 0"
            + " and order_date between ? and ?) seen group by a_day order by a_day",
        today,
        reason,
        EARLIEST,
        today);
  }

  /**
   * Returns rows of a source that count and were ordered outside a span, not after today, with a
   * larger identity, ordered by it.
   */
  public List<Place> outside(
      String source, Span span, LocalDate today, String afterLineId, int limit) {
    if (countOutside(source, span, today) == 0) {
      return List.of();
    }
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
            + " <= ? and source = ? and line_id > ? order by line_id fetch first ? rows only",
        span.first(),
        span.last(),
        today,
        source,
        afterLineId,
        limit);
  }

  private long countOutside(String source, Span span, LocalDate today) {
    return sql.number(
        "select coalesce(sum(line_count), 0) from line_day where rule_name in ('', '"
            + IntakeStore.KIT
            + "') and derived = false and (order_day < ? or order_day > ?) and order_day <= ?"
            + " and order_day > date '0001-01-01' and source = ?",
        span.first(),
        span.last(),
        today,
        source);
  }
}
