package org.demandwright.server;

import static org.assertj.core.api.Assertions.assertThat;

import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Map;
import org.demandwright.demo.generate.DemoSize;
import org.demandwright.server.Installation.Engine;
import org.junit.jupiter.api.MethodOrderer.OrderAnnotation;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.params.AfterParameterizedClassInvocation;
import org.junit.jupiter.params.BeforeParameterizedClassInvocation;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * {@code kill -9} in the middle of a run: it resumes by itself and publishes what an unbroken run
 * publishes.
 */
@ParameterizedClass
@EnumSource(
    value = Engine.class,
    names = {"H2", "POSTGRESQL"})
@TestMethodOrder(OrderAnnotation.class)
class CrashServerIT {
  private static final Duration LIMIT = Duration.ofMinutes(5);
  private static final DemoSize SIZE =
      new DemoSize(40, 2, 400, 12_000, LocalDate.of(2025, 12, 31), 11L);

  private static final String ON_H2 =
      "runs on H2 alone to keep verify short; ./mvnw verify -Plong runs it on PostgreSQL, too";
  private static final String OF_THE_OTHER_MEMBER =
      "in verify an import is killed where a second member takes it up; ./mvnw verify -Plong"
          + " kills it on each database";

  private static Installation installation;
  private static PayaraServer server;
  private static String unbroken;

  @Parameter Engine engine;

  @BeforeParameterizedClassInvocation
  static void start(Engine engine) throws Exception {
    installation = Installation.of(engine, "crash", SIZE);
    server = installation.server().start();
    client().complete("nightly", parameters(), LIMIT);
    unbroken = client().latestVersion().getString("contentHash");
  }

  @AfterParameterizedClassInvocation
  static void stop() throws Exception {
    installation.close();
  }

  @Test
  @Order(1)
  @EnabledIfSystemProperty(
      named = "long.tests",
      matches = "true",
      disabledReason = OF_THE_OTHER_MEMBER)
  void killed_while_importing() throws Exception {
    // Every line says something new, though not to the forecast: so the import has much to write.
    installation.erp().owner().run("update sales_order_line set unit_price = unit_price + 1");
    killedIn("import-lines", 500);
  }

  @Test
  @Order(2)
  @EnabledIf(value = "shortOrAskedFor", disabledReason = ON_H2)
  void killed_while_training_the_global_models() throws Exception {
    killedIn("train-global", 1);
  }

  @Test
  @Order(3)
  @EnabledIf(value = "shortOrAskedFor", disabledReason = ON_H2)
  void killed_while_the_models_contest() throws Exception {
    killedIn("contest-series", 1);
  }

  @Test
  @Order(4)
  @EnabledIf(value = "storeIsShared", disabledReason = "an embedded H2 serves one member")
  void a_second_member_leaves_a_living_run_alone_and_takes_up_a_dead_one() throws Exception {
    try (PayaraServer second = installation.secondMember().start()) {
      ServerClient other = new ServerClient(second.url("/").toString(), "admin", server.password());
      long id = client().start("nightly", parameters());
      awaitWork(id, "import-lines", 200);

      Response restart = other.post("job-executions/" + id + "/restart");
      Response start = other.ask("nightly", parameters());

      assertThat(restart.statusCode()).as(restart.asString()).isEqualTo(409);
      assertThat(start.statusCode()).as(start.asString()).isEqualTo(409);
      assertThat(start.asString()).contains("Execution " + id);
      assertThat(other.newestExecution().getLong("executionId")).isEqualTo(id);

      server.killHard();
      JsonPath resumed = other.awaitResumed(id, LIMIT);
      assertThat(resumed.getString("status")).as(resumed.prettify()).isEqualTo("COMPLETED");
      assertThat(other.latestVersion().getString("contentHash")).isEqualTo(unbroken);
    }
  }

  boolean shortOrAskedFor() {
    return engine == Engine.H2 || Boolean.getBoolean("long.tests");
  }

  boolean storeIsShared() {
    return engine == Engine.POSTGRESQL;
  }

  private static void killedIn(String step, long done) throws Exception {
    long before = client().publishedVersion();
    long id = client().start("nightly", parameters());
    awaitWork(id, step, done);
    server.killHard();

    server.start();
    long seen = client().publishedVersion();
    JsonPath resumed = client().awaitResumed(id, LIMIT);
    // The old one, or the new one where the run went on and was done before we could look.
    assertThat(seen).as("readers see a whole version").isIn(before, client().publishedVersion());

    assertThat(resumed.getString("status")).as(resumed.prettify()).isEqualTo("COMPLETED");
    assertThat(client().execution(id).getString("status")).isNotIn("STARTED", "STARTING");
    JsonPath version = client().latestVersion();
    assertThat(version.getLong("versionId")).isEqualTo(client().publishedVersion());
    assertThat(version.getLong("versionId")).isGreaterThan(before);
    assertThat(version.getString("contentHash")).isEqualTo(unbroken);
  }

  /** Waits until the step is in the middle of its work. */
  private static void awaitWork(long id, String step, long done) throws InterruptedException {
    long deadline = System.nanoTime() + LIMIT.toNanos();
    while (true) {
      JsonPath run = client().execution(id);
      Map<String, Object> now = run.getMap("steps.find { it.name == '" + step + "' }");
      if (now != null) {
        assertThat(now.get("status")).as("%s is to be caught at work", step).isEqualTo("STARTED");
        if (((Number) now.get("done")).longValue() >= done) {
          return;
        }
      }
      assertThat(System.nanoTime()).as("%s within %s", step, LIMIT).isLessThan(deadline);
      Thread.sleep(20);
    }
  }

  /** Everything is read again, in small chunks, so that a kill finds the import at work. */
  private static Map<String, String> parameters() {
    return Map.of(
        "bucket", "DAY",
        "horizon", "7",
        "asOf", SIZE.lastDay().plusDays(1).toString(),
        "partitions", "2",
        "chunkSize", "100",
        "reload", "true");
  }

  private static ServerClient client() {
    try {
      return server.client();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
