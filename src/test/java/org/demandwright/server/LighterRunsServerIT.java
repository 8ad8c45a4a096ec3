package org.demandwright.server;

import static org.assertj.core.api.Assertions.assertThat;

import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import java.sql.Connection;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
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

/** Runs that keep what an earlier contest chose: the refresh, and the night without a contest. */
@ParameterizedClass
@MethodSource("org.demandwright.server.Engines#postgres")
@TestMethodOrder(OrderAnnotation.class)
class LighterRunsServerIT {
  private static final Duration LIMIT = Duration.ofMinutes(5);
  private static final DemoSize SIZE =
      new DemoSize(40, 2, 400, 12_000, LocalDate.of(2025, 12, 31), 11L);
  private static final LocalDate NEXT_DAY = SIZE.lastDay().plusDays(1);

  private static Installation installation;
  private static ServerClient client;
  private static JsonPath contest;

  /** The series of which a line changed, and the version that was refreshed for it. */
  private static long changed;

  private static long corrected;

  private static JsonPath afterChange;

  @Parameter Engine engine;

  @BeforeParameterizedClassInvocation
  static void start(Engine engine) throws Exception {
    installation = Installation.of(engine, "lighter", SIZE);
    client = installation.server().start().client();
  }

  @AfterParameterizedClassInvocation
  static void stop() throws Exception {
    installation.close();
  }

  @Test
  @Order(1)
  void without_a_published_version_there_is_nothing_to_refresh() throws Exception {
    JsonPath run = client.awaitEnd(client.start("refresh-forecasts", Map.of()), LIMIT);

    assertThat(run.getString("status")).isEqualTo("FAILED");
    assertThat(run.prettify())
        .contains("Plan default has no published version to refresh")
        .contains("Run nightly");
  }

  @Test
  @Order(2)
  void the_first_night_holds_a_contest_though_it_need_not() throws Exception {
    contest = night(NEXT_DAY, 7);

    assertThat(contest.getString("status")).isEqualTo("PUBLISHED");
    assertThat(contest.getString("training")).isEqualTo("CONTEST");
    assertThat(contest.getString("basedOn")).isNull();
    assertThat(contest.getLong("contestOf")).isEqualTo(contest.getLong("versionId"));
    assertThat(contest.getString("contestDay")).isEqualTo(NEXT_DAY.toString());
  }

  @Test
  @Order(3)
  void a_refresh_without_news_says_the_same_to_the_bit() throws Exception {
    JsonPath refreshed = refresh();

    assertThat(refreshed.getString("status")).as(refreshed.prettify()).isEqualTo("PUBLISHED");
    assertThat(refreshed.getString("training")).isEqualTo("REFRESH");
    assertThat(refreshed.getLong("basedOn")).isEqualTo(contest.getLong("versionId"));
    assertThat(refreshed.getLong("contestOf")).isEqualTo(contest.getLong("versionId"));
    assertThat(refreshed.getString("contentHash")).isEqualTo(contest.getString("contentHash"));
    assertThat(refreshed.getLong("series")).isEqualTo(contest.getLong("series"));
  }

  @Test
  @Order(4)
  void a_changed_line_and_a_correction_forecast_their_series_anew_and_no_other() throws Exception {
    Map<Long, String> before = forecasts();
    List<Long> usable = new ArrayList<>(before.keySet());
    corrected = usable.get(1);
    changed = usable.get(5);
    correct(corrected);
    JsonPath series = client.get("series/" + changed).jsonPath();
    assertThat(series.getString("series.item")).as(series.prettify()).isNotNull();
    installation
        .erp()
        .owner()
        .run(
            "update sales_order_line set quantity = quantity + 7, changed_at = timestamp '"
                + NEXT_DAY
                + " 03:00:00' where id = (select max(source_key) from dw_sales_line where"
                + " line_kind = 'ORDER' and item_id = '"
                + series.getString("series.item")
                + "' and site_id = '"
                + series.getString("series.site")
                + "' and quantity > 0 and order_date < date '"
                + SIZE.lastDay()
                + "')");

    JsonPath refreshed = refresh();
    afterChange = refreshed;

    assertThat(refreshed.getString("status")).as(refreshed.prettify()).isEqualTo("PUBLISHED");
    assertThat(refreshed.getString("contentHash")).isNotEqualTo(contest.getString("contentHash"));
    assertThat(refreshed.getString("origin")).isEqualTo(contest.getString("origin"));
    Map<Long, String> after = forecasts();
    TreeSet<Long> different = new TreeSet<>();
    after.forEach(
        (id, rows) -> {
          if (!rows.equals(before.get(id))) {
            different.add(id);
          }
        });
    assertThat(different).containsExactlyInAnyOrder(corrected, changed);
    String reason = client.get("series/" + changed).jsonPath().getString("series.reason");
    assertThat(reason).contains("the contest of " + NEXT_DAY);
    assertThat(client.get("series/" + usable.get(7)).jsonPath().getString("series.reason"))
        .as("a series that stayed as it was says nothing of it")
        .doesNotContain("the contest of");
    ToldDifferences told = new ToldDifferences(client);
    long now = refreshed.getLong("versionId");
    long then = contest.getLong("versionId");
    assertThat(told.causes(changed, now, then)).containsExactly("restatedHistory");
    assertThat(told.causes(corrected, now, then)).containsExactly("corrections");
    assertThat(told.causes(usable.get(7), now, then)).isEmpty();
  }

