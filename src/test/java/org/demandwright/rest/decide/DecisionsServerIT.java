package org.demandwright.rest.decide;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.demandwright.demo.generate.DemoSize;
import org.demandwright.server.Installation;
import org.demandwright.server.Installation.Engine;
import org.demandwright.server.ServerClient;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.Row;
import org.dhatim.fastexcel.reader.Sheet;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What a night decides of stock, on a real server that reads the demo ERP. */
class DecisionsServerIT {
  private static final DemoSize SIZE = DemoSize.small();
  private static final Duration LIMIT = Duration.ofMinutes(8);
  private static final Map<String, String> NIGHT =
      Map.of("asOf", SIZE.lastDay().plusDays(1).toString(), "models", "Naive", "origins", "1");

  private static final BigDecimal HALF = new BigDecimal("0.5");

  private static Installation installation;
  private static ServerClient client;

  @BeforeAll
  static void decide() throws Exception {
    installation = Installation.of(Engine.H2, "decisions", SIZE);
    installation.erp().owner().run("update stock_balance set reserved = 0");
    client = installation.server().set("dw.reporting.currency", "CNY").start().client();
    client.complete("nightly", NIGHT, LIMIT);
  }

  @AfterAll
  static void stop() throws Exception {
    installation.close();
  }

  @Test
  void what_the_erp_tells_of_supply_adds_up() {
    JsonPath views = client.get("data-quality/supply").jsonPath();
    assertThat(views.getList("rows.view"))
        .contains("dw_stock_level", "dw_open_supply", "dw_purchase_receipt", "dw_reorder_rule");
    for (Map<String, Object> view : views.<Map<String, Object>>getList("rows")) {
      assertThat(view.get("addsUp")).as("%s", view).isEqualTo(true);
    }
    assertThat(
            views.getList("rows.findAll { it.view == 'dw_purchase_receipt' }.rowsUsed", Long.class))
        .allSatisfy(rows -> assertThat(rows).isPositive());
    assertThat(client.get("data-quality/supply/quarantine").statusCode()).isEqualTo(200);
    assertThat(views.getList("rows.findAll { it.view == 'dw_open_demand' }.rowsUsed", Long.class))
        .allSatisfy(rows -> assertThat(rows).isPositive())
        .hasSize(1);
  }

  /** Nothing is reserved in this warehouse: what the demo's last orders want is owed. */
  @Test
  void what_customers_wait_for_is_planned_for_and_a_reason_to_order() {
    List<Map<String, Object>> plans =
        client.get("inventory-policies?limit=1000").jsonPath().getList("rows");
    assertThat(plans).allSatisfy(row -> assertThat(row.get("openDemand")).isNotNull());
    List<Object> waiting =
        plans.stream()
            .filter(row -> decimal(row, "unreservedDemand").signum() > 0)
            .map(DecisionsServerIT::place)
            .toList();
    assertThat(waiting).isNotEmpty();
    assertThat(plans)
        .allSatisfy(
            row ->
                assertThat(decimal(row, "unreservedDemand"))
                    .isEqualByComparingTo(decimal(row, "openDemand")));
    List<Map<String, Object>> bought =
        client.get("purchase-suggestions?kind=BUY&limit=1000").jsonPath().getList("rows");
    assertThat(
            bought.stream()
                .filter(row -> row.get("unreserved") != null)
                .map(DecisionsServerIT::place))
        .isNotEmpty()
        .allMatch(waiting::contains);
    assertThat(bought)
        .allSatisfy(
            row ->
                assertThat(String.valueOf(row.get("reason")).contains("Customers have ordered "))
                    .isEqualTo(row.get("unreserved") != null && "DUE".equals(row.get("why"))));
  }

