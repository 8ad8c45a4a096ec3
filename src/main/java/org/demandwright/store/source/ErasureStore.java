package org.demandwright.store.source;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.demandwright.store.sql.Sql;

/**
 * The book of customers whose code is erased. A code stands in it until its erasure is done; after
 * that only a keyed hash tells whether a code is the same.
 */
@ApplicationScoped
public class ErasureStore {
  private static final String SELECT = "select * from customer_erasure";

  private final Sql sql;

  @Inject
  public ErasureStore(Sql sql) {
    this.sql = sql;
  }

  ErasureStore() {
    this(null);
  }

  /** How many rows named a customer. */
  public record Counts(
      long salesLines,
      long earlierLines,
      long pushedLines,
      long rowsSetAside,
      long findings,
      long marks) {
    public static final Counts NONE = new Counts(0, 0, 0, 0, 0, 0);
  }

  /**
   * One erasure.
   *
   * @param code until it is done
   * @param counts what was found; nothing until it is done
   */
  public record Erasure(
      long erasureId,
      Optional<String> code,
      String pseudonym,
      Instant requestedAt,
      String requestedBy,
      Optional<Instant> doneAt,
      Counts counts) {}

  /** Returns the secret of the hashes; empty before the first erasure. */
  public Optional<byte[]> secret() {
    return sql.first(row -> row.getBytes(1), "select secret from erasure_key where key_no = 1");
  }

  /** Keeps the secret of the hashes, unless there is one. */
  @Transactional
  public void keepSecret(byte[] secret) {
    if (secret().isEmpty()) {
      sql.update("insert into erasure_key (key_no, secret) values (1, ?)", secret);
    }
  }

  /** Adds an erasure that is to be done. */
  @Transactional
  public long add(String code, String codeHash, String pseudonym, String by, Instant now) {
    long id = sql.next("erasure_number");
    sql.update(
        "insert into customer_erasure (erasure_id, customer_code, code_hash, pseudonym,"
            + " requested_at, requested_by, sales_lines, earlier_lines, pushed_lines,"
            + " rows_set_aside, findings, marks) values (?, ?, ?, ?, ?, ?, 0, 0, 0, 0, 0, 0)",
        id,
        code,
        codeHash,
        pseudonym,
        now,
        by);
    return id;
  }

  /** Removes an erasure that was not done. */
  @Transactional
  public void remove(long erasureId) {
    sql.update("delete from customer_erasure where erasure_id = ? and done_at is null", erasureId);
  }

  /** Notes that an erasure is done, and forgets the code. */
  @Transactional
  public void done(long erasureId, Counts counts, Instant now) {
    sql.update(
        "update customer_erasure set customer_code = null, done_at = ?, sales_lines = ?,"
            + " earlier_lines = ?, pushed_lines = ?, rows_set_aside = ?, findings = ?, marks = ?"
            + " where erasure_id = ?",
        now,
        counts.salesLines(),
        counts.earlierLines(),
        counts.pushedLines(),
        counts.rowsSetAside(),
        counts.findings(),
        counts.marks(),
        erasureId);
  }

  /** Returns whether a code with this hash is erased, or is to be. */
  public boolean knows(String codeHash) {
    return sql.number("select count(*) from customer_erasure where code_hash = ?", codeHash) > 0;
  }

  /** Returns the pseudonyms by the hashes of the codes that are erased. */
  public Map<String, String> pseudonyms() {
    Map<String, String> known = new HashMap<>();
    sql.each(
        row -> Map.entry(row.getString(1), row.getString(2)),
        e -> known.put(e.getKey(), e.getValue()),
        "select code_hash, pseudonym from customer_erasure where done_at is not null");
    return known;
  }

  /** Returns what is to be done, in order. */
  public List<Erasure> outstanding() {
    return sql.list(ErasureStore::erasure, SELECT + " where done_at is null order by erasure_id");
  }

  /** Returns erasures with a smaller number, newest first. */
  public List<Erasure> before(long erasureId, int limit) {
    return sql.list(
        ErasureStore::erasure,
        SELECT + " where erasure_id < ? order by erasure_id desc fetch first ? rows only",
        erasureId,
        limit);
  }

  private static Erasure erasure(ResultSet row) throws SQLException {
    return new Erasure(
        row.getLong("erasure_id"),
        Optional.ofNullable(row.getString("customer_code")),
        row.getString("pseudonym"),
        Sql.instant(row, "requested_at").orElseThrow(),
        row.getString("requested_by"),
        Sql.instant(row, "done_at"),
        new Counts(
            row.getLong("sales_lines"),
            row.getLong("earlier_lines"),
            row.getLong("pushed_lines"),
            row.getLong("rows_set_aside"),
            row.getLong("findings"),
            row.getLong("marks")));
  }
}
