package org.demandwright.rest.demand;

import jakarta.json.Json;
import jakarta.json.JsonException;
import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.io.StringReader;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.demandwright.app.Refused;
import org.demandwright.core.demand.SignalValue;

/**
 * Reads the body of {@code POST /signals}; whatever is wrong with a row is said with its number.
 */
final class SignalRows {
  static final int MOST_ROWS = 5_000;
  static final String EXAMPLE =
      "{\"rows\": [{\"signal\": \"pageViews\", \"item\": \"A1\", \"day\": \"2026-11-01\","
          + " \"value\": 120}]}";
  private static final Set<String> KNOWN =
      Set.of("signal", "item", "site", "day", "value", "knownFrom");

  private SignalRows() {}

  static List<SignalValue> parse(String body) {
    try (JsonReader reader = Json.createReader(new StringReader(body == null ? "" : body))) {
      JsonObject object = reader.readObject();
      if (!object.keySet().equals(Set.of("rows"))) {
        throw wrong("The body must have the member rows and no other");
      }
      List<? extends JsonValue> rows = object.getJsonArray("rows");
      if (rows.isEmpty()) {
        throw wrong("There are no rows");
      }
      if (rows.size() > MOST_ROWS) {
        throw new Refused(
            Refused.Kind.TOO_LARGE,
            "There are %d rows; send 1 to %d in one request.".formatted(rows.size(), MOST_ROWS));
      }
      List<SignalValue> values = new ArrayList<>();
      for (int i = 0; i < rows.size(); i++) {
        values.add(row(i + 1, rows.get(i)));
      }
      return values;
    } catch (JsonException | ClassCastException notAList) {
      throw wrong("The body is not a JSON object with a list of rows");
    }
  }

  private static SignalValue row(int number, JsonValue value) {
    if (!(value instanceof JsonObject row)) {
      throw wrong("Row " + number + " is not an object");
    }
    for (String member : row.keySet()) {
      if (!KNOWN.contains(member)) {
        throw wrong("Row " + number + " has an unknown member \"" + member + "\"");
      }
    }
    if (!(row.get("value") instanceof JsonNumber amount)) {
      throw wrong("Row " + number + " has no number as its value");
    }
    LocalDate day = day(number, row, "day");
    if (day == null) {
      throw wrong("Row " + number + " has no day");
    }
    LocalDate known = day(number, row, "knownFrom");
    try {
      return new SignalValue(
          text(number, row, "signal", ""),
          text(number, row, "item", SignalValue.EVERY_ITEM),
          text(number, row, "site", ""),
          day,
          amount.doubleValue(),
          known == null ? day.plusDays(1) : known);
    } catch (IllegalArgumentException e) {
      throw wrong("Row " + number + ": " + e.getMessage());
    }
  }

  private static String text(int number, JsonObject row, String member, String otherwise) {
    JsonValue value = row.getOrDefault(member, JsonValue.NULL);
    if (value == JsonValue.NULL) {
      return otherwise;
    }
    if (value instanceof JsonString text) {
      return text.getString();
    }
    throw wrong("Row " + number + ": " + member + " is not a text");
  }

  private static LocalDate day(int number, JsonObject row, String member) {
    String text = text(number, row, member, "");
    try {
      return text.isEmpty() ? null : LocalDate.parse(text);
    } catch (DateTimeException e) {
      throw wrong(
          "Row %d: %s cannot be \"%s\"; a day is 2026-11-01".formatted(number, member, text));
    }
  }

  private static Refused wrong(String what) {
    return new Refused(
        Refused.Kind.INVALID,
        what
            + "; send "
            + EXAMPLE
            + "; without item a value concerns every item, without site every site, and without"
            + " knownFrom it was known on the next day.");
  }
}
