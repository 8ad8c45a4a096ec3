package org.demandwright.rest;

import jakarta.json.Json;
import jakarta.json.JsonException;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.io.StringReader;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.demandwright.app.ErpInstallation;
import org.demandwright.app.ErpTarget;
import org.demandwright.app.Refused;

/**
 * Reads the bodies of {@code POST /erp/check} and {@code POST /erp/views}; whatever is wrong with
 * one is a refusal that never repeats a value of it, since one of them is a password.
 */
final class ErpRequest {
  static final String CHECK =
      "{\"url\": \"jdbc:postgresql://db:5432/erp\", \"user\": \"reader\", \"password\": \"…\"}";
  static final String INSTALL =
      "{\"erp\": \"demo\", \"version\": \"1\", \"parameters\": {}, \"user\": \"owner\", \"password\":"
          + " \"…\", \"grantTo\": \"demandwright\", \"dryRun\": true}";
  private static final Set<String> PLACE = Set.of("url", "jndi", "user", "password");
  private static final Set<String> WISH =
      Set.of(
          "url",
          "jndi",
          "user",
          "password",
          "erp",
          "version",
          "parameters",
          "grantTo",
          "replaceForeign",
          "resetSettings",
          "dryRun");

  private final JsonObject body;
  private final String example;

  private ErpRequest(JsonObject body, Set<String> known, String example) {
    this.body = body;
    this.example = example;
    for (String member : body.keySet()) {
      if (!known.contains(member)) {
        throw wrong("The body has an unknown member \"" + member + "\"");
      }
    }
  }

  static ErpRequest check(String body) {
    return new ErpRequest(object(body, CHECK), PLACE, CHECK);
  }

  static ErpRequest install(String body) {
    return new ErpRequest(object(body, INSTALL), WISH, INSTALL);
  }

  private static JsonObject object(String body, String example) {
    try (JsonReader reader = Json.createReader(new StringReader(body))) {
      return reader.readObject();
    } catch (JsonException notAnObject) {
      throw new Refused(
          Refused.Kind.INVALID, "The body is not a JSON object; send " + example + ".");
    }
  }

  ErpTarget target() {
    return new ErpTarget(text("url"), text("jndi"), text("user"), text("password"));
  }

  ErpInstallation.Wish wish() {
    return new ErpInstallation.Wish(
        needed("erp"),
        needed("version"),
        parameters(),
        text("grantTo"),
        flag("replaceForeign"),
        flag("resetSettings"),
        flag("dryRun"));
  }

  private Map<String, String> parameters() {
    JsonValue given = body.getOrDefault("parameters", JsonValue.EMPTY_JSON_OBJECT);
    if (!(given instanceof JsonObject object)) {
      throw wrong("Member parameters is not an object");
    }
    Map<String, String> parameters = new TreeMap<>();
    object.forEach(
        (name, value) -> {
          if (!(value instanceof JsonString text)) {
            throw wrong("Parameter " + name + " is not a text");
          }
          parameters.put(name, text.getString());
        });
    return parameters;
  }

  private String needed(String member) {
    String text = text(member);
    if (text.isBlank()) {
      throw wrong("Member " + member + " is missing");
    }
    return text;
  }

  private String text(String member) {
    JsonValue value = body.getOrDefault(member, JsonValue.NULL);
    if (value == JsonValue.NULL) {
      return "";
    }
    if (!(value instanceof JsonString text)) {
      throw wrong("Member " + member + " is not a text");
    }
    return text.getString();
  }

  private boolean flag(String member) {
    return switch (body.getOrDefault(member, JsonValue.FALSE).getValueType()) {
      case TRUE -> true;
      case FALSE, NULL -> false;
      default -> throw wrong("Member " + member + " is neither true nor false");
    };
  }

  private Refused wrong(String what) {
    return new Refused(Refused.Kind.INVALID, what + "; send " + example + ".");
  }
}
