package org.demandwright.store.intake;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.demandwright.core.demand.LineSums;
import org.demandwright.store.sql.Sql;

/** The store's side of the comparison with the ERP. Derived lines are no rows of the ERP. */
@ApplicationScoped
public class ReconcileStore {
  private static final String SUMS =
      "select cast(changed_at as date), extract(hour from changed_at), count(*), %s, sum(quantity),"
          + " sum(net_amount), sum(source_key) from %s where changed_at >= ? and changed_at <= ?"
          + " and source = ? %s"
          + " group by cast(changed_at as date), extract(hour from changed_at)";

  private static final String COUNTING =
      "sum(case when excluded_because is null or excluded_because in ('KIT', 'OUTSIDE_DAYS') then 1"
          + " else 0 end)";

  /** Of quarantined rows the raw columns say whether the ERP excludes them. */
  private static final String COUNTING_BAD =
      "sum(case when raw like '%\"excluded_because\":%' and raw not like"
          + " '%\"excluded_because\":\"KIT\"%' and raw not like"
          + " '%\"excluded_because\":\"OUTSIDE_DAYS\"%' then 0 else 1 end)";

  private static final String ADD_HOUR =
      "insert into intake_hour (source, changed_hour, line_count, counting, quantity, net_amount,"
          + " key_sum) values (?, ?, ?, ?, ?, ?, ?)";

  private static final String OF_ERP = "and derived_from is null";

  private final Sql sql;

  @Inject
  public ReconcileStore(Sql sql) {
    this.sql = sql;
  }

  ReconcileStore() {
    this(null);
  }

  /**
   * Where a row of the ERP stood when it was read.
   *
   * @param lineId the identity under which it is kept
   * @param sourceKey 0 where it has none
   */
  public record Place(String lineId, LocalDateTime changedAt, long sourceKey) {}

  /**
   * Returns counts and sums of all rows of a source up to a change stamp, lines and quarantine, by
   * hour.
   */
  public SortedMap<LocalDateTime, LineSums> sums(String source, LocalDateTime upTo) {
    LocalDateTime lastHour = upTo.truncatedTo(ChronoUnit.HOURS);
    SortedMap<LocalDateTime, LineSums> sums = counted(source, lastHour, upTo);
    sql.list(
            row ->
                new LineSums(
                    row.getObject(1, LocalDateTime.class),
                    row.getLong(2),
                    row.getLong(3),
                    row.getBigDecimal(4),
                    row.getBigDecimal(5),
                    row.getBigDecimal(6)),
            "select changed_hour, line_count, counting, quantity, net_amount, key_sum"
                + " from intake_hour where source = ? and changed_hour < ? and line_count <> 0",
            source,
            lastHour)
        .forEach(s -> sums.put(s.from(), s));
    return sums;
  }

  /** Counts and sums the rows of a source themselves, with stamps in [from, upTo]. */
  SortedMap<LocalDateTime, LineSums> counted(
      String source, LocalDateTime from, LocalDateTime upTo) {
    SortedMap<LocalDateTime, LineSums> sums = new TreeMap<>();
    for (String query :
        List.of(
            SUMS.formatted(COUNTING, "sales_line", OF_ERP),
            SUMS.formatted(COUNTING_BAD, "quarantine", ""))) {
      sql.list(ReconcileStore::sums, query, from, upTo, source)
          .forEach(s -> sums.merge(s.from(), s, LineSums::plus));
    }
    return sums;
  }

  /** Adds to the sums of hours of a source, in the transaction that changes the rows. */
  void add(String source, Collection<LineSums> changes) {
    List<LineSums> hours = List.copyOf(changes);
    int[] there =
        sql.batch(
            "update intake_hour set line_count = line_count + ?, counting = counting + ?,"
                + " quantity = quantity + ?, net_amount = net_amount + ?,"
                + " key_sum = key_sum + ? where source = ? and changed_hour = ?",
            hours.stream()
                .map(
                    c ->
                        new Object[] {
                          c.lines(),
                          c.counting(),
                          c.quantity(),
                          c.netAmount(),
                          c.keys(),
                          source,
                          c.from()
                        })
                .toList());
    sql.batch(
        ADD_HOUR,
        IntStream.range(0, there.length)
            .filter(i -> there[i] == 0)
            .mapToObj(i -> row(source, hours.get(i)))
            .toList());
  }

