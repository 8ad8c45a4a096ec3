package org.demandwright.store;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** What is known of the sales lines as a whole, and how far reading has come. */
@ApplicationScoped
public class SalesLineStore {
  private final Sql sql;

  @Inject
  SalesLineStore(Sql sql) {
    this.sql = sql;
  }

  /** For the container's proxies only. */
  SalesLineStore() {
    this(null);
  }

  /** Returns how many lines of the ERP are demand. */
  public long countUsed() {
    return sql.number(
        "select count(*) from sales_line where excluded_because is null and derived_from is null");
  }

  /** Returns how many lines of the ERP are not demand, by the reason. */
  public Map<String, Long> countExcluded() {
    return counts(
        "select excluded_because, count(*) from sales_line where excluded_because is not null"
            + " and derived_from is null group by excluded_because");
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

  /** Returns the last day of demand before the day, or of all for null; empty without demand. */
  public Optional<LocalDate> lastDemand(LocalDate before) {
    return sql.first(
        row -> row.getObject(1, LocalDate.class),
        "select max(booked_on) from sales_line where excluded_because is null and quantity > 0"
            + " and booked_on < ?",
        before == null ? LocalDate.of(9999, 12, 31) : before);
  }

  /** Returns the first day of demand; empty without demand. */
  public Optional<LocalDate> firstDemand() {
    return sql.first(
        row -> row.getObject(1, LocalDate.class),
        "select min(booked_on) from sales_line where excluded_because is null and quantity > 0");
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
