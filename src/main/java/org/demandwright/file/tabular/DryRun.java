package org.demandwright.file.tabular;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.demandwright.core.intake.BaseUnits;
import org.demandwright.core.intake.BookedRow;
import org.demandwright.file.FileAccount;
import org.demandwright.file.FileCheck;
import org.demandwright.file.FileColumn;
import org.demandwright.file.RowError;

/**
 * Reads a file of order lines as a load would and writes nothing but the rows that come to nothing:
 * those that cannot be read, those that another load has, and those that can be read and that the
 * import will refuse. Where lines name units, the file is read twice, for the base unit of an item
 * that is new is known at its end.
 */
final class DryRun {
  /** Makes the account of the file, which needs more than the rows. */
  interface Accounting {
    FileAccount of(DataRows rows, RowCounts counts);
  }

  private final TabularFile file;
  private final Reading reading;
  private final Optional<EarlierLines> earlier;
  private final Map<String, Map<String, String>> settled;
  private final Map<String, Long> refused = new TreeMap<>();
  private final RowCounts counts = new RowCounts();
  private final Spellings spellings = new Spellings();
  private final FileDates dates;

  /**
   * @param earlier lines of other loads, if there are any
   * @param settled base units by company and item
   * @param today the day that it is at the sites
   */
  DryRun(
      TabularFile file,
      Reading reading,
      Optional<EarlierLines> earlier,
      Map<String, Map<String, String>> settled,
      LocalDate today) {
    this.file = file;
    this.reading = reading;
    this.earlier = earlier;
    this.settled = settled;
    dates = new FileDates(today);
  }

  FileCheck check(Path badRows, Accounting accounting) throws IOException, SQLException {
    RowMapping mapping = new RowMapping(reading);
    Fields fields = new Fields(reading);
    BaseUnits units = fields.has(FileColumn.UOM) ? units() : (org, item) -> Optional.of("");
    RefusedRow refusal = new RefusedRow(fields, units);
    try (DataRows rows = file.rows();
        BadRowsFile bad = new BadRowsFile(badRows)) {
      rows.<FileLine, SQLException>each(
          mapping,
          (row, line) -> {
            BookedRow booked = line.booked(identity(line));
            counts.loaded(line.excludedBecause());
            spellings.count(line);
            boolean isDemand = line.excludedBecause() == null;
            Optional<RowError> objection =
                isDemand ? refusal.of(booked, row.lineNo()) : Optional.empty();
            objection.ifPresent(error -> refuse(bad, row, error));
            if (isDemand && objection.isEmpty()) {
              dates.add(line, row.lineNo());
            }
          },
          (row, why) -> {
            counts.bad(why.reason());
            bad.add(row, why.at(row.lineNo()));
          });
      dates.refuse(refused);
      return new FileCheck(
          accounting.of(rows, counts),
          refused,
          mapping.leftOut(),
          spellings.lookAlikes(fields),
          dates.totals().stream().toList(),
          Stream.concat(bad.first().stream(), dates.errors().stream()).toList());
    }
  }

  private void refuse(BadRowsFile file, TableRow row, RowError error) {
    refused.merge(error.reason(), 1L, Long::sum);
    file.add(row, error);
  }

  /** Returns the identity that the import will know; refuses a line that another load has. */
  private String identity(FileLine line) throws SQLException, BadRow {
    return earlier.isPresent() ? earlier.get().lineIdOf(line) : line.identity().id();
  }

  /** Settles base units as the load will. */
  private BaseUnits units() throws IOException {
    Map<String, Map<String, UnitCounts>> counted = new TreeMap<>();
    RowMapping mapping = new RowMapping(reading);
    try (DataRows rows = file.rows()) {
      rows.<FileLine, IOException>each(
          mapping,
          (row, line) -> {
            if (line.excludedBecause() == null) {
              counted
                  .computeIfAbsent(line.identity().org(), org -> new TreeMap<>())
                  .computeIfAbsent(line.item(), item -> new UnitCounts())
                  .count(line.uom());
            }
          },
          (row, why) -> {});
    }
    return (org, item) ->
        Optional.ofNullable(settled.getOrDefault(org, Map.of()).get(item))
            .or(
                () ->
                    Optional.ofNullable(counted.getOrDefault(org, Map.of()).get(item))
                        .flatMap(UnitCounts::most))
            .or(() -> Optional.of(""));
  }
}
