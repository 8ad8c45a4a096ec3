package org.demandwright.rest.description;

import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonReader;
import jakarta.json.JsonValue;
import java.io.StringReader;
import java.lang.reflect.RecordComponent;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import org.demandwright.rest.wire.InFront;
import org.demandwright.rest.wire.WireType;

/** What values may look like. */
final class Examples {
  private Examples() {}

  static JsonValue parsed(String json) {
    try (JsonReader reader = Json.createReader(new StringReader(json))) {
      return reader.readValue();
    }
  }

  /** Returns what an answer looks like: each member has a value, each list one. */
  static JsonObject of(Class<?> record) {
    return of(record, Set.of());
  }

  /** Returns what the last page of a list looks like. */
  static JsonObject page(Operations.Found list) {
    InFront about = list.method().getAnnotation(InFront.class);
    JsonObjectBuilder page =
        about == null ? Json.createObjectBuilder() : Json.createObjectBuilder(of(about.value()));
    return page.add("rows", Json.createArrayBuilder().add(of(list.answer().orElseThrow()))).build();
  }

  private static JsonObject of(Class<?> record, Set<Class<?>> around) {
    Set<Class<?>> within = new HashSet<>(around);
    within.add(record);
    JsonObjectBuilder json = Json.createObjectBuilder();
    for (RecordComponent member : record.getRecordComponents()) {
      WireType type = WireType.of(member.getGenericType());
      value(type, WireType.nameOf(member), within)
          .ifPresent(value -> json.add(WireType.nameOf(member), value));
    }
    return json.build();
  }

  /** Empty where a record would stand within itself. */
  private static Optional<JsonValue> value(WireType type, String name, Set<Class<?>> around) {
    return switch (type.kind()) {
      case RECORD ->
          around.contains(type.type()) ? Optional.empty() : Optional.of(of(type.type(), around));
      case LIST -> {
        JsonArrayBuilder list = Json.createArrayBuilder();
        value(type.inner(), name, around).ifPresent(list::add);
        yield Optional.of(list.build());
      }
      case MAP -> {
        JsonObjectBuilder map = Json.createObjectBuilder();
        value(type.inner(), name, around).ifPresent(value -> map.add("name", value));
        yield Optional.of(map.build());
      }
      case ANYTHING -> Optional.empty();
      default -> Optional.of(of(type, name));
    };
  }

  /** Returns a single value. */
  static JsonValue of(WireType type, String name) {
    return switch (type.kind()) {
      case WHOLE -> Json.createValue(1);
      case FLAG -> JsonValue.TRUE;
      case DECIMAL -> Json.createValue("0.95");
      case NUMBER -> Json.createValue(0.95);
      case DAY -> Json.createValue("2027-07-01");
      case INSTANT -> Json.createValue("2026-11-01T02:00:00Z");
      case WORD -> Json.createValue(type.words().get(0));
      default -> Json.createValue(text(name));
    };
  }

  private static String text(String name) {
    return switch (name) {
      case "item" -> "A1";
      case "site" -> "S1";
      case "org" -> "MAIN";
      case "fields" -> "item,site";
      case "uom" -> "PCE";
      case "currency" -> "EUR";
      case "zone" -> "Europe/Berlin";
      case "cron" -> "0 2 * * *";
      case "name", "plan" -> "default";
      default -> name;
    };
  }
}