  @Test
  void the_stock_of_every_item_is_planned_with_what_it_rests_on() {
    Response answer = client.get("inventory-policies?limit=1000");
    assertThat(answer.statusCode()).as(answer.asString()).isEqualTo(200);
    JsonPath policies = answer.jsonPath();
    assertThat(policies.getLong("versionId")).isEqualTo(client.publishedVersion());
    List<Map<String, Object>> rows = policies.getList("rows");
    assertThat(rows).hasSizeGreaterThan(10);
    for (Map<String, Object> row : rows) {
      if (row.get("plannedBy") == null) {
        assertThat(row.get("reason")).as("%s", row).isNotNull();
        continue;
      }
      Map<?, ?> target = (Map<?, ?>) row.get("target");
      assertThat(
              target.values().stream()
                  .map(part -> new BigDecimal(String.valueOf(part)))
                  .reduce(BigDecimal.ZERO, BigDecimal::add))
          .as("the parts of %s", row)
          .isEqualByComparingTo(String.valueOf(row.get("orderUpTo")));
      assertThat(((Map<?, ?>) row.get("service")).get("origin")).isEqualTo("DEFAULT");
      assertThat(row.get("reason")).isNull();
      assertThat(row.get("vendor")).isNotNull();
    }
    assertThat(policies.getList("rows.leadTime.source")).contains("LEARNED");
    assertThat(policies.getList("rows.minimumOrder.origin")).contains("ERP");
    assertThat(policies.getList("rows.stockOut").stream().filter(s -> s != null)).isNotEmpty();

    Map<String, Object> first = rows.get(0);
    JsonPath one =
        client
            .get(
                "inventory-policies?item=%s&site=%s"
                    .formatted(first.get("item"), first.get("site")))
            .jsonPath();
    assertThat(one.getList("rows")).containsExactly(first);
  }

  @Test
  void what_is_suggested_says_from_whom_until_when_and_why() {
    Response answer = client.get("purchase-suggestions?limit=1000");
    assertThat(answer.statusCode()).as(answer.asString()).isEqualTo(200);
    List<Map<String, Object>> rows = answer.jsonPath().getList("rows");
    assertThat(rows).isNotEmpty();
    for (Map<String, Object> row : rows) {
      BigDecimal sum = BigDecimal.ZERO;
      for (Object part : (List<?>) row.get("parts")) {
        sum = sum.add(new BigDecimal(String.valueOf(((Map<?, ?>) part).get("quantity"))));
      }
      assertThat(sum).as("%s", row).isEqualByComparingTo(String.valueOf(row.get("quantity")));
      assertThat(String.valueOf(row.get("orderBy")))
          .isGreaterThanOrEqualTo(String.valueOf(row.get("orderOn")));
      boolean sent = "TRANSFER".equals(row.get("kind"));
      assertThat(row.get(sent ? "fromSite" : "vendor")).as("%s", row).isNotNull();
      boolean covers = sent || "BUY".equals(row.get("kind"));
      assertThat(String.valueOf(row.get("reason"))).startsWith(covers ? "Covers " : "Arrives ");
      assertThat(row.get("document") != null).as("%s", row).isEqualTo(!covers);
    }
    assertThat(rows).extracting(row -> row.get("number")).doesNotHaveDuplicates();
    assertThat(rows).extracting(row -> row.get("kind")).contains("BUY", "POSTPONE");
    assertThat(client.get("purchase-suggestions?orderBy=2000-01-01").jsonPath().getList("rows"))
        .isEmpty();
  }

