package org.demandwright.store.forecast;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;
import org.demandwright.core.pipeline.Leak;
import org.demandwright.core.pipeline.LeakReport;
import org.demandwright.store.sql.Sql;

/** What the leak audit of each version found. */
@ApplicationScoped
public class AuditStore {
  private static final int LONGEST = 1_000;

  private final Sql sql;

  @Inject
  AuditStore(Sql sql) {
    this.sql = sql;
  }

  AuditStore() {
    this(null);
  }

  /**
   * One audit.
   *
   * @param series series of the sample
   * @param rows feature rows that were recomputed
   * @param forecasts forecasts that were recomputed
   * @param leaks numbers that differed
   * @param firstLeak the first of them in words, empty where there is none
   */
  public record Audit(int series, int rows, int forecasts, int leaks, Optional<String> firstLeak) {}

  /**
   * Writes an audit in place of what was there, in a transaction of its own: the step that fails
   * because of a leak must not take back what it found.
   */
  @Transactional(Transactional.TxType.REQUIRES_NEW)
  public void replace(long versionId, LeakReport report) {
    sql.update("delete from leak_audit where version_id = ?", versionId);
    sql.update(
        "insert into leak_audit (version_id, audited_series, audited_rows, audited_forecasts, leaks,"
            + " first_leak) values (?, ?, ?, ?, ?, ?)",
        versionId,
        report.series(),
        report.rows(),
        report.forecasts(),
        report.leaks().size(),
        report.leaks().stream().findFirst().map(AuditStore::words).orElse(null));
  }

  private static String words(Leak leak) {
    String words = leak.toString();
    return words.length() <= LONGEST ? words : words.substring(0, LONGEST - 1) + "…";
  }

  /** Returns the audit in a row that holds the columns of the table; empty where they are null. */
  static Optional<Audit> audit(ResultSet row) throws SQLException {
    int leaks = row.getInt("leaks");
    return row.wasNull()
        ? Optional.empty()
        : Optional.of(
            new Audit(
                row.getInt("audited_series"),
                row.getInt("audited_rows"),
                row.getInt("audited_forecasts"),
                leaks,
                Optional.ofNullable(row.getString("first_leak"))));
  }
}
