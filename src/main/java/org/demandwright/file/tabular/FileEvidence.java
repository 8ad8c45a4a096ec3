package org.demandwright.file.tabular;

import java.io.IOException;
import java.time.ZoneId;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.demandwright.file.FileColumn;
import org.demandwright.file.FileColumn.Type;
import org.demandwright.file.LineClass;
import org.demandwright.file.LineCounts;

/**
 * What the whole of a file says of its form, gathered in one reading from the first row to the
 * last: a value that comes late counts as much as one of the first. It holds counters and first
 * examples, however long the file is.
 */
final class FileEvidence {
  private final Columns columns;
  private final NumberEvidence numbers = new NumberEvidence();
  private final DateEvidence dates;
  private final AboveEvidence above;
  private final Map<FileColumn, UnreadTexts> unread = new EnumMap<>(FileColumn.class);
  private LineCounts lines = LineCounts.unknown();

  private FileEvidence(Columns columns, DateEvidence dates) {
    this.columns = columns;
    this.dates = dates;
    above = new AboveEvidence(columns);
    columns
        .needed()
        .forEach(
            (column, place) ->
                unread.put(column, new UnreadTexts(column, columns.header().get(place))));
  }

  /** Reads a table to its end. */
  static FileEvidence of(String name, Table table, Columns columns, ZoneId zone)
      throws IOException {
    FileEvidence evidence = new FileEvidence(columns, new DateEvidence(zone, table.since1904()));
    List<Integer> numbers = columns.of(Type.NUMBER);
    List<Integer> days = columns.of(Type.DAY);
    DataRows rows = new DataRows(table, columns, Set.of());
    for (TableRow row = rows.next(); row != null; row = rows.next()) {
      rows.count(LineClass.DATA, row);
      if (!row.isBroken()) {
        evidence.take(row, numbers, days);
      }
    }
    evidence.lines = rows.counts(name);
    return evidence;
  }

  private void take(TableRow row, List<Integer> numberPlaces, List<Integer> dayPlaces) {
    above.add(row);
    for (int place : numberPlaces) {
      Cell cell = row.cells().get(place);
      String text = said(place, cell);
      if (!cell.typed() && !text.isEmpty()) {
        note(place, text, numbers.add(text));
      }
    }
    for (int place : dayPlaces) {
      Cell cell = row.cells().get(place);
      // A typed day is one; a number of the sheet may be a day that lost its format.
      String text = said(place, cell);
      if (!text.isEmpty() && !(cell.typed() && text.indexOf('-') > 0)) {
        note(place, text, dates.add(text));
      }
    }
  }

  private String said(int place, Cell cell) {
    return CellText.of(columns.meanings().get(place), cell.text());
  }

  private void note(int place, String text, boolean read) {
    UnreadTexts texts = unread.get(columns.meanings().get(place));
    if (texts != null) {
      texts.add(text, read);
    }
  }

  NumberEvidence numbers() {
    return numbers;
  }

  DateEvidence dates() {
    return dates;
  }

  AboveEvidence above() {
    return above;
  }

  /** Returns what the needed columns hold that is read in no form. */
  Map<FileColumn, UnreadTexts> unread() {
    return unread;
  }

  /** Returns what the lines of the file are; those of its rows are not tried yet. */
  LineCounts lines() {
    return lines;
  }
}