  @Test
  void ways_of_ordering_are_replayed_and_the_same_seed_costs_the_same() throws Exception {
    Map<String, Object> question =
        Map.of(
            "mostPlaces",
            6,
            "tuneWeeks",
            10,
            "testWeeks",
            10,
            "holdingRate",
            0.25,
            "orderingCost",
            15,
            "methods",
            List.of("published", "SeasonalNaive"));
    JsonPath made = simulated(question);
    assertThat(made.getInt("taken")).isEqualTo(6);
    assertThat(made.getInt("places")).isGreaterThan(6);
    assertThat(made.getString("sample")).contains("6 of " + made.getInt("places"));
    long id = made.getLong("simulationId");
    List<Map<String, Object>> places =
        client.get("simulations/" + id + "/places").jsonPath().getList("rows");
    long judged = places.stream().filter(p -> p.get("notJudged") == null).count();
    assertThat(places).hasSize(6);
    assertThat(judged).as("%s", places).isPositive();
    assertThat(made.getList("notJudged.places", Integer.class).stream().mapToInt(n -> n).sum())
        .isEqualTo(6 - judged);
    assertThat(places.get(0).toString()).contains("origin=REQUEST");
    JsonPath results = client.get("simulations/" + id + "/results?limit=1000").jsonPath();
    List<Map<String, Object>> all = results.getList("rows.findAll { it.classKind == 'ALL' }");
    assertThat(all)
        .extracting(r -> r.get("way") + " " + r.get("method"))
        .contains("PLANNED published", "LEAST_COST SeasonalNaive", "MIN_MAX null");
    for (Map<String, Object> row : all) {
      BigDecimal sum = BigDecimal.ZERO;
      for (String part : List.of("holding", "ordering", "shortage")) {
        sum = sum.add(new BigDecimal(String.valueOf(row.get(part))));
      }
      assertThat(sum).as("%s", row).isEqualByComparingTo(String.valueOf(row.get("total")));
      assertThat(row.get("currency")).isEqualTo("CNY");
      if ("MIN_MAX".equals(row.get("way"))) {
        assertThat(row.get("ratio")).isEqualTo(1f);
      }
    }
    assertThat(
            client
                .get("simulations/" + id + "/curve?limit=1000")
                .jsonPath()
                .getList("rows.findAll { it.way == 'MIN_MAX' }"))
        .hasSize(12);
    JsonPath again = simulated(question);
    assertThat(again.getString("contentHash")).isEqualTo(made.getString("contentHash"));
    assertThat(client.get("simulations?plan=default").jsonPath().getList("rows.simulationId"))
        .hasSizeGreaterThanOrEqualTo(2);
    JsonPath unknown = simulated(Map.of("mostPlaces", 3, "tuneWeeks", 10, "testWeeks", 10));
    assertThat(unknown.getList("notJudged.because", String.class))
        .as("nobody says what holding and ordering cost")
        .anyMatch(because -> because.startsWith("What holding a unit"));
    assertThat(
            client
                .get("simulations/" + unknown.getLong("simulationId") + "/results")
                .jsonPath()
                .getList("rows"))
        .isEmpty();
    Response refused = client.post("simulations", Map.of("methods", List.of("Magic")));
    assertThat(refused.statusCode()).as(refused.asString()).isEqualTo(400);
  }

  private static JsonPath simulated(Map<String, Object> question) throws InterruptedException {
    Response asked = client.post("simulations", question);
    assertThat(asked.statusCode()).as(asked.asString()).isEqualTo(202);
    long id = asked.jsonPath().getLong("simulationId");
    assertThat(asked.header("Location")).endsWith("/simulations/" + id);
    long deadline = System.nanoTime() + LIMIT.toNanos();
    JsonPath now = client.get("simulations/" + id).jsonPath();
    while (!now.getString("status").equals("READY")) {
      assertThat(now.getString("failedBecause")).isNull();
      assertThat(System.nanoTime()).as("simulation %d is ready", id).isLessThan(deadline);
      Thread.sleep(500);
      now = client.get("simulations/" + id).jsonPath();
    }
    return now;
  }

  @Test
  void what_may_go_wrong_is_said_by_money_and_stays_the_same_from_night_to_night()
      throws Exception {
    Response answer = client.get("exceptions?limit=1000");
    assertThat(answer.statusCode()).as(answer.asString()).isEqualTo(200);
    List<Map<String, Object>> rows = answer.jsonPath().getList("rows");
    assertThat(rows).extracting(row -> row.get("kind")).contains("STOCK_OUT");
    BigDecimal above = null;
    for (Map<String, Object> row : rows) {
      assertThat(row.get("reason")).as("%s", row).isNotNull();
      assertThat((List<?>) row.get("evidence")).isNotEmpty();
      assertThat(row.get("currency")).as("the demo has one").isEqualTo("CNY");
      BigDecimal money = new BigDecimal(String.valueOf(row.get("money")));
      assertThat(above == null || money.compareTo(above) <= 0).as("%s", row).isTrue();
      above = money;
    }
    List<Map<String, Object>> out =
        client.get("exceptions?kind=STOCK_OUT&limit=1000").jsonPath().getList("rows");
    List<Map<String, Object>> policies =
        client.get("inventory-policies?limit=1000").jsonPath().getList("rows");
    assertThat(out)
        .as("some are out already, as the ERP says")
        .anyMatch(
            row ->
                policies.stream()
                    .filter(p -> p.get("item").equals(row.get("item")))
                    .filter(p -> p.get("site").equals(row.get("site")))
                    .anyMatch(p -> new BigDecimal(String.valueOf(p.get("onHand"))).signum() <= 0));
    Map<String, Object> first = rows.get(0);
    assertThat(client.get("exceptions/" + first.get("number")).jsonPath().getMap(""))
        .isEqualTo(first);
    assertThat(client.get("exceptions?minMoney=1000000000").jsonPath().getList("rows")).isEmpty();

    client.complete("decide", Map.of(), LIMIT);
    assertThat(client.get("exceptions?limit=1000").jsonPath().getList("rows")).isEqualTo(rows);
  }

