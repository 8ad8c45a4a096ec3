package org.demandwright.file.tabular;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.stream.Stream;
import org.demandwright.file.LineClass;
import org.demandwright.file.UnusableFile;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.ReadingOptions;
import org.dhatim.fastexcel.reader.Row;
import org.dhatim.fastexcel.reader.Sheet;
import org.dhatim.fastexcel.reader.SheetVisibility;

/**
 * One sheet of an XLSX workbook, read row by row. A formula counts as the value that was saved with
 * it. Cells beside the table make their row a broken one, as further fields do in a text file;
 * cells that are missing at its end are empty.
 */
final class XlsxTable implements Table {
  private final Path file;
  private final ReadableWorkbook workbook;
  private final Stream<Row> stream;
  private final Iterator<Row> rows;
  private final XlsxCells cells;
  private final XlsxMerges merges;
  private final LineTally passed = new LineTally();
  private final List<String> header;
  private int lastRow;

  /** Opens a sheet; rows before the one of the header are passed over. */
  XlsxTable(Path file, String sheet, int headerRow, XlsxMerges merges) throws IOException {
    this.file = file;
    this.merges = merges;
    workbook = open(file);
    try {
      cells = new XlsxCells(workbook.isDate1904());
      stream = find(sheet).openStream();
      rows = stream.iterator();
      header = readHeader(headerRow);
    } catch (IOException | RuntimeException e) {
      workbook.close();
      throw unusable(file, e);
    }
  }

  private static ReadableWorkbook open(Path file) throws IOException {
    try {
      return new ReadableWorkbook(file.toFile(), new ReadingOptions(true, true));
    } catch (IOException | RuntimeException e) {
      throw unusable(file, e);
    }
  }

  /** Returns the names of the sheets that can be seen. */
  static List<String> sheets(Path file) throws IOException {
    XlsxLimits.USUAL.check(file);
    try (ReadableWorkbook workbook = open(file)) {
      return workbook
          .getSheets()
          .filter(sheet -> sheet.getVisibility() == SheetVisibility.VISIBLE)
          .map(Sheet::getName)
          .toList();
    }
  }

  private Sheet find(String name) {
    return workbook
        .findSheet(name)
        .orElseThrow(
            () ->
                new UnusableFile(
                    file.getFileName()
                        + " has no sheet \""
                        + name
                        + "\"; choose one of "
                        + workbook.getSheets().map(Sheet::getName).toList()));
  }

  private List<String> readHeader(int headerRow) {
    while (rows.hasNext()) {
      Row row = rows.next();
      List<Cell> filled = withoutEnd(cells.of(row));
      come(row);
      if (row.getRowNum() >= headerRow) {
        passed.add(filled.isEmpty() ? LineClass.BLANK : LineClass.HEADER, 1);
        return Headings.of(filled);
      }
      passed.add(filled.isEmpty() ? LineClass.BLANK : LineClass.TITLE, 1);
    }
    return List.of();
  }

  /** Goes on to a row; what a sheet leaves out between two of its rows are empty ones. */
  private void come(Row row) {
    passed.add(LineClass.BLANK, Math.max(0, row.getRowNum() - lastRow - 1));
    lastRow = row.getRowNum();
  }

  private static List<Cell> withoutEnd(List<Cell> cells) {
    int size = cells.size();
    while (size > 0 && cells.get(size - 1).isBlank()) {
      size--;
    }
    return cells.subList(0, size);
  }

  @Override
  public List<String> header() {
    return header;
  }

  @Override
  public TableRow next() {
    try {
      while (rows.hasNext()) {
        Row row = rows.next();
        List<Cell> filled = withoutEnd(cells.of(row));
        come(row);
        if (!filled.isEmpty()) {
          return row(row.getRowNum(), filled);
        }
        passed.add(LineClass.BLANK, 1);
      }
      return null;
    } catch (RuntimeException e) {
      throw unusable(file, e);
    }
  }

  private TableRow row(int rowNum, List<Cell> filled) {
    String raw = TableRow.joined(filled);
    if (filled.size() > header.size()) {
      return TableRow.broken(rowNum, 1, raw);
    }
    List<Cell> padded = new ArrayList<>(filled);
    while (padded.size() < header.size()) {
      padded.add(Cell.EMPTY);
    }
    return new TableRow(rowNum, 1, raw, padded, header.size(), merges.covered(rowNum));
  }

  private static UnusableFile unusable(Path file, Exception e) {
    if (e instanceof UnusableFile already) {
      return already;
    }
    return new UnusableFile(
        "%s cannot be read as an XLSX workbook; open it, save it as XLSX or CSV and send that"
            .formatted(file.getFileName()),
        e);
  }

  @Override
  public LineTally passed() {
    return passed;
  }

  @Override
  public long physicalLines() {
    return lastRow;
  }

  @Override
  public boolean since1904() {
    return workbook.isDate1904();
  }

  @Override
  public long linesNotUtf8() {
    return 0;
  }

  @Override
  public void close() throws IOException {
    stream.close();
    workbook.close();
  }
}
