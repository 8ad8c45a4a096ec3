package org.demandwright.rest.description;

import jakarta.annotation.security.RolesAllowed;
import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.demandwright.rest.wire.Accepted;
import org.demandwright.rest.wire.Created;
import org.demandwright.rest.wire.IfMatch;
import org.demandwright.rest.wire.InFront;
import org.demandwright.rest.wire.Problem;
import org.demandwright.rest.wire.Rows;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/**
 * The API as a document of OpenAPI 3.1, made of its resources: what they take by the types of their
 * parameters, what they answer by the records that they return.
 */
public final class ApiDescription {
  private static final String VERSION = "3.1.0";

  private final List<Operations.Found> operations;
  private final Texts texts = new Texts();
  private final Schemas schemas;

  /**
   * @param resources classes of resources, in any order
   */
  public ApiDescription(Collection<Class<?>> resources) {
    operations = Operations.of(resources);
    schemas = new Schemas(bodies(operations), answers(operations), inFront(operations), texts);
  }

  /** Returns every record that requests and answers of resources are made of. */
  static Set<Class<?>> records(Collection<Class<?>> resources) {
    List<Operations.Found> operations = Operations.of(resources);
    Set<Class<?>> all = new LinkedHashSet<>(bodies(operations));
    all.addAll(answers(operations));
    all.addAll(inFront(operations));
    return Schemas.reached(all);
  }

  private static List<Class<?>> bodies(List<Operations.Found> operations) {
    return operations.stream().<Class<?>>flatMap(o -> o.body().stream()).distinct().toList();
  }

  private static List<Class<?>> answers(List<Operations.Found> operations) {
    return operations.stream().<Class<?>>flatMap(o -> o.answer().stream()).distinct().toList();
  }

  private static List<Class<?>> inFront(List<Operations.Found> operations) {
    return operations.stream().flatMap(ApiDescription::inFront).distinct().toList();
  }

  private static Stream<Class<?>> inFront(Operations.Found operation) {
    return Stream.ofNullable(operation.method().getAnnotation(InFront.class)).map(InFront::value);
  }

  /**
   * Returns the document.
   *
   * @param server the address of the API's root
   */
  public JsonObject document(String server) {
    return Json.createObjectBuilder()
        .add("openapi", VERSION)
        .add("info", Shared.info())
        .add(
            "servers", Json.createArrayBuilder().add(Json.createObjectBuilder().add("url", server)))
        .add("security", Shared.security())
        .add("tags", tags())
        .add("paths", paths())
        .add("components", Shared.components(components()))
        .build();
  }

  private JsonArrayBuilder tags() {
    Set<String> names = new TreeSet<>();
    operations.forEach(o -> names.add(tag(o)));
    JsonArrayBuilder tags = Json.createArrayBuilder();
    names.forEach(
        name -> tags.add(Json.createObjectBuilder().add("name", name).add("description", name)));
    return tags;
  }

  private static String tag(Operations.Found operation) {
    return operation.resource().getAnnotation(Tag.class).name();
  }

  private JsonObjectBuilder paths() {
    Map<String, JsonObjectBuilder> byPath = new LinkedHashMap<>();
    for (Operations.Found operation : operations) {
      byPath
          .computeIfAbsent(operation.path(), path -> Json.createObjectBuilder())
          .add(operation.verb().toLowerCase(Locale.ROOT), described(operation));
    }
    JsonObjectBuilder paths = Json.createObjectBuilder();
    byPath.forEach(paths::add);
    return paths;
  }

  private JsonObjectBuilder described(Operations.Found operation) {
    Operation told = operation.method().getAnnotation(Operation.class);
    JsonObjectBuilder json =
        Json.createObjectBuilder()
            .add("operationId", told.operationId())
            .add("summary", told.summary())
            .add("description", description(told, operation))
            .add("tags", Json.createArrayBuilder().add(tag(operation)))
            .add("parameters", Parameters.of(operation, texts));
    body(operation).ifPresent(body -> json.add("requestBody", body));
    return json.add("responses", responses(operation));
  }

  private static String description(Operation told, Operations.Found operation) {
    String words = told.description().isEmpty() ? told.summary() + "." : told.description();
    RolesAllowed roles =
        Optional.ofNullable(operation.method().getAnnotation(RolesAllowed.class))
            .orElse(operation.resource().getAnnotation(RolesAllowed.class));
    return roles == null
        ? words
        : words
            + " For the roles "
            + String.join(", ", new TreeSet<>(List.of(roles.value())))
            + ".";
  }

  private Optional<JsonObjectBuilder> body(Operations.Found operation) {
    JsonObjectBuilder content = Json.createObjectBuilder();
    if (operation.takesRows()) {
      JsonObjectBuilder row = schemas.reference(operation.body().orElseThrow());
      JsonObject list = Json.createObjectBuilder().add("type", "array").add("items", row).build();
      content.add(MediaType.APPLICATION_JSON, Json.createObjectBuilder().add("schema", list));
      content.add(Rows.NDJSON, Json.createObjectBuilder().add("schema", Shared.text()));
    } else if (operation.body().isPresent()) {
      content.add(
          MediaType.APPLICATION_JSON,
          Json.createObjectBuilder().add("schema", schemas.reference(operation.body().get())));
    } else if (operation.method().isAnnotationPresent(Consumes.class)) {
      for (String type : operation.method().getAnnotation(Consumes.class).value()) {
        content.add(type, Json.createObjectBuilder().add("schema", Shared.bytes()));
      }
    } else {
      return Optional.empty();
    }
    return Optional.of(Json.createObjectBuilder().add("required", true).add("content", content));
  }

