package org.demandwright.server;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.demandwright.demo.generate.DemoSize;
import org.demandwright.server.Installation.Engine;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;

/** Items that follow each other, from what a planner says to forecast, lineage and suggestion. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class LinksServerIT {
  private static final DemoSize SIZE = DemoSize.small();
  private static final LocalDate TODAY = SIZE.lastDay().plusDays(1);
  private static final Duration LIMIT = Duration.ofMinutes(12);
  private static final double ROUNDED = 0.01;

  private static Installation installation;
  private static ServerClient client;
  private static String site;
  private static List<String> items;
  private static String contestHash;
  private static final Map<String, double[]> BEFORE = new HashMap<>();

  @BeforeAll
  static void forecastWithoutLinks() throws Exception {
    installation = Installation.of(Engine.H2, "links", SIZE);
    client = installation.server().start().client();
    night(0);
    contestHash = client.latestVersion().getString("contentHash");
    List<Map<String, Object>> rows =
        client
            .get("forecasts?limit=1000&include=notRecommended&fields=item,site,channel,final")
            .jsonPath()
            .getList("rows");
    Map<String, List<String>> at = new TreeMap<>();
    rows.forEach(
        row ->
            at.computeIfAbsent((String) row.get("site"), s -> new ArrayList<>())
                .add((String) row.get("item")));
    site =
        at.entrySet().stream()
            .filter(e -> e.getValue().stream().distinct().count() >= 4)
            .map(Map.Entry::getKey)
            .findFirst()
            .orElseThrow();
    items = at.get(site).stream().distinct().sorted().limit(4).toList();
    items.forEach(item -> BEFORE.put(item, figures(item)));
  }

  @AfterAll
  static void stop() throws Exception {
    installation.close();
  }

  private static void night(int contestEvery) throws Exception {
    client.complete(
        "nightly",
        Map.of(
            "asOf",
            TODAY.toString(),
            "models",
            "Naive",
            "origins",
            "1",
            "contestEvery",
            String.valueOf(contestEvery)),
        LIMIT);
  }

  private static List<Map<String, Object>> steps(String item) {
    return client
        .get("forecasts?limit=1000&include=notRecommended&item=%s&site=%s".formatted(item, site))
        .jsonPath()
        .getList("rows");
  }

  /** What is forecast in each period, of all channels. */
  private static double[] figures(String item) {
    TreeMap<String, Double> sums = new TreeMap<>();
    for (Map<String, Object> step : steps(item)) {
      sums.merge(
          (String) step.get("periodStart"),
          Double.valueOf((String) step.get("baseline")),
          Double::sum);
    }
    return sums.values().stream().mapToDouble(Double::doubleValue).toArray();
  }

  private static RequestSpecification asked() {
    return given()
        .auth()
        .preemptive()
        .basic(client.user(), client.password())
        .contentType("application/json");
  }

  private static String address(long link) {
    return client.base() + "api/v1/lifecycle-links/" + link;
  }

  private static long link(String kind, String from, String to, LocalDate first, LocalDate last) {
    Map<String, Object> body = new HashMap<>();
    body.put("kind", kind);
    body.put("predecessor", from);
    body.put("successor", to);
    body.put("site", site);
    body.put("firstDay", first.toString());
    if (last != null) {
      body.put("lastDay", last.toString());
    }
    Response added = client.post("lifecycle-links", body);
    assertThat(added.statusCode()).as(added.asString()).isEqualTo(201);
    return added.jsonPath().getLong("linkId");
  }

  @Test
  @Order(1)
  void a_link_is_entered_changed_against_its_tag_and_refused_where_it_does_not_fit() {
    long id = link("SUPERSESSION", items.get(0), items.get(1), TODAY, null);
    Map<String, Object> body = new HashMap<>();
    body.put("kind", "PHASE_OUT");
    body.put("predecessor", items.get(0));
    body.put("successor", items.get(1));
    body.put("firstDay", TODAY.toString());
    body.put("factor", "0.5");
    assertThat(asked().body(body).put(address(id)).statusCode()).isEqualTo(428);
    String tag = client.get("lifecycle-links/" + id).header("ETag");
    Response changed = asked().header("If-Match", tag).body(body).put(address(id));
    assertThat(changed.statusCode()).as(changed.asString()).isEqualTo(200);
    assertThat(changed.jsonPath().getString("factor")).isEqualTo("0.5");
    assertThat(asked().header("If-Match", tag).body(body).put(address(id)).statusCode())
        .isEqualTo(412);
    Response again = client.post("lifecycle-links", body);
    assertThat(again.statusCode()).isEqualTo(409);
    assertThat(again.asString()).contains("is followed by");
    body.put("successor", "no-such-item");
    assertThat(client.post("lifecycle-links", body).statusCode()).isEqualTo(400);
    assertThat(client.getCsv("lifecycle-links").asString()).contains("PHASE_OUT");
    assertThat(asked().delete(address(id)).statusCode()).isEqualTo(204);
    assertThat(client.get("lifecycle-links").jsonPath().getList("rows")).isEmpty();
  }

  @Test
  @Order(2)
  void a_night_in_between_follows_links_and_tells_from_whom() throws Exception {
    LocalDate origin = LocalDate.parse((String) steps(items.get(0)).get(0).get("periodStart"));
    link("PHASE_OUT", items.get(0), items.get(1), origin.plusDays(3), origin.plusDays(16));
    link("SUPERSESSION", items.get(2), items.get(3), TODAY, null);
    night(365);
    assertThat(client.latestVersion().getString("training")).isEqualTo("REFIT");
    double[] out = figures(items.get(0));
    double[] in = figures(items.get(1));
    double[] outBefore = BEFORE.get(items.get(0));
    double[] inBefore = BEFORE.get(items.get(1));
    for (int step = 0; step < out.length; step++) {
      assertThat(out[step] + in[step])
          .as("what the one loses the other has")
          .isCloseTo(outBefore[step] + inBefore[step], within(ROUNDED));
    }
    assertThat(out[out.length - 1]).isZero();
    assertThat(outBefore[out.length - 1]).isPositive();
    assertThat(figures(items.get(2))).containsOnly(0);

    Map<String, Object> last = steps(items.get(1)).get(out.length - 1);
    JsonPath explained =
        client
            .get("forecasts/" + last.get("id") + "/explanation?include=notRecommended")
            .jsonPath();
    double sum = 0;
    for (Map<String, Object> part : explained.<Map<String, Object>>getList("contributions")) {
      sum += Double.parseDouble(String.valueOf(part.get("amount")));
    }
    assertThat(explained.getList("contributions.driver")).contains("links");
    assertThat(sum).isCloseTo(Double.parseDouble(explained.getString("forecast")), within(ROUNDED));
    assertThat(explained.getString("links[0]")).startsWith("The forecast of " + items.get(0));

    for (Map<String, Object> step : steps(items.get(3)).subList(0, 1)) {
      JsonPath lineage = client.get("forecasts/" + step.get("id") + "/lineage").jsonPath();
      assertThat(lineage.getLong("demand.unproved")).as(lineage.prettify()).isZero();
      Map<String, Object> taken = lineage.getMap("corrections.find { it.kind == 'INHERITED' }");
      assertThat(String.valueOf(taken.get("reason")))
          .isEqualTo(
              "The history before %s is taken over from %s, times 1."
                  .formatted(TODAY, items.get(2)));
      assertThat(new BigDecimal(String.valueOf(taken.get("units")))).isPositive();
    }
  }

  @Test
  @Order(3)
  void a_refresh_notices_that_links_are_gone_and_a_contest_says_what_it_said_before()
      throws Exception {
    for (Map<String, Object> row :
        client.get("lifecycle-links").jsonPath().<Map<String, Object>>getList("rows")) {
      assertThat(asked().delete(address(((Number) row.get("linkId")).longValue())).statusCode())
          .isEqualTo(204);
    }
    client.complete("refresh-forecasts", Map.of(), LIMIT);
    for (String item : items) {
      assertThat(figures(item)).as(item).containsExactly(BEFORE.get(item), within(ROUNDED));
    }
    night(0);
    assertThat(client.latestVersion().getString("contentHash")).isEqualTo(contestHash);
  }

  @Test
  @Order(4)
  void whoever_buys_is_told_what_can_stand_in() {
    Map<List<Object>, Map<String, Object>> plans =
        client
            .get("inventory-policies?limit=1000")
            .jsonPath()
            .<Map<String, Object>>getList("rows")
            .stream()
            .collect(Collectors.toMap(r -> List.of(r.get("item"), r.get("site")), r -> r));
    for (Map<String, Object> bought :
        client
            .get("purchase-suggestions?kind=BUY&limit=1000")
            .jsonPath()
            .<Map<String, Object>>getList("rows")) {
      for (Map<String, Object> other : plans.values()) {
        if (other.get("site").equals(bought.get("site"))
            && !other.get("item").equals(bought.get("item"))
            && spare(other).signum() > 0) {
          site = (String) bought.get("site");
          link("SUBSTITUTE", (String) bought.get("item"), (String) other.get("item"), TODAY, null);
          Map<String, Object> told =
              client
                  .get(
                      "purchase-suggestions?kind=BUY&item=%s&site=%s"
                          .formatted(bought.get("item"), site))
                  .jsonPath()
                  .getMap("rows[0]");
          assertThat(String.valueOf(told.get("reason")))
              .startsWith(String.valueOf(bought.get("reason")))
              .endsWith(
                  "%s can stand in: %s are there above what it needs itself."
                      .formatted(other.get("item"), spare(other).toPlainString()));
          assertThat(told.get("quantity")).isEqualTo(bought.get("quantity"));
          assertThat(
                  client
                      .get("purchase-suggestions/" + bought.get("number"))
                      .jsonPath()
                      .getString("notes"))
              .contains("can stand in");
          return;
        }
      }
    }
    throw new AssertionError("nothing is to be bought where something else is there");
  }

  private static BigDecimal spare(Map<String, Object> plan) {
    if (plan.get("onHand") == null || plan.get("orderUpTo") == null) {
      return BigDecimal.ZERO;
    }
    return new BigDecimal(String.valueOf(plan.get("onHand")))
        .subtract(new BigDecimal(String.valueOf(plan.get("reserved"))))
        .subtract(new BigDecimal(String.valueOf(plan.get("orderUpTo"))))
        .setScale(0, RoundingMode.DOWN);
  }

  @Test
  @Order(5)
  void what_is_bought_together_is_told() {
    Response told = client.get("neighbours?minLift=1&everywhere=true&limit=5");
    assertThat(told.statusCode()).as(told.asString()).isEqualTo(200);
    assertThat(client.getCsv("neighbours").statusCode()).isEqualTo(200);
  }
}
