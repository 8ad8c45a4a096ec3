package org.demandwright.store.intake;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.ObjIntConsumer;
import org.demandwright.core.Words;
import org.demandwright.store.sql.Sql;

/** The rows of the ERP that could not be read as sales lines. */
@ApplicationScoped
public class QuarantineStore {
  private static final String SELECT =
      "select line_id, reason, detail, source_kind, source_key, org_id, site_id, item_id,"
          + " order_date, quantity, net_amount, raw, changed_at from quarantine";

  private final Sql sql;

  @Inject
  public QuarantineStore(Sql sql) {
    this.sql = sql;
  }

  QuarantineStore() {
    this(null);
  }

  /** Returns quarantined rows of a source with a larger identity, ordered by it. */
  public List<QuarantinedLine> after(String source, String lineId, int limit) {
    return sql.list(
        QuarantineStore::line,
        SELECT + " where source = ? and line_id > ? order by line_id fetch first ? rows only",
        source,
        lineId,
        limit);
  }

  /**
   * Returns rows of a source that are in quarantine for that reason and know when they were
   * ordered.
   */
  public List<QuarantinedLine> dated(String source, String reason, String afterLineId, int limit) {
    return sql.list(
        QuarantineStore::line,
        SELECT
            + " where source = ? and reason = ? and order_date is not null and line_id > ?"
            + " order by line_id fetch first ? rows only",
        source,
        reason,
        afterLineId,
        limit);
  }

  /** Returns those of the rows that are in quarantine, by identity. */
  public Map<String, QuarantinedLine> of(Collection<String> ids) {
    Map<String, QuarantinedLine> all = new HashMap<>();
    sql.listIn(QuarantineStore::line, SELECT + " where line_id in (#)", ids)
        .forEach(q -> all.put(q.lineId(), q));
    return all;
  }

  /**
   * Puts rows in the place of others; one that says the same as before stays untouched.
   *
   * @param changes is told of each row that comes (1) or leaves (-1)
   */
  void replace(
      Map<String, QuarantinedLine> old,
      List<QuarantinedLine> rows,
      IntakeRun run,
      ObjIntConsumer<QuarantinedLine> changes) {
    Map<String, QuarantinedLine> now = new TreeMap<>();
    rows.forEach(q -> now.put(q.lineId(), q));
    List<QuarantinedLine> leaving =
        old.values().stream().filter(q -> !same(now.get(q.lineId()), q)).toList();
    List<QuarantinedLine> coming =
        now.values().stream().filter(q -> !same(q, old.get(q.lineId()))).toList();
    leaving.forEach(q -> changes.accept(q, -1));
    coming.forEach(q -> changes.accept(q, 1));
    delete(leaving.stream().map(QuarantinedLine::lineId).toList());
    sql.batch(
        "insert into quarantine (line_id, reason, detail, source_kind, source_key, org_id,"
            + " site_id, item_id, order_date, quantity, net_amount, raw, changed_at, known_from, source, quarantined_by)"
            + " values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        coming.stream().map(q -> row(q, run)).toList());
  }

  private static boolean same(QuarantinedLine now, QuarantinedLine kept) {
    return now != null && kept != null && now.saysTheSame(kept);
  }

  private static Object[] row(QuarantinedLine q, IntakeRun run) {
    return new Object[] {
      q.lineId(),
      q.reason(),
      q.detail().text(),
      q.sourceKind(),
      q.sourceKey(),
      q.orgId(),
      q.siteId(),
      q.itemId(),
      q.orderDay(),
      q.quantity(),
      q.netAmount(),
      q.raw(),
      q.changedAt(),
      run.knownAt(),
      run.source(),
      run.instanceId()
    };
  }

  /** Removes rows. */
  void delete(List<String> ids) {
    sql.batch(
        "delete from quarantine where line_id = ?",
        ids.stream().map(id -> new Object[] {id}).toList());
  }

  private static QuarantinedLine line(ResultSet row) throws SQLException {
    return new QuarantinedLine(
        row.getString(1),
        row.getString(2),
        Words.parse(row.getString(3)),
        row.getString(4),
        row.getObject(5, Long.class),
        row.getString(6),
        row.getString(7),
        row.getString(8),
        row.getObject(9, LocalDate.class),
        row.getBigDecimal(10),
        row.getBigDecimal(11),
        row.getString(12),
        row.getObject(13, LocalDateTime.class));
  }
}
