package org.demandwright.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import java.nio.charset.StandardCharsets;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer.OrderAnnotation;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;

/** Where data end, from a file to a forecast: totals of months, wrong years, open orders. */
@TestMethodOrder(OrderAnnotation.class)
class DataEndServerIT {
  private static final Duration LIMIT = Duration.ofMinutes(6);
  private static final Map<String, String> WEEKS =
      Map.of("bucket", "WEEK", "horizon", "13", "models", "Naive,MovingAverage");

  private static FileInstallation installation;
  private static ServerClient client;
  private static int loads;

  @BeforeAll
  static void start() throws Exception {
    installation = FileInstallation.of("data-end");
    client = installation.server().start().client();
  }

  @AfterAll
  static void stop() throws Exception {
    installation.close();
  }

  private static JsonPath ok(Response answer) {
    assertThat(answer.statusCode()).as(answer.asString()).isBetween(200, 201);
    return answer.jsonPath();
  }

  private static JsonPath load(String name, String csv, boolean inPlaceOfTheLast) {
    String id =
        ok(client.send("files?name=" + name, csv.getBytes(StandardCharsets.UTF_8)))
            .getString("fileId");
    JsonPath loaded =
        ok(client.post("files/" + id + "/load" + (inPlaceOfTheLast ? "?replaces=" + loads : "")));
    loads++;
    return loaded;
  }

  /** Six months of one item, 100 to 150, each dated on a place of its month. */
  private static String sixMonths(UnaryOperator<LocalDate> place) {
    StringBuilder csv = new StringBuilder("document_no,line_no,order_date,item_id,quantity\n");
    for (int i = 0; i < 6; i++) {
      csv.append(
          "M%d,1,%s,TEA,%d\n"
              .formatted(i, place.apply(LocalDate.of(2024, 1 + i, 1)), 100 + 10 * i));
    }
    return csv.toString();
  }

  private static void assertSixPeriodsAndJuly() {
    JsonPath version = client.latestVersion();
    assertThat(version.getString("bucket")).isEqualTo("MONTH");
    assertThat(version.getString("dataAsOf")).isEqualTo("2024-07-01");
    assertThat(version.getString("origin")).isEqualTo("2024-07-01");
    JsonPath rows =
        ok(
            client.get(
                "forecasts?include=notRecommended&versionId=" + version.getLong("versionId")));
    assertThat(rows.getString("rows[0].periodStart")).isEqualTo("2024-07-01");
    assertThat(rows.getBoolean("rows[0].usable")).isTrue();
    assertThat(rows.getDouble("rows[0].mean")).isEqualTo(160, within(0.5));
    assertThat(rows.getDouble("rows[0].p10")).isLessThanOrEqualTo(160);
    assertThat(rows.getDouble("rows[0].p90")).isGreaterThanOrEqualTo(160);
    assertThat(rows.getString("rows[0].reason"))
        .containsIgnoringCase("trend")
        .doesNotContain("untested");
    JsonPath series = ok(client.get("series/" + rows.getLong("rows[0].seriesId")));
    assertThat(series.getList("history")).hasSize(6);
  }

  @Test
  @Order(1)
  void six_monthly_totals_are_six_whole_months_on_whichever_day_they_are_dated()
      throws InterruptedException {
    load("first.csv", sixMonths(UnaryOperator.identity()), false);
    client.complete("nightly", Map.of("bucket", "MONTH"), LIMIT);
    assertSixPeriodsAndJuly();

    load("fifteenth.csv", sixMonths(d -> d.withDayOfMonth(15)), true);
    client.complete("nightly", Map.of("bucket", "MONTH"), LIMIT);
    assertSixPeriodsAndJuly();

    load("last.csv", sixMonths(d -> d.with(TemporalAdjusters.lastDayOfMonth())), true);
    client.complete("nightly", Map.of("bucket", "MONTH"), LIMIT);
    assertSixPeriodsAndJuly();
  }

