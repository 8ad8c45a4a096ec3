package org.demandwright.server;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.demandwright.demo.generate.DemoSize;
import org.demandwright.server.Installation.Engine;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer.OrderAnnotation;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;

/** Two plans on one store, days and months, each with its own published version; schedules. */
@TestMethodOrder(OrderAnnotation.class)
class PlansServerIT {
  private static final Duration LIMIT = Duration.ofMinutes(5);
  private static final DemoSize SIZE =
      new DemoSize(20, 2, 500, 8_000, LocalDate.of(2025, 12, 31), 11L);
  private static final String AS_OF = SIZE.lastDay().plusDays(1).toString();
  private static final Map<String, String> MONTHS =
      Map.of("plan", "board", "asOf", AS_OF, "contestEvery", "0", "origins", "1");
  private static final Map<String, String> DAYS =
      Map.of("asOf", AS_OF, "contestEvery", "0", "origins", "1");

  private static Installation installation;
  private static ServerClient client;
  private static long months;

  @BeforeAll
  static void start() throws Exception {
    installation = Installation.of(Engine.H2, "plans", SIZE);
    client = installation.server().start().client();
  }

  @AfterAll
  static void stop() throws Exception {
    installation.close();
  }

  private static Response put(String path, Object body, String seen) {
    return given()
        .auth()
        .preemptive()
        .basic(client.user(), client.password())
        .contentType("application/json")
        .header("If-Match", seen)
        .body(body)
        .put(client.base() + "api/v1/" + path);
  }

  @Test
  @Order(1)
  void a_plan_is_made_and_changed_as_it_was_seen() {
    Response made = client.post("plans", Map.of("name", "board"));
    assertThat(made.statusCode()).as(made.asString()).isEqualTo(201);
    assertThat(made.header("Location")).endsWith("/api/v1/plans/board");

    String seen = client.get("plans/board").header("ETag");
    Map<String, Object> own =
        Map.of("bucket", "MONTH", "horizon", 6, "models", List.of("Naive", "SeasonalNaive"));
    Response changed = put("plans/board", own, seen);
    assertThat(changed.statusCode()).as(changed.asString()).isEqualTo(200);
    assertThat(changed.jsonPath().getString("inForce.bucket")).isEqualTo("MONTH");
    assertThat(put("plans/board", own, seen).statusCode()).as("seen before").isEqualTo(412);
    assertThat(client.post("plans", Map.of("name", "board")).statusCode()).isEqualTo(409);

    Map<String, Object> days =
        Map.of("bucket", "DAY", "horizon", 62, "models", List.of("Naive", "SeasonalNaive"));
    assertThat(put("plans/default", days, "*").statusCode()).isEqualTo(200);
    assertThat(client.get("plans").jsonPath().getList("rows.name"))
        .containsExactly("default", "board");
  }

  @Test
  @Order(2)
  void one_import_serves_both_and_both_are_published() throws Exception {
    client.complete("nightly", DAYS, LIMIT);
    JsonPath run = client.complete("forecast-plan", MONTHS, LIMIT);

    assertThat(run.getList("steps.name"))
        .contains("judge-freshness", "open-version", "publish", "compare-plans")
        .doesNotContain("import-lines");
    JsonPath ofDays = client.get("forecasts?limit=1").jsonPath();
    JsonPath ofMonths = client.get("forecasts?limit=1&plan=board").jsonPath();
    assertThat(ofDays.getString("bucket")).isEqualTo("DAY");
    assertThat(ofMonths.getString("bucket")).isEqualTo("MONTH");
    assertThat(ofMonths.getString("plan")).isEqualTo("board");
    months = ofMonths.getLong("versionId");
    assertThat(months).isNotEqualTo(ofDays.getLong("versionId"));
    assertThat(client.version(months).getString("status")).isEqualTo("PUBLISHED");
    assertThat(client.get("forecasts?plan=default&versionId=" + months).statusCode())
        .as("of another plan")
        .isEqualTo(400);
    assertThat(client.get("forecasts?plan=moon").statusCode()).isEqualTo(404);
    assertThat(client.get("series?limit=9&plan=board").jsonPath().getList("rows")).isNotEmpty();
  }

  @Test
  @Order(3)
  void rolling_one_back_leaves_the_other() throws Exception {
    long before = client.get("forecasts?limit=1").jsonPath().getLong("versionId");
    client.complete("nightly", DAYS, LIMIT);
    Response back = client.post("forecast-versions/roll-back?plan=default");
    assertThat(back.statusCode()).as(back.asString()).isEqualTo(200);
    assertThat(back.jsonPath().getLong("versionId")).isEqualTo(before);
    assertThat(client.get("forecasts?limit=1&plan=board").jsonPath().getLong("versionId"))
        .isEqualTo(months);
    assertThat(client.post("forecast-versions/roll-back?plan=board").statusCode())
        .as("there is none before it")
        .isEqualTo(409);
    assertThat(client.get("forecast-versions?plan=board").jsonPath().getList("rows.plan"))
        .containsOnly("board");
  }

