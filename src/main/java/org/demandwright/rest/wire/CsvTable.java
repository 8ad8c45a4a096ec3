package org.demandwright.rest.wire;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import jakarta.ws.rs.core.StreamingOutput;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import org.demandwright.app.Page;

/**
 * A list as comma-separated values (RFC 4180: UTF-8, CRLF, a header line, quotes where needed),
 * written page by page, so that memory does not grow with the list.
 *
 * <p>Text that a spreadsheet would take for a formula (it begins with {@code = + - @}, tab or
 * carriage return) gets an apostrophe in front; numbers do not. Raw, everything stands as it is.
 *
 * @param columns in their order
 * @param raw whether text is left as it is
 */
public record CsvTable<T>(List<Column<T>> columns, boolean raw) {
  public static final String MEDIA_TYPE = "text/csv";

  /**
   * One column.
   *
   * @param value of the cell; null and an empty {@code Optional} become an empty cell
   */
  public record Column<T>(String name, Function<T, ?> value) {}

  public CsvTable {
    columns = List.copyOf(columns);
  }

  public CsvTable(List<Column<T>> columns) {
    this(columns, false);
  }

  /** Returns the table of a list: what its rows share stands in front, in each line. */
  static <R extends Record> CsvTable<R> of(Listing<R> listing) {
    Set<String> fields = listing.asked().fields(RecordMembers.of(listing.row()).names());
    List<Column<R>> columns = new ArrayList<>();
    listing.about().ifPresent(shared -> columns.addAll(CsvColumns.constant(shared)));
    columns.addAll(CsvColumns.of(listing.row(), fields));
    return new CsvTable<>(columns, listing.asked().raw());
  }

  /**
   * Returns the table of rows that share something, with all of their members: the same that their
   * list has.
   */
  public static <R extends Record> CsvTable<R> of(Class<R> row, Record shared, boolean raw) {
    List<Column<R>> columns = new ArrayList<>(CsvColumns.<R>constant(shared));
    columns.addAll(CsvColumns.of(row, RecordMembers.of(row).names()));
    return new CsvTable<>(columns, raw);
  }

  /** Returns the heading as its line. */
  public String heading() {
    return text(csv -> csv.writeRecord(columns.stream().map(Column::name).toList()));
  }

  /** Returns rows as their lines, without the heading. */
  public String lines(List<T> rows) {
    return text(csv -> rows.forEach(new Lines(csv)::write));
  }

  private static String text(Consumer<CsvWriter> written) {
    StringWriter text = new StringWriter();
    try (CsvWriter csv = csv(text)) {
      written.accept(csv);
    } catch (IOException e) {
      throw new UncheckedIOException("in memory", e);
    }
    return text.toString();
  }

  private static CsvWriter csv(Writer text) {
    return CsvWriter.builder().lineDelimiter(LineDelimiter.CRLF).build(text);
  }

  /**
   * Returns what writes all rows. The first page is read already, so that errors can still be
   * answered as such.
   *
   * @param pages reads the page at a cursor, the first where there is none
   */
  public StreamingOutput stream(Function<Optional<String>, Page<T>> pages) {
    Page<T> first = pages.apply(Optional.empty());
    return output -> write(output, first, pages);
  }

  private void write(OutputStream output, Page<T> first, Function<Optional<String>, Page<T>> pages)
      throws IOException {
    CsvWriter csv = begun(output);
    Lines lines = new Lines(csv);
    Page<T> page = first;
    page.rows().forEach(lines::write);
    while (page.next().isPresent()) {
      page = pages.apply(page.next());
      page.rows().forEach(lines::write);
    }
    csv.flush();
  }

  /** Writes rows as they are read. */
  void write(OutputStream output, Listing.Rows<T> all) throws IOException {
    CsvWriter csv = begun(output);
    all.forEach(new Lines(csv)::write);
    csv.flush();
  }

  private CsvWriter begun(OutputStream output) {
    Writer text = new BufferedWriter(new OutputStreamWriter(output, StandardCharsets.UTF_8));
    CsvWriter csv = csv(text);
    csv.writeRecord(columns.stream().map(Column::name).toList());
    return csv;
  }

  /** Writes lines; what a column says again as in the line before is not worded again. */
  private final class Lines {
    private final CsvWriter csv;
    private final Object[] values = new Object[columns.size()];
    private final String[] cells = new String[columns.size()];

    Lines(CsvWriter csv) {
      this.csv = csv;
      Arrays.fill(cells, "");
    }

    void write(T row) {
      for (int i = 0; i < cells.length; i++) {
        Object value = columns.get(i).value().apply(row);
        if (value != values[i] && !(value instanceof Instant && value.equals(values[i]))) {
          values[i] = value;
          cells[i] = cell(value);
        }
      }
      csv.writeRecord(cells);
    }
  }

  private String cell(Object value) {
    Object bare = value instanceof Optional<?> optional ? optional.orElse(null) : value;
    if (bare == null) {
      return "";
    }
    if (bare instanceof BigDecimal number) {
      return Decimals.plain(number);
    }
    if (bare instanceof Double number) {
      return cell(Decimals.quantity(number));
    }
    return bare instanceof CharSequence text && !raw ? harmless(text.toString()) : bare.toString();
  }

  private static String harmless(String text) {
    boolean formula = !text.isEmpty() && "=+-@\t\r".indexOf(text.charAt(0)) >= 0;
    return formula ? "'" + text : text;
  }
}
