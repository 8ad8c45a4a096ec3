package org.demandwright.file.tabular;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.demandwright.file.FileFormat;
import org.demandwright.file.LineClass;

/**
 * A delimited text file, record by record. As in a sheet, fields that are missing at the end of a
 * row are empty, and further empty ones are dropped.
 */
public final class CsvTable implements Table {
  private final PhysicalLines lines;
  private final CsvRecords records;
  private final LineTally passed = new LineTally();
  private final List<String> header;

  public CsvTable(Path file, FileFormat format) throws IOException {
    lines = new PhysicalLines(file, Charset.forName(format.encoding().value()));
    records = new CsvRecords(lines, format.delimiter().value(), 0);
    try {
      header = readHeader(format.headerLine().value());
      records.width(header.size());
    } catch (IOException | RuntimeException e) {
      lines.close();
      throw e;
    }
  }

  private List<String> readHeader(int headerLine) throws IOException {
    while (lines.lineNo() < headerLine - 1) {
      String line = lines.next();
      if (line == null) {
        return List.of();
      }
      passed.add(above(line), 1);
    }
    CsvRecord record = records.next();
    if (record == null) {
      return List.of();
    }
    passed.add(record.isBlank() ? LineClass.BLANK : LineClass.HEADER, record.lines());
    if (record.isBlank()) {
      return List.of();
    }
    return record.isBroken() ? List.of(record.text()) : Headings.of(cells(record.fields()));
  }

  private LineClass above(String line) {
    if (lines.lineNo() == 1 && SeparatorLine.of(line).isPresent()) {
      return LineClass.SEPARATOR;
    }
    return line.isBlank() ? LineClass.BLANK : LineClass.TITLE;
  }

  private static List<Cell> cells(List<String> fields) {
    return fields.stream().map(Cell::of).toList();
  }

  @Override
  public List<String> header() {
    return header;
  }

  @Override
  public TableRow next() throws IOException {
    CsvRecord record = records.next();
    while (record != null && record.isBlank()) {
      passed.add(LineClass.BLANK, record.lines());
      record = records.next();
    }
    return record == null ? null : row(record);
  }

  private TableRow row(CsvRecord record) {
    if (record.isBroken()) {
      return TableRow.broken(record.lineNo(), record.lines(), record.text());
    }
    List<String> fields = new ArrayList<>(record.fields());
    while (fields.size() > header.size() && fields.get(fields.size() - 1).isBlank()) {
      fields.remove(fields.size() - 1);
    }
    if (fields.size() > header.size()) {
      return TableRow.broken(record.lineNo(), record.lines(), record.text());
    }
    int given = fields.size();
    while (fields.size() < header.size()) {
      fields.add("");
    }
    return new TableRow(
        record.lineNo(), record.lines(), record.text(), cells(fields), given, Set.of());
  }

  @Override
  public LineTally passed() {
    return passed;
  }

  @Override
  public long physicalLines() {
    return lines.lineNo();
  }

  @Override
  public boolean since1904() {
    return false;
  }

  @Override
  public long linesNotUtf8() {
    return lines.notUtf8();
  }

  @Override
  public void close() throws IOException {
    lines.close();
  }
}
