package org.demandwright.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
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
 * The ledger of data quality over REST, on an ERP with trouble planted into it: an item that fell
 * silent, one customer's huge order, documents booked twice, a negative stock, an item ended while
 * it sold, and an invoice in another currency.
 */
@ParameterizedClass
@MethodSource("org.demandwright.server.Engines#postgres")
@TestMethodOrder(OrderAnnotation.class)
class QualityServerIT {
  private static final Duration LIMIT = Duration.ofMinutes(5);
  private static final DemoSize SIZE = DemoSize.small();
  private static final String QUALITY = "data-quality/";

  private static Installation installation;
  private static ServerClient client;
  private static String cleanHash;

  @Parameter Engine engine;

  @BeforeParameterizedClassInvocation
  static void start(Engine engine) throws Exception {
    installation = Installation.of(engine, "quality", SIZE);
    client = installation.server().start().client();
  }

  @AfterParameterizedClassInvocation
  static void stop() throws Exception {
    installation.close();
  }

  @Test
  @Order(1)
  void the_account_adds_up_and_leads_to_the_rows() throws Exception {
    client.complete("nightly", Map.of("horizon", "14"), LIMIT);
    cleanHash = client.latestVersion().getString("contentHash");
    long run = get("runs").getLong("rows[0].run");
    JsonPath account = get("runs/" + run + "/account");

    long inErp = count("select count(*) from dw_sales_line");
    assertThat(account.getLong("rowsIn")).as(account.prettify()).isEqualTo(inErp);
    assertThat(
            account.getLong("used") + account.getLong("excluded") + account.getLong("quarantined"))
        .isEqualTo(inErp);
    assertThat(account.getLong("standing.find { it.rule == 'CANCELLED' }.rows"))
        .isEqualTo(
            count("select count(*) from dw_sales_line where excluded_because = 'CANCELLED'"));
    assertThat(all(QUALITY + "lines?outcome=EXCLUDED&rule=CANCELLED&limit=40", "rows.lineId"))
        .hasSize(account.getInt("standing.find { it.rule == 'CANCELLED' }.rows"));
    assertThat(client.get(QUALITY + "lines?outcome=EXCLUDED").statusCode()).isEqualTo(400);
    assertThat(client.get(QUALITY + "runs/0/account").statusCode()).isEqualTo(404);
  }

  @Test
  @Order(2)
  void rows_in_quarantine_say_what_came_and_what_to_do() {
    List<String> rows = all(QUALITY + "quarantine?limit=7", "rows.lineId");
    JsonPath first = get("quarantine?reason=NO_DATE&limit=1");

    assertThat(rows).hasSize(24);
    assertThat(first.getString("rows[0].detail")).contains("set the date in the ERP");
    assertThat(first.getString("rows[0].raw.line_id")).isEqualTo(first.getString("rows[0].lineId"));
  }

