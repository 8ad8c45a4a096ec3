package org.demandwright.erp.file;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HexFormat;
import java.util.Map;
import java.util.TreeMap;
import org.demandwright.erp.FileAccount;
import org.demandwright.erp.OrderFileLoader;
import org.demandwright.erp.SqlScript;
import org.demandwright.erp.UnusableFile;

/** Loads CSV files, plain or gzip, row by row. */
public final class CsvOrderFileLoader implements OrderFileLoader {
  private static final int LONGEST_NAME = 400;

  @Override
  public FileAccount load(Connection connection, Path file) throws SQLException {
    connection.setAutoCommit(false);
    try (PhysicalLines lines = new PhysicalLines(file)) {
      CsvRows rows = new CsvRows(lines);
      MappingProfile profile = profile(file, rows);
      SqlScript.of("sql/erp/file/schema.sql").run(connection);
      return fill(connection, file, lines, rows, profile);
    } catch (IOException e) {
      throw unreadable(file, e);
    }
  }

  /** Fills the empty tables; takes them away again if that fails, as not every database can. */
  private FileAccount fill(
      Connection connection, Path file, PhysicalLines lines, CsvRows rows, MappingProfile profile)
      throws SQLException, IOException {
    boolean whole = false;
    try {
      FileAccount account = load(connection, file, lines, rows, profile);
      SqlScript.of("sql/erp/file/views.sql").run(connection);
      connection.commit();
      whole = true;
      return account;
    } finally {
      if (!whole) {
        connection.rollback();
        SqlScript.of("sql/erp/file/drop.sql").run(connection);
        connection.commit();
      }
    }
  }

  private static MappingProfile profile(Path file, CsvRows rows) {
    if (rows.header().isEmpty()) {
      throw new UnusableFile(file + " is empty; export the order lines again");
    }
    return MappingProfile.of(rows.header())
        .orElseThrow(
            () ->
                new UnusableFile(
                    file
                        + " begins with the header "
                        + shortened(String.join(",", rows.header()))
                        + ", which no profile knows. Rename the columns to those of one of"
                        + MappingProfile.expectations()));
  }

  private static String shortened(String header) {
    String printable = header.replaceAll("\\p{Cntrl}", "?");
    return printable.length() <= 200 ? printable : printable.substring(0, 200) + "…";
  }

  private FileAccount load(
      Connection connection, Path file, PhysicalLines lines, CsvRows rows, MappingProfile profile)
      throws SQLException, IOException {
    RowMapping mapping = new RowMapping(profile, rows.header());
    try (FileTables tables = new FileTables(connection)) {
      long rowNo = 0;
      for (CsvRows.Row row = rows.next(); row != null; row = rows.next()) {
        rowNo++;
        load(tables, mapping, rowNo, row, rows.header().size());
      }
      if (tables.loaded() == 0) {
        throw new UnusableFile(
            file
                + (rowNo == 0
                    ? " holds a header but no rows; export the order lines again"
                    : ": none of its "
                        + rowNo
                        + " rows could be read; compare its dates and numbers with the formats"
                        + " in sql/erp/CONTRACT.md"));
      }
      String name = file.getFileName().toString();
      return tables.finish(
          name.length() <= LONGEST_NAME ? name : name.substring(0, LONGEST_NAME),
          fingerprint(file),
          profile,
          lines.notUtf8());
    }
  }

  private static void load(
      FileTables tables, RowMapping mapping, long rowNo, CsvRows.Row row, int columns)
      throws SQLException {
    try {
      if (row.fields() == null) {
        throw new BadRow(
            BadRow.Reason.BROKEN_ROW,
            "the row does not have " + columns + " fields, or a quote in it is never closed");
      }
      tables.load(rowNo, mapping.map(row.fields()));
    } catch (BadRow bad) {
      tables.quarantine(row, bad.reason(), bad.getMessage());
    }
  }

  @Override
  public FileAccount account(Connection connection) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet row =
            statement.executeQuery(
                "select file_name, sha256, profile, rows_in_file, rows_loaded, lines_not_utf8"
                    + " from file_load")) {
      if (!row.next()) {
        throw new IllegalStateException("no file was loaded into this database");
      }
      return new FileAccount(
          row.getString(1),
          row.getString(2),
          row.getString(3),
          row.getLong(4),
          row.getLong(5),
          counts(
              connection,
              "select excluded_because, count(*) from file_order_line"
                  + " where excluded_because is not null group by excluded_because"),
          counts(connection, "select reason, count(*) from file_quarantine group by reason"),
          row.getLong(6));
    }
  }

  private static Map<String, Long> counts(Connection connection, String sql) throws SQLException {
    Map<String, Long> counts = new TreeMap<>();
    try (Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(sql)) {
      while (rows.next()) {
        counts.put(rows.getString(1), rows.getLong(2));
      }
    }
    return counts;
  }

  @Override
  public String fingerprint(Path file) {
    try (InputStream in = Files.newInputStream(file)) {
      MessageDigest sha256 = MessageDigest.getInstance("SHA-256");
      byte[] buffer = new byte[1 << 16];
      for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
        sha256.update(buffer, 0, n);
      }
      return HexFormat.of().formatHex(sha256.digest());
    } catch (IOException e) {
      throw unreadable(file, e);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }

  private static UnusableFile unreadable(Path file, IOException e) {
    return new UnusableFile(
        file
            + " cannot be read ("
            + e
            + "); check that it is there, that it may be read and that it is whole",
        e);
  }
}
