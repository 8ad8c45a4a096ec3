package org.demandwright.store.source;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.demandwright.store.sql.Sql;

/** The book of the files that were sent; the files themselves lie in the data folder. */
@ApplicationScoped
public class FileStore {
  private final Sql sql;

  @Inject
  public FileStore(Sql sql) {
    this.sql = sql;
  }

  FileStore() {
    this(null);
  }

  /**
   * One file.
   *
   * @param kind the name of what its rows are
   * @param bytes its size as it was sent
   * @param loaded when and by whom it was loaded, empty while it was not
   */
  public record Entry(
      long fileId,
      String name,
      String kind,
      String sha256,
      long bytes,
      String sentBy,
      Instant sentAt,
      Optional<Loaded> loaded) {}

  /**
   * That a file was loaded.
   *
   * @param loadId number of the load in the database of files, 0 for signals
   */
  public record Loaded(long loadId, String by, Instant at) {}

  /** Returns all files, the newest first. */
  public List<Entry> all() {
    return sql.list(FileStore::entry, "select * from intake_file order by file_id desc");
  }

  /** Returns files of smaller numbers, the newest first. */
  public List<Entry> before(long fileId, int limit) {
    return sql.list(
        FileStore::entry,
        "select * from intake_file where file_id < ? order by file_id desc fetch first ? rows only",
        fileId,
        limit);
  }

  /** Returns one file. */
  public Optional<Entry> find(long fileId) {
    return sql.first(FileStore::entry, "select * from intake_file where file_id = ?", fileId);
  }

  /** Enters a file and returns it with its number. */
  @Transactional
  public Entry add(String name, String kind, String sha256, long bytes, String by, Instant now) {
    long id = sql.next("file_number");
    sql.update(
        "insert into intake_file (file_id, file_name, file_kind, sha256, file_bytes, sent_by,"
            + " sent_at) values (?, ?, ?, ?, ?, ?, ?)",
        id,
        name,
        kind,
        sha256,
        bytes,
        by,
        now);
    return new Entry(id, name, kind, sha256, bytes, by, now, Optional.empty());
  }

  /** Notes that a file was loaded. */
  @Transactional
  public void loaded(long fileId, Loaded loaded) {
    sql.update(
        "update intake_file set load_id = ?, loaded_by = ?, loaded_at = ? where file_id = ?",
        loaded.loadId(),
        loaded.by(),
        loaded.at(),
        fileId);
  }

  /** Forgets a file. */
  @Transactional
  public void remove(long fileId) {
    sql.update("delete from intake_file where file_id = ?", fileId);
  }

  private static Entry entry(ResultSet row) throws SQLException {
    Optional<Instant> at = Sql.instant(row, "loaded_at");
    Loaded loaded =
        new Loaded(row.getLong("load_id"), row.getString("loaded_by"), at.orElse(Instant.EPOCH));
    return new Entry(
        row.getLong("file_id"),
        row.getString("file_name"),
        row.getString("file_kind"),
        row.getString("sha256"),
        row.getLong("file_bytes"),
        row.getString("sent_by"),
        Sql.instant(row, "sent_at").orElseThrow(),
        at.map(then -> loaded));
  }
}
