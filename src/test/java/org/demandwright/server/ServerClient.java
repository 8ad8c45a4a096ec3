package org.demandwright.server;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.time.Duration;
import java.util.Map;
import java.util.Set;

/**
 * Speaks the REST API as a script would.
 *
 * @param base address that ends with a slash
 */
public record ServerClient(String base, String user, String password) {
  private static final String API = "api/v1/";
  private static final Set<String> ENDED = Set.of("COMPLETED", "FAILED", "STOPPED", "ABANDONED");

  /** Asks for something below {@code /api/v1/}. */
  public Response get(String path) {
    return request().get(base + API + path);
  }

  /** Asks for a list as CSV. */
  public Response getCsv(String path) {
    return request().accept("text/csv").get(base + API + path);
  }

  /** Asks for a ZIP. */
  public Response getZip(String path) {
    return request().accept("application/zip").get(base + API + path);
  }

  public Response post(String path, Object body) {
    return request().contentType("application/json").body(body).post(base + API + path);
  }

  public Response post(String path) {
    return request().post(base + API + path);
  }

  /** Sends a file as the body. */
  public Response send(String path, byte[] file) {
    return request().contentType("application/octet-stream").body(file).post(base + API + path);
  }

  public Response delete(String path) {
    return request().delete(base + API + path);
  }

  /** Asks for a job and returns the answer, good or bad. */
  public Response ask(String job, Map<String, String> parameters) {
    return post("job-executions", Map.of("job", job, "parameters", parameters));
  }

  /** Starts a job and returns the execution's id. */
  public long start(String job, Map<String, String> parameters) {
    Response answer = ask(job, parameters);
    assertThat(answer.statusCode()).as(answer.asString()).isEqualTo(202);
    String location = answer.header("Location");
    return Long.parseLong(location.substring(location.lastIndexOf('/') + 1));
  }

  public JsonPath execution(long id) {
    return ok(get("job-executions/" + id));
  }

  /** Waits until the execution has ended, good or bad. */
  public JsonPath awaitEnd(long id, Duration limit) throws InterruptedException {
    long deadline = System.nanoTime() + limit.toNanos();
    JsonPath run = execution(id);
    while (!ENDED.contains(run.getString("status"))) {
      assertThat(System.nanoTime())
          .as("execution %s within %s: %s", id, limit, run.prettify())
          .isLessThan(deadline);
      Thread.sleep(300);
      run = execution(id);
    }
    return run;
  }

  /** Runs a job to its good end. */
  public JsonPath complete(String job, Map<String, String> parameters, Duration limit)
      throws InterruptedException {
    JsonPath run = awaitEnd(start(job, parameters), limit);
    assertThat(run.getString("status")).as(run.prettify()).isEqualTo("COMPLETED");
    return run;
  }

  /** Waits until an execution newer than {@code id} of the same run has ended, and returns it. */
  public JsonPath awaitResumed(long id, Duration limit) throws InterruptedException {
    long run = execution(id).getLong("instanceId");
    long deadline = System.nanoTime() + limit.toNanos();
    JsonPath newest = newestExecution();
    while (newest.getLong("executionId") <= id) {
      assertThat(System.nanoTime()).as("resumed by itself within %s", limit).isLessThan(deadline);
      Thread.sleep(300);
      newest = newestExecution();
    }
    assertThat(newest.getLong("instanceId")).as("the same run goes on").isEqualTo(run);
    return awaitEnd(newest.getLong("executionId"), limit);
  }

  public JsonPath newestExecution() {
    return execution(ok(get("job-executions?limit=1")).getLong("rows[0].executionId"));
  }

  /** Returns the version that was made last, published or not. */
  public JsonPath latestVersion() {
    return version(ok(get("forecast-versions?limit=1")).getLong("rows[0].versionId"));
  }

  public JsonPath version(long id) {
    return ok(get("forecast-versions/" + id));
  }

  /** Returns the version that readers see. */
  public long publishedVersion() {
    return ok(get("forecast-versions?limit=100")).getLong("rows.find { it.current }.versionId");
  }

  public JsonPath summary(long versionId) {
    return ok(get("forecast-versions/" + versionId + "/summary"));
  }

  private static JsonPath ok(Response answer) {
    assertThat(answer.statusCode()).as(answer.asString()).isEqualTo(200);
    return answer.jsonPath();
  }

  RequestSpecification request() {
    return given().auth().preemptive().basic(user, password).accept("application/json");
  }
}
