package org.demandwright.rest;

import jakarta.json.Json;
import jakarta.json.JsonException;
import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.io.StringReader;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Set;
import org.demandwright.app.DemandCorrections;
import org.demandwright.app.Refused;
import org.demandwright.core.quality.DemandLayer;

/** Reads the body of {@code POST /data-quality/corrections}; what is wrong with it is a refusal. */
final class CorrectionRequest {
  static final String EXAMPLE =
      "{\"seriesId\": 42, \"kind\": \"MANUAL\", \"firstDay\": \"2026-03-02\", \"lastDay\":"
          + " \"2026-03-08\", \"replacement\": \"120\", \"reason\": \"One-off tender\"}";
  private static final Set<String> KNOWN =
      Set.of("seriesId", "kind", "firstDay", "lastDay", "delta", "replacement", "reason");

  private CorrectionRequest() {}

  static DemandCorrections.Request parse(String body) {
    try (JsonReader reader = Json.createReader(new StringReader(body))) {
      return of(reader.readObject());
    } catch (JsonException notAnObject) {
      throw wrong("The body is not a JSON object");
    }
  }

  private static DemandCorrections.Request of(JsonObject body) {
    for (String member : body.keySet()) {
      if (!KNOWN.contains(member)) {
        throw wrong("The body has an unknown member \"" + member + "\"");
      }
    }
    LocalDate first = day(body, "firstDay");
    if (first == null) {
      throw wrong("Member firstDay is missing");
    }
    return new DemandCorrections.Request(
        seriesId(body),
        kind(text(body, "kind")),
        first,
        day(body, "lastDay"),
        number(body, "delta"),
        number(body, "replacement"),
        text(body, "reason"));
  }

  private static long seriesId(JsonObject body) {
    if (body.get("seriesId") instanceof JsonNumber id && id.isIntegral()) {
      return id.longValue();
    }
    throw wrong("Member seriesId is not a whole number");
  }

  private static DemandLayer.Kind kind(String name) {
    for (DemandLayer.Kind kind : DemandLayer.Kind.values()) {
      if (kind.name().equals(name)) {
        return kind;
      }
    }
    throw wrong("Member kind cannot be \"" + name + "\"; use MANUAL, OUTLIER or EXCLUDE");
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
      throw wrong("Member " + member + " cannot be \"" + text + "\"; a day is 2026-03-02");
    }
  }

  /** Returns the number, given as a text or a number; null where the member is missing. */
  private static BigDecimal number(JsonObject body, String member) {
    JsonValue value = body.getOrDefault(member, JsonValue.NULL);
    if (value instanceof JsonNumber number) {
      return number.bigDecimalValue();
    }
    String text = text(body, member);
    try {
      return text.isEmpty() ? null : new BigDecimal(text);
    } catch (NumberFormatException notANumber) {
      throw wrong("Member " + member + " cannot be \"" + text + "\"; a number is 120 or -3.5");
    }
  }

  private static Refused wrong(String what) {
    return new Refused(
        Refused.Kind.INVALID,
        what
            + "; send "
            + EXAMPLE
            + "; lastDay may be left out; give delta or replacement, with EXCLUDE neither.");
  }
}
