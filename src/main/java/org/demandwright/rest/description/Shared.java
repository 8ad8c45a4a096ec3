package org.demandwright.rest.description;

import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObjectBuilder;
import java.util.Arrays;
import org.demandwright.rest.wire.Problem;
import org.demandwright.rest.wire.ProblemType;

/** What all operations share in the description of the API. */
final class Shared {
  /** What an address answers to a method that it does not have: no operation answers it. */
  private static final int NO_OPERATION = 405;

  private Shared() {}

  static JsonObjectBuilder info() {
    return Json.createObjectBuilder()
        .add("title", "Demandwright")
        .add("version", "1")
        .add(
            "description",
            "Forecasts for ERPs. Lists come in pages: pass the cursor in `next` back as `cursor`;"
                + " as text/csv all of them. Quantities are decimals in strings, days and instants"
                + " those of ISO 8601. Whatever is refused is told as application/problem+json, with"
                + " a stable `type` and what to do in `detail`.")
        .add("contact", Json.createObjectBuilder().add("name", "Demandwright"))
        .add(
            "license",
            Json.createObjectBuilder()
                .add("name", "GPL-3.0-or-later")
                .add("url", "https://www.gnu.org/licenses/gpl-3.0.html"));
  }

  static JsonArrayBuilder security() {
    return Json.createArrayBuilder()
        .add(Json.createObjectBuilder().add("basic", Json.createArrayBuilder()))
        .add(Json.createObjectBuilder().add("bearer", Json.createArrayBuilder()));
  }

  static JsonObjectBuilder described(String description) {
    return Json.createObjectBuilder().add("description", description);
  }

  static JsonObjectBuilder text() {
    return Json.createObjectBuilder().add("type", "string");
  }

  /** Bytes of any form: in OpenAPI 3.1 the media type says it all, yet generators want a word. */
  static JsonObjectBuilder bytes() {
    return text().add("format", "binary");
  }

  static JsonObjectBuilder headers(boolean location) {
    JsonObjectBuilder headers =
        Json.createObjectBuilder()
            .add("X-Request-Id", header("The name of the request, in the server's log too"))
            .add("ETag", header("Names this state of what was read"));
    return location ? headers.add("Location", header("The address of it")) : headers;
  }

  private static JsonObjectBuilder header(String description) {
    return described(description + ".").add("schema", text());
  }

  static JsonObjectBuilder components(JsonObjectBuilder schemas) {
    JsonObjectBuilder responses = Json.createObjectBuilder();
    Arrays.stream(ProblemType.values())
        .mapToInt(ProblemType::status)
        .distinct()
        .filter(status -> status != NO_OPERATION)
        .forEach(status -> responses.add("Problem" + status, response(status)));
    return Json.createObjectBuilder()
        .add("schemas", schemas)
        .add("responses", responses)
        .add("parameters", parameters())
        .add(
            "securitySchemes",
            Json.createObjectBuilder()
                .add("basic", scheme("basic", "Name and password of an account; no session"))
                .add("bearer", scheme("bearer", "A token of an API client or of the issuer")));
  }

  private static JsonObjectBuilder scheme(String name, String description) {
    return described(description + ".").add("type", "http").add("scheme", name);
  }

  private static JsonObjectBuilder response(int status) {
    String titles =
        String.join(
            "; ",
            Arrays.stream(ProblemType.values())
                .filter(type -> type.status() == status)
                .map(type -> type.title() + " (" + type.uri() + ")")
                .toList());
    return described(titles + ".")
        .add(
            "content",
            Json.createObjectBuilder()
                .add(
                    Problem.MEDIA_TYPE,
                    Json.createObjectBuilder()
                        .add(
                            "schema",
                            Json.createObjectBuilder()
                                .add("$ref", "#/components/schemas/Problem"))));
  }

  private static JsonObjectBuilder parameters() {
    return Json.createObjectBuilder()
        .add(
            "IfNoneMatch",
            parameter(
                "If-None-Match", "The tag of an answer that the caller has: 304 where it holds"))
        .add(
            "IdempotencyKey",
            parameter(
                "Idempotency-Key",
                "Sent again within a day, the request is answered as the first time"))
        .add(
            "RequestId",
            parameter("X-Request-Id", "By which name the request stands in answer, log and audit"));
  }

  private static JsonObjectBuilder parameter(String name, String description) {
    return described(description + ".")
        .add("name", name)
        .add("in", "header")
        .add("required", false)
        .add("schema", text());
  }

  /** Returns the schema of problems. */
  static JsonObjectBuilder problem(String mediaType) {
    JsonObjectBuilder properties =
        Json.createObjectBuilder()
            .add("type", text().add("description", "Stable: what programs decide by."))
            .add("title", text().add("description", "The same in words, the same for each type."))
            .add(
                "status",
                Json.createObjectBuilder()
                    .add("type", "integer")
                    .add("format", "int32")
                    .add("description", "That of the answer."))
            .add("detail", text().add("description", "What went wrong, and what to do."))
            .add("instance", text().add("description", "The address that was asked."))
            .add("parameter", text().add("description", "The query parameter that is wrong."))
            .add("header", text().add("description", "The header that is wrong."))
            .add("pointer", text().add("description", "JSON pointer to what is wrong in the body."))
            .add("errorId", text().add("description", "Under which the server's log knows more."));
    return Json.createObjectBuilder()
        .add("type", "object")
        .add("description", "RFC 9457, " + mediaType + ".")
        .add("properties", properties)
        .add("required", Json.createArrayBuilder().add("type").add("title").add("status"));
  }
}