  @Test
  @Order(3)
  void planted_trouble_is_found_with_its_rows() throws Exception {
    Set<String> before = findings(get("issues?limit=1000"));
    plant();
    client.complete("import-sales", Map.of("reload", "true"), LIMIT);
    JsonPath runs = get("runs");
    assertThat(runs.getString("rows[0].job")).isEqualTo("import-sales");
    assertThat(runs.getLong("rows[0].inspection.run"))
        .as("an import does not inspect")
        .isEqualTo(runs.getLong("rows[1].run"));
    assertThat(findings(get("issues?limit=1000&run=" + runs.getLong("rows[0].run"))))
        .isEqualTo(before);
    client.complete("inspect-demand", Map.of(), LIMIT);
    JsonPath after = get("runs/" + get("runs").getLong("rows[0].run") + "/account");
    assertThat(after.getString("run.job")).isEqualTo("inspect-demand");
    assertThat(after.getLong("rowsIn")).isEqualTo(count("select count(*) from dw_sales_line"));
    JsonPath issues = get("issues?limit=1000");
    Set<String> found = findings(issues);
    found.removeAll(before);

    assertThat(found)
        .as(issues.prettify())
        .contains(
            "GAP I0001 SHA",
            "CUSTOMER_SPIKE I0002 SHA",
            "DUPLICATE I0005 SHA",
            "NEGATIVE_STOCK I0003 CAN",
            "ORPHAN_ITEM I0010 SHA",
            "ORPHAN_ITEM I0010 CAN",
            "MIXED_CURRENCY I0009 SHA");

    assertThat(issues.getList("rows.effectShare", Double.class))
        .isSortedAccordingTo((a, b) -> Double.compare(b, a));
    assertThat(issues.getString("rows.find { it.rule == 'GAP' && it.item == 'I0001' }.effectValue"))
        .isNotNull();
    assertThat(issues.getList("unfinished")).isEmpty();
    assertThat(issues.getLong("inspection.run"))
        .as("the number that the page of the jobs shows")
        .isEqualTo(client.newestExecution().getLong("executionId"));
    assertThat(all(QUALITY + "issues?limit=3", "rows.issueId"))
        .as("page by page")
        .isEqualTo(issues.getList("rows.issueId", String.class));

    long spike =
        issues.getLong(
            "rows.find { it.rule == 'CUSTOMER_SPIKE' && it.item == 'I0002' && it.site == 'SHA'"
                + " }.issueId");
    assertThat(all(QUALITY + "issues/" + spike + "/lines?limit=1", "rows.lineId"))
        .contains("SOL:900001");
    long repeated =
        issues.getLong(
            "rows.find { it.rule == 'DUPLICATE' && it.item == 'I0005' && it.site == 'SHA'"
                + " }.issueId");
    assertThat(all(QUALITY + "issues/" + repeated + "/lines?limit=3", "rows.lineId"))
        .contains("SOL:910001", "SOL:910002", "SOL:910003", "SOL:910060")
        .doesNotHaveDuplicates();
    assertThat(issues.getString("rows.find { it.rule == 'NEGATIVE_STOCK' }.sample[0]"))
        .startsWith("dw_stock_ledger:");
    assertThat(get("issues?rule=GAP&item=I0001").getList("rows.rule", String.class))
        .isNotEmpty()
        .containsOnly("GAP");
    assertThat(client.get(QUALITY + "issues?rule=GAPS").statusCode()).isEqualTo(400);
  }

  @Test
  @Order(4)
  void without_a_correction_the_forecast_is_bit_for_bit_the_same() throws Exception {
    installation.erp().owner().run(UNPLANT);
    client.complete("nightly", Map.of("horizon", "14", "reload", "true"), LIMIT);
    assertThat(client.latestVersion().getString("contentHash")).isEqualTo(cleanHash);
  }

  @Test
  @Order(5)
  void a_correction_changes_the_next_version_and_a_withdrawn_one_changes_it_back()
      throws Exception {
    JsonPath series = client.get("series?text=I0001&site=SHA").jsonPath();
    long id = series.getLong("rows[0].seriesId");
    LocalDate last = SIZE.lastDay();
    String plain = "";
    List<Double> booked = history(id, plain, "units");
    assertThat(history(id, plain, "corrected")).isEqualTo(booked);
    Response laid =
        client.post(
            QUALITY + "corrections",
            Map.of(
                "seriesId",
                id,
                "kind",
                "MANUAL",
                "firstDay",
                last.minusDays(20).toString(),
                "lastDay",
                last.toString(),
                "replacement",
                "5000",
                "reason",
                "A tender that the ERP lacks"));
    assertThat(laid.statusCode()).as(laid.asString()).isEqualTo(201);
    long correction = laid.jsonPath().getLong("correctionId");
    BigDecimal raw = new BigDecimal(laid.jsonPath().getString("unitsBefore"));
    assertThat(raw).isPositive();
    assertThat(laid.jsonPath().getString("unitsAfter")).isEqualTo("5000");

    client.complete("train-models", Map.of("horizon", "14"), LIMIT);
    JsonPath version = client.latestVersion();
    JsonPath layers =
        client.get("series/" + id + "/layers?versionId=" + version.getLong("versionId")).jsonPath();
    assertThat(layers.getString("rows.find { it.correctionId == " + correction + " }.unitsAfter"))
        .as(layers.prettify())
        .isEqualTo("5000");
    client.complete("publish-forecasts", Map.of(), LIMIT);
    assertThat(client.latestVersion().getString("contentHash")).isNotEqualTo(cleanHash);
    String corrected = "?versionId=" + version.getLong("versionId");
    assertThat(history(id, corrected, "units")).as("raw stays raw").isEqualTo(booked);
    assertThat(history(id, corrected, "corrected").stream().mapToDouble(d -> d).sum())
        .as("JsonPath reads short numbers as float")
        .isCloseTo(
            booked.stream().mapToDouble(d -> d).sum() - raw.doubleValue() + 5000, within(0.001));

    Response gone = client.delete(QUALITY + "corrections/" + correction);
    assertThat(gone.jsonPath().getString("withdrawnBy")).isEqualTo("admin");
    assertThat(client.delete(QUALITY + "corrections/" + correction).statusCode()).isEqualTo(409);
    client.complete("nightly", Map.of("horizon", "14"), LIMIT);
    assertThat(client.latestVersion().getString("contentHash")).isEqualTo(cleanHash);
    assertThat(get("corrections?active=false").getList("rows.correctionId", Long.class))
        .containsExactly(correction);
  }