  private JsonObjectBuilder responses(Operations.Found operation) {
    JsonObjectBuilder responses = Json.createObjectBuilder();
    Class<?> type = operation.method().getReturnType();
    if (operation.isStream()) {
      responses.add(
          "200", Shared.described("Events, as they come.").add("content", content(operation)));
    } else if (type == void.class) {
      responses.add("204", Shared.described("Done.").add("headers", Shared.headers(false)));
    } else if (type == Created.class) {
      responses.add("201", answer(operation, "What was made; Location leads to it.", true));
    } else if (type == Accepted.class) {
      responses.add("202", answer(operation, "It goes on; Location leads to it.", true));
    } else {
      responses.add("200", answer(operation, "The answer.", false));
    }
    if (operation.verb().equals("GET") && !operation.isStream()) {
      responses.add("304", Shared.described("Unchanged since the tag of If-None-Match."));
    }
    for (int status : refusals(operation)) {
      responses.add(
          Integer.toString(status),
          Json.createObjectBuilder().add("$ref", "#/components/responses/Problem" + status));
    }
    return responses;
  }

  private static Set<Integer> refusals(Operations.Found operation) {
    Set<Integer> statuses = new TreeSet<>(Set.of(400, 401, 403, 429, 500, 503));
    if (operation.path().contains("{") || operation.isListing()) {
      statuses.add(404);
    }
    if (operation.isListing()) {
      statuses.add(410);
    }
    if (operation.method().getReturnType() != void.class || operation.isStream()) {
      statuses.add(406);
    }
    if (!operation.verb().equals("GET")) {
      statuses.addAll(Set.of(404, 409));
    }
    if (operation.verb().equals("POST")) {
      statuses.addAll(Set.of(413, 415, 422));
    }
    if (Arrays.asList(operation.method().getParameterTypes()).contains(IfMatch.class)) {
      statuses.add(412);
    }
    if (operation.verb().equals("PUT") || operation.verb().equals("PATCH")) {
      statuses.addAll(Set.of(413, 415, 428));
    }
    return statuses;
  }

  private JsonObjectBuilder answer(
      Operations.Found operation, String description, boolean location) {
    return Shared.described(description)
        .add("headers", Shared.headers(location))
        .add("content", content(operation));
  }

  private JsonObjectBuilder content(Operations.Found operation) {
    JsonObjectBuilder content = Json.createObjectBuilder();
    if (operation.isListing()) {
      content.add(
          MediaType.APPLICATION_JSON,
          Json.createObjectBuilder()
              .add(
                  "schema",
                  Json.createObjectBuilder()
                      .add("$ref", "#/components/schemas/" + listName(operation)))
              .add("example", Examples.page(operation)));
      return content.add("text/csv", Json.createObjectBuilder().add("schema", Shared.text()));
    }
    if (operation.answer().isPresent()) {
      return content.add(
          MediaType.APPLICATION_JSON,
          Json.createObjectBuilder()
              .add("schema", schemas.reference(operation.answer().get()))
              .add("example", Examples.of(operation.answer().get())));
    }
    for (String type : operation.method().getAnnotation(Produces.class).value()) {
      content.add(type.split(";", 2)[0], Json.createObjectBuilder().add("schema", Shared.text()));
    }
    return content;
  }

  private static String listName(Operations.Found operation) {
    String id = operation.method().getAnnotation(Operation.class).operationId();
    return Character.toUpperCase(id.charAt(0)) + id.substring(1) + "Page";
  }

  private JsonObjectBuilder components() {
    JsonObjectBuilder all = schemas.all();
    for (Operations.Found operation : operations) {
      if (operation.isListing()) {
        all.add(listName(operation), page(operation));
      }
    }
    return all.add("Problem", Shared.problem(Problem.MEDIA_TYPE));
  }

  private JsonObjectBuilder page(Operations.Found operation) {
    InFront about = operation.method().getAnnotation(InFront.class);
    JsonObjectBuilder properties =
        about == null ? Json.createObjectBuilder() : schemas.properties(about.value());
    properties
        .add(
            "rows",
            Json.createObjectBuilder()
                .add("type", "array")
                .add("description", "The rows of the page.")
                .add("items", schemas.reference(operation.answer().orElseThrow())))
        .add(
            "next",
            Json.createObjectBuilder()
                .add("type", "string")
                .add("description", "The cursor of the next page, absent on the last."));
    return Json.createObjectBuilder()
        .add("type", "object")
        .add("description", "One page of a list.")
        .add("properties", properties)
        .add("required", Json.createArrayBuilder().add("rows"));
  }
}