  /** Orders of four items on each weekday of a year and a half up to Friday, 2024-06-28. */
  private static String trade() {
    StringBuilder csv =
        new StringBuilder("document_no,line_no,order_date,demand_date,item_id,quantity\n");
    LocalDate day = LocalDate.of(2023, 1, 2);
    for (; !day.isAfter(LocalDate.of(2024, 6, 28)); day = day.plusDays(1)) {
      if (day.getDayOfWeek().getValue() <= DayOfWeek.FRIDAY.getValue()) {
        csv.append(lines(day));
      }
    }
    return csv.toString();
  }

  private static String lines(LocalDate day) {
    StringBuilder csv = new StringBuilder();
    for (int item = 0; item < 4; item++) {
      csv.append("%s,%d,%s,%s,B%d,%d\n".formatted(day, item, day, day, item, 20 + item));
    }
    return csv.toString();
  }

  @Test
  @Order(2)
  void wrong_years_are_set_aside_and_orders_for_later_are_open() throws InterruptedException {
    load(
        "trade.csv",
        trade()
            + "Y1,1,2204-06-27,2204-06-27,B0,20\n"
            + "Y2,1,2025-12-27,2025-12-27,B1,20\n"
            + "L1,1,2024-06-27,2024-07-10,B2,30\n",
        true);
    client.complete("nightly", WEEKS, LIMIT);
    JsonPath version = client.latestVersion();
    assertThat(version.getString("dataAsOf")).as("data to Friday").isEqualTo("2024-07-01");
    JsonPath quarantine = ok(client.get("data-quality/quarantine?reason=IMPLAUSIBLE_DATE"));
    assertThat(quarantine.getList("rows.detail", String.class))
        .hasSize(2)
        .anyMatch(d -> d.contains("2204-06-27") && d.contains("after today"))
        .anyMatch(d -> d.contains("2025-12-27") && d.contains("silence"));
    JsonPath account = account();
    assertThat(account.getLong("open")).isEqualTo(1);
    assertThat(account.getLong("rowsIn"))
        .isEqualTo(
            account.getLong("used")
                + account.getLong("excluded")
                + account.getLong("quarantined")
                + account.getLong("open"));
    assertThat(ok(client.get("data-quality/lines?outcome=OPEN")).getList("rows.documentNo"))
        .isEqualTo(List.of("L1"));

    String found = "rows.find { it.item == 'B2' && it.step == 2 }.";
    JsonPath gross = forecasts(version, "");
    JsonPath net = forecasts(version, "&net=open");
    assertThat(gross.getDouble(found + "openDemand")).isEqualTo(30);
    assertThat(gross.getDouble(found + "totalOpenDemand")).isEqualTo(30);
    assertThat(net.getDouble(found + "mean"))
        .isEqualTo(gross.getDouble(found + "mean") - 30, within(1e-3));
    assertThat(gross.getDouble("rows.find { it.item == 'B2' && it.step == 1 }.openDemand"))
        .isZero();
  }

  @Test
  @Order(3)
  void another_night_changes_nothing_and_a_source_that_goes_on_is_believed()
      throws InterruptedException {
    client.complete("nightly", WEEKS, LIMIT);
    assertThat(account().getList("brought")).as("nothing comes and goes").isEmpty();

    StringBuilder more = new StringBuilder(trade().lines().findFirst().orElseThrow() + "\n");
    for (int i = 0; i < 5; i++) {
      more.append(lines(LocalDate.of(2025, 12, 29).plusDays(i)));
    }
    load("more.csv", more.toString(), false);
    client.complete("nightly", WEEKS, LIMIT);
    assertThat(client.latestVersion().getString("dataAsOf")).isEqualTo("2026-01-05");
    assertThat(ok(client.get("data-quality/quarantine?reason=IMPLAUSIBLE_DATE")).getList("rows"))
        .as("the year 2204 alone")
        .hasSize(1);
    assertThat(account().getLong("open")).as("the order became demand by itself").isZero();
  }

  private static JsonPath account() {
    long run = ok(client.get("data-quality/runs?limit=1")).getLong("rows[0].run");
    return ok(client.get("data-quality/runs/" + run + "/account"));
  }

  private static JsonPath forecasts(JsonPath version, String and) {
    return ok(
        client.get(
            "forecasts?limit=1000&include=notRecommended&versionId="
                + version.getLong("versionId")
                + and));
  }
}
