package org.demandwright.rest.wire;

import jakarta.json.Json;
import jakarta.json.JsonValue;
import jakarta.json.stream.JsonGenerator;
import jakarta.json.stream.JsonGeneratorFactory;
import java.io.ByteArrayOutputStream;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.demandwright.app.Page;

/**
 * Writes wire records as JSON: a member a component, in their order; what is null or empty is
 * absent. Decimals are strings of plain digits, so that no reader rounds them; counts and shares
 * are numbers; days and instants are text of ISO 8601, enums their names.
 */
final class RecordJson {
  /** Found once: each look for it searches the class path. */
  private static final JsonGeneratorFactory GENERATORS = Json.createGeneratorFactory(Map.of());

  private RecordJson() {}

  static byte[] bytes(Record record) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    write(record, bytes);
    return bytes.toByteArray();
  }

  static String text(Record record) {
    return new String(bytes(record), StandardCharsets.UTF_8);
  }

  /** Returns what stands of a record until somebody changes it. */
  static byte[] standing(Record record) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (JsonGenerator json = GENERATORS.createGenerator(bytes)) {
      object(json, record, RecordMembers.of(record.getClass()).standing());
    }
    return bytes.toByteArray();
  }

  static void write(Record record, OutputStream output) {
    try (JsonGenerator json = GENERATORS.createGenerator(output)) {
      object(json, record, RecordMembers.of(record.getClass()).names());
    }
  }

  /** Writes one page of a list. */
  static <R extends Record> void write(Listing<R> listing, OutputStream output) {
    Page<R> page = listing.page();
    Set<String> fields = listing.asked().fields(RecordMembers.of(listing.row()).names());
    try (JsonGenerator json = GENERATORS.createGenerator(output)) {
      json.writeStartObject();
      listing.about().ifPresent(shared -> members(json, shared, null));
      json.writeStartArray("rows");
      page.rows().forEach(row -> object(json, row, fields));
      json.writeEnd();
      page.next().ifPresent(next -> json.write("next", next));
      json.writeEnd();
    }
  }

  private static void object(JsonGenerator json, Record record, Set<String> fields) {
    json.writeStartObject();
    members(json, record, fields);
    json.writeEnd();
  }

  private static void members(JsonGenerator json, Record record, Set<String> fields) {
    for (RecordMembers.Member member : RecordMembers.of(record.getClass()).members()) {
      if (fields == null || fields.contains(member.name())) {
        member(json, member.name(), member.of(record));
      }
    }
  }

  private static void member(JsonGenerator json, String name, Object value) {
    if (!isAbsent(value)) {
      json.writeKey(name);
      value(json, value);
    }
  }

  private static boolean isAbsent(Object value) {
    return value == null || (value instanceof Double number && !Double.isFinite(number));
  }

  private static void value(JsonGenerator json, Object value) {
    if (value instanceof JsonValue made) {
      json.write(made);
    } else if (value instanceof Record record) {
      object(json, record, RecordMembers.of(record.getClass()).names());
    } else if (value instanceof Map<?, ?> map) {
      json.writeStartObject();
      map.forEach((key, of) -> member(json, key.toString(), of));
      json.writeEnd();
    } else if (value instanceof Collection<?> all) {
      json.writeStartArray();
      all.forEach(one -> value(json, one));
      json.writeEnd();
    } else {
      scalar(json, value);
    }
  }

  private static void scalar(JsonGenerator json, Object value) {
    if (value instanceof BigDecimal decimal) {
      json.write(Decimals.plain(decimal));
    } else if (value instanceof Long || value instanceof Integer) {
      json.write(((Number) value).longValue());
    } else if (value instanceof Double number) {
      json.write(number);
    } else if (value instanceof Boolean flag) {
      json.write(flag);
    } else if (value instanceof Enum<?> word) {
      json.write(word.name());
    } else if (value instanceof Optional<?> optional) {
      optional.ifPresentOrElse(there -> value(json, there), json::writeNull);
    } else {
      json.write(value.toString());
    }
  }
}
