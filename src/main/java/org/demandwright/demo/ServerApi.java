package org.demandwright.demo;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonReader;
import jakarta.json.JsonValue;
import java.io.IOException;
import java.io.StringReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Demandwright's REST interface as the demo uses it: no more than any client may. */
final class ServerApi {
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  private final HttpClient http =
      HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(5)).build();
  private final URI base;
  private final Path passwordFile;

  /**
   * @param base such as {@code http://localhost:8080/}
   * @param passwordFile where the server writes the administrator's first password
   */
  ServerApi(URI base, Path passwordFile) {
    this.base = base;
    this.passwordFile = passwordFile;
  }

  /** Returns whether the application is deployed and the administrator may log in. */
  boolean ready() throws InterruptedException {
    try {
      return Files.exists(passwordFile)
          && send(request("health/ready")).statusCode() == 200
          && send(request("api/v1/job-executions?limit=1")).statusCode() == 200;
    } catch (IOException notYet) {
      return false;
    }
  }

  /** Returns the newest executions, newest first. */
  List<Execution> executions() throws InterruptedException {
    return get("api/v1/job-executions?limit=50").getJsonArray("rows").stream()
        .map(JsonValue::asJsonObject)
        .map(Execution::of)
        .toList();
  }

  /** Starts the nightly job; a refusal of the server is passed on in its own words. */
  Execution startNightly(Map<String, String> parameters) throws InterruptedException {
    JsonObjectBuilder values = Json.createObjectBuilder();
    parameters.forEach(values::add);
    String body =
        Json.createObjectBuilder()
            .add("job", Execution.NIGHTLY)
            .add("parameters", values)
            .build()
            .toString();
    return Execution.of(
        answer(
            request("api/v1/job-executions")
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(body)),
            202));
  }

  /** Returns the summary of the version that one of these executions made. */
  Optional<JsonObject> summary(List<Long> executions) throws InterruptedException {
    Optional<JsonObject> version =
        get("api/v1/forecast-versions?limit=20").getJsonArray("rows").stream()
            .map(JsonValue::asJsonObject)
            .filter(v -> executions.contains(v.getJsonNumber("executionId").longValue()))
            .findFirst();
    if (version.isEmpty()) {
      return Optional.empty();
    }
    long id = version.get().getJsonNumber("versionId").longValue();
    return Optional.of(get("api/v1/forecast-versions/" + id + "/summary"));
  }

  private JsonObject get(String path) throws InterruptedException {
    return answer(request(path), 200);
  }

  private JsonObject answer(HttpRequest.Builder builder, int expected) throws InterruptedException {
    HttpRequest request = builder.build();
    try {
      HttpResponse<String> response = http.send(request, BodyHandlers.ofString());
      if (response.statusCode() != expected) {
        throw new DemoFailure(
            request.method()
                + " "
                + request.uri()
                + " answered "
                + response.statusCode()
                + ": "
                + response.body());
      }
      try (JsonReader reader = Json.createReader(new StringReader(response.body()))) {
        return reader.readObject();
      }
    } catch (IOException e) {
      throw new DemoFailure(
          request.uri() + " does not answer (" + e + "); see server.log in the data folder", e);
    }
  }

  private HttpResponse<Void> send(HttpRequest.Builder builder)
      throws IOException, InterruptedException {
    return http.send(builder.build(), BodyHandlers.discarding());
  }

  private HttpRequest.Builder request(String path) {
    try {
      String login = "admin:" + Files.readString(passwordFile).strip();
      return HttpRequest.newBuilder(base.resolve(path))
          .timeout(PATIENCE)
          .header("Accept", "application/json")
          .header(
              "Authorization",
              "Basic "
                  + Base64.getEncoder().encodeToString(login.getBytes(StandardCharsets.UTF_8)));
    } catch (IOException e) {
      throw new DemoFailure(passwordFile + " cannot be read (" + e + "); check its rights", e);
    }
  }
}
