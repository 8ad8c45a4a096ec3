package org.demandwright.store.exchange;

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
import org.demandwright.store.run.Leased;
import org.demandwright.store.run.LeasedRows;
import org.demandwright.store.run.LeasedStore;
import org.demandwright.store.run.WorkStatus;
import org.demandwright.store.sql.Query;
import org.demandwright.store.sql.Sql;

/**
 * Exports with their content, which lies here in blocks, so that a block and the checkpoint behind
 * it commit together and every member can hand it out.
 */
@ApplicationScoped
public class ExportStore implements LeasedStore<ExportStore.Export> {
  private static final String ONE = " where export_id = ?";

  private final Sql sql;

  @Inject
  public ExportStore(Sql sql) {
    this.sql = sql;
  }

  ExportStore() {
    this(null);
  }

  /**
   * What somebody asked for.
   *
   * @param terms which rows of the version, in which form
   * @param scope the part of the data that it is of, as text; empty where it is of all
   */
  public record Order(
      String by, Instant at, long versionId, String plan, String terms, String scope) {}

  /**
   * What became of it.
   *
   * @param sha256 of the content, hexadecimal
   */
  public record Content(long rows, long bytes, String sha256) {}

  /**
   * One export.
   *
   * @param owner the member that writes it
   * @param leaseUntil until when it does, unless it says so again
   * @param standing what its figures depended on besides the version's rows when it was begun
   * @param content empty unless it is ready
   * @param failedBecause empty unless it failed
   */
  public record Export(
      long exportId,
      Order order,
      WorkStatus status,
      Optional<String> owner,
      Optional<Instant> leaseUntil,
      Optional<Long> executionId,
      Optional<String> standing,
      Optional<Content> content,
      Optional<Instant> endedAt,
      Optional<Words> failedBecause)
      implements Leased {
    @Override
    public long number() {
      return exportId;
    }
  }

  /** Enters an export that waits, and returns its number. */
  @Transactional
  public long add(Order order) {
    long id = sql.next("export_number");
    sql.update(
        "insert into forecast_export (export_id, asked_by, asked_at, version_id, plan_name, terms,"
            + " scope_terms, status) values (?, ?, ?, ?, ?, ?, ?, ?)",
        id,
        order.by(),
        order.at(),
        order.versionId(),
        order.plan(),
        order.terms(),
        order.scope(),
        WorkStatus.WAITING);
    return id;
  }

  @Override
  public Optional<Export> find(long exportId) {
    return sql.first(ExportStore::export, "select * from forecast_export" + ONE, exportId);
  }

  /**
   * Returns exports with a smaller number, newest first.
   *
   * @param scope the part of the data that they are of, empty for any
   * @param by who asked for them, empty for anybody
   */
  public List<Export> before(
      Optional<String> scope, Optional<String> by, long exportId, int limit) {
    return sql.list(
        ExportStore::export,
        Query.of("select * from forecast_export where export_id < ?", exportId)
            .and("scope_terms = ?", scope)
            .and("asked_by = ?", by)
            .add(" order by export_id desc")
            .first(limit));
  }

  /** Returns how many exports that somebody asked for have not ended. */
  public long unfinished(String by) {
    return rows().unfinished(by);
  }

  @Override
  public List<Export> unfinished() {
    return rows().unfinished(ExportStore::export);
  }

  @Override
  @Transactional(TxType.REQUIRES_NEW)
  public boolean claim(Export seen, String owner, Instant until) {
    return rows().claim(seen, owner, until);
  }

  @Override
  @Transactional(TxType.REQUIRES_NEW)
  public boolean renew(long exportId, String owner, Instant until) {
    return rows().renew(exportId, owner, until);
  }

  @Override
  @Transactional(TxType.REQUIRES_NEW)
  public void putBack(long exportId, String owner) {
    rows().putBack(exportId, owner);
  }

  private LeasedRows rows() {
    return new LeasedRows(sql, "forecast_export", "export_id");
  }

