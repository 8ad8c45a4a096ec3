package org.demandwright.security.audit;

import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonValue;
import java.lang.reflect.RecordComponent;
import java.math.BigDecimal;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Writes values as JSON for the audit: records and maps as objects, collections as arrays, numbers
 * and truth values as such, everything else as its text. What is empty or null is left out.
 *
 * <p>Components whose name ends in one of {@code password, passwordHash, secret, secretHash, token,
 * credential} are never written. More than 20,000 characters are not kept: then the length is told.
 */
final class AuditJson {
  static final int LONGEST = 20_000;
  private static final Set<String> SECRETS =
      Set.of("password", "passwordhash", "secret", "secrethash", "token", "credential");

  private AuditJson() {}

  /** Returns the text, empty where there is nothing to write. */
  static Optional<String> of(Object value) {
    JsonValue json = json(value);
    if (json == JsonValue.NULL || json.equals(JsonValue.EMPTY_JSON_OBJECT)) {
      return Optional.empty();
    }
    String text = json.toString();
    return Optional.of(
        text.length() <= LONGEST ? text : "{\"leftOutCharacters\":" + text.length() + "}");
  }

  private static JsonValue json(Object value) {
    if (value == null) {
      return JsonValue.NULL;
    } else if (value instanceof Optional<?> perhaps) {
      return json(perhaps.orElse(null));
    } else if (value instanceof OptionalLong perhaps) {
      return perhaps.isPresent() ? Json.createValue(perhaps.getAsLong()) : JsonValue.NULL;
    } else if (value instanceof OptionalInt perhaps) {
      return perhaps.isPresent() ? Json.createValue(perhaps.getAsInt()) : JsonValue.NULL;
    } else if (value instanceof Boolean yes) {
      return yes ? JsonValue.TRUE : JsonValue.FALSE;
    } else if (value instanceof Long || value instanceof Integer) {
      return Json.createValue(((Number) value).longValue());
    } else if (value instanceof BigDecimal number) {
      return Json.createValue(number.toPlainString());
    } else if (value instanceof Map<?, ?> map) {
      return object(sorted(map));
    } else if (value instanceof Collection<?> all) {
      return array(all instanceof Set<?> ? sorted(all) : all);
    } else if (value instanceof Record record) {
      return object(parts(record));
    }
    return Json.createValue(String.valueOf(value));
  }

  private static Map<String, Object> sorted(Map<?, ?> map) {
    Map<String, Object> sorted = new TreeMap<>();
    map.forEach((key, part) -> sorted.put(String.valueOf(key), part));
    return sorted;
  }

  private static JsonValue array(Collection<?> all) {
    JsonArrayBuilder array = Json.createArrayBuilder();
    all.forEach(value -> array.add(json(value)));
    return array.build();
  }

  private static Collection<?> sorted(Collection<?> all) {
    Map<String, Object> byText = new LinkedHashMap<>();
    all.forEach(value -> byText.put(String.valueOf(value), value));
    return new TreeSet<>(byText.keySet()).stream().map(byText::get).toList();
  }

  private static JsonValue object(Map<String, Object> parts) {
    JsonObjectBuilder object = Json.createObjectBuilder();
    parts.forEach(
        (name, part) -> {
          JsonValue json = isSecret(name) ? JsonValue.NULL : json(part);
          if (json != JsonValue.NULL) {
            object.add(name, json);
          }
        });
    return object.build();
  }

  private static boolean isSecret(String name) {
    String lower = name.toLowerCase(Locale.ROOT);
    return SECRETS.stream().anyMatch(lower::endsWith);
  }

  private static Map<String, Object> parts(Record record) {
    Map<String, Object> parts = new LinkedHashMap<>();
    for (RecordComponent component : record.getClass().getRecordComponents()) {
      try {
        component.getAccessor().setAccessible(true);
        parts.put(component.getName(), component.getAccessor().invoke(record));
      } catch (ReflectiveOperationException e) {
        throw new IllegalStateException(record.getClass() + " cannot be written", e);
      }
    }
    return parts;
  }
}
