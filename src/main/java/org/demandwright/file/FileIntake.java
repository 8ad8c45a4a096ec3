package org.demandwright.file;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDateTime;
import java.util.List;
import java.util.ServiceLoader;
import java.util.function.Consumer;
import org.demandwright.core.demand.SignalValue;

/**
 * Reads files of order lines and of signals, as CSV (plain or gzip) or XLSX, and loads order lines
 * into a database of their own that looks like any ERP through the canonical views.
 *
 * <p>Every method throws {@link UnusableFile} where the file as a whole cannot be used.
 */
public interface FileIntake {

  /** Finds out the form of a file and what its headings mean, and reads the first rows. */
  FileInspection inspect(FileRequest request);

  /**
   * Reads the whole of a file of order lines as if it were the first one, and writes nothing but
   * the rows that cannot be read or that the import will refuse.
   *
   * @param badRows a CSV file that is made
   */
  FileCheck check(FileRequest request, Path badRows);

  /**
   * The same for a file that is to be loaded beside others: what they have already is refused, and
   * items are counted as they are there.
   */
  FileCheck check(Connection connection, FileRequest request, LoadTerms terms, Path badRows)
      throws SQLException;

  /**
   * Loads a file of order lines. Into an empty schema it makes the tables of {@code sql/erp/file}
   * and the views over them first. Rows that cannot be read are kept in {@code file_quarantine}.
   * Either all of it is committed or nothing.
   *
   * @param connection as the owner of the schema
   */
  FileAccount load(Connection connection, FileRequest request, LoadTerms terms) throws SQLException;

  /**
   * Returns the loads of this database, the newest first; empty where it has no tables of files.
   */
  List<FileLoad> loads(Connection connection) throws SQLException;

  /** Returns the items that have lines in another unit than their own. */
  List<ItemUnits> unitsOfItems(Connection connection) throws SQLException;

  /**
   * Counts an item in another unit from now on: the import judges its lines anew. Refuses a unit in
   * which the item has no line.
   */
  void countIn(Connection connection, String org, String item, String unit, LocalDateTime at)
      throws SQLException;

  /**
   * Reads a file of signals.
   *
   * @param values receives them in the order of the file, in bounded lists
   * @param badRows a CSV file that is made of the rows that cannot be read
   */
  FileCheck signals(FileRequest request, Consumer<List<SignalValue>> values, Path badRows);

  /** Returns the SHA-256 of the file's bytes, as {@link FileAccount#sha256} keeps it. */
  String fingerprint(Path file);

  /** Returns what this product brings. */
  static FileIntake find() {
    return ServiceLoader.load(FileIntake.class, FileIntake.class.getClassLoader())
        .findFirst()
        .orElseThrow(
            () -> new IllegalStateException("no FileIntake is registered on the class path"));
  }
}
