package org.demandwright.rest;

import jakarta.json.Json;
import jakarta.json.JsonException;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.io.StringReader;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.demandwright.app.FileAnswers;
import org.demandwright.app.Refused;

/**
 * Reads what is said about a file: the body of its preview, dry run and load, and of a profile. An
 * empty body says nothing.
 *
 * @param name of a profile, null where there is none
 * @param kind of a profile, null where there is none
 */
record AnswersRequest(String name, String kind, FileAnswers answers) {
  static final String EXAMPLE =
      "{\"format\": {\"numbers\": \"COMMA\", \"dates\": \"DMY\"}, \"mapping\": {\"Menge\":"
          + " \"quantity\", \"Rabatt\": \"-\"}}";
  static final String PROFILE =
      "{\"name\": \"web shop\", \"kind\": \"order-lines\", \"format\": {\"dates\": \"DMY\"},"
          + " \"mapping\": {\"Beleg\": \"document_no\", \"Datum\": \"order_date\", \"Artikel\":"
          + " \"item_id\", \"Menge\": \"quantity\"}}";
  private static final Set<String> ANSWERS = Set.of("format", "mapping");
  private static final Set<String> NAMED = Set.of("name", "kind", "format", "mapping");

  static FileAnswers answers(String body) {
    return parse(body, ANSWERS, EXAMPLE).answers();
  }

  static AnswersRequest profile(String body) {
    return parse(body, NAMED, PROFILE);
  }

  private static AnswersRequest parse(String body, Set<String> known, String example) {
    String text = body == null || body.isBlank() ? "{}" : body;
    try (JsonReader reader = Json.createReader(new StringReader(text))) {
      JsonObject object = reader.readObject();
      for (String member : object.keySet()) {
        if (!known.contains(member)) {
          throw wrong("The body has an unknown member \"" + member + "\"", example);
        }
      }
      return new AnswersRequest(
          text(object, "name", example),
          text(object, "kind", example),
          new FileAnswers(texts(object, "format", example), texts(object, "mapping", example)));
    } catch (JsonException notAnObject) {
      throw wrong("The body is not a JSON object", example);
    }
  }

  private static String text(JsonObject object, String member, String example) {
    JsonValue value = object.getOrDefault(member, JsonValue.NULL);
    if (value == JsonValue.NULL) {
      return null;
    }
    if (value instanceof JsonString text) {
      return text.getString();
    }
    throw wrong("Member " + member + " is not a text", example);
  }

  private static Map<String, String> texts(JsonObject object, String member, String example) {
    JsonValue value = object.getOrDefault(member, JsonValue.EMPTY_JSON_OBJECT);
    if (!(value instanceof JsonObject entries)) {
      throw wrong("Member " + member + " is not an object", example);
    }
    Map<String, String> texts = new LinkedHashMap<>();
    for (Map.Entry<String, JsonValue> entry : entries.entrySet()) {
      if (entry.getValue() instanceof JsonString text) {
        texts.put(entry.getKey(), text.getString());
      } else if (entry.getValue().getValueType() == JsonValue.ValueType.NUMBER) {
        texts.put(entry.getKey(), entry.getValue().toString());
      } else {
        throw wrong("\"" + entry.getKey() + "\" in " + member + " is not a text", example);
      }
    }
    return texts;
  }

  private static Refused wrong(String what, String example) {
    return new Refused(Refused.Kind.INVALID, what + "; send " + example + ".");
  }
}
