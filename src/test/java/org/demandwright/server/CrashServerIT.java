package org.demandwright.server;

import static org.assertj.core.api.Assertions.assertThat;

import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.Statement;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.demandwright.demo.generate.DemoSize;
import org.demandwright.server.Installation.Engine;
import org.junit.jupiter.api.MethodOrderer.OrderAnnotation;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.params.AfterParameterizedClassInvocation;
import org.junit.jupiter.params.BeforeParameterizedClassInvocation;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * {@code kill -9} in the middle of a run: it resumes by itself and publishes what an unbroken run
 * publishes.
 */
@ParameterizedClass
@MethodSource("org.demandwright.server.Engines#postgres")
@TestMethodOrder(OrderAnnotation.class)
class CrashServerIT {
  private static final Duration LIMIT = Duration.ofMinutes(5);
  private static final long HOLD = 4711;
  private static final DemoSize SIZE =
      new DemoSize(40, 2, 400, 12_000, LocalDate.of(2025, 12, 31), 11L);

  private static final String HELD_BY_A_LOCK = "the step is held by a lock of PostgreSQL";

  private static Installation installation;
  private static PayaraServer server;
  private static String unbroken;
  private static JsonPath decided;
  private static JsonPath simulated;
  private static List<Map<String, Object>> excepted;

  @Parameter Engine engine;

  @BeforeParameterizedClassInvocation
  static void start(Engine engine) throws Exception {
    installation = Installation.of(engine, "crash", SIZE);
    server = installation.server().start();
    client().complete("nightly", parameters(), LIMIT);
    unbroken = client().latestVersion().getString("contentHash");
    decided = null;
    simulated = null;
  }

  @AfterParameterizedClassInvocation
  static void stop() throws Exception {
    installation.close();
  }

  @Test
  @Order(1)
  @OnlyLong
  void killed_while_importing() throws Exception {
    // Every line says something new, though not to the forecast: so the import has much to write.
    installation.erp().owner().run("update sales_order_line set unit_price = unit_price + 1");
    killedIn("import-lines", 500);
  }

  @Test
  @Order(2)
  @OnlyLong
  void killed_while_training_the_global_models() throws Exception {
    killedIn("train-global", 1);
  }

  @Test
  @Order(3)
  void killed_while_the_models_contest() throws Exception {
    killedIn("contest-series", 1);
  }

  @Test
  @Order(4)
  @EnabledIf(value = "storeIsShared", disabledReason = HELD_BY_A_LOCK)
  void killed_while_stock_is_planned() throws Exception {
    killedWhileDeciding("plan-stock");
  }

  @Test
  @Order(5)
  @EnabledIf(value = "storeIsShared", disabledReason = HELD_BY_A_LOCK)
  @OnlyLong
  void killed_while_orders_are_raised() throws Exception {
    killedWhileDeciding("raise-orders");
  }

  @Test
  @Order(6)
  @EnabledIf(value = "storeIsShared", disabledReason = HELD_BY_A_LOCK)
  @OnlyLong
  void killed_while_exceptions_are_found() throws Exception {
    killedWhileDeciding("find-exceptions");
  }

  @Test
  @Order(7)
  @EnabledIf(value = "storeIsShared", disabledReason = HELD_BY_A_LOCK)
  @OnlyLong
  void killed_while_a_simulation_forecasts_the_past() throws Exception {
    killedWhileSimulating("forecast-the-past");
  }

  @Test
  @Order(8)
  @EnabledIf(value = "storeIsShared", disabledReason = HELD_BY_A_LOCK)
  @OnlyLong
  void killed_while_a_simulation_replays_stock() throws Exception {
    killedWhileSimulating("replay-stock");
  }

  @Test
  @Order(9)
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

