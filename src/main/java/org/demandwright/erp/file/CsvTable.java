package org.demandwright.erp.file;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.demandwright.erp.FileFormat;

/**
 * A delimited text file. A field in quotes may go over several lines; where a quote is opened and
 * never closed, only its line is broken, and reading goes on with the next one.
 *
 * <p>FastCSV takes the fields of a record apart; where a record ends is found here, because a
 * parser of whole files gives up, or swallows what follows, at the first quote that is never
 * closed.
 */
final class CsvTable implements Table {
  private static final int MOST_LINES_A_ROW = 20;

  private final PhysicalLines lines;
  private final CsvReader.CsvReaderBuilder csv;
  private final List<String> header;

  CsvTable(Path file, FileFormat format) throws IOException {
    lines = new PhysicalLines(file, Charset.forName(format.encoding().value()));
    csv = parser(format.delimiter().value());
    try {
      header = readHeader(format.headerLine().value());
    } catch (IOException | RuntimeException e) {
      lines.close();
      throw e;
    }
  }

  static CsvReader.CsvReaderBuilder parser(char delimiter) {
    return CsvReader.builder().fieldSeparator(delimiter).skipEmptyLines(false);
  }

  private List<String> readHeader(int headerLine) throws IOException {
    String line = lines.next();
    while (line != null && lines.lineNo() < headerLine) {
      line = lines.next();
    }
    if (line == null || line.isBlank()) {
      return List.of();
    }
    List<Cell> cells = parse(line);
    return cells == null ? List.of(line) : Headings.of(cells);
  }

  @Override
  public List<String> header() {
    return header;
  }

  @Override
  public TableRow next() throws IOException {
    String line = lines.next();
    while (line != null && line.isBlank()) {
      line = lines.next();
    }
    if (line == null) {
      return null;
    }
    long lineNo = lines.lineNo();
    if (lines.cut()) {
      return new TableRow(lineNo, line, null);
    }
    String text = openQuote(line) ? joined(line) : line;
    List<Cell> cells = parse(text);
    return new TableRow(lineNo, text, whole(cells) ? cells : null);
  }

  private boolean whole(List<Cell> cells) {
    return cells != null && cells.size() == header.size();
  }

  /** Joins the lines that a field in quotes spans, or returns the line alone if that fails. */
  private String joined(String first) throws IOException {
    StringBuilder text = new StringBuilder(first);
    List<String> taken = new ArrayList<>();
    boolean open = true;
    while (open && taken.size() < MOST_LINES_A_ROW && text.length() < PhysicalLines.LONGEST) {
      String next = lines.next();
      if (next == null) {
        break;
      }
      taken.add(next);
      text.append('\n').append(next);
      open ^= openQuote(next);
    }
    if (!open && whole(parse(text.toString()))) {
      return text.toString();
    }
    for (int i = taken.size() - 1; i >= 0; i--) {
      lines.pushBack(taken.get(i));
    }
    return first;
  }

  private static boolean openQuote(String line) {
    boolean open = false;
    for (int at = line.indexOf('"'); at >= 0; at = line.indexOf('"', at + 1)) {
      open = !open;
    }
    return open;
  }

  private List<Cell> parse(String text) {
    return parse(csv, text);
  }

  /** Returns the fields of one record, null where it is none. */
  static List<Cell> parse(CsvReader.CsvReaderBuilder csv, String text) {
    if (text.isEmpty() || text.indexOf('\0') >= 0) {
      return null;
    }
    try {
      return csv.ofSingleCsvRecord(text).getFields().stream().map(Cell::of).toList();
    } catch (CsvParseException e) {
      return null;
    }
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
