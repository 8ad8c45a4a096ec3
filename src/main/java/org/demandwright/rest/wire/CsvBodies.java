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
import java.lang.reflect.Type;

/**
 * Reads comma-separated values into a record whose one component is a list of records: a line is
 * one of them, the heading names their members, an empty cell is a member left out. UTF-8, with or
 * without a byte order mark. What is wrong is told as of the same JSON, counted from 0.
 */
@Provider
@Consumes(CsvBodies.CSV)
public class CsvBodies implements MessageBodyReader<Record> {
  /** The media type. */
  public static final String CSV = "text/csv";

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
    return RecordBody.read(
        type, json(type.getRecordComponents()[0].getName(), StrictJson.text(body)));
  }

  static String json(String list, String csv) {
    JsonArrayBuilder rows = Json.createArrayBuilder();
    String text = csv.startsWith(BYTE_ORDER_MARK) ? csv.substring(1) : csv;
    try (CsvReader<NamedCsvRecord> lines = CsvReader.builder().ofNamedCsvRecord(text)) {
      for (NamedCsvRecord line : lines) {
        JsonObjectBuilder row = Json.createObjectBuilder();
        line.getFieldsAsMap()
            .forEach(
                (name, cell) -> {
                  if (!cell.isBlank()) {
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
