package org.demandwright.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.demandwright.demo.DemoErp;
import org.demandwright.demo.generate.DemoSize;
import org.demandwright.server.Installation.Engine;
import org.junit.jupiter.api.MethodOrderer.OrderAnnotation;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.params.AfterParameterizedClassInvocation;
import org.junit.jupiter.params.BeforeParameterizedClassInvocation;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The nights of one installation, in order: the first run, the same again with other partitions, a
 * day later, rolled back, held back.
 */
@ParameterizedClass
@MethodSource("org.demandwright.server.Engines#mariaDb")
@TestMethodOrder(OrderAnnotation.class)
class NightlyServerIT {
  private static final Duration LIMIT = Duration.ofMinutes(5);
  private static final DemoSize SIZE = DemoSize.small();
  private static final LocalDate NEXT_DAY = SIZE.lastDay().plusDays(1);

  private static Installation installation;
  private static ServerClient client;
  private static String firstHash;

  @Parameter Engine engine;

  @BeforeParameterizedClassInvocation
  static void start(Engine engine) throws Exception {
    installation = Installation.of(engine, "nightly", SIZE);
    client = installation.server().start().client();
  }

  @AfterParameterizedClassInvocation
  static void stop() throws Exception {
    installation.close();
  }

  @Test
  @Order(1)
  void the_first_run_publishes_and_accounts_for_every_line() throws Exception {
    JsonPath version = nightly(1, SIZE.lastDay().plusDays(1));

    assertThat(version.getString("status")).isEqualTo("PUBLISHED");
    assertThat(version.getBoolean("current")).isTrue();
    assertThat(version.getLong("series")).isPositive();
    firstHash = version.getString("contentHash");
    assertThat(firstHash).matches("[0-9a-f]{64}");
    everyLineIsAccountedFor(version.getLong("versionId"));
  }

  @Test
  @Order(2)
  void every_forecast_is_the_sum_of_what_drives_it() throws Exception {
    List<Long> series =
        client.get("series?limit=1000").jsonPath().getList("rows.seriesId", Long.class);
    int explained = 0;
    for (long id : series) {
      JsonPath steps =
          client.get("forecasts?limit=10&include=notRecommended&seriesId=" + id).jsonPath();
      if (!steps.getList("rows").isEmpty()) {
        double forecast = Double.parseDouble(steps.getString("rows[3].totalMean"));
        sumsTo(
            forecast,
            client.get("series/" + id + "/explanation?include=notRecommended").jsonPath());
        double first = Double.parseDouble(steps.getString("rows[0].mean"));
        sumsTo(
            first,
            client
                .get("series/" + id + "/explanation?from=1&to=1&include=notRecommended")
                .jsonPath());
        JsonPath value =
            client
                .get(
                    "forecasts/"
                        + steps.getString("rows[0].id")
                        + "/explanation?include=notRecommended")
                .jsonPath();
        sumsTo(first, value);
        assertThat(value.getString("reason")).isEqualTo(steps.getString("rows[0].reason"));
        explained++;
      }
    }
    assertThat(explained).isPositive();
    assertThat(
            client
                .get("series/" + series.get(0) + "/explanation?from=3&to=9&include=notRecommended")
                .statusCode())
        .isEqualTo(400);
    assertThat(client.get("series/0/explanation").statusCode()).isEqualTo(404);
  }

  private static void sumsTo(double forecast, JsonPath explanation) {
    double sum =
        explanation.getList("contributions.amount", Double.class).stream()
            .mapToDouble(Double::doubleValue)
            .sum();
    double shares =
        explanation.getList("members.weight", Double.class).stream()
            .mapToDouble(Double::doubleValue)
            .sum();
    assertThat(explanation.getDouble("forecast")).isCloseTo(forecast, within(0.001));
    assertThat(sum).as(explanation.prettify()).isCloseTo(forecast, within(0.001));
    // JsonPath reads short numbers as float
    assertThat(shares).isCloseTo(1, within(1e-6));
  }

