package org.demandwright.file.tabular;

import org.demandwright.file.FileKind;

/** Turns rows into what they say, in the order of the file. */
interface RowReader<T> {

  /** Returns what a row says. */
  T map(TableRow row) throws BadRow;

  static RowReader<?> of(Reading reading) {
    return reading.profile().kind() == FileKind.ORDER_LINES
        ? new RowMapping(reading)
        : new SignalMapping(reading);
  }

  /** Refuses a row that has not the fields of the header. */
  static void requireWhole(TableRow row) throws BadRow {
    if (row.isBroken()) {
      throw new BadRow(
          BadRow.Reason.BROKEN_ROW,
          "",
          "",
          "the row does not have the fields of the header, is too long, or a quote in it is never"
              + " closed");
    }
  }
}
