package org.demandwright.server;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
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

/** An override from its draft to what procurement reads, over a rerun, and back. */
@ParameterizedClass
@MethodSource("org.demandwright.server.Engines#postgres")
@TestMethodOrder(OrderAnnotation.class)
class OverridesServerIT {
  private static final Duration LIMIT = Duration.ofMinutes(5);
  private static final DemoSize SIZE =
      new DemoSize(40, 2, 400, 12_000, LocalDate.of(2025, 12, 31), 11L);
  private static final LocalDate FIRST = SIZE.lastDay().plusDays(1);
  private static final LocalDate LAST = FIRST.plusDays(6);

  private static Installation installation;
  private static ServerClient ann;
  private static ServerClient bob;
  private static ServerClient api;
  private static long series;
  private static String item;
  private static String hash;
  private static long override;
  private static List<Map<String, Object>> beforeIt;

  @Parameter Engine engine;

  @BeforeParameterizedClassInvocation
  static void start(Engine engine) throws Exception {
    installation = Installation.of(engine, "overrides", SIZE);
    PayaraServer server = installation.server().set("dw.overrides.four-eyes", "true");
    installation.accounts().addEach("API", "PLANNER");
    ann = server.start().client();
    bob = new ServerClient(ann.base(), "planner", ann.password());
    api = new ServerClient(ann.base(), "api", ann.password());
    night();
    hash = ann.latestVersion().getString("contentHash");
    series = ann.get("series?limit=1&verdict=ML_PAYS").jsonPath().getLong("rows[0].seriesId");
    item = ann.get("series/" + series).jsonPath().getString("series.item");
  }

  @AfterParameterizedClassInvocation
  static void stop() throws Exception {
    installation.close();
  }

  private static void night() throws InterruptedException {
    ann.complete(
        "nightly",
        Map.of("bucket", "DAY", "horizon", "14", "asOf", FIRST.toString(), "contestEvery", "7"),
        LIMIT);
  }

  @Test
  @Order(1)
  void a_draft_is_approved_by_somebody_else_and_changes_nothing_yet() {
    List<Map<String, Object>> before = readings("");
    Response drafted = draft("VALUE", "700");
    assertThat(drafted.statusCode()).as(drafted.asString()).isEqualTo(201);
    override = drafted.jsonPath().getLong("overrideId");
    assertThat(drafted.header("Location")).endsWith("/overrides/" + override);
    JsonPath seen = ok(api.get("overrides/" + override + "/preview"));
    assertThat(new BigDecimal(seen.getString("effect.after"))).isEqualByComparingTo("700");
    assertThat(seen.getList("periods")).hasSize(7);

    assertThat(act(ann, "approve").statusCode()).as("the author").isEqualTo(403);
    assertThat(act(ann, "publish").statusCode()).as("nobody approved").isEqualTo(409);
    assertThat(act(api, "approve").statusCode()).as("who reads alone").isEqualTo(403);
    assertThat(ok(act(bob, "approve")).getString("status")).isEqualTo("APPROVED");
    assertThat(readings("")).isEqualTo(before);
    beforeIt = before;
  }

  @Test
  @Order(2)
  void who_acts_upon_what_it_was_hears_of_it() {
    Response answer =
        given()
            .auth()
            .preemptive()
            .basic(bob.user(), bob.password())
            .header("If-Match", "\"0123456789abcdef0123456789abcdef\"")
            .post(bob.base() + "api/v1/overrides/" + override + "/publish");
    assertThat(answer.statusCode()).as(answer.asString()).isEqualTo(412);
    assertThat(ok(ann.get("overrides/" + override)).getString("status")).isEqualTo("APPROVED");
  }

  @Test
  @Order(3)
  void several_are_published_together_or_none_is() throws Exception {
    long other = draft("PERCENT", "10").jsonPath().getLong("overrideId");
    Map<String, Object> both =
        Map.of("overrides", List.of(Map.of("overrideId", override), Map.of("overrideId", other)));
    assertThat(ann.post("overrides/publish", both).statusCode())
        .as("the other is a draft")
        .isEqualTo(409);
    assertThat(ok(ann.get("overrides/" + override)).getString("status")).isEqualTo("APPROVED");
    assertThat(readings("")).isEqualTo(beforeIt);
    assertThat(ann.delete("overrides/" + other).statusCode()).isEqualTo(204);
    assertThat(ok(ann.get("overrides/" + other + "/history")).getList("events")).hasSize(2);
  }