  @Test
  @Order(2)
  void what_is_not_recommended_is_told_and_handed_out_only_on_demand() {
    JsonPath version = client.latestVersion();
    int concerned = version.getInt("notRecommended.series");
    assertThat(concerned).as("the demo has items that sell too seldom").isPositive();
    List<Integer> ids =
        client
            .get("series?limit=1000&verdict=DO_NOT_FORECAST")
            .jsonPath()
            .getList("rows.seriesId", Integer.class);
    assertThat(ids).hasSize(concerned);
    String one = "seriesId=" + ids.get(0);

    Response usual = client.get("forecasts?" + one);
    assertThat(usual.header("Demandwright-Not-Recommended"))
        .startsWith(concerned + ";share=0.")
        .endsWith(";included=?0");
    JsonPath row = usual.jsonPath().setRootPath("rows[0]");
    assertThat(row.getBoolean("usable")).isFalse();
    assertThat(row.getString("mean")).isNull();
    assertThat(row.getString("totalP90")).isNull();
    assertThat(row.getString("planBy.text")).startsWith("Not recommended to forecast. ");
    assertThat(client.getCsv("forecasts?" + one).asString()).contains(",,,,,,,,", ",false,");

    Response raw = client.get("forecasts?include=notRecommended&" + one);
    assertThat(raw.header("Demandwright-Not-Recommended")).endsWith(";included=?1");
    assertThat(raw.jsonPath().getString("rows[0].mean")).isNotNull();
    assertThat(raw.jsonPath().getBoolean("rows[0].usable")).isFalse();

    JsonPath detail = client.get("series/" + ids.get(0)).jsonPath();
    assertThat(detail.getBoolean("usable")).isFalse();
    assertThat(detail.getString("planBy.text")).isEqualTo(row.getString("planBy.text"));
    assertThat(detail.getString("forecast[0].mean")).isNull();
    Response drivers = client.get("series/" + ids.get(0) + "/explanation");
    assertThat(drivers.statusCode()).isEqualTo(404);
    assertThat(drivers.asString()).contains("include=notRecommended");
    assertThat(client.get("forecasts?include=everything").statusCode()).isEqualTo(400);
  }

  @Test
  @Order(2)
  void the_leak_audit_is_stored_with_the_version() {
    JsonPath version = client.latestVersion();
    assertThat(version.getInt("audit.series")).isPositive();
    assertThat(version.getInt("audit.rows")).isPositive();
    assertThat(version.getInt("audit.forecasts")).isPositive();
    assertThat(version.getInt("audit.leaks")).isZero();
  }

  @Test
  @Order(3)
  void the_same_data_give_the_same_content_with_any_number_of_partitions() throws Exception {
    for (int partitions : List.of(2, 5)) {
      JsonPath version = nightly(partitions, SIZE.lastDay().plusDays(1));
      assertThat(version.getString("contentHash"))
          .as("%d partitions", partitions)
          .isEqualTo(firstHash);
    }
  }

  @Test
  @Order(4)
  void a_run_reads_what_changed_and_the_look_back_alone() {
    long all = client.summary(client.latestVersion().getLong("versionId")).getLong("linesInErp");
    long read = stepOfLatest("import-lines").getLong("done");
    assertThat(read).isPositive().isLessThan(all / 10);
  }

  @Test
  @Order(5)
  void values_that_stay_the_same_are_not_reported_as_changed() {
    String published = client.latestVersion().getString("publishedAt");
    assertThat(client.get("forecasts?limit=5&changedSince=" + published).jsonPath().getList("rows"))
        .isEmpty();
    assertThat(client.get("forecasts?limit=5").jsonPath().getList("rows")).hasSize(5);
  }

