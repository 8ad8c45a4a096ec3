package org.demandwright.rest.wire;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import jakarta.ws.rs.core.StreamingOutput;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.lang.reflect.RecordComponent;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.demandwright.app.Page;

/**
 * A list as comma-separated values (RFC 4180: UTF-8, CRLF, a header line, quotes where needed),
 * written page by page, so that memory does not grow with the list.
 *
 * <p>Text that a spreadsheet would take for a formula (it begins with {@code = + - @}, tab or
 * carriage return) gets an apostrophe in front; numbers do not.
 *
 * @param columns in their order
 */
public record CsvTable<T>(List<Column<T>> columns) {
  public static final String MEDIA_TYPE = "text/csv";

  /**
   * One column.
   *
   * @param value of the cell; null and an empty {@code Optional} become an empty cell
   */
  public record Column<T>(String name, Function<T, ?> value) {

    /** Returns a column for each component of a record, in their order and with their names. */
    public static <R extends Record> List<Column<R>> of(Class<R> type) {
      return Arrays.stream(type.getRecordComponents())
          .map(c -> new Column<R>(c.getName(), row -> read(c, row)))
          .toList();
    }

    private static Object read(RecordComponent component, Record row) {
      try {
        return component.getAccessor().invoke(row);
      } catch (ReflectiveOperationException e) {
        throw new IllegalStateException(component + " cannot be read", e);
      }
    }
  }

  public CsvTable {
    columns = List.copyOf(columns);
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
    Writer text = new BufferedWriter(new OutputStreamWriter(output, StandardCharsets.UTF_8));
    CsvWriter csv = CsvWriter.builder().lineDelimiter(LineDelimiter.CRLF).build(text);
    csv.writeRecord(columns.stream().map(Column::name).toList());
    Page<T> page = first;
    writeRows(csv, page);
    while (page.next().isPresent()) {
      page = pages.apply(page.next());
      writeRows(csv, page);
    }
    csv.flush();
  }

  private void writeRows(CsvWriter csv, Page<T> page) {
    for (T row : page.rows()) {
      csv.writeRecord(columns.stream().map(column -> cell(column.value().apply(row))).toList());
    }
  }

  private static String cell(Object value) {
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
    return bare instanceof CharSequence text ? harmless(text.toString()) : bare.toString();
  }

  private static String harmless(String text) {
    boolean formula = !text.isEmpty() && "=+-@\t\r".indexOf(text.charAt(0)) >= 0;
    return formula ? "'" + text : text;
  }
}
