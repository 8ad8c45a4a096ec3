package org.demandwright.rest.wire;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObjectBuilder;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.ext.MessageBodyReader;
import jakarta.ws.rs.ext.Provider;
import java.io.IOException;
import java.io.InputStream;
import java.lang.annotation.Annotation;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.Arrays;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Reads comma-separated values into a record whose one component is a list of records: a line is
 * one of them, the heading names their members, an empty cell is a member left out, and one of
 * digits is a number where the member is a whole one. UTF-8, with or without a byte order mark.
 * What is wrong is told as of the same JSON, counted from 0.
 */
@Provider
@Consumes(CsvBodies.CSV)
public class CsvBodies implements MessageBodyReader<Record> {
  /** The media type. */
  public static final String CSV = "text/csv";

  private static final Set<Type> WHOLE = Set.of(long.class, Long.class, int.class, Integer.class);
  private static final Pattern DIGITS = Pattern.compile("-?[0-9]{1,18}");
  private static final String BYTE_ORDER_MARK = "\uFEFF";

  @Override
  public boolean isReadable(Class<?> type, Type generic, Annotation[] where, MediaType media) {
    return type.isRecord() && type.getRecordComponents().length == 1;
  }

  @Override
  public Record readFrom(
      Class<Record> type,
      Type generic,
      Annotation[] where,
      MediaType media,
      MultivaluedMap<String, String> headers,
      InputStream body)
      throws IOException {
    return RecordBody.read(type, json(type, StrictJson.text(body)));
  }

  static String json(Class<?> type, String csv) {
    RecordComponent list = type.getRecordComponents()[0];
    return json(list.getName(), wholeNumbers(list.getGenericType()), csv);
  }

  /** The members of the records of a list that are whole numbers. */
  private static Set<String> wholeNumbers(Type list) {
    Type row = inner(list);
    return row instanceof Class<?> type && type.isRecord()
        ? Arrays.stream(type.getRecordComponents())
            .filter(c -> WHOLE.contains(inner(c.getGenericType())))
            .map(RecordMembers::nameOf)
            .collect(Collectors.toSet())
        : Set.of();
  }

  private static Type inner(Type type) {
    return type instanceof ParameterizedType generic ? generic.getActualTypeArguments()[0] : type;
  }

  private static String json(String list, Set<String> whole, String csv) {
    JsonArrayBuilder rows = Json.createArrayBuilder();
    String text = csv.startsWith(BYTE_ORDER_MARK) ? csv.substring(1) : csv;
    try (CsvReader<NamedCsvRecord> lines = CsvReader.builder().ofNamedCsvRecord(text)) {
      for (NamedCsvRecord line : lines) {
        JsonObjectBuilder row = Json.createObjectBuilder();
        line.getFieldsAsMap()
            .forEach(
                (name, cell) -> {
                  if (whole.contains(name.strip()) && DIGITS.matcher(cell.strip()).matches()) {
                    row.add(name.strip(), Long.parseLong(cell.strip()));
                  } else if (!cell.isBlank()) {
                    row.add(name.strip(), cell.strip());
                  }
                });
        rows.add(row);
      }
    } catch (IOException | RuntimeException e) {
      throw new BadBody("#", "The body is not CSV with one heading", "");
    }
    return Json.createObjectBuilder().add(list, rows).build().toString();
  }
}
