package org.demandwright.store.intake;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.demandwright.store.sql.Sql;

/** What is known of the sales lines as a whole, and how far reading has come. */
@ApplicationScoped
public class SalesLineStore {
  private final Sql sql;

  @Inject
  public SalesLineStore(Sql sql) {
    this.sql = sql;
  }

  /** For the container's proxies only. */
  SalesLineStore() {
    this(null);
  }

  /** Returns how many lines of the ERP are demand or returns before the as-of day. */
  public long countUsed(LocalDate asOf) {
    return count("<", asOf);
  }

  /** Returns how many lines of the ERP are wanted from the as-of day on. */
  public long countOpen(LocalDate asOf) {
    return count(">=", asOf);
  }

  private long count(String side, LocalDate asOf) {
    return sql.number(
        "select coalesce(sum(line_count), 0) from line_day where rule_name = '' and derived ="
            + " false and wanted_day "
            + side
            + " ?",
        asOf);
  }

  /** Returns how many lines of the ERP are not demand, by the reason. */
  public Map<String, Long> countExcluded() {
    return counts(
        "select rule_name, sum(line_count) from line_day where rule_name <> '' and derived = false"
            + " and line_count <> 0 group by rule_name");
  }

  /** Returns how many rows are in quarantine, by reason. */
  public Map<String, Long> countQuarantined() {
    return counts("select reason, count(*) from quarantine group by reason");
  }

  private Map<String, Long> counts(String query) {
    Map<String, Long> counts = new TreeMap<>();
    sql.list(row -> counts.put(row.getString(1), row.getLong(2)), query);
    return counts;
  }

  /**
   * Returns the last day of demand; empty without demand.
   *
   * @param before the day that it comes before, null = any
   * @param knownAt of lines as they were known then; empty = as they are
   */
  public Optional<LocalDate> lastDemand(LocalDate before, Optional<Instant> knownAt) {
    LocalDate end = before == null ? LocalDate.of(9999, 12, 31) : before;
    return demandDay("max", end, knownAt);
  }

  /** Returns the first day of demand, of lines as they were known then; empty without demand. */
  public Optional<LocalDate> firstDemand(Optional<Instant> knownAt) {
    return demandDay("min", LocalDate.of(9999, 12, 31), knownAt);
  }

  private Optional<LocalDate> demandDay(String which, LocalDate before, Optional<Instant> knownAt) {
    String demand =
        "select %s(booked_on) as demand_day from %s where excluded_because is null"
            + " and quantity > 0 and booked_on < ?";
    String now = demand.formatted(which, "sales_line");
    if (knownAt.isEmpty()) {
      return sql.first(
          row -> row.getObject(1, LocalDate.class),
          "select "
              + which
              + "(wanted_day) from line_day where rule_name = '' and sold_count > 0"
              + " and wanted_day < ?",
          before);
    }
    Instant then = knownAt.get();
    return sql.first(
        row -> row.getObject(1, LocalDate.class),
        "select %s(demand_day) from (".formatted(which)
            + now
            + " and known_from <= ? union all "
            + demand.formatted(which, "sales_line_history")
            + " and known_from <= ? and known_to > ?) seen",
        before,
        then,
        before,
        then,
        then);
  }

  /** Returns how far the source has been read: empty before the first run. */
  public Optional<Position> position(String source) {
    return sql.first(
        row ->
            new Position(row.getObject(1, LocalDateTime.class), row.getLong(2), row.getString(3)),
        "select changed_at, source_key, line_id from watermark where source = ?",
        source);
  }

  /** Notes how far the source has been read. */
  public void setPosition(String source, Position p) {
    sql.update("delete from watermark where source = ?", source);
    sql.update(
        "insert into watermark (source, changed_at, source_key, line_id) values (?, ?, ?, ?)",
        source,
        p.changedAt(),
        p.sourceKey(),
        p.lineId());
  }

  /** Forgets how far a source has been read. */
  public void forgetPosition(String source) {
    sql.update("delete from watermark where source = ?", source);
  }

  /** How far reading has come: stamp, key and identity of the last row. */
  public record Position(LocalDateTime changedAt, long sourceKey, String lineId) {}
}
