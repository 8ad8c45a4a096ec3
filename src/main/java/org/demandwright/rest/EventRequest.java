package org.demandwright.rest;

import jakarta.json.Json;
import jakarta.json.JsonException;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.io.StringReader;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Set;
import org.demandwright.app.EventPlanning;
import org.demandwright.app.Refused;

/** Reads the body of {@code POST /events}; whatever is wrong with it is a refusal. */
final class EventRequest {
  static final String EXAMPLE =
      "{\"name\": \"Summer sale\", \"firstDay\": \"2027-07-01\", \"lastDay\": \"2027-07-14\","
          + " \"yearly\": true}";
  private static final Set<String> KNOWN =
      Set.of("name", "firstDay", "lastDay", "yearly", "siteId", "category");

  private EventRequest() {}

  static EventPlanning.Request parse(String body) {
    try (JsonReader reader = Json.createReader(new StringReader(body))) {
      return of(reader.readObject());
    } catch (JsonException notAnObject) {
      throw wrong("The body is not a JSON object");
    }
  }

  private static EventPlanning.Request of(JsonObject body) {
    for (String member : body.keySet()) {
      if (!KNOWN.contains(member)) {
        throw wrong("The body has an unknown member \"" + member + "\"");
      }
    }
    LocalDate firstDay = day(body, "firstDay");
    if (firstDay == null) {
      throw wrong("Member firstDay is missing");
    }
    return new EventPlanning.Request(
        text(body, "name"),
        firstDay,
        day(body, "lastDay"),
        flag(body, "yearly"),
        text(body, "siteId"),
        text(body, "category"));
  }

  private static String text(JsonObject body, String member) {
    JsonValue value = body.getOrDefault(member, JsonValue.NULL);
    if (value == JsonValue.NULL) {
      return "";
    }
    if (!(value instanceof JsonString text)) {
      throw wrong("Member " + member + " is not a text");
    }
    return text.getString();
  }

  /** Returns the day, null where the member is missing. */
  private static LocalDate day(JsonObject body, String member) {
    String text = text(body, member);
    try {
      return text.isEmpty() ? null : LocalDate.parse(text);
    } catch (DateTimeException notADay) {
      throw wrong("Member " + member + " cannot be \"" + text + "\"; a day is 2027-07-01");
    }
  }

  private static boolean flag(JsonObject body, String member) {
    JsonValue value = body.getOrDefault(member, JsonValue.FALSE);
    return switch (value.getValueType()) {
      case TRUE -> true;
      case FALSE, NULL -> false;
      default -> throw wrong("Member " + member + " is neither true nor false");
    };
  }

  private static Refused wrong(String what) {
    return new Refused(
        Refused.Kind.INVALID,
        what + "; send " + EXAMPLE + "; lastDay, yearly, siteId and category may be left out.");
  }
}
