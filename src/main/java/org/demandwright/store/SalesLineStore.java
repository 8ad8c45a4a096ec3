package org.demandwright.store;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.demandwright.core.demand.SeriesKey;

/** The sales lines that were read, the rows that could not be, and how far reading has come. */
@ApplicationScoped
public class SalesLineStore {
  private static final String INSERT_LINE =
      "insert into sales_line (line_id, series_id, source_kind, source_key, document_no, line_kind,"
          + " booked_on, quantity, net_amount, currency, promoted, flags, excluded_because,"
          + " changed_at, imported_by) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)";

  private final Sql sql;
  private final SeriesStore series;

  @Inject
  SalesLineStore(Sql sql, SeriesStore series) {
    this.sql = sql;
    this.series = series;
  }

  /** For the container's proxies only. */
  SalesLineStore() {
    this(null, null);
  }

  /**
   * Writes lines and quarantined rows; what was stored under the same identities is replaced, so
   * that reading a row twice changes nothing.
   *
   * @param runId the job instance that read them
   */
  public void replace(List<StoredLine> lines, List<QuarantinedLine> bad, long runId) {
    List<Object[]> ids = new ArrayList<>(lines.size() + bad.size());
    lines.forEach(l -> ids.add(new Object[] {l.lineId()}));
    bad.forEach(q -> ids.add(new Object[] {q.lineId()}));
    sql.batch("delete from sales_line where line_id = ?", ids);
    sql.batch("delete from quarantine where line_id = ?", ids);
    Map<SeriesKey, Long> known =
        series.idsOf(lines.stream().flatMap(l -> l.key().stream()).distinct().sorted().toList());
    sql.batch(INSERT_LINE, lines.stream().map(l -> row(l, known, runId)).toList());
    sql.batch(
        "insert into quarantine (line_id, reason, detail, changed_at, quarantined_by)"
            + " values (?, ?, ?, ?, ?)",
        bad.stream()
            .map(q -> new Object[] {q.lineId(), q.reason(), q.detail(), q.changedAt(), runId})
            .toList());
  }

  private static Object[] row(StoredLine l, Map<SeriesKey, Long> known, long runId) {
    return new Object[] {
      l.lineId(),
      l.key().map(known::get).orElse(null),
      l.sourceKind(),
      l.sourceKey(),
      l.documentNo(),
      l.lineKind(),
      l.bookedOn(),
      l.quantity(),
      l.netAmount(),
      l.currency(),
      l.promoted(),
      l.flags(),
      l.excludedBecause(),
      l.changedAt(),
      runId
    };
  }

  /** Forgets every line, every quarantined row and how far reading had come. */
  @Transactional
  public void clear() {
    sql.update("delete from sales_line");
    sql.update("delete from quarantine");
    sql.update("delete from watermark");
  }

  /** Returns how many lines are demand. */
  public long countUsed() {
    return sql.number("select count(*) from sales_line where excluded_because is null");
  }

  /** Returns how many lines are not demand, by the reason that the ERP's view gives. */
  public Map<String, Long> countExcluded() {
    return counts(
        "select excluded_because, count(*) from sales_line where excluded_because is not null"
            + " group by excluded_because");
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

  /** Returns how far the source has been read: change stamp and key, empty before the first run. */
  public Optional<Position> position(String source) {
    return sql.first(
        row -> new Position(row.getObject(1, LocalDateTime.class), row.getLong(2)),
        "select changed_at, source_key from watermark where source = ?",
        source);
  }

  /** Notes how far the source has been read. */
  public void setPosition(String source, Position p) {
    sql.update("delete from watermark where source = ?", source);
    sql.update(
        "insert into watermark (source, changed_at, source_key) values (?, ?, ?)",
        source,
        p.changedAt(),
        p.sourceKey());
  }

  /** How far reading has come. */
  public record Position(LocalDateTime changedAt, long sourceKey) {}
}
