package org.demandwright.rest.wire;

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
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.demandwright.app.Refused;

/**
 * A JSON object that a caller sent, read member by member. Whatever is wrong with it is a refusal
 * that says what to send. A member that is null counts as missing.
 */
public final class JsonBody {
  private final JsonObject members;
  private final String hint;

  private JsonBody(JsonObject members, String hint) {
    this.members = members;
    this.hint = hint;
  }

  /**
   * Reads a body.
   *
   * @param known the members that there may be
   * @param hint an example of a right body, and what may be left out of it
   */
  public static JsonBody of(String body, Set<String> known, String hint) {
    JsonObject members;
    try (JsonReader reader = Json.createReader(new StringReader(body == null ? "" : body))) {
      members = reader.readObject();
    } catch (JsonException notAnObject) {
      throw wrong("The body is not a JSON object", hint);
    }
    for (String member : members.keySet()) {
      if (!known.contains(member)) {
        throw wrong("The body has an unknown member \"" + member + "\"", hint);
      }
    }
    return new JsonBody(members, hint);
  }

  /** Returns whether the member is there. */
  public boolean has(String member) {
    return value(member) != JsonValue.NULL;
  }

  /** Returns the text, empty where the member is missing. */
  public String text(String member) {
    JsonValue value = value(member);
    if (value == JsonValue.NULL) {
      return "";
    }
    if (!(value instanceof JsonString text)) {
      throw wrong("Member " + member + " is not a text");
    }
    return text.getString();
  }

  /** Returns the text, which must be there and not blank. */
  public String needed(String member) {
    String text = text(member);
    if (text.isBlank()) {
      throw missing(member);
    }
    return text;
  }

  /** Returns whether it is true; false where the member is missing. */
  public boolean flag(String member) {
    return switch (value(member).getValueType()) {
      case TRUE -> true;
      case FALSE, NULL -> false;
      default -> throw wrong("Member " + member + " is neither true nor false");
    };
  }

  /** Returns the day, null where the member is missing. */
  public LocalDate day(String member) {
    String text = text(member);
    try {
      return text.isEmpty() ? null : LocalDate.parse(text);
    } catch (DateTimeException notADay) {
      throw wrong("Member " + member + " cannot be \"" + text + "\"; a day is 2027-07-01");
    }
  }

  /** Returns the day, which must be there. */
  public LocalDate neededDay(String member) {
    LocalDate day = day(member);
    if (day == null) {
      throw missing(member);
    }
    return day;
  }

  /** Returns the number, given as a text or a number; null where the member is missing. */
  public BigDecimal number(String member) {
    if (value(member) instanceof JsonNumber number) {
      return number.bigDecimalValue();
    }
    String text = text(member);
    try {
      return text.isEmpty() ? null : new BigDecimal(text);
    } catch (NumberFormatException notANumber) {
      throw wrong("Member " + member + " cannot be \"" + text + "\"; a number is 120 or -3.5");
    }
  }

  /** Returns the whole number, which must be there as a number. */
  public long neededWhole(String member) {
    if (value(member) instanceof JsonNumber number && number.isIntegral()) {
      return number.longValue();
    }
    throw wrong("Member " + member + " is not a whole number");
  }

  /**
   * Returns the members of an object as texts, in their order; numbers and truth values count as
   * texts, nulls as missing.
   */
  public Map<String, String> texts(String member) {
    JsonValue given = value(member);
    if (given == JsonValue.NULL) {
      return Map.of();
    }
    if (!(given instanceof JsonObject object)) {
      throw wrong("Member " + member + " is not an object");
    }
    Map<String, String> texts = new LinkedHashMap<>();
    for (Map.Entry<String, JsonValue> entry : object.entrySet()) {
      JsonValue value = entry.getValue();
      switch (value.getValueType()) {
        case STRING -> texts.put(entry.getKey(), ((JsonString) value).getString());
        case NUMBER, TRUE, FALSE -> texts.put(entry.getKey(), value.toString());
        case NULL -> {}
        default ->
            throw wrong(
                "\"" + entry.getKey() + "\" in " + member + " is neither text nor a number");
      }
    }
    return texts;
  }

  /** Makes a refusal that says what to send. */
  public Refused wrong(String what) {
    return wrong(what, hint);
  }

  private Refused missing(String member) {
    return wrong("Member " + member + " is missing");
  }

  private JsonValue value(String member) {
    return members.getOrDefault(member, JsonValue.NULL);
  }

  private static Refused wrong(String what, String hint) {
    return new Refused(Refused.Kind.INVALID, what + "; send " + hint + ".");
  }
}
