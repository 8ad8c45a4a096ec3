package org.demandwright.file.tabular;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.demandwright.core.demand.SignalValue;
import org.demandwright.file.FileAccount;
import org.demandwright.file.FileCheck;
import org.demandwright.file.FileInspection;
import org.demandwright.file.FileIntake;
import org.demandwright.file.FileLoad;
import org.demandwright.file.FileRequest;
import org.demandwright.file.ItemUnits;
import org.demandwright.file.LoadTerms;
import org.demandwright.file.UnusableFile;

/** Reads CSV and XLSX files row by row; at no time is more in memory than a batch of rows. */
public final class TabularIntake implements FileIntake {
  private static final int BATCH = 2_000;

  /** No load has this number. */
  private static final long NO_LOAD = -1;

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

  @Override
  public FileCheck check(FileRequest request, Path badRows) {
    try {
      return check(request, badRows, Optional.empty(), Map.of());
    } catch (SQLException e) {
      throw new IllegalStateException("no database was asked", e);
    }
  }

  @Override
  public FileCheck check(Connection connection, FileRequest request, LoadTerms terms, Path badRows)
      throws SQLException {
    if (new FileDatabase(connection).isEmpty()) {
      return check(request, badRows);
    }
    try (EarlierLines earlier = new EarlierLines(connection, NO_LOAD, terms)) {
      return check(request, badRows, Optional.of(earlier), new FileItems(connection).settled());
    }
  }

  private FileCheck check(
      FileRequest request,
      Path badRows,
      Optional<EarlierLines> earlier,
      Map<String, Map<String, String>> settled)
      throws SQLException {
    TabularFile file = reading(request, f -> f);
    Reading reading = file.reading();
    try {
      return new DryRun(file, reading, earlier, settled, request.today())
          .check(badRows, (rows, counts) -> account(request, reading, rows, counts));
    } catch (IOException e) {
      throw unreadable(request.file(), e);
    }
  }

  @Override
  public List<ItemUnits> unitsOfItems(Connection connection) throws SQLException {
    return new FileDatabase(connection).isEmpty()
        ? List.of()
        : new FileItems(connection).inSeveralUnits();
  }

  @Override
  public void countIn(Connection connection, String org, String item, String unit, LocalDateTime at)
      throws SQLException {
    if (new FileDatabase(connection).isEmpty()) {
      throw new UnusableFile("No file was loaded, so there is no item to count in another unit");
    }
    new FileItems(connection).count(org, item, unit, at);
  }

  private static void refuse(RowCounts counts, BadRowsFile file, TableRow row, BadRow bad) {
    counts.bad(bad.reason());
    file.add(row, bad.at(row.lineNo()));
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
      rows.each(new RowMapping(reading), (row, line) -> lines.load(line), lines::quarantine);
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
            rows.each(
                new SignalMapping(reading),
                (row, read) -> {
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
            return FileCheck.of(account, bad.first());
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
        file.getFileName()
            + " cannot be read; check that it is there, that it may be read and that it is whole",
        e);
  }
}
