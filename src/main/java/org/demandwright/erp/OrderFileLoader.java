package org.demandwright.erp;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ServiceLoader;

/** Loads a file of order lines into a database of its own and puts the canonical views over it. */
public interface OrderFileLoader {

  /**
   * Creates the tables of {@code sql/erp/file}, fills them, creates the views and commits. Rows
   * that cannot be read are kept in {@code file_quarantine}.
   *
   * @param connection as the owner of an empty schema
   * @param file CSV, plain or gzip
   * @throws UnusableFile if the file as a whole cannot be used; everything is rolled back
   */
  FileAccount load(Connection connection, Path file) throws SQLException;

  /** Returns the account of the file that was loaded into this database. */
  FileAccount account(Connection connection) throws SQLException;

  /** Returns the SHA-256 of the file's bytes, as {@link FileAccount#sha256} keeps it. */
  String fingerprint(Path file);

  /** Returns the loader of this product. */
  static OrderFileLoader find() {
    return ServiceLoader.load(OrderFileLoader.class, OrderFileLoader.class.getClassLoader())
        .findFirst()
        .orElseThrow(
            () -> new IllegalStateException("no OrderFileLoader is registered on the class path"));
  }
}
