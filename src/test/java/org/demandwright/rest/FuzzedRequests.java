package org.demandwright.rest;

import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;

/**
 * Makes requests out of the API's own description, most of them wrong: values of other types and
 * sizes, scripts of other worlds, injections, cursors, bodies cut off, nested, of other media
 * types. The same seed makes the same requests.
 */
final class FuzzedRequests {
  private static final Duration PATIENCE = Duration.ofSeconds(30);

  private static final List<String> VALUES =
      List.of(
          "1",
          "0",
          "-1",
          "42",
          "9223372036854775807",
          "9223372036854775808",
          "18446744073709551617",
          "1e308",
          "NaN",
          "1".repeat(1_100),
          "2027-07-01",
          "2027-02-30",
          "+999999999-12-31",
          "0001-01-01",
          "2026-11-01T02:00:00Z",
          "-999999999-01-01T00:00:00Z",
          "true",
          "yes",
          "WEEK",
          "week",
          "default",
          "A1",
          "",
          " ",
          "\u0000",
          "\u4f60\u597d",
          "\ud83d\ude80",
          "\u202etxt",
          "' or '1'='1",
          "\"; drop table account; --",
          "%",
          "_%",
          "../../etc/passwd",
          "<script>alert(1)</script>",
          "${jndi:ldap://127.0.0.1:9/x}",
          "=cmd|' /C calc'!A0",
          "a".repeat(3_000),
          "MS5hYmMuLjc",
          "!!!",
          "null",
          "[]");

  private static final List<String> JSON_VALUES =
      List.of(
          "null",
          "true",
          "0",
          "-1",
          "1e308",
          "1e-400",
          "18446744073709551617",
          "1".repeat(1_100),
          "\"\"",
          "\"2027-02-30\"",
          "\"+999999999-12-31\"",
          "\"\\u0000\"",
          "\"\ud83d\ude80\"",
          "\"' or 1=1 --\"",
          "\"" + "x".repeat(5_000) + "\"",
          "[]",
          "{}",
          "[1, \"a\", null]",
          "{\"a\": {\"b\": []}}");

  private static final List<String> TYPES =
      List.of(
          "application/json",
          "application/json",
          "application/json",
          "application/json;charset=nope",
          "application/json;charset=utf-16",
          "text/plain",
          "text/csv",
          "application/xml",
          "multipart/form-data",
          "*/*");

  private final Random random;
  private final URI root;
  private final List<Target> targets = new ArrayList<>();

  /** One operation of the description. */
  private record Target(
      String id,
      String verb,
      String path,
      List<JsonObject> parameters,
      String example,
      boolean streams) {}

  /**
   * One request.
   *
   * @param operation its operationId
   */
  record Fuzzed(int number, String operation, HttpRequest request, String body) {
    boolean reads() {
      return request.method().equals("GET");
    }

    @Override
    public String toString() {
      return "#%d %s %s %s %s %.200s"
          .formatted(number, operation, request.method(), request.uri(), request.headers(), body);
    }
  }

  /**
   * @param butNot ids of operations that are left out
   */
  FuzzedRequests(long seed, URI root, JsonObject description, List<String> butNot) {
    this.random = new Random(seed);
    this.root = root;
    description
        .getJsonObject("paths")
        .forEach(
            (path, verbs) ->
                verbs
                    .asJsonObject()
                    .forEach(
                        (verb, operation) ->
                            targets.add(
                                target(path, verb, operation.asJsonObject(), description))));
    targets.removeIf(target -> butNot.contains(target.id()));
  }

  private static Target target(
      String path, String verb, JsonObject operation, JsonObject description) {
    return new Target(
        operation.getString("operationId"),
        verb.toUpperCase(Locale.ROOT),
        path,
        operation.getJsonArray("parameters").getValuesAs(JsonObject.class),
        example(operation, description),
        streams(operation));
  }

  private static boolean streams(JsonObject operation) {
    JsonObject good = operation.getJsonObject("responses").getJsonObject("200");
    return good != null
        && good.containsKey("content")
        && good.getJsonObject("content").containsKey("text/event-stream");
  }

  private static String example(JsonObject operation, JsonObject description) {
    if (!operation.containsKey("requestBody")) {
      return "{}";
    }
    JsonObject content = operation.getJsonObject("requestBody").getJsonObject("content");
    if (!content.containsKey("application/json")) {
      return "a,b\n1,2\n";
    }
    JsonObject schema = content.getJsonObject("application/json").getJsonObject("schema");
    return schema.containsKey("items")
        ? "[" + exampleOf(schema.getJsonObject("items"), description) + "]"
        : exampleOf(schema, description);
  }

  private static String exampleOf(JsonObject schema, JsonObject description) {
    return description
        .getJsonObject("components")
        .getJsonObject("schemas")
        .getJsonObject(schema.getString("$ref").replaceFirst(".*/", ""))
        .getJsonArray("examples")
        .get(0)
        .toString();
  }

