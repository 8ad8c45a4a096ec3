package org.demandwright.rest.description;

import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.lang.reflect.RecordComponent;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.demandwright.rest.wire.WireType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** The records of requests and answers as JSON schemas (draft 2020-12, as OpenAPI 3.1 has it). */
final class Schemas {
  private static final String EXAMPLE_DAY = "2027-07-01";
  private static final String EXAMPLE_INSTANT = "2026-11-01T02:00:00Z";

  private final Map<Class<?>, String> names;
  private final Set<Class<?>> requests;
  private final Texts texts;

  /**
   * @param requests records of bodies
   * @param answers records of answers
   * @param inFront records whose members stand among others; only records within them have a name
   * @param texts what members mean
   */
  Schemas(
      Collection<Class<?>> requests,
      Collection<Class<?>> answers,
      Collection<Class<?>> inFront,
      Texts texts) {
    this.texts = texts;
    this.requests = reached(requests);
    Set<Class<?>> all = reached(answers);
    all.addAll(this.requests);
    Set<Class<?>> within = reached(inFront);
    within.removeAll(inFront);
    all.addAll(within);
    this.names = names(all);
  }

  /** Records within records, and those themselves. */
  static Set<Class<?>> reached(Collection<Class<?>> from) {
    Set<Class<?>> seen = new LinkedHashSet<>(from);
    Deque<Class<?>> next = new ArrayDeque<>(seen);
    while (!next.isEmpty()) {
      for (RecordComponent component : next.poll().getRecordComponents()) {
        WireType type = WireType.of(component.getGenericType());
        while (type.inner() != null) {
          type = type.inner();
        }
        if (type.kind() == WireType.Kind.RECORD && seen.add(type.type())) {
          next.add(type.type());
        }
      }
    }
    return seen;
  }

  /** Simple names, with that of what is around where several records share one. */
  private static Map<Class<?>, String> names(Set<Class<?>> all) {
    Map<String, Long> uses =
        all.stream().collect(Collectors.groupingBy(Class::getSimpleName, Collectors.counting()));
    Map<Class<?>, String> names = new LinkedHashMap<>();
    all.stream()
        .sorted(Comparator.comparing(Class::getName))
        .forEach(
            type ->
                names.put(
                    type,
                    uses.get(type.getSimpleName()) == 1
                        ? type.getSimpleName()
                        : around(type) + type.getSimpleName()));
    return names;
  }

  private static String around(Class<?> type) {
    Class<?> outer = type.getEnclosingClass();
    return outer == null ? "" : outer.getSimpleName().replaceFirst("(Resource|Wire)$", "");
  }

  String nameOf(Class<?> record) {
    return names.get(record);
  }

  /** Returns all of them by their names. */
  JsonObjectBuilder all() {
    JsonObjectBuilder json = Json.createObjectBuilder();
    Map<String, Class<?>> byName = new TreeMap<>();
    names.forEach(
        (type, name) -> {
          Class<?> other = byName.put(name, type);
          if (other != null) {
            throw new IllegalStateException(
                "%s and %s are both called %s: rename one".formatted(other, type, name));
          }
        });
    byName.forEach((name, type) -> json.add(name, record(type)));
    return json;
  }

  private JsonObject record(Class<?> type) {
    boolean request = requests.contains(type);
    JsonObjectBuilder json = Json.createObjectBuilder().add("type", "object");
    texts.of(type).ifPresent(text -> json.add("description", text));
    json.add("properties", properties(type));
    JsonArrayBuilder needed =
        required(type, request ? WireType::isNeeded : WireType::isAlwaysThere);
    if (!needed.build().isEmpty()) {
      json.add("required", required(type, request ? WireType::isNeeded : WireType::isAlwaysThere));
    }
    if (request) {
      json.add("additionalProperties", false);
    }
    Schema schema = type.getAnnotation(Schema.class);
    if (schema != null && !schema.example().isEmpty()) {
      json.add("examples", Json.createArrayBuilder().add(Examples.parsed(schema.example())));
    }
    return json.build();
  }

  JsonObjectBuilder properties(Class<?> type) {
    JsonObjectBuilder properties = Json.createObjectBuilder();
    for (RecordComponent component : type.getRecordComponents()) {
      JsonObjectBuilder member = of(WireType.of(component.getGenericType()));
      texts.of(component).ifPresent(text -> member.add("description", text));
      properties.add(WireType.nameOf(component), member);
    }
    return properties;
  }

  private static JsonArrayBuilder required(Class<?> type, Predicate<RecordComponent> needed) {
    JsonArrayBuilder names = Json.createArrayBuilder();
    Arrays.stream(type.getRecordComponents())
        .filter(needed)
        .map(WireType::nameOf)
        .forEach(names::add);
    return names;
  }

  /** Returns a reference to a record. */
  JsonObjectBuilder reference(Class<?> record) {
    return Json.createObjectBuilder().add("$ref", "#/components/schemas/" + nameOf(record));
  }

  JsonObjectBuilder of(WireType type) {
    return switch (type.kind()) {
      case RECORD -> reference(type.type());
      case LIST -> scalar("array").add("items", of(type.inner()));
      case MAP -> scalar("object").add("additionalProperties", of(type.inner()));
      default -> single(type);
    };
  }

  /** Returns the schema of a single value. */
  static JsonObjectBuilder single(WireType type) {
    return switch (type.kind()) {
      case WHOLE -> scalar("integer").add("format", isInt(type) ? "int32" : "int64");
      case NUMBER -> scalar("number").add("format", "double");
      case DECIMAL ->
          scalar("string")
              .add("pattern", "^-?\\d+(\\.\\d+)?$")
              .add("examples", Json.createArrayBuilder().add("12.5"));
      case FLAG -> scalar("boolean");
      case DAY ->
          scalar("string")
              .add("format", "date")
              .add("examples", Json.createArrayBuilder().add(EXAMPLE_DAY));
      case INSTANT ->
          scalar("string")
              .add("format", "date-time")
              .add("examples", Json.createArrayBuilder().add(EXAMPLE_INSTANT));
      case WORD -> {
        JsonArrayBuilder words = Json.createArrayBuilder();
        type.words().forEach(words::add);
        yield scalar("string").add("enum", words);
      }
      case ANYTHING -> Json.createObjectBuilder();
      default -> scalar("string");
    };
  }

  private static boolean isInt(WireType type) {
    return type.type() == int.class || type.type() == Integer.class;
  }

  private static JsonObjectBuilder scalar(String type) {
    return Json.createObjectBuilder().add("type", type);
  }
}
