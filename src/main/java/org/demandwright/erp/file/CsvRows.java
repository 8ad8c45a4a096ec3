package org.demandwright.erp.file;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/**
 * The rows of a CSV file after its header. A field in quotes may go over several lines; where a
 * quote is opened and never closed, only its line is broken, and reading goes on with the next one.
 */
final class CsvRows {
  private static final int MOST_LINES_A_ROW = 20;

  private final PhysicalLines lines;
  private final CsvReader.CsvReaderBuilder csv = CsvReader.builder().skipEmptyLines(false);
  private final List<String> header;

  /**
   * One row.
   *
   * @param lineNo line of the file on which it begins, the header being line 1
   * @param raw its text
   * @param fields as many as the header has; null for a broken row
   */
  record Row(long lineNo, String raw, List<String> fields) {}

  /** Reads the header; {@link #header} is empty if the file is. */
  CsvRows(PhysicalLines lines) throws IOException {
    this.lines = lines;
    String first = lines.next();
    if (first == null) {
      header = List.of();
    } else {
      List<String> fields = parse(first.startsWith("\uFEFF") ? first.substring(1) : first);
      header = fields == null ? List.of(first) : fields.stream().map(String::strip).toList();
    }
  }

  List<String> header() {
    return header;
  }

  /** Returns the next row that is not an empty line, null at the end. */
  Row next() throws IOException {
    String line = lines.next();
    while (line != null && line.isBlank()) {
      line = lines.next();
    }
    if (line == null) {
      return null;
    }
    long lineNo = lines.lineNo();
    String text = openQuote(line) ? joined(line) : line;
    List<String> fields = parse(text);
    return new Row(lineNo, text, fields != null && fields.size() == header.size() ? fields : null);
  }

  /** Joins the lines that a field in quotes spans, or returns the line alone if that fails. */
  private String joined(String first) throws IOException {
    StringBuilder text = new StringBuilder(first);
    List<String> taken = new ArrayList<>();
    boolean open = true;
    while (open && taken.size() < MOST_LINES_A_ROW) {
      String next = lines.next();
      if (next == null) {
        break;
      }
      taken.add(next);
      text.append('\n').append(next);
      open ^= openQuote(next);
    }
    List<String> fields = open ? null : parse(text.toString());
    if (fields != null && fields.size() == header.size()) {
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

  private List<String> parse(String text) {
    if (text.isEmpty() || text.indexOf('\0') >= 0) {
      return null;
    }
    try {
      return csv.ofSingleCsvRecord(text).getFields();
    } catch (CsvParseException e) {
      return null;
    }
  }
}