  @Test
  @Order(5)
  void a_night_in_between_moves_every_series_and_tells_of_when_its_models_are() throws Exception {
    try (Connection erp = installation.erp().owner().open()) {
      DemoErp.liveOn(erp, NEXT_DAY);
    }

    JsonPath light = night(NEXT_DAY.plusDays(1), 7);

    assertThat(light.getString("status")).as(light.prettify()).isEqualTo("PUBLISHED");
    assertThat(light.getString("training")).isEqualTo("REFIT");
    assertThat(light.getLong("contestOf")).isEqualTo(contest.getLong("versionId"));
    assertThat(light.getString("contestDay")).isEqualTo(NEXT_DAY.toString());
    assertThat(light.getString("origin")).isEqualTo(NEXT_DAY.plusDays(1).toString());
    assertThat(light.getLong("series")).isGreaterThanOrEqualTo(contest.getLong("series"));
    List<String> steps = client.newestExecution().getList("steps.name");
    assertThat(steps)
        .contains("keep-contest", "refit-series", "publish")
        .doesNotContain("train-global", "contest-series", "calibrate");
    assertThat(client.get("series?limit=1000").jsonPath().getList("rows.reason", String.class))
        .anyMatch(reason -> reason != null && reason.contains("the contest of " + NEXT_DAY));
    ToldDifferences told = new ToldDifferences(client);
    long now = light.getLong("versionId");
    assertThat(told.causes(changed, now, afterChange.getLong("versionId")))
        .contains("newActuals")
        .doesNotContain("models", "corrections", "override");
    assertThat(told.causes(changed, now, contest.getLong("versionId")))
        .contains("newActuals", "restatedHistory")
        .doesNotContain("models");
  }

  @Test
  @OnlyLong
  @Order(6)
  void a_night_in_between_goes_on_after_a_kill_and_says_the_same() throws Exception {
    String unbroken = client.latestVersion().getString("contentHash");
    long id = client.start("nightly", parameters(NEXT_DAY.plusDays(1), 7));
    while (client.execution(id).getMap("steps.find { it.name == 'keep-contest' }") == null) {
      assertThat(client.execution(id).getString("status")).isIn("STARTING", "STARTED");
      Thread.sleep(20);
    }
    installation.server().killHard();
    client = installation.server().start().client();

    JsonPath resumed = client.awaitResumed(id, LIMIT);

    assertThat(resumed.getString("status")).as(resumed.prettify()).isEqualTo("COMPLETED");
    assertThat(client.latestVersion().getString("training")).isEqualTo("REFIT");
    assertThat(client.latestVersion().getString("contentHash")).isEqualTo(unbroken);
  }

  @Test
  @Order(7)
  void a_contest_is_held_when_it_is_due_or_asked_for_or_the_plan_changed() throws Exception {
    long before = client.latestVersion().getLong("versionId");
    JsonPath anew = night(NEXT_DAY.plusDays(1), 1);
    assertThat(anew.getString("training"))
        .as("a day after the last one, of one a day")
        .isEqualTo("CONTEST");
    assertThat(new ToldDifferences(client).causes(changed, anew.getLong("versionId"), before))
        .as("of the same demand")
        .containsExactly("models");
    assertThat(night(NEXT_DAY.plusDays(1), 7).getString("training")).isEqualTo("REFIT");
    assertThat(night(NEXT_DAY.plusDays(1), 0).getString("training")).isEqualTo("CONTEST");
    Map<String, String> other = new HashMap<>(parameters(NEXT_DAY.plusDays(1), 7));
    other.put("seed", "5");
    client.complete("nightly", other, LIMIT);
    assertThat(client.latestVersion().getString("training")).isEqualTo("CONTEST");
  }

