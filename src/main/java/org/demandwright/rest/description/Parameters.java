package org.demandwright.rest.description;

import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObjectBuilder;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.Field;
import java.lang.reflect.Type;
import java.util.Arrays;
import java.util.Optional;
import org.demandwright.rest.wire.Sorted;
import org.demandwright.rest.wire.WireType;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;

/** The parameters of one operation. */
final class Parameters {
  private Parameters() {}

  static JsonArrayBuilder of(Operations.Found operation, Texts texts) {
    JsonArrayBuilder parameters = Json.createArrayBuilder();
    for (java.lang.reflect.Parameter p : operation.method().getParameters()) {
      if (p.isAnnotationPresent(BeanParam.class)) {
        for (Field field : p.getType().getDeclaredFields()) {
          add(parameters, operation, field, field.getGenericType(), texts);
        }
      } else {
        add(parameters, operation, p, p.getParameterizedType(), texts);
      }
    }
    if (operation.verb().equals("GET") && !operation.isStream()) {
      parameters.add(shared("IfNoneMatch"));
    }
    if (operation.verb().equals("POST")) {
      parameters.add(shared("IdempotencyKey"));
    }
    return parameters.add(shared("RequestId"));
  }

  private static JsonObjectBuilder shared(String name) {
    return Json.createObjectBuilder().add("$ref", "#/components/parameters/" + name);
  }

  private static void add(
      JsonArrayBuilder parameters,
      Operations.Found operation,
      AnnotatedElement where,
      Type type,
      Texts texts) {
    Optional<Place> place = Place.of(where);
    if (place.isEmpty()) {
      return;
    }
    Parameter told = where.getAnnotation(Parameter.class);
    WireType wire = WireType.of(type);
    String name = place.get().name();
    JsonObjectBuilder schema = name.equals("sort") ? orders(operation) : Schemas.single(wire);
    JsonObjectBuilder json =
        Json.createObjectBuilder()
            .add("name", name)
            .add("in", place.get().in())
            .add("required", place.get().in().equals("path"))
            .add("description", description(told, name, texts));
    if (told != null && !told.example().isEmpty()) {
      schema = bounded(told);
      json.add("example", Examples.parsed(told.example()));
    } else if (told != null && told.schema().enumeration().length > 0) {
      schema = words(told.schema().enumeration());
    } else if (!name.equals("sort") && !name.equals("cursor") && !name.equals("If-Match")) {
      json.add("example", Examples.of(wire, name));
    }
    parameters.add(json.add("schema", schema));
  }

  private static JsonObjectBuilder bounded(Parameter told) {
    return Json.createObjectBuilder()
        .add("type", "integer")
        .add("format", "int32")
        .add("minimum", Integer.parseInt(told.schema().minimum()))
        .add("maximum", Integer.parseInt(told.schema().maximum()))
        .add("default", Integer.parseInt(told.schema().defaultValue()));
  }

  private static JsonObjectBuilder orders(Operations.Found operation) {
    return words(operation.method().getAnnotation(Sorted.class).value());
  }

  private static JsonObjectBuilder words(String... words) {
    JsonArrayBuilder all = Json.createArrayBuilder();
    Arrays.stream(words).forEach(all::add);
    return Json.createObjectBuilder()
        .add("type", "string")
        .add("enum", all)
        .add("default", words[0]);
  }

  private static String description(Parameter told, String name, Texts texts) {
    if (told != null && !told.description().isEmpty()) {
      return told.description() + ".";
    }
    return texts
        .of(name)
        .orElseThrow(
            () ->
                new IllegalStateException(
                    "Say what the parameter %s is, by @Parameter or in names.properties"
                        .formatted(name)));
  }

  /** Where a parameter stands, and its name. */
  private record Place(String in, String name) {
    static Optional<Place> of(AnnotatedElement e) {
      if (e.isAnnotationPresent(QueryParam.class)) {
        return Optional.of(new Place("query", e.getAnnotation(QueryParam.class).value()));
      }
      if (e.isAnnotationPresent(PathParam.class)) {
        return Optional.of(new Place("path", e.getAnnotation(PathParam.class).value()));
      }
      return Optional.ofNullable(e.getAnnotation(HeaderParam.class))
          .map(header -> new Place("header", header.value()));
    }
  }
}
