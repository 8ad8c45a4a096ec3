package org.demandwright.store.source;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.demandwright.core.Words;
import org.demandwright.store.sql.Query;
import org.demandwright.store.sql.Sql;

/** Imports of files: what was asked for and what came of it. */
@ApplicationScoped
public class ImportStore {
  private static final String ONE = " where import_id = ?";

  private final Sql sql;

  @Inject
  public ImportStore(Sql sql) {
    this.sql = sql;
  }

  ImportStore() {
    this(null);
  }

  /**
   * What somebody asked for.
   *
   * @param dryRun whether nothing is to be loaded
   * @param replaces number of the load that it corrects
   * @param answers what was said about the file, JSON
   */
  public record Order(
      long fileId,
      String fileName,
      String fileKind,
      boolean dryRun,
      Optional<Long> replaces,
      String answers,
      String by,
      Instant at) {}

  /**
   * How many rows came to what.
   *
   * @param loaded rows that could be read, or be in a trial
   * @param bad rows that could not be read
   * @param refused of those that could be read, rows that the next run would refuse; of a trial
   */
  public record Counts(long rows, long loaded, long bad, long refused) {}

  /**
   * One import.
   *
   * @param owner the member that reads it
   * @param counts empty unless it is done
   * @param failedBecause empty unless it failed
   */
  public record Entry(
      long importId,
      Order order,
      ImportStatus status,
      Optional<String> owner,
      Optional<Instant> endedAt,
      Optional<Counts> counts,
      Optional<Words> failedBecause) {}

  /** Why one row came to nothing. */
  public record RowFailure(
      int number,
      long line,
      String reason,
      String column,
      String value,
      String wrong,
      String advice) {}

  /** Enters an import that waits, and returns its number. */
  @Transactional
  public long add(Order order) {
    long id = sql.next("import_number");
    sql.update(
        "insert into file_import (import_id, file_id, file_name, file_kind, dry_run, replaces,"
            + " answers, asked_by, asked_at, status) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        id,
        order.fileId(),
        order.fileName(),
        order.fileKind(),
        order.dryRun(),
        order.replaces().orElse(null),
        order.answers(),
        order.by(),
        order.at(),
        ImportStatus.WAITING);
    return id;
  }

  public Optional<Entry> find(long importId) {
    return sql.first(ImportStore::entry, "select * from file_import" + ONE, importId);
  }

  /** Returns imports with a smaller number, newest first. */
  public List<Entry> before(long importId, int limit) {
    return sql.list(
        ImportStore::entry,
        Query.of("select * from file_import where import_id < ?", importId)
            .add(" order by import_id desc")
            .first(limit));
  }

  /** Returns imports that have not ended, the oldest first. */
  public List<Entry> unfinished() {
    return sql.list(
        ImportStore::entry,
        "select * from file_import where status in (?, ?) order by import_id",
        ImportStatus.WAITING,
        ImportStatus.RUNNING);
  }

  /** Makes a member the one that reads it, if it stands as it was seen. */
  @Transactional(TxType.REQUIRES_NEW)
  public boolean claim(Entry seen, String owner) {
    return sql.update(
            Query.of(
                    "update file_import set status = ?, owner = ?" + ONE,
                    ImportStatus.RUNNING,
                    owner,
                    seen.importId())
                .and("status = ?", seen.status())
                .andStill("owner", seen.owner()))
        == 1;
  }

  /** Puts an import back that could not be begun. */
  @Transactional(TxType.REQUIRES_NEW)
  public void putBack(long importId) {
    sql.update(
        "update file_import set status = ?, owner = null" + ONE + " and status = ?",
        ImportStatus.WAITING,
        importId,
        ImportStatus.RUNNING);
  }

  /** Notes what came of it, with the first of the rows that came to nothing. */
  @Transactional
  public void finish(long importId, Counts counts, List<RowFailure> failures, Instant now) {
    sql.update("delete from file_import_error" + ONE, importId);
    sql.insertAll(
        "file_import_error",
        "import_id, error_no, line_no, reason, heading, bad_value, wrong, advice",
        failures.stream().map(failure -> values(importId, failure)).toList());
    sql.update(
        "update file_import set status = ?, owner = null, ended_at = ?, row_count = ?,"
            + " loaded_count = ?, bad_count = ?, refused_count = ?"
            + ONE,
        ImportStatus.DONE,
        now,
        counts.rows(),
        counts.loaded(),
        counts.bad(),
        counts.refused(),
        importId);
  }

  /** Notes that nothing was loaded, and why. */
  @Transactional
  public void fail(long importId, Words because, Instant now) {
    sql.update(
        "update file_import set status = ?, owner = null, ended_at = ?, failed_because = ?" + ONE,
        ImportStatus.FAILED,
        now,
        because.text(),
        importId);
  }

  /** Returns rows that came to nothing, behind one of them. */
  public List<RowFailure> failures(long importId, int behind, int limit) {
    return sql.list(
        ImportStore::failure,
        "select * from file_import_error where import_id = ? and error_no > ? order by error_no"
            + " fetch first ? rows only",
        importId,
        behind,
        limit);
  }

  /** Forgets imports that ended before an instant. */
  @Transactional(TxType.REQUIRES_NEW)
  public void forget(Instant before) {
    sql.update("delete from file_import where ended_at < ?", before);
  }

  private static Object[] values(long importId, RowFailure failure) {
    return new Object[] {
      importId,
      failure.number(),
      failure.line(),
      failure.reason(),
      failure.column(),
      failure.value(),
      failure.wrong(),
      failure.advice()
    };
  }

  private static RowFailure failure(ResultSet row) throws SQLException {
    return new RowFailure(
        row.getInt("error_no"),
        row.getLong("line_no"),
        row.getString("reason"),
        row.getString("heading"),
        row.getString("bad_value"),
        row.getString("wrong"),
        row.getString("advice"));
  }

  private static Entry entry(ResultSet row) throws SQLException {
    Optional<Counts> counts =
        row.getObject("row_count", Long.class) == null
            ? Optional.empty()
            : Optional.of(
                new Counts(
                    row.getLong("row_count"),
                    row.getLong("loaded_count"),
                    row.getLong("bad_count"),
                    row.getLong("refused_count")));
    return new Entry(
        row.getLong("import_id"),
        new Order(
            row.getLong("file_id"),
            row.getString("file_name"),
            row.getString("file_kind"),
            row.getBoolean("dry_run"),
            Optional.ofNullable(row.getObject("replaces", Long.class)),
            row.getString("answers"),
            row.getString("asked_by"),
            Sql.instant(row, "asked_at").orElseThrow()),
        ImportStatus.valueOf(row.getString("status")),
        Optional.ofNullable(row.getString("owner")),
        Sql.instant(row, "ended_at"),
        counts,
        Optional.ofNullable(row.getString("failed_because")).map(Words::parse));
  }
}