  @Test
  @Order(8)
  void a_lead_time_is_told_what_the_forecast_says_at_its_last_day() {
    JsonPath told =
        client.get("lead-time-demand?days=5&serviceLevel=0.9&quantity=0&limit=1000").jsonPath();
    assertThat(told.getInt("reach")).as(told.prettify()).isEqualTo(7);
    List<Map<String, Object>> usable =
        told.<Map<String, Object>>getList("rows").stream()
            .filter(row -> (boolean) row.get("recommended"))
            .toList();
    assertThat(usable).isNotEmpty();
    for (Map<String, Object> row : usable.subList(0, 3)) {
      JsonPath steps = client.get("forecasts?seriesId=" + row.get("seriesId")).jsonPath();
      assertThat(row.get("mean")).isEqualTo(steps.getString("rows[4].totalMean"));
      assertThat(row.get("quantity")).isEqualTo(steps.getString("rows[4].totalP90"));
      assertThat(row.get("enoughAtLeast")).isEqualTo(row.get("nothing"));
    }
    Response beyond = client.get("lead-time-demand?days=8");
    assertThat(beyond.statusCode()).isEqualTo(400);
    assertThat(beyond.asString()).contains("from 1 to 7 days");
  }

  @Test
  @Order(9)
  void a_forecast_is_compared_with_what_then_came() {
    JsonPath told = client.get("accuracy").jsonPath();
    assertThat(told.getString("to")).as(told.prettify()).isEqualTo(NEXT_DAY.toString());
    assertThat(told.getList("rows.group")).containsExactly("1");
    assertThat(told.getLong("rows[0].forecasts")).isPositive();
    assertThat(told.getDouble("rows[0].wape")).isPositive();
    assertThat(told.getDouble("rows[0].coverage")).isBetween(0.3, 1.0);
    assertThat(told.getDouble("rows[0].valueAdded")).isZero();
    String byModel = client.getCsv("accuracy?by=MODEL&lag=1").asString();
    assertThat(byModel).contains("wape").contains("MODEL");
  }

  @Test
  @Order(10)
  void how_much_forecasts_jump_is_told_of_each_series() {
    JsonPath told = client.get("nervousness?limit=1000&changes=3").jsonPath();
    assertThat(told.getInt("changes")).as(told.prettify()).isEqualTo(3);
    assertThat(told.getList("rows.comparisons", Long.class)).isNotEmpty().allMatch(n -> n > 7);
    assertThat(told.getList("rows.nervousness", Double.class))
        .allMatch(n -> n == null || n >= 0 && n <= 2)
        .anyMatch(n -> n != null && n > 0);
    assertThat(client.get("nervousness?changes=0").statusCode()).isEqualTo(400);
  }

  @Test
  @Order(11)
  void a_number_is_proved_by_its_evidence_alone_also_when_its_version_is_removed()
      throws Exception {
    long version = afterChange.getLong("versionId");
    String id = "%d-%d-%s".formatted(version, corrected, afterChange.getString("origin"));
    EvidenceCheck before = evidence(id);
    before.requireProof();
    assertThat(before.setting("content_hash")).isEqualTo(afterChange.getString("contentHash"));
    assertThat(before.table("corrections.csv")).hasSize(1);

    client.complete("purge-history", Map.of("keepVersions", "1"), LIMIT);
    assertThat(client.get("forecasts/" + id + "/lineage").statusCode()).isEqualTo(410);
    EvidenceCheck after = evidence(id);
    after.requireProof();
    assertThat(after.setting("removed")).isEqualTo("true");
    assertThat(after.number()).isEqualTo(before.number());
    for (String same : List.of("rows.csv", "periods.csv", "corrected-periods.csv")) {
      assertThat(after.file(same)).as(same).isEqualTo(before.file(same));
    }
  }

