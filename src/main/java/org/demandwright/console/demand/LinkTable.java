package org.demandwright.console.demand;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.demandwright.app.Refused;
import org.demandwright.app.demand.LifecycleLinks;
import org.demandwright.app.demand.LinkRecord;
import org.demandwright.console.frame.Texts;
import org.demandwright.core.demand.LifecycleLink;

/**
 * Links as a table of a spreadsheet: a heading and a line each, with commas, or with semicolons and
 * decimal commas. The columns are those of the list over REST; what is given out can be changed and
 * sent back.
 */
final class LinkTable {
  private static final String ID = "linkId";
  private static final List<String> COLUMNS =
      List.of(
          ID,
          "org",
          "kind",
          "predecessor",
          "successor",
          "site",
          "firstDay",
          "lastDay",
          "factor",
          "ramp",
          "rampWeeks",
          "note");
  private static final String BYTE_ORDER_MARK = "\uFEFF";

  private LinkTable() {}

  /** Returns links as text. */
  static String of(List<LinkRecord> links) {
    StringWriter text = new StringWriter();
    try (CsvWriter csv = CsvWriter.builder().lineDelimiter(LineDelimiter.CRLF).build(text)) {
      csv.writeRecord(COLUMNS);
      links.forEach(link -> csv.writeRecord(cells(link)));
    } catch (IOException e) {
      throw new UncheckedIOException("in memory", e);
    }
    return text.toString();
  }

  private static List<String> cells(LinkRecord entry) {
    LifecycleLink link = entry.link();
    return List.of(
        Long.toString(entry.linkId()),
        plain(link.org()),
        link.kind().name(),
        plain(link.predecessor()),
        plain(link.successor()),
        plain(link.site().orElse("")),
        link.first().toString(),
        link.last().map(LocalDate::toString).orElse(""),
        link.factor().toPlainString(),
        link.ramp().map(r -> r.shape().name()).orElse(""),
        link.ramp().map(r -> Integer.toString(r.weeks())).orElse(""),
        plain(entry.note()));
  }

  /** A spreadsheet takes what begins like this for a formula. */
  private static boolean isFormula(String text) {
    return !text.isEmpty() && "=+-@\t\r".indexOf(text.charAt(0)) >= 0;
  }

  private static String plain(String text) {
    return isFormula(text) ? "'" + text : text;
  }

  private static String bare(String text) {
    return text.startsWith("'") && isFormula(text.substring(1)) ? text.substring(1) : text;
  }

  /**
   * Reads what somebody sends.
   *
   * @throws Refused INVALID with the line that is wrong
   */
  static List<LifecycleLinks.Row> read(String sent) {
    String text = sent.startsWith(BYTE_ORDER_MARK) ? sent.substring(1) : sent;
    String heading = text.lines().findFirst().orElse("");
    boolean semicolons = count(heading, ';') > count(heading, ',');
    List<LifecycleLinks.Row> rows = new ArrayList<>();
    try (CsvReader<NamedCsvRecord> lines =
        CsvReader.builder()
            .allowMissingFields(true)
            .fieldSeparator(semicolons ? ';' : ',')
            .ofNamedCsvRecord(text)) {
      for (NamedCsvRecord line : lines) {
        rows.add(new Line(line.getStartingLineNumber(), known(line)).row());
      }
    } catch (Refused refused) {
      throw refused;
    } catch (IOException | RuntimeException e) {
      throw new Refused(Refused.Kind.INVALID, Texts.of("links.table.none", heading(COLUMNS)));
    }
    return rows;
  }

  private static long count(String text, char sought) {
    return text.chars().filter(c -> c == sought).count();
  }

  private static String upper(String text) {
    return text.toUpperCase(Locale.ROOT);
  }

  private static String heading(List<String> columns) {
    return String.join(",", columns);
  }

  private static Map<String, String> known(NamedCsvRecord line) {
    if (line.getFieldCount() > line.getHeader().size()) {
      throw new Refused(
          Refused.Kind.INVALID, Texts.of("links.table.more", line.getStartingLineNumber()));
    }
    Map<String, String> cells = line.getFieldsAsMap();
    for (String name : cells.keySet()) {
      if (!COLUMNS.contains(name.strip())) {
        throw new Refused(
            Refused.Kind.INVALID, Texts.of("links.table.column", name, heading(COLUMNS)));
      }
    }
    return cells;
  }

  /** One line; a cell without text is one that was left out. */
  private record Line(long number, Map<String, String> cells) {
    LifecycleLinks.Row row() {
      return new LifecycleLinks.Row(
          read(ID, Long::valueOf),
          new LifecycleLinks.Request(
              read("org", t -> t),
              needed("kind", text -> LifecycleLink.Kind.valueOf(upper(text))),
              needed("predecessor", t -> t),
              needed("successor", t -> t),
              read("site", t -> t),
              needed("firstDay", LocalDate::parse),
              read("lastDay", LocalDate::parse),
              read("factor", t -> new BigDecimal(t.replace(',', '.'))),
              read("ramp", text -> LifecycleLink.Ramp.Shape.valueOf(upper(text))),
              read("rampWeeks", Integer::valueOf),
              read("note", t -> t)));
    }

    private <T> T needed(String name, Function<String, T> reader) {
      return read(name, reader)
          .orElseThrow(
              () ->
                  new Refused(Refused.Kind.INVALID, Texts.of("links.table.missing", number, name)));
    }

    private <T> Optional<T> read(String name, Function<String, T> reader) {
      String text =
          cells.entrySet().stream()
              .filter(e -> e.getKey().strip().equals(name))
              .map(e -> bare(e.getValue().strip()))
              .findFirst()
              .orElse("");
      try {
        return text.isEmpty() ? Optional.empty() : Optional.of(reader.apply(text));
      } catch (IllegalArgumentException | DateTimeException wrong) {
        throw new Refused(Refused.Kind.INVALID, Texts.of("links.table.wrong", number, name, text));
      }
    }
  }
}