  @Test
  void how_often_exceptions_were_right_is_measured_or_said_not_to_be() {
    Response answer = client.get("exceptions/quality");
    assertThat(answer.statusCode()).as(answer.asString()).isEqualTo(200);
    List<Map<String, Object>> rows = answer.jsonPath().getList("rows");
    assertThat(rows).hasSize(7);
    for (Map<String, Object> row : rows) {
      boolean measured = row.get("later") != null;
      assertThat(((List<?>) row.get("lacking")).isEmpty()).as("%s", row).isEqualTo(measured);
    }
    assertThat(rows)
        .filteredOn(row -> row.get("later") != null)
        .extracting(row -> row.get("kind"))
        .contains("STOCK_OUT", "SUPPLIER_LATE");
  }

  /** One is accepted, one changed, one rejected, one put off; the next decision asks of none. */
  @Test
  void a_suggestion_is_answered_once_and_not_made_again_the_next_morning() throws Exception {
    List<Map<String, Object>> open =
        client.get("purchase-suggestions?kind=BUY&limit=1000").jsonPath().getList("rows");
    assertThat(open).hasSizeGreaterThan(4);
    String accepted = "purchase-suggestions/" + open.get(0).get("number");
    Response before = client.get(accepted);
    assertThat(before.statusCode()).as(before.asString()).isEqualTo(200);
    assertThat(before.jsonPath().getString("suggestion.state")).isEqualTo("OPEN");
    String key = "accept-" + open.get(0).get("number");
    Response taken = answered(accepted + "/accept", "{}", before.header("ETag"), key);
    assertThat(taken.statusCode()).as(taken.asString()).isEqualTo(200);
    assertThat(taken.jsonPath().getString("suggestion.state")).isEqualTo("ACCEPTED");
    assertThat(taken.jsonPath().getList("answers.by")).containsExactly(client.user());
    assertThat(taken.jsonPath().getList("notes")).as("the demo's days are past").isNotEmpty();
    Response again = answered(accepted + "/accept", "{}", before.header("ETag"), key);
    assertThat(again.statusCode()).as(again.asString()).isEqualTo(200);
    assertThat(again.header("Idempotency-Replayed")).isEqualTo("true");
    assertThat(answered(accepted + "/reject", "{\"reason\": \"no\"}", before.header("ETag"), null))
        .extracting(Response::statusCode)
        .isEqualTo(412);
    assertThat(client.post(accepted + "/reject", Map.of("reason", "no")).statusCode())
        .isEqualTo(409);

    String changed = "purchase-suggestions/" + open.get(1).get("number");
    BigDecimal odd = new BigDecimal(String.valueOf(open.get(1).get("quantity"))).add(HALF);
    Response unlikely = client.post(changed + "/modify", Map.of("quantity", odd.toString()));
    assertThat(unlikely.statusCode()).as(unlikely.asString()).isEqualTo(422);
    assertThat(unlikely.jsonPath().getString("type")).isEqualTo("/problems/unlikely");
    Response meant =
        client.post(changed + "/modify", Map.of("quantity", odd.toString(), "despite", true));
    assertThat(meant.statusCode()).as(meant.asString()).isEqualTo(200);
    assertThat(client.post("purchase-suggestions/999999/accept", Map.of()).statusCode())
        .isEqualTo(404);

    Response many =
        client.post(
            "purchase-suggestions/answers",
            List.of(
                Map.of(
                    "number", open.get(2).get("number"), "answer", "REJECT", "reason", "no room"),
                Map.of("number", open.get(0).get("number"), "answer", "ACCEPT"),
                Map.of(
                    "number",
                    open.get(3).get("number"),
                    "answer",
                    "SNOOZE",
                    "until",
                    LocalDate.now().plusDays(30).toString())));
    assertThat(many.statusCode()).as(many.asString()).isEqualTo(200);
    assertThat(many.jsonPath().getList("answers.state"))
        .containsExactly("REJECTED", null, "SNOOZED");
    assertThat(many.jsonPath().getString("answers[1].detail")).contains("is ACCEPTED");

    client.complete("decide", Map.of(), LIMIT);
    List<Object> numbers = open.subList(0, 4).stream().map(row -> row.get("number")).toList();
    List<Object> places = open.subList(0, 4).stream().map(DecisionsServerIT::place).toList();
    List<Map<String, Object>> next =
        client.get("purchase-suggestions?kind=BUY&limit=1000").jsonPath().getList("rows");
    assertThat(next).extracting(row -> row.get("number")).doesNotContainAnyElementsOf(numbers);
    assertThat(next).extracting(DecisionsServerIT::place).doesNotContainAnyElementsOf(places);
    for (int i = 0; i < 2; i++) {
      JsonPath stock =
          client
              .get(
                  "inventory-policies?item=%s&site=%s"
                      .formatted(open.get(i).get("item"), open.get(i).get("site")))
              .jsonPath();
      assertThat(new BigDecimal(stock.getString("rows[0].onOrder")))
          .as("what was accepted is on its way")
          .isGreaterThanOrEqualTo(new BigDecimal(String.valueOf(open.get(i).get("quantity"))));
    }
    List<Map<String, Object>> feedback =
        client.get("purchase-suggestions/feedback?by=PERSON").jsonPath().getList("rows");
    assertThat(feedback)
        .filteredOn(row -> client.user().equals(row.get("name")))
        .hasSize(1)
        .allSatisfy(row -> assertThat(String.valueOf(row.get("sentence"))).contains("settled"));
    assertThat(client.get("audit-events?action=suggestion.accept").jsonPath().getList("rows"))
        .isNotEmpty();

    for (Object number : numbers) {
      assertThat(client.post("purchase-suggestions/" + number + "/reopen", Map.of()).statusCode())
          .isEqualTo(200);
    }
    client.complete("decide", Map.of(), LIMIT);
    List<Map<String, Object>> back =
        client.get("purchase-suggestions?kind=BUY&limit=1000").jsonPath().getList("rows");
    assertThat(back).extracting(DecisionsServerIT::place).containsAll(places);
    assertThat(back)
        .as("what was suggested all the time has its number")
        .extracting(row -> row.get("number"))
        .containsAll(numbers.subList(2, 4));
  }