  @Test
  @Order(12)
  void an_erased_customer_has_another_name_everywhere_and_no_sum_changes() throws Exception {
    JsonPath current = client.latestVersion();
    String id =
        "%d-%d-%s".formatted(current.getLong("versionId"), changed, current.getString("origin"));
    EvidenceCheck proof = evidence(id);
    String customer = proof.table("rows.csv").get(0).get("customer");
    assertThat(customer).isNotBlank();
    Map<String, String> body = Map.of("customer", customer);
    assertThat(client.post("customer-erasures/preview", body).jsonPath().getLong("salesLines"))
        .isPositive();

    Response erasure = client.post("customer-erasures", body);
    assertThat(erasure.statusCode()).as(erasure.asString()).isEqualTo(202);
    JsonPath run = client.awaitEnd(erasure.jsonPath().getLong("executionId"), LIMIT);
    assertThat(run.getString("status")).as(run.prettify()).isEqualTo("COMPLETED");
    requireErased(id, body, customer, proof);
    client.complete("import-sales", Map.of("reload", "true"), LIMIT);
    requireErased(id, body, customer, proof);
    assertThat(client.post("customer-erasures", body).statusCode()).isEqualTo(409);
    assertThat(client.get("audit-events?limit=1000").asString())
        .contains("customer.erase")
        .doesNotContain('"' + customer + '"');
  }

  private static void requireErased(
      String id, Map<String, String> body, String customer, EvidenceCheck before) throws Exception {
    assertThat(client.post("customer-erasures/preview", body).jsonPath().getMap("$").values())
        .allMatch(n -> ((Number) n).longValue() == 0);
    JsonPath told = client.get("customer-erasures").jsonPath();
    String pseudonym = told.getString("rows[0].pseudonym");
    assertThat(pseudonym).as(told.prettify()).startsWith("erased-");
    assertThat(told.getLong("rows[0].rows.salesLines")).isPositive();
    assertThat(client.get("forecasts/" + id + "/lineage").jsonPath().getLong("demand.unproved"))
        .isZero();
    EvidenceCheck after = evidence(id);
    after.requireProof();
    assertThat(after.table("periods.csv")).isEqualTo(before.table("periods.csv"));
    assertThat(after.table("rows.csv"))
        .extracting(row -> row.get("customer"))
        .contains(pseudonym)
        .doesNotContain(customer);
  }

  private static EvidenceCheck evidence(String id) throws Exception {
    Response zip = client.getZip("forecasts/" + id + "/evidence");
    assertThat(zip.statusCode()).as(zip.asString()).isEqualTo(200);
    assertThat(zip.contentType()).isEqualTo("application/zip");
    return new EvidenceCheck(zip.asByteArray());
  }

  private static void correct(long seriesId) {
    var answer =
        client.post(
            "data-quality/corrections",
            Map.of(
                "seriesId",
                seriesId,
                "kind",
                "MANUAL",
                "firstDay",
                SIZE.lastDay().minusDays(9).toString(),
                "lastDay",
                SIZE.lastDay().minusDays(3).toString(),
                "replacement",
                "400",
                "reason",
                "A fair that will not come again"));
    assertThat(answer.statusCode()).as(answer.asString()).isEqualTo(201);
  }

  private static JsonPath refresh() throws InterruptedException {
    client.complete("refresh-forecasts", Map.of(), LIMIT);
    return client.latestVersion();
  }

  private static JsonPath night(LocalDate asOf, int contestEvery) throws InterruptedException {
    client.complete("nightly", parameters(asOf, contestEvery), LIMIT);
    return client.latestVersion();
  }

  private static Map<String, String> parameters(LocalDate asOf, int contestEvery) {
    return Map.of(
        "bucket",
        "DAY",
        "horizon",
        "7",
        "asOf",
        asOf.toString(),
        "contestEvery",
        String.valueOf(contestEvery));
  }

  /** Returns all rows of each series that is recommended to forecast, as they are sent. */
  private static Map<Long, String> forecasts() {
    Map<Long, String> rows = new HashMap<>();
    for (long id :
        client
            .get("series?limit=1000&verdict=ML_PAYS")
            .jsonPath()
            .getList("rows.seriesId", Long.class)) {
      List<Map<String, Object>> steps =
          client.get("forecasts?limit=100&seriesId=" + id).jsonPath().getList("rows");
      steps.forEach(step -> List.of("id", "changedAt").forEach(step::remove));
      rows.put(id, steps.toString());
    }
    return rows;
  }
}