  int operations() {
    return targets.size();
  }

  Fuzzed next(int number) {
    Target target = targets.get(random.nextInt(targets.size()));
    Map<String, String> query = new LinkedHashMap<>();
    String path = target.path();
    HttpRequest.Builder request = HttpRequest.newBuilder().timeout(PATIENCE);
    for (JsonObject parameter : target.parameters()) {
      String name = parameter.getString("name", "");
      String in = parameter.getString("in", "");
      if (in.equals("path")) {
        path = path.replace("{" + name + "}", encoded(pathValue(parameter)));
      } else if (in.equals("query") && chance(25)) {
        query.put(name, chance(40) ? good(parameter) : one(VALUES));
      }
    }
    if (target.streams()) {
      query.put("seconds", chance(50) ? "1" : "0"); // it would go on for an hour
    }
    if (chance(3)) {
      query.put("unknown" + random.nextInt(9), one(VALUES));
    }
    headers(request);
    String body = "";
    if (!target.verb().equals("GET") && !target.verb().equals("DELETE")) {
      body = body(target.example());
      request.header("Content-Type", chance(70) ? TYPES.get(0) : one(TYPES));
    }
    byte[] bytes = body.getBytes(chance(95) ? StandardCharsets.UTF_8 : StandardCharsets.UTF_16);
    request
        .uri(URI.create(root + path + asText(query)))
        .method(
            target.verb(),
            bytes.length == 0 ? BodyPublishers.noBody() : BodyPublishers.ofByteArray(bytes));
    return new Fuzzed(number, target.id(), request.build(), body);
  }

  private void headers(HttpRequest.Builder request) {
    if (chance(10)) {
      request.header(
          "Accept", one(List.of("text/csv", "application/xml", "*/*", "x", ";;", "a/b;q=x")));
    }
    if (chance(10)) {
      request.header(
          "If-None-Match", one(List.of("garbage", "\"a\"", "*", "W/\"x\", \"y\"", "\"")));
    }
    if (chance(20)) {
      request.header("If-Match", one(List.of("garbage", "\"a\"", "*", "W/\"x\"", ",")));
    }
    if (chance(10)) {
      request.header(
          "Idempotency-Key", one(List.of("k", "k" + random.nextInt(50), "a b", "x".repeat(300))));
    }
    if (chance(5)) {
      request.header("X-Request-Id", one(List.of("r1", "a b", "x".repeat(200), "{0}' or 1")));
    }
    if (chance(10)) {
      request.header("Accept-Encoding", one(List.of("gzip", "gzip;q=0", "*", "br;;", "identity")));
    }
    if (chance(3)) {
      request.header("Accept-Language", one(List.of("zh-CN", "x", "*", "de;q=nope")));
    }
  }

  private String body(String example) {
    switch (random.nextInt(10)) {
      case 0:
        return example.substring(0, random.nextInt(example.length() + 1));
      case 1:
        int depth = one(List.of(20, 40, 1_500, 5_000));
        return "{\"a\":".repeat(depth) + "1" + "}".repeat(depth);
      case 2:
        return one(JSON_VALUES);
      case 3:
        return one(VALUES);
      case 4:
        return "";
      case 5:
        return example;
      default:
        return changed(example);
    }
  }

  /** Puts another value in the place of one of the example's, or another name of a member. */
  private String changed(String example) {
    String[] members = example.split("(?<=:)|(?=,\")", -1);
    int at = random.nextInt(members.length);
    List<String> parts = new ArrayList<>(Arrays.asList(members));
    parts.set(at, parts.get(at).endsWith(":") ? "\"other\":" : one(JSON_VALUES));
    String text = String.join("", parts);
    return text.endsWith("}") ? text : text + "}";
  }

  private String good(JsonObject parameter) {
    JsonArray words = parameter.getJsonObject("schema").getJsonArray("enum");
    if (words != null) {
      return words.getString(random.nextInt(words.size()));
    }
    JsonValue example = parameter.get("example");
    if (example == null) {
      return one(VALUES);
    }
    return example instanceof JsonString text ? text.getString() : example.toString();
  }

  private String pathValue(JsonObject parameter) {
    String value = chance(40) ? good(parameter) : one(VALUES);
    return value.isBlank() || value.startsWith(".") ? "x" : value;
  }

  private static String asText(Map<String, String> query) {
    StringBuilder text = new StringBuilder();
    query.forEach(
        (name, value) ->
            text.append(text.isEmpty() ? '?' : '&')
                .append(name)
                .append('=')
                .append(encoded(value)));
    return text.toString();
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
  }

  private boolean chance(int percent) {
    return random.nextInt(100) < percent;
  }

  private <T> T one(List<T> of) {
    return of.get(random.nextInt(of.size()));
  }
}