  @Test
  @Order(4)
  void published_it_is_what_everybody_reads_and_the_forecast_stays() {
    String tag = api.get("forecasts?item=" + item).header("ETag");
    JsonPath published = ok(act(bob, "publish"));
    assertThat(published.getString("effect.outcome")).isEqualTo("APPLIED");

    List<Map<String, Object>> rows = readings("");
    assertThat(sum(rows, "final", FIRST, LAST)).isEqualByComparingTo("700");
    assertThat(sum(rows, "baseline", FIRST, LAST))
        .isEqualByComparingTo(new BigDecimal(published.getString("effect.before")));
    assertThat(rows)
        .allSatisfy(
            row ->
                assertThat(row.get("overrideId") != null).isEqualTo(row.get("override") != null));
    assertThat(ann.latestVersion().getString("contentHash")).isEqualTo(hash);
    assertThat(api.get("forecasts?item=" + item).header("ETag")).isNotEqualTo(tag);
    String csv = api.getCsv("forecasts?item=" + item).asString();
    assertThat(csv.lines().findFirst().orElseThrow()).contains(",baseline,override,final,");
    assertThat(csv.lines().count()).isEqualTo(1 + rows.size());
    assertThat(readings("&changedSince=" + ann.latestVersion().getString("publishedAt")))
        .as("and who asks for changes hears of it")
        .isNotEmpty()
        .allSatisfy(row -> assertThat(row.get("item")).isEqualTo(item));
  }

  @Test
  @Order(5)
  void a_rerun_keeps_it() throws Exception {
    List<Map<String, Object>> before = readings("");
    long shown = ann.publishedVersion();
    ann.complete("refresh-forecasts", Map.of(), LIMIT);
    assertThat(ann.publishedVersion()).isNotEqualTo(shown);
    assertThat(ann.latestVersion().getString("contentHash")).isEqualTo(hash);
    assertThat(sum(readings(""), "final", FIRST, LAST)).isEqualByComparingTo("700");
    assertThat(figures(readings(""))).isEqualTo(figures(before));
    assertThat(ok(ann.get("overrides/" + override)).getString("effect.outcome"))
        .isEqualTo("APPLIED");
    assertThat(ok(ann.post("forecast-versions/roll-back")).getString("status"))
        .isEqualTo("PUBLISHED");
    assertThat(figures(readings(""))).as("an older one has it, too").isEqualTo(figures(before));
  }

  @Test
  @Order(6)
  void taken_back_the_forecast_is_final_again() {
    Response withdrawn =
        ann.post("overrides/" + override + "/withdraw", Map.of("note", "called off"));
    assertThat(withdrawn.statusCode()).as(withdrawn.asString()).isEqualTo(200);
    assertThat(readings(""))
        .allSatisfy(row -> assertThat(row.get("final")).isEqualTo(row.get("baseline")));
    assertThat(figures(readings(""))).isEqualTo(figures(beforeIt));
    assertThat(ok(ann.get("overrides?status=WITHDRAWN&item=" + item)).getList("rows")).hasSize(1);
    assertThat(ok(ann.get("overrides/" + override + "/history")).getList("events.after"))
        .containsExactly("DRAFT", "APPROVED", "PUBLISHED", "WITHDRAWN");
    assertThat(ok(ann.get("overrides/" + override + "/history")).getList("events.by"))
        .containsExactly("admin", "planner", "planner", "admin");
    assertThat(ann.latestVersion().getString("contentHash")).isEqualTo(hash);
  }

  private static Response draft(String kind, String amount) {
    Map<String, Object> body = new HashMap<>();
    body.put("item", item);
    body.put("firstDay", FIRST.toString());
    body.put("lastDay", LAST.toString());
    body.put("kind", kind);
    body.put("amount", amount);
    body.put("reason", "PROMOTION");
    return ann.post("overrides", body);
  }

  private static Response act(ServerClient who, String verb) {
    return who.post("overrides/" + override + "/" + verb);
  }

  private static JsonPath ok(Response answer) {
    assertThat(answer.statusCode()).as(answer.asString()).isEqualTo(200);
    return answer.jsonPath();
  }

  private static List<Map<String, Object>> readings(String more) {
    return ok(api.get("forecasts?limit=1000&item=" + item + more)).getList("rows");
  }

  /** What rows say but when it last changed. */
  private static List<Map<String, Object>> figures(List<Map<String, Object>> rows) {
    rows.forEach(
        row -> {
          row.remove("id"); // it names the version
          row.remove("changedAt");
          row.remove("overrideId");
        });
    return rows;
  }

  private static BigDecimal sum(
      List<Map<String, Object>> rows, String figure, LocalDate first, LocalDate last) {
    return rows.stream()
        .filter(row -> !LocalDate.parse((String) row.get("periodStart")).isAfter(last))
        .filter(row -> !LocalDate.parse((String) row.get("periodStart")).isBefore(first))
        .filter(row -> row.get(figure) != null)
        .map(row -> new BigDecimal((String) row.get(figure)))
        .reduce(BigDecimal.ZERO, BigDecimal::add);
  }
}