  @Test
  @Order(6)
  void the_next_day_brings_changed_values() throws Exception {
    String before = client.latestVersion().getString("publishedAt");
    try (Connection erp = installation.erp().owner().open()) {
      DemoErp.liveOn(erp, NEXT_DAY);
    }

    JsonPath version = nightly(2, NEXT_DAY.plusDays(1));

    assertThat(version.getString("status")).as(version.prettify()).isEqualTo("PUBLISHED");
    assertThat(version.getString("contentHash")).isNotEqualTo(firstHash);
    everyLineIsAccountedFor(version.getLong("versionId"));
    assertThat(client.get("forecasts?limit=5&changedSince=" + before).jsonPath().getList("rows"))
        .isNotEmpty();
  }

  @Test
  @Order(7)
  void rolling_back_shows_the_version_before_at_once() {
    long current = client.publishedVersion();

    Response answer = client.post("forecast-versions/roll-back");

    assertThat(answer.statusCode()).as(answer.asString()).isEqualTo(200);
    assertThat(client.publishedVersion()).isLessThan(current);
    assertThat(client.get("forecasts?limit=1").jsonPath().getLong("versionId"))
        .isEqualTo(client.publishedVersion());
    assertThat(client.version(current).getString("status")).isEqualTo("ROLLED_BACK");

    assertThat(client.post("forecast-versions/" + current + "/publish").statusCode())
        .isEqualTo(200);
    assertThat(client.publishedVersion()).isEqualTo(current);
  }

  @Test
  @Order(8)
  void a_second_run_at_once_is_refused_and_says_which_one_runs() throws Exception {
    Map<String, String> parameters = parameters(1, NEXT_DAY.plusDays(1));
    long running = client.start("nightly", parameters);

    Response answer = client.ask("nightly", parameters);

    assertThat(answer.statusCode()).isEqualTo(409);
    assertThat(answer.jsonPath().getString("detail"))
        .contains("Execution " + running)
        .contains("Wait for its end, or stop it first");
    assertThat(client.awaitEnd(running, LIMIT).getString("status")).isEqualTo("COMPLETED");
  }

  @Test
  @Order(9)
  void a_version_is_held_back_when_its_volume_jumps() throws Exception {
    long before = client.publishedVersion();
    installation
        .erp()
        .owner()
        .run(
            "update sales_order_line set quantity = quantity * 9, changed_at = timestamp '"
                + NEXT_DAY.plusDays(1)
                + " 03:00:00' where changed_at > timestamp '"
                + SIZE.lastDay().minusDays(60)
                + " 00:00:00'");

    JsonPath version = nightly(2, NEXT_DAY.plusDays(1));

    assertThat(version.getString("status")).isEqualTo("HELD");
    assertThat(version.getString("heldBecause")).contains("volume jumps");
    assertThat(client.publishedVersion()).isEqualTo(before);
    everyLineIsAccountedFor(version.getLong("versionId"));
  }

  @Test
  @Order(10)
  void a_version_is_held_back_when_the_source_has_fallen_silent() throws Exception {
    long before = client.publishedVersion();

    JsonPath version = nightly(2, NEXT_DAY.plusDays(30));

    assertThat(version.getString("status")).isEqualTo("HELD");
    assertThat(version.getString("heldBecause")).contains("source is stale");
    assertThat(client.publishedVersion()).isEqualTo(before);
  }

  @Test
  @Order(11)
  void a_person_may_publish_what_was_held_back() {
    long held = client.latestVersion().getLong("versionId");
    assertThat(client.post("forecast-versions/" + held + "/publish").statusCode()).isEqualTo(200);
    assertThat(client.publishedVersion()).isEqualTo(held);
  }

