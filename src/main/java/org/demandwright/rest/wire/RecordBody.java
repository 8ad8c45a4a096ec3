package org.demandwright.rest.wire;

import jakarta.json.JsonArray;
import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * Reads a JSON object into a record, member by member and by the types of its components.
 *
 * <p>A component must be there, unless it is an {@code Optional}, a list or a map; null counts as
 * missing, and so does an empty body. Members that the record does not have are refused. Decimals
 * may come as text or as numbers. Whatever is wrong is a {@link BadBody} that names the member and
 * shows the example that the record's {@code @Schema} has.
 */
final class RecordBody {
  private final String example;

  private RecordBody(String example) {
    this.example = example;
  }

  static <R> R read(Class<R> type, String text) {
    Schema schema = type.getAnnotation(Schema.class);
    RecordBody body = new RecordBody(schema == null ? "" : schema.example());
    JsonValue value =
        StrictJson.parse(text.isBlank() ? "{}" : text)
            .orElseThrow(() -> body.wrong("#", "The body is not JSON"));
    return type.cast(body.record(type, value, "#"));
  }

  private Object record(Class<?> type, JsonValue value, String at) {
    if (!(value instanceof JsonObject object)) {
      throw wrong(at, (at.equals("#") ? "The body" : at.substring(2)) + " is not a JSON object");
    }
    RecordComponent[] components = type.getRecordComponents();
    for (String member : object.keySet()) {
      if (Arrays.stream(components).noneMatch(c -> RecordMembers.nameOf(c).equals(member))) {
        throw wrong(
            at + "/" + member,
            "There is no member \"%s\"; members are %s".formatted(member, names(components)));
      }
    }
    Object[] values = new Object[components.length];
    for (int i = 0; i < components.length; i++) {
      String name = RecordMembers.nameOf(components[i]);
      JsonValue given = object.getOrDefault(name, JsonValue.NULL);
      values[i] = component(components[i].getGenericType(), given, at + "/" + name);
    }
    return made(type, components, values);
  }

  private static String names(RecordComponent[] components) {
    return Arrays.stream(components).map(RecordMembers::nameOf).collect(Collectors.joining(", "));
  }

  private Object component(Type type, JsonValue given, String at) {
    boolean missing = given == JsonValue.NULL;
    if (type instanceof ParameterizedType generic) {
      Type[] inner = generic.getActualTypeArguments();
      if (generic.getRawType() == Optional.class) {
        return missing ? Optional.empty() : Optional.of(component(inner[0], given, at));
      }
      if (generic.getRawType() == List.class) {
        return missing ? List.of() : list(inner[0], given, at);
      }
      return missing ? Map.of() : map(inner[1], given, at);
    }
    if (missing) {
      throw wrong(at, "Member " + at.substring(2) + " is missing");
    }
    Class<?> single = (Class<?>) type;
    return single.isRecord() ? record(single, given, at) : scalar(single, given, at);
  }

  private List<Object> list(Type element, JsonValue given, String at) {
    if (!(given instanceof JsonArray array)) {
      throw wrong(at, "Member " + at.substring(2) + " is not a list");
    }
    List<Object> values = new ArrayList<>();
    for (int i = 0; i < array.size(); i++) {
      values.add(component(element, array.get(i), at + "/" + i));
    }
    return values;
  }

  private Map<String, Object> map(Type element, JsonValue given, String at) {
    if (!(given instanceof JsonObject object)) {
      throw wrong(at, "Member " + at.substring(2) + " is not an object");
    }
    Map<String, Object> values = new LinkedHashMap<>();
    object.forEach(
        (key, value) -> {
          if (value != JsonValue.NULL) {
            values.put(
                key,
                element == String.class && isPlain(value)
                    ? value.toString()
                    : component(element, value, at + "/" + key));
          }
        });
    return values;
  }

  /** Among texts by names, numbers and truth values count as texts. */
  private static boolean isPlain(JsonValue value) {
    return value instanceof JsonNumber || value == JsonValue.TRUE || value == JsonValue.FALSE;
  }

  private <T> T scalar(Class<T> type, JsonValue given, String at) {
    Scalar<T> kind =
        Scalar.of(type).orElseThrow(() -> new IllegalStateException(type + " is no wire type"));
    return text(type, given)
        .flatMap(kind::read)
        .orElseThrow(
            () ->
                wrong(
                    at,
                    type == String.class
                        ? "Member " + at.substring(2) + " is not a text" // it may be a secret
                        : "Member %s cannot be %s; allowed: %s"
                            .formatted(at.substring(2), shown(given), kind.allowed())));
  }

  /** Text for text, numbers for numbers and for text of numbers, truth values for themselves. */
  private static Optional<String> text(Class<?> type, JsonValue given) {
    boolean flag = type == boolean.class || type == Boolean.class;
    boolean whole =
        List.<Class<?>>of(long.class, Long.class, int.class, Integer.class).contains(type);
    if (given instanceof JsonString text) {
      return flag || whole ? Optional.empty() : Optional.of(text.getString());
    }
    if (given instanceof JsonNumber number) {
      return flag || type == String.class ? Optional.empty() : Optional.of(number.toString());
    }
    return flag ? Optional.of(given.toString()) : Optional.empty();
  }

  private static String shown(JsonValue given) {
    String text = given.toString();
    return text.length() > 60 ? text.substring(0, 60) + "…" : text;
  }

  private static Object made(Class<?> type, RecordComponent[] components, Object[] values) {
    try {
      Class<?>[] types =
          Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new);
      Constructor<?> constructor = type.getDeclaredConstructor(types);
      constructor.setAccessible(true);
      return constructor.newInstance(values);
    } catch (InvocationTargetException e) {
      if (e.getCause() instanceof RuntimeException refused) {
        throw refused;
      }
      throw new IllegalStateException(type + " cannot be made", e);
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(type + " cannot be made", e);
    }
  }

  private BadBody wrong(String at, String what) {
    return new BadBody(at, what, example);
  }
}