  @Test
  void what_is_going_to_be_ordered_in_thirteen_weeks_is_told_as_rows_and_as_a_workbook()
      throws IOException {
    Response answer = client.get("purchase-suggestions/outlook?limit=1000");
    assertThat(answer.statusCode()).as(answer.asString()).isEqualTo(200);
    List<Map<String, Object>> rows = answer.jsonPath().getList("rows");
    assertThat(rows).extracting(row -> decimal(row, "planned").signum()).contains(1);
    for (Map<String, Object> row : rows) {
      assertThat(
              decimal(row, "accepted").add(decimal(row, "suggested")).add(decimal(row, "planned")))
          .as("%s", row)
          .isEqualByComparingTo(decimal(row, "quantity"));
    }
    String vendor = String.valueOf(rows.get(0).get("vendor"));
    byte[] file =
        given()
            .auth()
            .preemptive()
            .basic(client.user(), client.password())
            .get(client.base() + "api/v1/purchase-suggestions/outlook/workbook?vendor=" + vendor)
            .asByteArray();
    BigDecimal money = BigDecimal.ZERO;
    for (Map<String, Object> row : rows) {
      if (row.get("vendor").equals(vendor) && row.get("cost") != null) {
        money = money.add(decimal(row, "cost"));
      }
    }
    try (ReadableWorkbook book = new ReadableWorkbook(new ByteArrayInputStream(file))) {
      List<Sheet> sheets = book.getSheets().toList();
      assertThat(sheets).extracting(Sheet::getName).containsExactly(vendor);
      List<Row> read = sheets.get(0).read();
      assertThat(read.get(0).getCell(5).getText()).startsWith("Plan, not an order: week of ");
      Row last = read.get(read.size() - 1);
      assertThat(last.getCell(0).getText()).isEqualTo("All");
      assertThat(last.getCell(18).asNumber()).isEqualByComparingTo(money);
    }
  }

