package org.demandwright.store.run;

import java.time.Instant;
import java.util.List;
import org.demandwright.store.sql.Query;
import org.demandwright.store.sql.Sql;

/**
 * The rows of a table that are {@link Leased}: it has the columns {@code status}, {@code asked_by},
 * {@code owner} and {@code lease_until}.
 */
public final class LeasedRows {
  private final Sql sql;
  private final String table;
  private final String one;
  private final String oldestFirst;

  /**
   * Names a table.
   *
   * @param key its column of numbers
   */
  public LeasedRows(Sql sql, String table, String key) {
    this.sql = sql;
    this.table = table;
    one = " where " + key + " = ?";
    oldestFirst = " order by " + key;
  }

  /** Returns how many that somebody asked for have not ended. */
  public long unfinished(String by) {
    return sql.number(
        "select count(*) from " + table + " where asked_by = ? and status in (?, ?)",
        by,
        WorkStatus.WAITING,
        WorkStatus.RUNNING);
  }

  /** Returns those that have not ended, the oldest first. */
  public <T> List<T> unfinished(Sql.RowMapper<T> row) {
    return sql.list(
        row,
        "select * from " + table + " where status in (?, ?)" + oldestFirst,
        WorkStatus.WAITING,
        WorkStatus.RUNNING);
  }

  /** See {@link LeasedStore#claim}. */
  public boolean claim(Leased seen, String owner, Instant until) {
    return sql.update(
            Query.of(
                    "update " + table + " set status = ?, owner = ?, lease_until = ?" + one,
                    WorkStatus.RUNNING,
                    owner,
                    until,
                    seen.number())
                .and("status = ?", seen.status())
                .andStill("owner", seen.owner()))
        == 1;
  }

  /** See {@link LeasedStore#renew}. */
  public boolean renew(long number, String owner, Instant until) {
    return sql.update(
            "update " + table + " set lease_until = ?" + one + " and owner = ? and status = ?",
            until,
            number,
            owner,
            WorkStatus.RUNNING)
        == 1;
  }

  /** See {@link LeasedStore#putBack}. */
  public void putBack(long number, String owner) {
    sql.update(
        "update "
            + table
            + " set status = ?, owner = null, lease_until = null"
            + one
            + " and owner = ? and status = ?",
        WorkStatus.WAITING,
        number,
        owner,
        WorkStatus.RUNNING);
  }
}
