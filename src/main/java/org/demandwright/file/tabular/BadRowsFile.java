package org.demandwright.file.tabular;

import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.demandwright.file.RowError;

/**
 * The CSV file of the rows that cannot be read, for whoever is to mend them: where, what, why, and
 * the row as it stands. A text that a spreadsheet would take for a formula is preceded by a quote.
 */
final class BadRowsFile implements AutoCloseable {
  private static final int FIRST = 200;
  private static final String FORMULAS = "=+-@\t\r";

  private final CsvWriter csv;
  private final List<RowError> first = new ArrayList<>();

  BadRowsFile(Path file) throws IOException {
    csv = CsvWriter.builder().build(file, StandardCharsets.UTF_8);
    csv.writeRecord("line", "reason", "column", "value", "wrong", "advice", "row");
  }

  void add(TableRow row, RowError error) {
    if (first.size() < FIRST) {
      first.add(error);
    }
    csv.writeRecord(
        String.valueOf(error.lineNo()),
        error.reason(),
        text(error.column()),
        text(error.value()),
        text(error.wrong().text()),
        error.advice(),
        text(row.raw()));
  }

  private static String text(String text) {
    return !text.isEmpty() && FORMULAS.indexOf(text.charAt(0)) >= 0 ? "'" + text : text;
  }

  /** Returns the first rows of the file. */
  List<RowError> first() {
    return List.copyOf(first);
  }

  @Override
  public void close() throws IOException {
    csv.close();
  }
}
