package org.demandwright.store.demand;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.demandwright.core.demand.DataScope;
import org.demandwright.core.demand.SignalValue;
import org.demandwright.store.sql.Query;
import org.demandwright.store.sql.ScopeColumns;
import org.demandwright.store.sql.Sql;

/** Values of signals per item and day. */
@ApplicationScoped
public class SignalStore {
  private static final String COLUMNS =
      "signal_name, item_id, site_id, signal_day, amount, known_from";

  private final Sql sql;

  @Inject
  SignalStore(Sql sql) {
    this.sql = sql;
  }

  SignalStore() {
    this(null);
  }

  /** What there is of one signal. */
  public record Extent(String signal, long values, LocalDate first, LocalDate last) {}

  /** Returns the names of all signals. */
  public Set<String> names() {
    return new TreeSet<>(
        sql.list(row -> row.getString(1), "select signal_name from demand_signal"));
  }

  /** Returns how much there is of each signal, in the order of their names. */
  public List<Extent> extents(DataScope scope) {
    return sql.list(
        row ->
            new Extent(
                row.getString(1),
                row.getLong(2),
                row.getObject(3, LocalDate.class),
                row.getObject(4, LocalDate.class)),
        within(
                scope,
                Query.of(
                    "select signal_name, count(*), min(signal_day), max(signal_day)"
                        + " from signal_value v where 1 = 1"))
            .add(" group by signal_name order by signal_name"));
  }

  /**
   * Writes values; one of the same item, site, day and day of knowledge is replaced. Of several in
   * the list the last counts.
   */
  @Transactional
  public void write(Collection<SignalValue> values, String by, Instant now) {
    Map<List<Object>, SignalValue> byKey = new LinkedHashMap<>();
    values.forEach(v -> byKey.put(List.of(key(v)), v));
    Set<String> known = names();
    Set<String> names = values.stream().map(SignalValue::signal).collect(Collectors.toSet());
    sql.batch(
        "insert into demand_signal (signal_name) values (?)",
        names.stream().filter(n -> !known.contains(n)).map(n -> new Object[] {n}).toList());
    sql.batch(
        "delete from signal_value where item_id = ? and signal_name = ? and site_id = ?"
            + " and signal_day = ? and known_from = ?",
        byKey.values().stream().map(SignalStore::key).toList());
    sql.batch(
        "insert into signal_value (item_id, signal_name, site_id, signal_day, known_from, amount,"
            + " entered_by, entered_at) values (?, ?, ?, ?, ?, ?, ?, ?)",
        byKey.values().stream().map(v -> row(v, by, now)).toList());
  }

  /** Runs work that writes several lists, as one: all of them are written or none. */
  @Transactional
  public void atomically(Runnable work) {
    work.run();
  }

  private static Object[] key(SignalValue v) {
    return new Object[] {v.item(), v.signal(), v.site(), v.day(), v.knownFrom()};
  }

  private static Object[] row(SignalValue v, String by, Instant now) {
    return new Object[] {
      v.item(), v.signal(), v.site(), v.day(), v.knownFrom(), v.value(), by, Sql.utc(now)
    };
  }

  /** Removes a signal and returns how many values it had. */
  @Transactional
  public int remove(String signal) {
    sql.update("delete from demand_signal where signal_name = ?", signal);
    return sql.update("delete from signal_value where signal_name = ?", signal);
  }

  /** Behind which value a page of them begins. */
  public record Place(LocalDate day, String signal, String site, LocalDate knownFrom) {}

  /** Returns values of an item, the newest days first. */
  public List<SignalValue> newest(
      DataScope scope, String item, Optional<String> signal, Optional<Place> after, int limit) {
    Query query =
        Query.of("select " + COLUMNS + " from signal_value v where item_id = ?", item)
            .and("signal_name = ?", signal);
    after.ifPresent(
        p ->
            query.and(
                "signal_day <= ? and (signal_day < ? or signal_name > ? or (signal_name = ? and"
                    + " (site_id > ? or (site_id = ? and known_from < ?))))",
                p.day(),
                p.day(),
                p.signal(),
                p.signal(),
                p.site(),
                p.site(),
                p.knownFrom()));
    return sql.list(
        SignalStore::value,
        within(scope, query)
            .add(" order by signal_day desc, signal_name, site_id, known_from desc")
            .first(limit));
  }

  /** A value has no company: it is seen where an item and a site of its names are. */
  private static Query within(DataScope scope, Query query) {
    if (scope.isUnrestricted()) {
      return query;
    }
    return query
        .add(" and (v.item_id = ? or exists", SignalValue.EVERY_ITEM)
        .add(" (select 1 from item i where i.item_id = v.item_id")
        .within(scope, ScopeColumns.ofItem("i"))
        .add(")) and (v.site_id = '' or exists (select 1 from site t where t.site_id = v.site_id")
        .within(scope, ScopeColumns.ofSite("t"))
        .add("))");
  }

  /**
   * Returns all values of some items, at most a few hundred, that were known on a day.
   *
   * @param items with {@link SignalValue#EVERY_ITEM} for those of the market
   */
  public List<SignalValue> known(Collection<String> items, LocalDate asOf) {
    if (items.isEmpty()) {
      return List.of();
    }
    String places = String.join(", ", Collections.nCopies(items.size(), "?"));
    List<Object> parameters = new ArrayList<>(items);
    parameters.add(asOf);
    return sql.list(
        SignalStore::value,
        "select "
            + COLUMNS
            + " from signal_value where item_id in ("
            + places
            + ") and known_from <= ?",
        parameters.toArray());
  }

  private static SignalValue value(ResultSet row) throws SQLException {
    return new SignalValue(
        row.getString(1),
        row.getString(2),
        row.getString(3),
        row.getObject(4, LocalDate.class),
        row.getDouble(5),
        row.getObject(6, LocalDate.class));
  }
}
