package org.demandwright.file.tabular;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.demandwright.file.UnusableFile;

/**
 * The records of a delimited text, each of one line or of several: the one rule for where a record
 * ends, which every reader of such files goes by.
 *
 * <p>A record ends with its line unless a quote that opened a field is not closed there. Then it
 * goes on, at most {@value #MOST_LINES} lines, and no further than to a line that is a whole record
 * by itself: there the quote was never meant to be closed. In that case the first line alone is a
 * record, a broken one, and the lines after it are read as if it were not there.
 */
final class CsvRecords implements AutoCloseable {
  static final int MOST_LINES = 100;

  /** Characters that may be read once more for each that is read, beyond the first millions. */
  private static final int AGAIN = 10;

  private static final long FREELY_AGAIN = 32L << 20;

  private final PhysicalLines lines;
  private final char delimiter;
  private int width;
  private long once;
  private long again;

  /**
   * @param width fields that a record has, 0 where that is not known yet
   */
  CsvRecords(PhysicalLines lines, char delimiter, int width) {
    this.lines = lines;
    this.delimiter = delimiter;
    this.width = width;
  }

  /** Says how many fields a record has from here on. */
  void width(int fields) {
    width = fields;
  }

  /** Returns the next record, null at the end. */
  CsvRecord next() throws IOException {
    String line = lines.next();
    if (line == null) {
      return null;
    }
    long lineNo = lines.lineNo();
    once += line.length();
    if (lines.cut()) {
      return new CsvRecord(lineNo, 1, line, null);
    }
    CsvFields fields = new CsvFields(delimiter);
    return fields.add(line)
        ? new CsvRecord(lineNo, 1, line, withoutNul(line, fields))
        : joined(lineNo, line, fields);
  }

  private static List<String> withoutNul(String text, CsvFields fields) {
    return text.indexOf('\0') >= 0 ? null : fields.fields();
  }

  private CsvRecord joined(long lineNo, String first, CsvFields fields) throws IOException {
    int openedIn = fields.fields().size();
    List<String> taken = new ArrayList<>();
    StringBuilder text = new StringBuilder(first);
    boolean closed = false;
    boolean never = false;
    while (!closed && !never && taken.size() < MOST_LINES && fits(fields)) {
      String next = lines.next();
      if (next == null) {
        break;
      }
      taken.add(next);
      text.append('\n').append(next);
      never = lines.cut();
      closed = !never && fields.add(next);
      never |= isWhole(next, closed && openedIn == 0 && !bareWidth(first));
    }
    if (closed && !never && !tooWide(fields.fields())) {
      String all = text.toString();
      return new CsvRecord(lineNo, taken.size() + 1, all, withoutNul(all, fields));
    }
    again += text.length();
    if (again > FREELY_AGAIN + AGAIN * once) {
      throw new UnusableFile(
          "line %d opens a quote that is not closed, as too many before it do; double the quotes within texts, or export the file again"
              .formatted(lineNo));
    }
    lines.pushBack(taken);
    return new CsvRecord(lineNo, 1, first, null);
  }

  private static boolean fits(CsvFields fields) {
    return fields.openLength() < PhysicalLines.LONGEST;
  }

  /**
   * Returns whether a line is a whole record by itself. The last line of a field in the first
   * column always has all the fields; it is told by the quote that closes it, which nothing opens.
   */
  private boolean isWhole(String line, boolean mayEndAField) {
    CsvFields alone = new CsvFields(delimiter);
    return width > 1
        && alone.add(line)
        && alone.fields().size() >= width
        && !tooWide(alone.fields())
        && !(mayEndAField && alone.stray());
  }

  /** Returns whether a line has as many fields as a record if its quotes are characters. */
  private boolean bareWidth(String line) {
    return line.chars().filter(c -> c == delimiter).count() + 1 == width;
  }

  /** Returns whether there is something in a field beyond the last one. */
  private boolean tooWide(List<String> fields) {
    return width > 0
        && fields.size() > width
        && fields.subList(width, fields.size()).stream().anyMatch(field -> !field.isBlank());
  }

  /** Returns how many lines have been read. */
  long lineNo() {
    return lines.lineNo();
  }

  long notUtf8() {
    return lines.notUtf8();
  }

  @Override
  public void close() throws IOException {
    lines.close();
  }
}
