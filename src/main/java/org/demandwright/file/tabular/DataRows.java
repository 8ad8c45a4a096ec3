package org.demandwright.file.tabular;

import java.io.IOException;
import java.util.Set;
import org.demandwright.file.FileColumn;
import org.demandwright.file.LineClass;
import org.demandwright.file.LineCounts;

/**
 * The rows of a file that are lines or values, by whichever reader: repeated headers and totals are
 * passed over and counted, what is empty because of the row above is filled, and every line of the
 * file is accounted for at the end.
 */
final class DataRows implements AutoCloseable {
  private final Table table;
  private final Columns columns;
  private final TotalRow total;
  private final RowsAbove above;
  private final LineTally tally;
  private final int lastNeeded;

  /**
   * @param above columns to be taken from the row above where they are empty
   */
  DataRows(Table table, Columns columns, Set<FileColumn> above) {
    this.table = table;
    this.columns = columns;
    this.above = new RowsAbove(columns, above);
    total = new TotalRow(columns);
    tally = table.passed();
    lastNeeded = columns.needed().values().stream().mapToInt(place -> place).max().orElse(-1);
  }

  /** What is done with what a row says; a refusal of it may still come from there. */
  interface Taking<T, E extends Exception> {
    void take(TableRow row, T said) throws BadRow, E;
  }

  /** What is done with a row that cannot be read. */
  interface Refusing<E extends Exception> {
    void refuse(TableRow row, BadRow bad) throws E;
  }

  /** Reads every row, and says of each line what became of it. */
  <T, E extends Exception> void each(RowReader<T> reader, Taking<T, E> taking, Refusing<E> refusing)
      throws IOException, E {
    for (TableRow row = next(); row != null; row = next()) {
      try {
        taking.take(row, reader.map(row));
        count(LineClass.LOADED, row);
      } catch (BadRow bad) {
        refusing.refuse(row, bad);
        count(LineClass.QUARANTINED, row);
      }
    }
  }

  /** Returns the next row, null at the end. */
  TableRow next() throws IOException {
    for (TableRow row = table.next(); row != null; row = table.next()) {
      if (row.isBroken()) {
        return row;
      }
      if (isHeader(row)) {
        count(LineClass.REPEATED_HEADER, row);
      } else if (total.is(row)) {
        count(LineClass.TOTAL, row);
      } else if (above.isHead(row)) {
        above.filled(row);
        count(LineClass.TITLE, row);
      } else {
        return row.given() <= lastNeeded
            ? TableRow.broken(row.lineNo(), row.lines(), row.raw())
            : above.filled(row);
      }
    }
    return null;
  }

  private boolean isHeader(TableRow row) {
    String first = row.cells().get(0).text().strip();
    return first.equals(columns.header().get(0))
        && Headings.of(row.cells()).equals(columns.header());
  }

  /** Says what a row has turned out to be. */
  void count(LineClass lineClass, TableRow row) {
    tally.add(lineClass, row.lines());
  }

  /** Returns what the lines of the file are, once all have been read. */
  LineCounts counts(String name) {
    return tally.of(name, table.physicalLines());
  }

  long linesNotUtf8() {
    return table.linesNotUtf8();
  }

  @Override
  public void close() throws IOException {
    table.close();
  }
}
