package org.demandwright.erp.file;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.demandwright.core.demand.SignalValue;
import org.demandwright.erp.FileAccount;
import org.demandwright.erp.FileCheck;
import org.demandwright.erp.FileInspection;
import org.demandwright.erp.FileIntake;
import org.demandwright.erp.FileLoad;
import org.demandwright.erp.FileRequest;
import org.demandwright.erp.LineClass;
import org.demandwright.erp.LoadTerms;
import org.demandwright.erp.UnusableFile;

/** Reads CSV and XLSX files row by row; at no time is more in memory than a batch of rows. */
public final class TabularIntake implements FileIntake {
  private static final int BATCH = 2_000;

  /** Reads a file in some way; every failure of input is one of the file. */
  private interface Reader<T> {
    T read(TabularFile file) throws IOException;
  }

  private static <T> T reading(FileRequest request, Reader<T> reader) {
    try {
      return reader.read(TabularFile.of(request));
    } catch (IOException e) {
      throw unreadable(request.file(), e);
    }
  }

  @Override
  public FileInspection inspect(FileRequest request) {
    return reading(request, TabularFile::inspection);
  }

  /** What is done with what a row says; a refusal of it may still come from there. */
  private interface Taking<T, E extends Exception> {
    void take(T said) throws BadRow, E;
  }

  /** What is done with a row that cannot be read. */
  private interface Refusing<E extends Exception> {
    void refuse(TableRow row, BadRow bad) throws E;
  }

  /** Reads every row, and says of each line what became of it. */
  private static <T, E extends Exception> void each(
      DataRows rows, RowReader<T> reader, Taking<T, E> taking, Refusing<E> refusing)
      throws IOException, E {
    for (TableRow row = rows.next(); row != null; row = rows.next()) {
      try {
        taking.take(reader.map(row));
        rows.count(LineClass.LOADED, row);
      } catch (BadRow bad) {
        refusing.refuse(row, bad);
        rows.count(LineClass.QUARANTINED, row);
      }
    }
  }

  @Override
  public FileCheck check(FileRequest request, Path badRows) {
    return reading(
        request,
        file -> {
          Reading reading = file.reading();
          RowCounts counts = new RowCounts();
          try (DataRows rows = file.rows();
              BadRowsFile bad = new BadRowsFile(badRows)) {
            each(
                rows,
                new RowMapping(reading),
                line -> counts.loaded(line.excludedBecause()),
                (row, why) -> refuse(counts, bad, row, why));
            return new FileCheck(account(request, reading, rows, counts), bad.first());
          }
        });
  }

  private static void refuse(RowCounts counts, BadRowsFile file, TableRow row, BadRow bad) {
    counts.bad(bad.reason());
    file.add(row, bad);
  }

  /** Returns the account of a file that was read to its end; refuses one that does not add up. */
  private FileAccount account(
      FileRequest request, Reading reading, DataRows rows, RowCounts counts) {
    return counts.account(
        request.name(),
        fingerprint(request.file()),
        reading.profile().name(),
        rows.linesNotUtf8(),
        rows.counts(request.name()));
  }

  @Override
  public FileAccount load(Connection connection, FileRequest request, LoadTerms terms)
      throws SQLException {
    TabularFile file = reading(request, f -> f);
    Reading reading = file.reading();
    connection.setAutoCommit(false);
    FileDatabase database = new FileDatabase(connection);
    String sha256 = fingerprint(request.file());
    boolean empty = database.isEmpty();
    boolean whole = false;
    try {
      long loadId = database.begin(sha256, request.name(), terms);
      FileAccount account = fill(file, reading, request, new FileLines(connection, loadId, terms));
      database.end(loadId, account, terms);
      connection.commit();
      whole = true;
      return account;
    } catch (IOException e) {
      throw unreadable(request.file(), e);
    } finally {
      if (!whole) {
        connection.rollback();
        database.clearIf(empty);
      }
    }
  }

  private FileAccount fill(TabularFile file, Reading reading, FileRequest request, FileLines lines)
      throws SQLException, IOException {
    try (DataRows rows = file.rows();
        lines) {
      each(rows, new RowMapping(reading), lines::load, lines::quarantine);
      requireRows(request, lines.counts());
      FileAccount account = account(request, reading, rows, lines.counts());
      lines.finish();
      return account;
    }
  }

  private static void requireRows(FileRequest request, RowCounts counts) {
    if (counts.loaded() > 0) {
      return;
    }
    throw new UnusableFile(
        request.name()
            + (counts.rows() == 0
                ? " holds a header but no rows; export the order lines again"
                : ": none of its "
                    + counts.rows()
                    + " rows could be read ("
                    + counts.quarantined()
                    + "); check the file first, and compare its dates and numbers with the forms"
                    + " that it is read in"));
  }

  @Override
  public List<FileLoad> loads(Connection connection) throws SQLException {
    return new FileDatabase(connection).loads();
  }

  @Override
  public FileCheck signals(FileRequest request, Consumer<List<SignalValue>> values, Path badRows) {
    return reading(
        request,
        file -> {
          Reading reading = file.reading();
          RowCounts counts = new RowCounts();
          List<SignalValue> batch = new ArrayList<>();
          try (DataRows rows = file.rows();
              BadRowsFile bad = new BadRowsFile(badRows)) {
            each(
                rows,
                new SignalMapping(reading),
                read -> {
                  counts.loaded(null);
                  batch.addAll(read);
                  if (batch.size() >= BATCH) {
                    values.accept(List.copyOf(batch));
                    batch.clear();
                  }
                },
                (row, why) -> refuse(counts, bad, row, why));
            requireRows(request, counts);
            FileAccount account = account(request, reading, rows, counts);
            values.accept(List.copyOf(batch));
            return new FileCheck(account, bad.first());
          }
        });
  }

  @Override
  public String fingerprint(Path file) {
    try {
      return FileBytes.sha256(file);
    } catch (IOException e) {
      throw unreadable(file, e);
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