  @Test
  @Order(6)
  void a_correction_that_makes_no_sense_is_refused_with_what_to_do() {
    refused(
        Map.of(
            "seriesId",
            1,
            "kind",
            "LOST_SALES",
            "firstDay",
            "2025-01-01",
            "delta",
            5,
            "reason",
            "x"),
        400,
        "laid by the program alone");
    refused(
        Map.of("seriesId", 1, "kind", "MANUAL", "firstDay", "2025-01-01", "reason", "x"),
        400,
        "delta or replacement");
    refused(
        Map.of("seriesId", 1, "kind", "MANUAL", "firstDay", "2025-01-01", "delta", 5),
        400,
        "reason is missing");
    refused(
        Map.of("seriesId", 1, "kind", "MANUAL", "firstDay", "soon", "delta", 5, "reason", "x"),
        400,
        "a day from 1900 to 2199");
    refused(
        Map.of(
            "seriesId",
            99999,
            "kind",
            "MANUAL",
            "firstDay",
            "2025-01-01",
            "delta",
            5,
            "reason",
            "x"),
        404,
        "no series");
  }

  @Test
  @Order(7)
  void lost_sales_are_a_layer_and_no_demand() {
    List<Long> ids = client.get("series?limit=100").jsonPath().getList("rows.seriesId", Long.class);
    int lost = 0;
    for (long id : ids) {
      JsonPath layers = client.get("series/" + id + "/layers").jsonPath();
      for (Map<String, Object> layer : layers.<Map<String, Object>>getList("rows")) {
        if ("LOST_SALES".equals(layer.get("kind"))) {
          lost++;
          assertThat(Double.parseDouble(layer.get("availability").toString())).isLessThan(1);
          assertThat(new BigDecimal(layer.get("unitsAfter").toString()))
              .isGreaterThan(new BigDecimal(layer.get("unitsBefore").toString()));
          assertThat(layer.get("reason").toString()).contains("usual demand is");
        }
      }
    }
    assertThat(lost).isPositive();
    assertThat(client.get("series/0/layers").statusCode()).isEqualTo(404);
  }

  @Test
  @Order(8)
  void an_inspection_that_did_not_end_is_no_all_clear() throws Exception {
    JsonPath before = get("issues?limit=1000");
    long inspected = before.getLong("inspection.run");
    assertThat(before.getList("rows")).isNotEmpty();
    installation.erp().owner().run("alter view dw_stock_ledger rename to dw_stock_ledger_away");
    long failed = client.start("inspect-demand", Map.of());
    assertThat(client.awaitEnd(failed, LIMIT).getString("status")).isEqualTo("FAILED");

    JsonPath issues = get("issues?limit=1000");
    assertThat(issues.getLong("unfinished[0].run")).as(issues.prettify()).isEqualTo(failed);
    assertThat(issues.getString("unfinished[0].status")).isEqualTo("FAILED");
    assertThat(issues.getBoolean("unfinished[0].inspectionMissing")).isTrue();
    assertThat(issues.getBoolean("unfinished[0].accountMissing")).isFalse();
    assertThat(issues.getLong("inspection.run")).isEqualTo(inspected);
    assertThat(findings(issues)).isEqualTo(findings(before));
    assertThat(get("runs").getLong("unfinished[0].run")).isEqualTo(failed);

    long night = client.start("nightly", Map.of("horizon", "14"));
    assertThat(client.awaitEnd(night, LIMIT).getString("status")).isEqualTo("FAILED");
    assertThat(get("issues").getLong("unfinished[0].run")).isEqualTo(night);
    assertThat(get("issues").getBoolean("unfinished[0].accountMissing")).isTrue();

    installation.erp().owner().run("alter view dw_stock_ledger_away rename to dw_stock_ledger");
    client.complete("import-sales", Map.of(), LIMIT);
    client.complete("inspect-demand", Map.of(), LIMIT);
    assertThat(get("issues").getList("unfinished")).isEmpty();
    assertThat(get("issues").getLong("inspection.run")).isGreaterThan(night);
  }