  private static BigDecimal decimal(Map<String, Object> row, String member) {
    return new BigDecimal(String.valueOf(row.get(member)));
  }

  private static Object place(Map<String, Object> row) {
    return row.get("org") + "/" + row.get("item") + "/" + row.get("site");
  }

  private static Response answered(String path, String body, String seen, String key) {
    RequestSpecification request =
        given()
            .auth()
            .preemptive()
            .basic(client.user(), client.password())
            .contentType("application/json")
            .header("If-Match", seen)
            .body(body);
    return (key == null ? request : request.header("Idempotency-Key", key))
        .post(client.base() + "api/v1/" + path);
  }

  @Test
  void deciding_again_decides_the_same_and_leaves_the_version_alone() throws Exception {
    String forecast = client.get("forecast-versions/" + client.publishedVersion()).asString();
    JsonPath before = client.get("inventory-policies?limit=1").jsonPath();
    client.complete("decide", Map.of(), LIMIT);
    JsonPath after = client.get("inventory-policies?limit=1").jsonPath();
    assertThat(after.getLong("decisionId")).isGreaterThan(before.getLong("decisionId"));
    assertThat(after.getString("contentHash")).isEqualTo(before.getString("contentHash"));
    assertThat(client.get("forecast-versions/" + client.publishedVersion()).asString())
        .isEqualTo(forecast);
  }

  @Test
  void rules_are_tried_and_put_in_place_by_whoever_saw_those_that_stood() throws Exception {
    Response stood = client.get("inventory-policies/rules");
    assertThat(stood.statusCode()).as(stood.asString()).isEqualTo(200);
    Map<String, Object> body =
        Map.of(
            "rules",
            List.of(
                Map.of(
                    "name",
                    "dear ones",
                    "abc",
                    List.of("A"),
                    "says",
                    Map.of("service", "FILL_RATE 0.98", "reviewDays", "3"))));
    Response tried = client.post("inventory-policies/rules/preview", body);
    assertThat(tried.statusCode()).as(tried.asString()).isEqualTo(200);
    assertThat(tried.jsonPath().getLong("items")).isPositive();
    assertThat(tried.jsonPath().getLong("touches[0].items"))
        .isEqualTo(tried.jsonPath().getLong("items"));

    Response put = put(body, stood.header("ETag"));
    assertThat(put.statusCode()).as(put.asString()).isEqualTo(200);
    assertThat(put(body, stood.header("ETag")).statusCode()).isEqualTo(412);
    Response wrong =
        client.post(
            "inventory-policies/rules/preview",
            Map.of("rules", List.of(Map.of("name", "x", "says", Map.of("reviewDays", "-1")))));
    assertThat(wrong.statusCode()).isEqualTo(400);
    assertThat(wrong.jsonPath().getString("pointer")).isEqualTo("#/rules/0");
    assertThat(wrong.jsonPath().getString("detail")).contains("reviewDays is -1");
    client.complete("decide", Map.of(), LIMIT);
    assertThat(client.get("inventory-policies?abc=A").jsonPath().getList("rows.service.by"))
        .isNotEmpty()
        .containsOnly("dear ones");
    String now = client.get("inventory-policies/rules").header("ETag");
    assertThat(put(Map.of("rules", List.of()), now).statusCode()).isEqualTo(200);
    client.complete("decide", Map.of(), LIMIT);
    assertThat(client.get("audit-events?action=policy-rules.replace").jsonPath().getList("rows"))
        .hasSizeGreaterThanOrEqualTo(2);
  }