  @Test
  @Order(4)
  void what_both_add_up_to_is_compared_by_whole_months() {
    JsonPath items = client.get("plans/default/comparison?with=board&limit=1000").jsonPath();
    JsonPath sites =
        client.get("plans/default/comparison?with=board&by=SITE&limit=1000").jsonPath();

    assertThat(items.getString("from")).isEqualTo("2026-01-01");
    assertThat(items.getString("to")).as("62 days hold no whole March").isEqualTo("2026-02-28");
    assertThat(items.getList("periods")).hasSize(2);
    double total = items.getDouble("total.units");
    assertThat(total).isPositive();
    assertThat(sum(items, "rows.units")).isCloseTo(total, within(0.01));
    assertThat(sum(sites, "rows.units")).isCloseTo(total, within(0.01));
    assertThat(sum(items, "rows.withUnits"))
        .isCloseTo(items.getDouble("total.withUnits"), within(0.01));
    assertThat(items.getDouble("total.difference"))
        .isCloseTo(total - items.getDouble("total.withUnits"), within(0.01));
    assertThat(client.get("plans/default/comparison").statusCode()).isEqualTo(400);
  }

  private static double sum(JsonPath answer, String column) {
    return answer.getList(column, String.class).stream().mapToDouble(Double::parseDouble).sum();
  }

  @Test
  @OnlyLong
  @Order(5)
  void a_killed_run_of_a_plan_goes_on_and_says_the_same() throws Exception {
    String unbroken = client.version(months).getString("contentHash");
    long id = client.start("forecast-plan", MONTHS);
    while (client.execution(id).getMap("steps.find { it.name == 'contest-series' }") == null) {
      assertThat(client.execution(id).getString("status")).isIn("STARTING", "STARTED");
      Thread.sleep(20);
    }
    installation.server().killHard();
    client = installation.server().start().client();

    JsonPath resumed = client.awaitResumed(id, LIMIT);
    assertThat(resumed.getString("status")).as(resumed.prettify()).isEqualTo("COMPLETED");
    JsonPath shown = client.get("forecasts?limit=1&plan=board").jsonPath();
    assertThat(shown.getLong("versionId")).isNotEqualTo(months);
    assertThat(client.version(shown.getLong("versionId")).getString("contentHash"))
        .isEqualTo(unbroken);
  }

  @Test
  @Order(6)
  void a_retired_plan_is_readable_and_nothing_runs_for_it() {
    assertThat(client.post("plans/board/retire").statusCode()).isEqualTo(200);
    assertThat(client.get("forecasts?limit=1&plan=board").statusCode()).isEqualTo(200);
    assertThat(client.ask("forecast-plan", MONTHS).statusCode()).isEqualTo(409);
    assertThat(client.post("plans/board/bring-back").jsonPath().getString("retiredAt")).isNull();
    assertThat(client.post("plans/default/retire").statusCode()).isEqualTo(409);
  }

  @Test
  @Order(7)
  void schedules_are_made_changed_paused_and_removed() {
    Map<String, Object> schedule =
        Map.of(
            "job",
            "forecast-plan",
            "parameters",
            Map.of("plan", "board", "asOf", "today"),
            "cron",
            "30 2 1 * *",
            "zone",
            "Europe/Berlin",
            "blackouts",
            List.of("MON-FRI 08:00-18:00"));
    Response made = client.post("schedules", Map.of("name", "board", "schedule", schedule));
    assertThat(made.statusCode()).as(made.asString()).isEqualTo(201);
    assertThat(made.jsonPath().getList("nextTimes")).hasSize(5);
    assertThat(made.jsonPath().getString("changedBy")).isEqualTo(client.user());

    String seen = client.get("schedules/board").header("ETag");
    assertThat(client.post("schedules/board/pause").jsonPath().getBoolean("paused")).isTrue();
    assertThat(put("schedules/board", schedule, seen).statusCode()).isEqualTo(412);
    assertThat(client.post("schedules/board/resume").jsonPath().getList("nextTimes")).hasSize(5);
    assertThat(client.delete("schedules/board").statusCode()).isEqualTo(204);
    assertThat(client.get("schedules/board").statusCode()).isEqualTo(404);
    assertThat(
            client
                .post(
                    "schedules",
                    Map.of(
                        "name", "moon", "schedule", Map.of("job", "nightly", "cron", "at night")))
                .statusCode())
        .isEqualTo(400);
  }
}