  @Test
  @Order(9)
  void what_is_not_demand_is_taken_from_the_next_version_and_survives_a_reload() throws Exception {
    Map<String, Object> mark =
        Map.of("line", lineOfDemand(), "reason", "Equipment of a new plant, bought once");
    Response seen = client.post(QUALITY + "not-demand/preview", Map.of("line", mark.get("line")));
    assertThat(seen.statusCode()).as(seen.asString()).isEqualTo(200);
    assertThat(seen.jsonPath().getLong("lines")).isEqualTo(1);
    long series = seen.jsonPath().getLong("days[0].seriesId");
    String units = seen.jsonPath().getString("days[0].units");

    Response made = client.post(QUALITY + "not-demand", mark);
    assertThat(made.statusCode()).as(made.asString()).isEqualTo(201);
    long id = made.jsonPath().getLong("markId");
    assertThat(get("not-demand/" + id + "/days").getString("rows[0].units")).isEqualTo(units);
    long correction =
        get("corrections?active=true&seriesId=" + series)
            .getLong("rows.find { it.kind == 'NOT_DEMAND' }.correctionId");
    assertThat(client.delete(QUALITY + "corrections/" + correction).statusCode())
        .as("it follows from the mark")
        .isEqualTo(409);

    client.complete("nightly", Map.of("horizon", "14", "reload", "true"), LIMIT);
    JsonPath version = client.latestVersion();
    assertThat(version.getString("contentHash")).isNotEqualTo(cleanHash);
    String layer = "rows.find { it.correctionId == " + correction + " }";
    JsonPath layers =
        client
            .get("series/" + series + "/layers?versionId=" + version.getLong("versionId"))
            .jsonPath();
    assertThat(new BigDecimal(layers.getString(layer + ".unitsBefore")))
        .as(layers.prettify())
        .isEqualByComparingTo(
            new BigDecimal(layers.getString(layer + ".unitsAfter")).add(new BigDecimal(units)));
    String value =
        client
            .get("forecasts?limit=1&include=notRecommended&seriesId=" + series)
            .jsonPath()
            .getString("rows[0].id");
    assertThat(client.get("forecasts/" + value + "/lineage").jsonPath().getLong("demand.unproved"))
        .isZero();

    assertThat(client.delete(QUALITY + "not-demand/" + id).statusCode()).isEqualTo(200);
    client.complete("nightly", Map.of("horizon", "14"), LIMIT);
    assertThat(client.latestVersion().getString("contentHash")).isEqualTo(cleanHash);
    assertThat(client.get("leaderboard").jsonPath().getList("rows.model", String.class))
        .contains("published", "SeasonalNaive");
  }

  private static String lineOfDemand() throws SQLException {
    try (Connection erp = installation.erp().owner().open();
        Statement statement = erp.createStatement();
        ResultSet row =
            statement.executeQuery(
                "select max(line_id) from dw_sales_line where item_id = 'I0001' and site_id = 'SHA'"
                    + " and excluded_because is null and quantity > 0 and is_kit = false")) {
      row.next();
      return row.getString(1);
    }
  }

