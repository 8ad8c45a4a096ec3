package org.demandwright.rest.description;

import jakarta.json.Json;
import jakarta.json.JsonReader;
import jakarta.json.JsonValue;
import java.io.StringReader;
import org.demandwright.rest.wire.WireType;

/** What values may look like. */
final class Examples {
  private Examples() {}

  static JsonValue parsed(String json) {
    try (JsonReader reader = Json.createReader(new StringReader(json))) {
      return reader.readValue();
    }
  }

  /** Returns a value of a parameter. */
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
      case "name", "plan" -> "default";
      default -> name;
    };
  }
}
