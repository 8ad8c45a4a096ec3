package org.demandwright.store.demand;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.demandwright.core.demand.SeriesKey;
import org.demandwright.store.sql.Sql;

/** The series that have ever been seen, and their demand per day. */
@ApplicationScoped
public class SeriesStore {
  private static final String COLUMNS = "select series_id, org_id, item_id, site_id, channel_id";

  private final Sql sql;
  private final Map<SeriesKey, Long> cache = new ConcurrentHashMap<>();

  @Inject
  public SeriesStore(Sql sql) {
    this.sql = sql;
  }

  SeriesStore() {
    this(null);
  }

  /** A series and its number in this store. */
  public record Ref(long seriesId, SeriesKey key) {}

  /** Demand of one series on one day: units sold and units taken back, both ≥ 0. */
  public record Day(long seriesId, LocalDate day, BigDecimal gross, BigDecimal returned) {}

  /**
   * Returns the numbers of the series and gives new ones to those never seen, ascending in the
   * order of the keys; a series that another caller numbers at the same time has that number. The
   * cache holds only what a committed transaction wrote before: new numbers are cached when they
   * are asked for again.
   */
  public Map<SeriesKey, Long> idsOf(Collection<SeriesKey> keys) {
    cache.putAll(
        stored(keys.stream().filter(k -> !cache.containsKey(k)).collect(Collectors.toSet())));
    Map<SeriesKey, Long> ids = new HashMap<>();
    List<SeriesKey> unseen = new ArrayList<>();
    for (SeriesKey key : keys) {
      Long id = cache.get(key);
      if (id == null) {
        unseen.add(key);
      } else {
        ids.put(key, id);
      }
    }
    if (!unseen.isEmpty()) {
      ids.putAll(number(unseen.stream().sorted().toList()));
    }
    return ids;
  }

  /** Returns the numbers of these series where the store has them: a few queries for all. */
  private Map<SeriesKey, Long> stored(Set<SeriesKey> keys) {
    Map<SeriesKey, Long> ids = new HashMap<>();
    Map<String, Set<String>> items = new TreeMap<>();
    keys.forEach(k -> items.computeIfAbsent(k.org(), org -> new TreeSet<>()).add(k.item()));
    items.forEach(
        (org, ofOrg) ->
            sql
                .listIn(
                    SeriesStore::ref,
                    COLUMNS + " from series where org_id = ? and item_id in (#)",
                    ofOrg,
                    org)
                .stream()
                .filter(found -> keys.contains(found.key()))
                .forEach(found -> ids.put(found.key(), found.seriesId())));
    return ids;
  }

  private Map<SeriesKey, Long> number(List<SeriesKey> unseen) {
    Iterator<Long> numbers = sql.next("series_number", unseen.size()).iterator();
    sql.insertNew(
        "series",
        "series_id, org_id, item_id, site_id, channel_id",
        unseen.stream()
            .map(k -> new Object[] {numbers.next(), k.org(), k.item(), k.site(), k.channel()})
            .toList());
    return stored(new HashSet<>(unseen));
  }

  private static Ref ref(ResultSet row) throws SQLException {
    return new Ref(
        row.getLong(1),
        new SeriesKey(row.getString(2), row.getString(3), row.getString(4), row.getString(5)));
  }

  public long count() {
    return sql.number("select count(*) from series");
  }

  /** Returns series with a larger number, ordered by it. */
  public List<Ref> after(long seriesId, int limit) {
    return sql.list(
        SeriesStore::ref,
        COLUMNS + " from series where series_id > ? order by series_id fetch first ? rows only",
        seriesId,
        limit);
  }

  /** Returns the series of an item, by their numbers. */
  public List<Ref> ofItem(String org, String item) {
    return sql.list(
        SeriesStore::ref,
        COLUMNS + " from series where org_id = ? and item_id = ? order by series_id",
        org,
        item);
  }

  /** Returns every series. */
  public List<Ref> all() {
    return after(0, Integer.MAX_VALUE);
  }

  /**
   * What is seen of the lines.
   *
   * @param asOf lines booked before this day
   * @param knownAt as they were known at this instant; empty = as they are now
   * @param returnsOnDayOfSale whether a return counts on the day of the sale that it takes back,
   *     where that is known and not later than the return
   */
  public record View(LocalDate asOf, Optional<Instant> knownAt, boolean returnsOnDayOfSale) {
    /** Returns the SQL of the day on which a line counts. */
    public String day() {
      return returnsOnDayOfSale
          ? "case when quantity < 0 and original_date < booked_on then original_date"
              + " else booked_on end"
          : "booked_on";
    }
  }

  /**
   * Lines as they were known at the view's instant, or as they are now.
   *
   * @param lines a query of the present lines and, of a past instant, of those that were replaced
   */
  private record Seen(String lines, List<Object> parameters) {

    /**
     * @param query with the table as {@code %s} and the parameters from, to, as-of day
     */
    static Seen of(String query, long from, long to, View view) {
      String lines = query.formatted("sales_line");
      List<Object> parameters = new ArrayList<>(List.of(from, to, view.asOf()));
      if (view.knownAt().isPresent()) {
        Instant then = view.knownAt().get();
        lines += " and known_from <= ? union all " + query.formatted("sales_line_history");
        lines += " and known_from <= ? and known_to > ?";
        parameters.addAll(List.of(then, from, to, view.asOf(), then, then));
      }
      return new Seen(lines, parameters);
    }
  }

  /** Returns the days from the as-of day on for which lines of the series are open, in order. */
  public List<Day> open(long from, long to, View view) {
    Seen seen =
        Seen.of(
            "select series_id, booked_on, quantity from %s where series_id between ? and ?"
                + " and excluded_because is null and quantity > 0 and booked_on >= ?",
            from, to, view);
    return sql.list(
        row ->
            new Day(
                row.getLong(1),
                row.getObject(2, LocalDate.class),
                row.getBigDecimal(3),
                BigDecimal.ZERO),
        "select series_id, booked_on, sum(quantity) from ("
            + seen.lines()
            + ") seen group by series_id, booked_on order by series_id, booked_on",
        seen.parameters().toArray());
  }

  /**
   * Returns the days with demand or returns, of the series numbered from … to, ordered by series
   * and day.
   */
  public List<Day> days(long from, long to, View view) {
    Seen seen =
        Seen.of(
            "select series_id, "
                + view.day()
                + " as demand_day, quantity from %s"
                + " where series_id between ? and ? and excluded_because is null and booked_on < ?",
            from,
            to,
            view);
    return sql.list(
        row ->
            new Day(
                row.getLong(1),
                row.getObject(2, LocalDate.class),
                row.getBigDecimal(3),
                row.getBigDecimal(4)),
        "select series_id, demand_day, sum(case when quantity > 0 then quantity else 0 end),"
            + " sum(case when quantity < 0 then -quantity else 0 end) from ("
            + seen.lines()
            + ") seen group by series_id, demand_day order by series_id, demand_day",
        seen.parameters().toArray());
  }
}