  /**
   * Kills the server while a transaction of the step is open in which its last items were written,
   * and nothing is committed of it; what its transactions before did, if it has any, is.
   */
  private static void killedWhileDeciding(String step) throws Exception {
    if (decided == null) {
      client().complete("decide", Map.of(), LIMIT);
      client().complete("decide", Map.of(), LIMIT); // suggestions go on as they were
      decided = decision();
      excepted = exceptions();
    }
    long id = killedHeldIn(step, () -> client().start("decide", Map.of()));
    JsonPath resumed = client().awaitResumed(id, LIMIT);
    assertThat(resumed.getString("status")).as(resumed.prettify()).isEqualTo("COMPLETED");
    JsonPath after = decision();
    assertThat(after.getLong("decisionId")).isGreaterThan(decided.getLong("decisionId"));
    assertThat(after.getString("contentHash")).isEqualTo(decided.getString("contentHash"));
    assertThat(exceptions()).as("as they were, under their numbers").isEqualTo(excepted);
  }

  /** Starts something, and kills and starts the server where the last of a step is written. */
  private static long killedHeldIn(String step, Callable<Long> start) throws Exception {
    long begun;
    try (Connection holder = installation.store().open();
        Statement sql = holder.createStatement()) {
      sql.execute("select pg_advisory_lock(" + HOLD + ")");
      sql.execute(
          "create function hold() returns trigger language plpgsql as"
              + " 'begin perform pg_advisory_xact_lock("
              + HOLD
              + "); return new; end'");
      sql.execute(
          "create trigger hold before update on run_progress for each row when (new.step = '"
              + step
              + "' and new.done > old.done and new.done >= new.total)"
              + " execute function hold()");
      begun = start.call();
      awaitHeld(sql, step);
      server.killHard();
      sql.execute("select pg_advisory_unlock(" + HOLD + ")");
      sql.execute("drop trigger hold on run_progress");
      sql.execute("drop function hold");
    }
    server.start();
    return begun;
  }

  /**
   * A simulation is taken up by the next start of the server, and comes to what an unbroken one
   * does.
   */
  private static void killedWhileSimulating(String step) throws Exception {
    if (simulated == null) {
      simulated = ready(simulate());
    }
    long id = killedHeldIn(step, CrashServerIT::simulate);
    JsonPath again = ready(id);
    assertThat(again.getString("contentHash")).isEqualTo(simulated.getString("contentHash"));
    assertThat(again.getInt("taken")).isEqualTo(simulated.getInt("taken"));
    assertThat(again.getList("notJudged")).isEqualTo(simulated.getList("notJudged"));
    assertThat(costs(id)).isNotEmpty().isEqualTo(costs(simulated.getLong("simulationId")));
  }

  private static long simulate() {
    Response asked =
        client()
            .post(
                "simulations",
                Map.of(
                    "mostPlaces", 8,
                    "tuneWeeks", 8,
                    "testWeeks", 8,
                    "holdingRate", 0.25,
                    "orderingCost", 15,
                    "shortageShare", 0.5,
                    "methods", List.of("published", "SeasonalNaive")));
    assertThat(asked.statusCode()).as(asked.asString()).isEqualTo(202);
    return asked.jsonPath().getLong("simulationId");
  }

  private static JsonPath ready(long id) throws InterruptedException {
    long deadline = System.nanoTime() + LIMIT.toNanos();
    while (true) {
      JsonPath now = client().get("simulations/" + id).jsonPath();
      if (!List.of("WAITING", "RUNNING").contains(now.getString("status"))) {
        assertThat(now.getString("status")).as(now.prettify()).isEqualTo("READY");
        return now;
      }
      assertThat(System.nanoTime()).as("simulation %d is ready", id).isLessThan(deadline);
      Thread.sleep(200);
    }
  }

  private static List<Map<String, Object>> costs(long id) {
    return client().get("simulations/" + id + "/results?limit=1000").jsonPath().getList("rows");
  }

  private static JsonPath decision() {
    return client().get("inventory-policies?limit=1").jsonPath();
  }

  private static List<Map<String, Object>> exceptions() {
    return client().get("exceptions?limit=500").jsonPath().getList("rows");
  }

  private static void awaitHeld(Statement sql, String step) throws Exception {
    long deadline = System.nanoTime() + LIMIT.toNanos();
    while (true) {
      try (ResultSet row =
          sql.executeQuery(
              "select count(*) from pg_locks where locktype = 'advisory' and not granted")) {
        row.next();
        if (row.getLong(1) > 0) {
          return;
        }
      }
      assertThat(System.nanoTime()).as("%s within %s", step, LIMIT).isLessThan(deadline);
      Thread.sleep(20);
    }
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
