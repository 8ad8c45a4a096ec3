package org.demandwright.store.source;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.demandwright.core.demand.DataScope;
import org.demandwright.core.demand.LineSums;
import org.demandwright.store.source.PushedLine.Identity;
import org.demandwright.store.sql.Query;
import org.demandwright.store.sql.RecordColumns;
import org.demandwright.store.sql.ScopeColumns;
import org.demandwright.store.sql.Sql;

/** The lines that other systems have pushed, each as it was pushed last. */
@ApplicationScoped
public class PushedLineStore {
  private static final RecordColumns<PushedLine> COLUMNS = RecordColumns.of(PushedLine.class);
  private static final String LINE = "select " + COLUMNS.names() + " from pushed_line";

  /** As those of a series: a line without a site or an item has the empty one. */
  private static final ScopeColumns SCOPE =
      new ScopeColumns(
          "p.org_id", Optional.of("coalesce(p.site_id, '')"), Optional.empty(), Optional.of("p"));

  private static final String SUMS =
      "select cast(changed_at as date), %s, count(*), sum(case when excluded_because is null"
          + " or excluded_because = 'KIT' then 1 else 0 end), sum(quantity), sum(net_amount), sum(push_key) from pushed_line"
          + " where source = ? and changed_at >= ? and changed_at <= ? group by %s";
  private static final String DAY = "cast(changed_at as date)";
  private static final String HOUR = "extract(hour from changed_at)";

  private final Sql sql;

  @Inject
  public PushedLineStore(Sql sql) {
    this.sql = sql;
  }

  /** Returns how many lines were pushed into a source. */
  public long count(String source) {
    return sql.number("select count(*) from pushed_line where source = ?", source);
  }

  /** Forgets the lines that were pushed into a source. */
  public void clear(String source) {
    sql.update("delete from pushed_line where source = ?", source);
  }

  PushedLineStore() {
    this(null);
  }

  /** Which lines are wanted. */
  public record Filter(
      Optional<String> source,
      Optional<String> org,
      Optional<String> documentNo,
      Optional<String> itemId,
      Optional<Boolean> deleted) {
    /** Every line. */
    public static final Filter ANY =
        new Filter(
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty());
  }

  /**
   * How many lines were received in a time, and when first and last.
   *
   * @param first empty where there is none
   */
  public record Received(long lines, Optional<LocalDateTime> first, Optional<LocalDateTime> last) {}

  /** Returns the lines of a source that have these identities. */
  public Map<Identity, PushedLine> of(String source, Collection<Identity> identities) {
    Set<Identity> wanted = new HashSet<>(identities);
    Map<Identity, PushedLine> found = new HashMap<>();
    sql
        .listIn(
            PushedLineStore::line,
            LINE + " where source = ? and document_no in (#)",
            wanted.stream().map(Identity::documentNo).collect(Collectors.toSet()),
            source)
        .stream()
        .filter(line -> wanted.contains(line.identity()))
        .forEach(line -> found.put(line.identity(), line));
    return found;
  }

  /** Returns the newest stamp of a source. */
  public Optional<LocalDateTime> newest(String source) {
    return sql.first(
        row -> row.getObject(1, LocalDateTime.class),
        "select max(changed_at) from pushed_line where source = ?",
        source);
  }

  /**
   * Writes lines.
   *
   * @param added new ones, which get their numbers here, in this order
   * @param changed those that say something else than under their numbers before
   */
  public void write(List<PushedLine> added, List<PushedLine> changed) {
    sql.updateIn(
        "delete from pushed_line where push_key in (#)",
        changed.stream().map(PushedLine::pushKey).toList());
    List<PushedLine> lines = new ArrayList<>(changed);
    List<Long> numbers = sql.next("pushed_number", added.size());
    for (int i = 0; i < added.size(); i++) {
      PushedLine line = added.get(i);
      lines.add(line.as(numbers.get(i), line.changedAt(), line.pushedBy()));
    }
    sql.insertAll(
        "pushed_line",
        COLUMNS.names(),
        lines.stream()
            .map(
                line -> {
                  Object[] row = new Object[COLUMNS.count()];
                  COLUMNS.bind(line, row, 0);
                  return row;
                })
            .toList());
  }

