package org.demandwright.file.tabular;

import java.io.IOException;
import java.time.LocalDateTime;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.demandwright.file.FileColumn;
import org.demandwright.file.FileQuestion;
import org.demandwright.file.Numbering;

/**
 * Finds out whether numbers of documents start anew each year: where one line of one document
 * stands in two years, either they do or the line came twice, and that is asked. What is kept in
 * memory is two years for each document, and the lines of those documents that have two.
 */
final class NumberingFinder {
  /** Opens the rows of the file anew. */
  interface Rows {
    DataRows open() throws IOException;
  }

  private record Span(int first, int last) {
    Span and(Span other) {
      return new Span(Math.min(first, other.first), Math.max(last, other.last));
    }
  }

  private interface Line {
    boolean isAsked(LineIdentity identity, int year);
  }

  private final Rows rows;
  private final Fields fields;
  private final String org;
  private final Map<String, Span> spans = new HashMap<>();
  private final Map<String, Integer> years = new HashMap<>();
  private String twice = "";

  private NumberingFinder(Rows rows, Reading reading) {
    this.rows = rows;
    fields = new Fields(reading);
    org = reading.profile().org();
  }

  /** Returns the question, empty where no line stands in two years. */
  static Optional<FileQuestion> question(Rows rows, Reading reading) throws IOException {
    NumberingFinder finder = new NumberingFinder(rows, reading);
    return finder.fields.has(FileColumn.LINE_NO) ? finder.question() : Optional.empty();
  }

  private Optional<FileQuestion> question() throws IOException {
    eachLine(
        (line, year) -> {
          spans.merge(document(line), new Span(year, year), Span::and);
          return false;
        });
    Set<String> several = new HashSet<>();
    spans.forEach(
        (document, span) -> {
          if (span.first() < span.last()) {
            several.add(document);
          }
        });
    if (!several.isEmpty()) {
      eachLine((line, year) -> several.contains(document(line)) && isTwice(line, year));
    }
    return twice.isEmpty()
        ? Optional.empty()
        : Optional.of(
            new FileQuestion(
                Numbering.KEY, twice, List.of(Numbering.ONCE.name(), Numbering.YEARLY.name())));
  }

  private static String document(LineIdentity line) {
    return line.org() + '\u001f' + line.document();
  }

  private boolean isTwice(LineIdentity line, int year) {
    Integer other = years.putIfAbsent(line.id(), year);
    if (other == null || other == year) {
      return false;
    }
    twice =
        ("%s has a line %s in %d and in %d; say whether numbers start anew each year (YEARLY, both"
                + " are lines) or go on (ONCE, the second is a duplicate)")
            .formatted(line.documentInWords(), line.line(), other, year);
    return true;
  }

  private void eachLine(Line asked) throws IOException {
    try (DataRows read = rows.open()) {
      boolean end = false;
      for (TableRow row = read.next(); row != null && !end; row = read.next()) {
        end = !row.isBroken() && isAsked(row, asked);
      }
    }
  }

  /** A row that cannot be read has no say. */
  private boolean isAsked(TableRow row, Line asked) {
    fields.take(row.cells());
    try {
      String document = fields.text(FileColumn.DOCUMENT);
      String line = fields.text(FileColumn.LINE_NO);
      LocalDateTime ordered = fields.time(FileColumn.ORDER_DATE);
      String company = fields.text(FileColumn.ORG);
      return document != null
          && line != null
          && ordered != null
          && asked.isAsked(
              new LineIdentity(company == null ? org : company, document, 0, line),
              ordered.getYear());
    } catch (BadRow e) {
      return false;
    }
  }
}
