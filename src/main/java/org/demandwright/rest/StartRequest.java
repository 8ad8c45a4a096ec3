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
import org.demandwright.app.Refused;

/**
 * What the body of {@code POST /job-executions} asks for: {@code {"job": "nightly", "parameters":
 * {"bucket": "WEEK", "horizon": 13}}}.
 *
 * @param parameters as text; strings, numbers and booleans are taken, null counts as not given
 */
record StartRequest(String job, Map<String, String> parameters) {
  private static final Set<String> KNOWN = Set.of("job", "parameters");
  static final String EXAMPLE = "{\"job\": \"nightly\", \"parameters\": {\"bucket\": \"WEEK\"}}";

  StartRequest {
    parameters = Map.copyOf(parameters);
  }

  /** Reads the body of a request; whatever is wrong with it is a refusal that shows an example. */
  static StartRequest parse(String body) {
    try (JsonReader reader = Json.createReader(new StringReader(body))) {
      return of(reader.readObject());
    } catch (JsonException notAnObject) {
      throw wrong("The body is not a JSON object");
    }
  }

  private static StartRequest of(JsonObject body) {
    for (String name : body.keySet()) {
      if (!KNOWN.contains(name)) {
        throw wrong("The body has an unknown member \"" + name + "\"");
      }
    }
    if (!(body.get("job") instanceof JsonString job) || job.getString().isBlank()) {
      throw wrong("The body does not name a job");
    }
    return new StartRequest(job.getString(), parameters(body.get("parameters")));
  }

  private static Map<String, String> parameters(JsonValue given) {
    if (given == null || given == JsonValue.NULL) {
      return Map.of();
    }
    if (!(given instanceof JsonObject object)) {
      throw wrong("Member parameters is not an object");
    }
    Map<String, String> parameters = new TreeMap<>();
    object.forEach(
        (name, value) -> {
          if (value.getValueType() != JsonValue.ValueType.NULL) {
            parameters.put(name, text(name, value));
          }
        });
    return parameters;
  }

  private static String text(String name, JsonValue value) {
    return switch (value.getValueType()) {
      case STRING -> ((JsonString) value).getString();
      case NUMBER, TRUE, FALSE -> value.toString();
      default -> throw wrong("Parameter " + name + " is neither text nor a number");
    };
  }

  private static Refused wrong(String what) {
    return new Refused(
        Refused.Kind.INVALID, what + "; send " + EXAMPLE + ", parameters may be left out.");
  }
}