  @Test
  @Order(12)
  void a_run_by_hand_with_other_settings_is_a_draft_and_publishing_it_asks() throws Exception {
    long before = client.publishedVersion();
    assertThat(client.get("plans").jsonPath().getString("rows[0].inForce.bucket"))
        .as("taken from the first run")
        .isEqualTo("WEEK");
    String asOf = NEXT_DAY.plusDays(1).toString();
    client.complete(
        "nightly", Map.of("bucket", "MONTH", "models", "Naive,TSB", "asOf", asOf), LIMIT);
    JsonPath draft = client.latestVersion();
    assertThat(draft.getString("status")).as(draft.prettify()).isEqualTo("DRAFT");
    assertThat(draft.getList("differs")).containsExactly("bucket", "horizon", "models");
    assertThat(client.publishedVersion()).isEqualTo(before);

    String publish = "forecast-versions/" + draft.getLong("versionId") + "/publish";
    Response unsaid = client.post(publish);
    assertThat(unsaid.statusCode()).isEqualTo(400);
    assertThat(unsaid.jsonPath().getString("detail"))
        .contains("bucket = MONTH, horizon = 6")
        .contains("planTakesSettings=true");
    assertThat(client.post(publish + "?planTakesSettings=true").statusCode()).isEqualTo(200);

    client.complete("nightly", Map.of("asOf", asOf), LIMIT);
    JsonPath next = client.latestVersion();
    assertThat(next.getString("bucket")).isEqualTo("MONTH");
    assertThat(next.getString("status")).as(next.prettify()).isEqualTo("PUBLISHED");
    assertThat(client.get("plans").jsonPath().getList("rows[0].inForce.models"))
        .containsExactly("Naive", "TSB");
  }

  /** Runs the nightly job to its good end and returns the version it made. */
  private static JsonPath nightly(int partitions, LocalDate asOf) throws InterruptedException {
    client.complete("nightly", parameters(partitions, asOf), LIMIT);
    return client.latestVersion();
  }

  private static Map<String, String> parameters(int partitions, LocalDate asOf) {
    return Map.of(
        "bucket",
        "WEEK",
        "horizon",
        "4",
        "asOf",
        asOf.toString(),
        "partitions",
        Integer.toString(partitions));
  }

  private static JsonPath stepOfLatest(String step) {
    JsonPath run = client.execution(client.latestVersion().getLong("executionId"));
    return run.setRootPath("steps.find { it.name == '" + step + "' }");
  }

  /** What the summary says must be what SELECT on the view says. */
  private static void everyLineIsAccountedFor(long versionId) throws SQLException {
    JsonPath summary = client.summary(versionId);
    Map<String, Long> excluded = counts(summary, "excluded");
    Map<String, Long> quarantined = counts(summary, "quarantined");
    Map<String, Long> inView = linesInView();
    long all = inView.values().stream().mapToLong(Long::longValue).sum();

    assertThat(summary.getLong("linesInErp")).isEqualTo(all);
    assertThat(summary.getLong("linesUsed") + sum(excluded) + sum(quarantined)).isEqualTo(all);
    inView.remove("");
    assertThat(excluded).isEqualTo(inView);
    assertThat(sum(quarantined)).as("the demo ERP has dirty rows").isPositive();
  }

  private static Map<String, Long> linesInView() throws SQLException {
    Map<String, Long> counts = new TreeMap<>();
    try (Connection connection = installation.erp().reader().open();
        Statement statement = connection.createStatement();
        ResultSet row =
            statement.executeQuery(
                "select excluded_because, count(*) from dw_sales_line group by excluded_because")) {
      while (row.next()) {
        counts.put(row.getString(1) == null ? "" : row.getString(1), row.getLong(2));
      }
    }
    return counts;
  }

  private static Map<String, Long> counts(JsonPath summary, String part) {
    Map<String, Long> counts = new TreeMap<>();
    List<Map<String, Object>> rows = summary.getList(part);
    rows.forEach(r -> counts.put((String) r.get("name"), ((Number) r.get("count")).longValue()));
    return counts;
  }

  private static long sum(Map<String, Long> counts) {
    return counts.values().stream().mapToLong(Long::longValue).sum();
  }
}