  /** Counts all hours of a source anew from the rows. */
  @Transactional
  public void recount(String source) {
    sql.update("delete from intake_hour where source = ?", source);
    sql.batch(
        ADD_HOUR,
        counted(source, LocalDateTime.of(1, 1, 1, 0, 0), LocalDateTime.of(9999, 12, 31, 0, 0))
            .values()
            .stream()
            .map(s -> row(source, s))
            .toList());
  }

  private static Object[] row(String source, LineSums s) {
    return new Object[] {
      source, s.from(), s.lines(), s.counting(), s.quantity(), s.netAmount(), s.keys()
    };
  }

  private static LineSums sums(ResultSet row) throws SQLException {
    BigDecimal keys = row.getBigDecimal(7);
    return new LineSums(
        row.getObject(1, LocalDate.class).atTime(row.getInt(2), 0),
        row.getLong(3),
        row.getLong(4),
        row.getBigDecimal(5),
        row.getBigDecimal(6),
        keys);
  }

  /** Returns how many rows of a source, lines and quarantine, have a later change stamp. */
  public long countAfter(String source, LocalDateTime stamp) {
    return sql.number(
            "select count(*) from sales_line where changed_at > ? and source = ? " + OF_ERP,
            stamp,
            source)
        + sql.number(
            "select count(*) from quarantine where changed_at > ? and source = ?", stamp, source);
  }

  /**
   * Returns rows of a source with stamps in [from, to), lines or quarantine, after the given one,
   * in the order of stamp and identity.
   *
   * @param after a place before all wanted ones, or the last of the page before
   */
  public List<Place> places(
      String source,
      boolean quarantined,
      LocalDateTime from,
      LocalDateTime to,
      Place after,
      int limit) {
    LocalDateTime start = after.changedAt().isAfter(from) ? after.changedAt() : from;
    return sql.list(
        ReconcileStore::place,
        "select line_id, changed_at, source_key from "
            + (quarantined ? "quarantine" : "sales_line")
            + " where changed_at >= ? and changed_at < ? and (changed_at > ? or line_id > ?)"
            + " and source = ? "
            + (quarantined ? "" : OF_ERP)
            + " order by changed_at, line_id fetch first ? rows only",
        start,
        to,
        start,
        start.equals(after.changedAt()) ? after.lineId() : "",
        source,
        limit);
  }

  /** Returns where the lines with these identities stand; what is not there is left out. */
  public Map<String, Place> places(Collection<String> ids) {
    Map<String, Place> places = new HashMap<>();
    sql.listIn(
            ReconcileStore::place,
            "select line_id, changed_at, source_key from sales_line where line_id in (#)",
            ids)
        .forEach(p -> places.put(p.lineId(), p));
    return places;
  }

  /**
   * Hands over where lines of a source stand, of items of any company, page by page: items are
   * asked for in blocks, the lines of one block in the order of their identities. Lines may be
   * written meanwhile.
   *
   * @param items each once
   * @param limit most lines of a page
   */
  public void eachOfItems(
      String source, Collection<String> items, int limit, Consumer<List<Place>> pages) {
    for (List<String> block : Sql.blocks(items)) {
      List<Place> page = ofBlock(source, block, "", limit);
      while (!page.isEmpty()) {
        pages.accept(page);
        page =
            page.size() < limit
                ? List.of()
                : ofBlock(source, block, page.get(page.size() - 1).lineId(), limit);
      }
    }
  }

  private List<Place> ofBlock(String source, List<String> items, String after, int limit) {
    return sql.listIn(
        ReconcileStore::place,
        "select line_id, changed_at, source_key from sales_line where line_id > ?"
            + " and source = ? "
            + OF_ERP
            + " and item_id in (#) order by line_id fetch first "
            + limit
            + " rows only",
        items,
        after,
        source);
  }

  static Place place(ResultSet row) throws SQLException {
    return new Place(row.getString(1), row.getObject(2, LocalDateTime.class), row.getLong(3));
  }
}