  /**
   * Begins the content anew with its first block.
   *
   * @return whether the export is there to be written
   */
  @Transactional
  public boolean begin(long exportId, long executionId, String standing, byte[] heading) {
    int there =
        sql.update(
            "update forecast_export set execution_id = ?, standing = ?" + ONE + " and status = ?",
            executionId,
            standing,
            exportId,
            WorkStatus.RUNNING);
    sql.update("delete from export_block" + ONE, exportId);
    return there == 1 && append(exportId, 0, heading);
  }

  /**
   * Appends a block.
   *
   * @return whether the export is there still
   */
  @Transactional
  public boolean append(long exportId, long rows, byte[] content) {
    return sql.update(
            "insert into export_block (export_id, block_no, row_count, content)"
                + " select e.export_id, (select coalesce(max(b.block_no), 0) + 1 from export_block b"
                + " where b.export_id = e.export_id), cast(? as bigint), cast(? as bytea)"
                + " from forecast_export e where e.export_id = ?",
            rows,
            content,
            exportId)
        == 1;
  }

  /** Returns a block of the content, counted from 1; empty behind the last one. */
  public Optional<byte[]> block(long exportId, int number) {
    return sql.first(
        row -> row.getBytes(1),
        "select content from export_block" + ONE + " and block_no = ?",
        exportId,
        number);
  }

  /** Returns how many rows the blocks hold. */
  public long rows(long exportId) {
    return sql.number("select coalesce(sum(row_count), 0) from export_block" + ONE, exportId);
  }

  /** Notes that the content is whole. */
  @Transactional
  public void finish(long exportId, Content content, Instant now) {
    sql.update(
        "update forecast_export set status = ?, row_count = ?, byte_count = ?, sha256 = ?,"
            + " ended_at = ?, owner = null, lease_until = null"
            + ONE,
        WorkStatus.READY,
        content.rows(),
        content.bytes(),
        content.sha256(),
        now,
        exportId);
  }

  /**
   * Notes that an export came to nothing, if it has not ended; its blocks go.
   *
   * @return whether it had not
   */
  @Transactional
  public boolean fail(long exportId, Words because, Instant now) {
    int failed =
        sql.update(
            "update forecast_export set status = ?, failed_because = ?, ended_at = ?, owner = null,"
                + " lease_until = null"
                + ONE
                + " and status in (?, ?)",
            WorkStatus.FAILED,
            because.text(),
            now,
            exportId,
            WorkStatus.WAITING,
            WorkStatus.RUNNING);
    if (failed == 1) {
      sql.update("delete from export_block" + ONE, exportId);
    }
    return failed == 1;
  }

  /** Removes an export with its content. */
  @Transactional
  public void remove(long exportId) {
    sql.update("delete from forecast_export" + ONE, exportId);
  }

  /** Removes exports that ended before an instant, with their content. */
  @Transactional(TxType.REQUIRES_NEW)
  public void forget(Instant before) {
    sql.update("delete from forecast_export where ended_at < ?", before);
  }

  private static Export export(ResultSet row) throws SQLException {
    return new Export(
        row.getLong("export_id"),
        new Order(
            row.getString("asked_by"),
            Sql.instant(row, "asked_at").orElseThrow(),
            row.getLong("version_id"),
            row.getString("plan_name"),
            row.getString("terms"),
            row.getString("scope_terms")),
        WorkStatus.valueOf(row.getString("status")),
        Optional.ofNullable(row.getString("owner")),
        Sql.instant(row, "lease_until"),
        Optional.ofNullable(row.getObject("execution_id", Long.class)),
        Optional.ofNullable(row.getString("standing")),
        content(row),
        Sql.instant(row, "ended_at"),
        Optional.ofNullable(row.getString("failed_because")).map(Words::parse));
  }

  private static Optional<Content> content(ResultSet row) throws SQLException {
    String sha256 = row.getString("sha256");
    return sha256 == null
        ? Optional.empty()
        : Optional.of(new Content(row.getLong("row_count"), row.getLong("byte_count"), sha256));
  }
}