  @Test
  void rules_release_what_they_are_about_while_automation_is_on() throws Exception {
    client.complete("decide", Map.of(), LIMIT);
    Map<String, Object> open =
        client
            .get("purchase-suggestions?kind=BUY&limit=1000")
            .jsonPath()
            .<Map<String, Object>>getList("rows")
            .stream()
            .filter(row -> row.get("cost") != null)
            .findFirst()
            .orElseThrow();
    Map<String, Object> rules =
        Map.of(
            "rules",
            List.of(
                Map.of(
                    "name",
                    "one item",
                    "items",
                    List.of(open.get("item")),
                    "sites",
                    List.of(open.get("site")),
                    "kinds",
                    List.of("BUY"))),
            "dailyCap",
            "100000000",
            "refusedShare",
            "1",
            "mostDaysOld",
            36500);
    String address = "automation-rules";
    assertThat(client.get(address + "/switch").jsonPath().getBoolean("on")).isFalse();
    Response early = change(address + "/switch", Map.of("on", true, "reason", "go"), "*");
    assertThat(early.statusCode()).as(early.asString()).isEqualTo(409);

    Response tried = client.post(address + "/preview", rules);
    assertThat(tried.statusCode()).as(tried.asString()).isEqualTo(200);
    assertThat(tried.jsonPath().getString("currency")).isEqualTo("CNY");
    assertThat(tried.jsonPath().getList("nights.rules.flatten().released", Integer.class))
        .contains(1);
    Response wrong =
        client.post(
            address + "/preview",
            Map.of("dailyCap", "1", "rules", List.of(Map.of("name", "x", "mostMoney", "-1"))));
    assertThat(wrong.statusCode()).isEqualTo(400);
    assertThat(wrong.jsonPath().getString("pointer")).isEqualTo("#/rules/0");

    String seen = client.get(address).header("ETag");
    Response put = change(address, rules, seen);
    assertThat(put.statusCode()).as(put.asString()).isEqualTo(200);
    assertThat(change(address, rules, seen).statusCode()).isEqualTo(412);
    client.complete("decide", Map.of(), LIMIT);
    assertThat(client.get(address + "/outcome").jsonPath().getString("ranAt"))
        .as("it is off")
        .isNull();

    Response on = change(address + "/switch", Map.of("on", true, "reason", "tried"), "*");
    assertThat(on.statusCode()).as(on.asString()).isEqualTo(200);
    client.complete("decide", Map.of(), LIMIT);
    JsonPath outcome = client.get(address + "/outcome").jsonPath();
    assertThat(outcome.getString("stopped")).isNull();
    assertThat(outcome.getList("released.suggestions", Integer.class)).containsExactly(1);
    assertThat(outcome.getList("kept.limit")).contains("NO_RULE");
    Response accepted = client.get("purchase-suggestions?state=ACCEPTED&limit=1000");
    assertThat(accepted.jsonPath().getList("rows.answeredBy")).contains("rule:one item");
    assertThat(client.get("audit-events?action=suggestion.release").jsonPath().getList("rows"))
        .hasSize(1);

    client.complete("decide", Map.of(), LIMIT);
    assertThat(client.get(address + "/outcome").jsonPath().getList("released"))
        .as("it is on its way")
        .isEmpty();
    Response off = change(address + "/switch", Map.of("on", false, "reason", "enough"), "*");
    assertThat(off.jsonPath().getBoolean("on")).isFalse();
    client.complete("decide", Map.of(), LIMIT);
    assertThat(client.get(address + "/outcome").jsonPath().getString("ranAt")).isNull();
    assertThat(client.get("audit-events?action=automation.switch-off").jsonPath().getList("rows"))
        .hasSize(1);
    assertThat(
            change(
                    address,
                    Map.of("rules", List.of(), "dailyCap", "0"),
                    client.get(address).header("ETag"))
                .statusCode())
        .isEqualTo(200);
  }

  private static Response change(String address, Object body, String seen) {
    return given()
        .auth()
        .preemptive()
        .basic(client.user(), client.password())
        .contentType("application/json")
        .header("If-Match", seen)
        .body(body)
        .put(client.base() + "api/v1/" + address);
  }

  private static Response put(Object rules, String seen) {
    return change("inventory-policies/rules", rules, seen);
  }

  @Test
  void what_is_asked_of_a_plan_without_a_decision_says_what_to_do() {
    Response none = client.get("inventory-policies?plan=nobody");
    assertThat(none.statusCode()).isEqualTo(404);
    client.post("plans", Map.of("name", "board"));
    Response early = client.get("inventory-policies?plan=board");
    assertThat(early.statusCode()).isEqualTo(404);
    assertThat(early.jsonPath().getString("detail")).contains("run the job decide");
  }
}