  private static void refused(Map<String, Object> body, int status, String words) {
    Response answer = client.post(QUALITY + "corrections", body);
    assertThat(answer.statusCode()).as(answer.asString()).isEqualTo(status);
    assertThat(answer.jsonPath().getString("detail")).contains(words);
  }

  private static Set<String> findings(JsonPath issues) {
    Set<String> found = new HashSet<>();
    for (Map<String, Object> i : issues.<Map<String, Object>>getList("rows")) {
      found.add(i.get("rule") + " " + i.get("item") + " " + i.get("site"));
    }
    return found;
  }

  private static List<Double> history(long series, String version, String what) {
    return client
        .get("series/" + series + version)
        .jsonPath()
        .getList("history." + what, Double.class);
  }

  private static JsonPath get(String path) {
    Response answer = client.get(QUALITY + path);
    assertThat(answer.statusCode()).as(answer.asString()).isEqualTo(200);
    return answer.jsonPath();
  }

  /** Returns one column of all pages. */
  private static List<String> all(String path, String column) {
    List<String> values = new java.util.ArrayList<>();
    String next = null;
    do {
      Response answer = client.get(path + (next == null ? "" : "&cursor=" + next));
      assertThat(answer.statusCode()).as(answer.asString()).isEqualTo(200);
      values.addAll(answer.jsonPath().getList(column, String.class));
      next = answer.jsonPath().getString("next");
    } while (next != null);
    return values;
  }

  private static long count(String sql) throws SQLException {
    try (Connection c = installation.erp().owner().open();
        Statement s = c.createStatement();
        ResultSet rows = s.executeQuery(sql)) {
      rows.next();
      return rows.getLong(1);
    }
  }

  private static void plant() throws SQLException {
    LocalDate middle = SIZE.lastDay().minusDays(120);
    String silence = "'" + SIZE.lastDay().minusDays(45) + "'";
    installation
        .erp()
        .owner()
        .run(
            "create table moved as select l.id, l.item_id from sales_order_line l"
                + " join sales_order o on o.id = l.order_id where l.item_id = 'I0001'"
                + " and o.site_id = 'SHA' and o.order_date > date "
                + silence,
            "update sales_order_line set item_id = 'I0002' where id in (select id from moved)",
            "update item set active = false, changed_at = timestamp '"
                + middle
                + " 00:00:00'"
                + " where item_id = 'I0010'",
            "insert into stock_ledger values ((select max(id) + 1 from stock_ledger), 'I0003',"
                + " 'CAN', date '"
                + SIZE.lastDay()
                + "', 'ISSUE', -5, -17)",
            order(900001, "SHA", middle, "C0001", "CNY"),
            line(900001, 900001, "I0002", 20_000, middle),
            order(930001, "SHA", middle, "C0002", "USD"),
            line(930001, 930001, "I0009", 2, middle));
    for (int i = 0; i < 30; i++) {
      LocalDate day = middle.plusDays(i);
      int order = 910_000 + i;
      installation
          .erp()
          .owner()
          .run(
              order(order, "SHA", day, "C0003", "CNY"),
              line(910_001 + 2 * i, order, "I0005", 7 + i, day),
              line(910_002 + 2 * i, order, "I0005", 7 + i, day));
    }
  }

  private static final String[] UNPLANT = {
    "update sales_order_line set item_id = 'I0001' where id in (select id from moved)",
    "update item set active = true where item_id = 'I0010'",
    "delete from stock_ledger where balance_after = -17",
    "delete from sales_order_line where id >= 900001",
    "delete from sales_order where id >= 900001",
    "drop table moved"
  };

  private static String order(int id, String site, LocalDate day, String customer, String money) {
    return "insert into sales_order values (%d, 'DW', 'P%d', 'STANDARD', '%s', '%s', date '%s', '%s', 'SHIPPED')"
        .formatted(id, id, site, customer, day, money);
  }

  private static String line(int id, int order, String item, int quantity, LocalDate day) {
    return ("insert into sales_order_line values (%d, %d, 1, '%s', 'planted', %d, %d,"
            + " (select uom_id from item where item_id = '%s'), 5, 5, null, 'SHIPPED',"
            + " timestamp '%s 12:00:00')")
        .formatted(id, order, item, quantity, quantity, item, day);
  }
}