  /** Returns lines with larger numbers, in their order. */
  public List<PushedLine> page(DataScope scope, Filter filter, long after, int limit) {
    Query query =
        Query.of(LINE + " p where push_key > ?", after)
            .within(scope, SCOPE)
            .and("source = ?", filter.source())
            .and("org_id = ?", filter.org())
            .and("document_no = ?", filter.documentNo())
            .and("item_id = ?", filter.itemId());
    filter
        .deleted()
        .ifPresent(
            gone ->
                query.and(
                    gone
                        ? "excluded_because = 'DELETED'"
                        : "coalesce(excluded_because, '') <> 'DELETED'",
                    new Object[0]));
    return sql.list(
        PushedLineStore::line, query.add(" order by push_key", new Object[0]).first(limit));
  }

  /** Returns a line by its number. */
  public Optional<PushedLine> find(DataScope scope, long pushKey) {
    return sql
        .list(
            PushedLineStore::line,
            Query.of(LINE + " p where push_key = ?", pushKey).within(scope, SCOPE))
        .stream()
        .findFirst();
  }

  /** Returns the lines of a source that have these numbers. */
  public List<PushedLine> numbered(String source, Collection<Long> numbers) {
    return sql.listIn(
        PushedLineStore::line, LINE + " where source = ? and push_key in (#)", numbers, source);
  }

  /**
   * Returns how many lines of a source were received, and when.
   *
   * @param after exclusive
   * @param upTo inclusive, empty = up to the newest
   */
  public Received received(String source, LocalDateTime after, Optional<LocalDateTime> upTo) {
    Query query =
        Query.of(
                "select count(*), min(changed_at), max(changed_at) from pushed_line"
                    + " where source = ? and changed_at > ?",
                source,
                after)
            .and("changed_at <= ?", upTo);
    return sql.list(
            row ->
                new Received(
                    row.getLong(1),
                    Optional.ofNullable(row.getObject(2, LocalDateTime.class)),
                    Optional.ofNullable(row.getObject(3, LocalDateTime.class))),
            query)
        .get(0);
  }

  /** Returns lines of a source received in (after, upTo], by when they were, then by number. */
  public List<PushedLine> between(
      String source, LocalDateTime after, LocalDateTime upTo, int limit) {
    return sql.list(
        PushedLineStore::line,
        LINE
            + " where source = ? and changed_at > ? and changed_at <= ?"
            + " order by changed_at, push_key fetch first ? rows only",
        source,
        after,
        upTo,
        limit);
  }

  /** Returns lines of a source that were received together and have larger numbers, by number. */
  public List<PushedLine> at(String source, LocalDateTime stamp, long afterKey, int limit) {
    return sql.list(
        PushedLineStore::line,
        LINE
            + " where source = ? and changed_at = ? and push_key > ?"
            + " order by push_key fetch first ? rows only",
        source,
        stamp,
        afterKey,
        limit);
  }

  /**
   * Returns counts and sums of the lines of a source received in [from, upTo].
   *
   * @param byHour by hour, or else by day
   */
  public SortedMap<LocalDateTime, LineSums> sums(
      String source, LocalDateTime from, LocalDateTime upTo, boolean byHour) {
    SortedMap<LocalDateTime, LineSums> sums = new TreeMap<>();
    sql.list(
            PushedLineStore::sum,
            byHour ? SUMS.formatted(HOUR, DAY + ", " + HOUR) : SUMS.formatted("0", DAY),
            source,
            from,
            upTo)
        .forEach(sum -> sums.put(sum.from(), sum));
    return sums;
  }

  private static LineSums sum(ResultSet row) throws SQLException {
    return new LineSums(
        row.getObject(1, LocalDate.class).atTime(row.getInt(2), 0),
        row.getLong(3),
        row.getLong(4),
        row.getBigDecimal(5),
        row.getBigDecimal(6),
        row.getBigDecimal(7));
  }

  private static PushedLine line(ResultSet row) throws SQLException {
    return COLUMNS.read(row, 1);
  }
}
