package org.demandwright.server;

import static org.assertj.core.api.Assertions.assertThat;

import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import java.io.IOException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
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

/** Lines that another system pushes count beside those of the ERP, and are read as these are. */
@ParameterizedClass
@MethodSource("org.demandwright.server.Engines#postgres")
@TestMethodOrder(OrderAnnotation.class)
class SourcesServerIT {
  private static final Duration LIMIT = Duration.ofMinutes(5);
  private static final DemoSize SIZE = DemoSize.small();
  private static final LocalDate DAY = SIZE.lastDay().minusDays(20);
  private static final int LINES = 300;
  private static final String PUSHED = "select count(*) from sales_line where source = 'push'";

  private static Installation installation;
  private static TestDatabase store;

  /** The ERP of before, with the same items and other customers' orders. */
  private static TestErp old;

  /** A third one, of another country. */
  private static TestErp third;

  /** Company, item, site, channel and unit of the series that is sold most often. */
  private static String[] series;

  @Parameter Engine engine;

  @BeforeParameterizedClassInvocation
  static void start(Engine engine) throws Exception {
    installation = Installation.of(engine, "sources", SIZE);
    store = installation.openStore();
    old =
        TestErp.load(
            engine == Engine.H2
                ? installation.h2().database("old")
                : SharedPostgres.create("old_erp"),
            SIZE);
    third =
        TestErp.load(
            engine == Engine.H2
                ? installation.h2().database("third")
                : SharedPostgres.create("third_erp"),
            SIZE);
    installation.server().start();
    series =
        rows(
                installation.erp().owner(),
                "select org_id, item_id, site_id, coalesce(channel_id, ''), uom_id from dw_sales_line where"
                    + " excluded_because is null and quantity > 0 group"
                    + " by org_id, item_id, site_id, channel_id, uom_id order by count(*) desc,"
                    + " item_id, site_id, channel_id fetch first 1 row only")
            .get(0)
            .split("\\|", -1);
  }

  @AfterParameterizedClassInvocation
  static void stop() throws Exception {
    installation.close();
  }

  private static ServerClient client() throws IOException {
    return installation.server().client();
  }

  @Test
  @Order(1)
  void each_line_of_a_push_is_told_its_fate() throws Exception {
    List<Map<String, Object>> lines =
        new ArrayList<>(IntStream.range(0, LINES).mapToObj(i -> line(i, "3")).toList());
    Map<String, Object> strange = line(LINES, "3");
    strange.put("itemId", "I-LATER");
    lines.add(strange);
    lines.add(Map.of("documentNo", "W-9", "lineNo", "1", "quantity", "much"));
    lines.add(Map.of("documentNo", "W-9", "lineNo", "2", "demandDate", DAY.toString()));

    JsonPath trial = pushed(client().post("sales-lines?dryRun=true", lines));
    assertThat(number("select count(*) from pushed_line")).isZero();
    JsonPath told = pushed(client().post("sales-lines", lines));

    assertThat(trial.getInt("added")).isEqualTo(told.getInt("added")).isEqualTo(LINES + 1);
    assertThat(told.getInt("refused")).isEqualTo(2);
    assertThat(told.getString("lines[301].field")).isEqualTo("quantity");
    assertThat(told.getString("lines[302].field")).isEqualTo("itemId");
    JsonPath again = pushed(client().post("sales-lines", lines.subList(0, LINES)));
    assertThat(again.getInt("unchanged")).as("the same again").isEqualTo(LINES);
    assertThat(client().get("sales-lines?documentNo=W-1").jsonPath().getList("rows.state"))
        .containsOnly("WAITING");
  }

  @Test
  @Order(2)
  void both_sources_are_read_and_add_up() throws Exception {
    client().complete("import-sales", Map.of(), LIMIT);
    bothAddUp();
    assertThat(number("select count(*) from sales_line where source = 'push'")).isEqualTo(LINES);
    assertThat(rows("select line_id, reason from quarantine where source = 'push'"))
        .singleElement()
        .asString()
        .matches("push:\\d+\\|UNKNOWN_ITEM");
    JsonPath bad = client().get("data-quality/quarantine?reason=UNKNOWN_ITEM").jsonPath();
    assertThat(bad.getList("rows.source")).contains("push");
    JsonPath strange = client().get("sales-lines?itemId=I-LATER").jsonPath();
    assertThat(strange.getString("rows[0].state")).isEqualTo("QUARANTINED");
    assertThat(strange.getString("rows[0].stateReason")).isEqualTo("UNKNOWN_ITEM");
    assertThat(client().get("sales-lines?documentNo=W-1").jsonPath().getList("rows.state"))
        .containsOnly("COUNTED");
  }

  @Test
  @Order(3)
  void a_restated_a_deleted_and_a_mended_line_are_followed_by_the_next_import() throws Exception {
    Map<String, Object> mended = line(LINES, "3");
    JsonPath told =
        pushed(
            client()
                .post(
                    "sales-lines",
                    List.of(
                        line(0, "8"),
                        Map.of(
                            "orgId",
                            series[0],
                            "documentNo",
                            "W-0",
                            "lineNo",
                            "1",
                            "quantity",
                            0,
                            "reason",
                            "twice"),
                        mended)));
    assertThat(told.getInt("changed")).isEqualTo(2);
    assertThat(told.getInt("deleted")).isEqualTo(1);
    client().complete("import-sales", Map.of(), LIMIT);
    bothAddUp();
    assertThat(
            rows(
                "select quantity, coalesce(excluded_because, '') from sales_line where document_no"
                    + " = 'W-0' order by source_key"))
        .startsWith("8.000000|", "0.000000|DELETED");
    assertThat(number("select count(*) from quarantine where source = 'push'")).isZero();
    assertThat(rows("select source, count(*) from sales_line_history group by source"))
        .as("what two of them said before")
        .containsExactly("push|2");
  }

  @Test
  @Order(4)
  void one_source_is_read_anew_and_the_other_stays_as_it_is() throws Exception {
    String watermarks =
        "select source, changed_at, line_id from watermark where source <> 'dw_stock_ledger' order by source";
    List<String> before = rows(watermarks);
    String all = "select line_id, known_from, imported_by from sales_line order by line_id";
    List<String> lines = rows(all);
    client().complete("import-sales", Map.of("reload", "true", "source", "push"), LIMIT);
    assertThat(rows(all)).isEqualTo(lines);
    assertThat(rows(watermarks)).isEqualTo(before);
    bothAddUp();
    JsonPath run =
        client()
            .awaitEnd(
                client().start("import-sales", Map.of("reload", "true", "source", "shop")), LIMIT);
    assertThat(run.getString("status")).isEqualTo("FAILED");
    assertThat(run.getString("message")).contains("no source \"shop\"; there are erp, push");
  }

  @Test
  @Order(5)
  void a_run_that_is_killed_goes_on_where_it_was() throws Exception {
    installation.erp().owner().run("update sales_order_line set unit_price = unit_price + 1");
    pushed(
        client()
            .post("sales-lines", IntStream.range(1, LINES).mapToObj(i -> line(i, "5")).toList()));
    long id = client().start("import-sales", Map.of("reload", "true", "chunkSize", "100"));
    awaitRows(id);
    installation.server().killHard();
    installation.server().start();
    JsonPath resumed = client().awaitResumed(id, LIMIT);
    assertThat(resumed.getString("status")).as(resumed.prettify()).isEqualTo("COMPLETED");
    bothAddUp();
    assertThat(number("select count(*) from sales_line where source = 'push' and quantity = 5"))
        .isEqualTo(LINES - 1);
  }

  @Test
  @Order(6)
  void lineage_names_the_source() throws Exception {
    client()
        .complete(
            "nightly",
            Map.of("bucket", "WEEK", "horizon", "2", "origins", "1", "models", "SeasonalNaive"),
            LIMIT);
    JsonPath forecasts =
        client()
            .get(
                "forecasts?versionId="
                    + client().latestVersion().getLong("versionId")
                    + "&item="
                    + series[1]
                    + "&site="
                    + series[2])
            .jsonPath();
    String id = forecasts.getString("rows[0].id");
    JsonPath rows =
        client().get("forecasts/" + id + "/lineage/rows?limit=1000&from=" + DAY).jsonPath();
    assertThat(rows.getList("rows.source")).contains("erp", "push").doesNotContainNull();
  }

  @Test
  @Order(7)
  void on_days_of_another_source_lines_are_kept_and_do_not_count() throws Exception {
    String tag = client().get("sources/push").header("ETag");
    JsonPath preview = ok(client().get("sources/push/preview?firstDay=" + DAY.plusDays(3)));
    long before = number(PUSHED + " and booked_on < '" + DAY.plusDays(3) + "'");
    assertThat(preview.getLong("lines")).isEqualTo(before).isPositive();
    assertThat(change("push", Map.of("firstDay", DAY.plusDays(3).toString()), "\"stale\""))
        .isEqualTo(412);
    assertThat(change("push", Map.of("firstDay", DAY.plusDays(3).toString()), tag)).isEqualTo(200);

    client().complete("import-sales", Map.of(), LIMIT);

    assertThat(number(PUSHED + " and excluded_because = 'OUTSIDE_DAYS'")).isEqualTo(before);
    bothAddUp();
    JsonPath state = client().get("sources/push/state").jsonPath();
    assertThat(state.getLong("outsideDays")).isEqualTo(before);
    assertThat(state.getLong("used") + state.getLong("outsideDays") + state.getLong("excluded"))
        .isEqualTo(LINES + 1);
    assertThat(state.getBoolean("readAnew")).isFalse();
    client().complete("import-sales", Map.of(), LIMIT);
    assertThat(
            number(
                "select coalesce(sum(line_count), 0) from intake_account where instance_id ="
                    + " (select max(instance_id) from intake_run) and outcome in ('NEW', 'CHANGED',"
                    + " 'DELETED')"))
        .as("nothing differs any more")
        .isZero();
  }

  @Test
  @Order(8)
  void a_second_system_pushes_its_own_codes() throws Exception {
    Response added = client().post("sources", Map.of("name", "shop"));
    assertThat(added.statusCode()).as(added.asString()).isEqualTo(201);
    assertThat(client().post("sources", Map.of("name", "shop")).statusCode()).isEqualTo(409);
    Map<String, Object> theirs = line(0, "4");
    theirs.put("source", "shop");
    theirs.put("itemId", "4711");
    pushed(client().post("sales-lines", List.of(theirs)));
    client().complete("import-sales", Map.of(), LIMIT);
    assertThat(rows("select reason from quarantine where source = 'shop'"))
        .containsExactly("UNKNOWN_ITEM");

    Map<String, Object> codes =
        Map.of("codes", List.of(Map.of("kind", "ITEM", "theirs", "4711", "ours", series[1])));
    ok(client().post("sources/shop/codes", codes));
    assertThat(client().getCsv("sources/shop/codes").asString()).contains("4711," + series[1]);
    client().complete("import-sales", Map.of(), LIMIT);

    assertThat(rows("select line_id, item_id from sales_line where source = 'shop'"))
        .singleElement()
        .asString()
        .matches("shop:\\d+\\|" + series[1]);
    bothAddUp();
  }

  @Test
  @Order(9)
  void a_source_is_removed_with_its_lines_or_without_them() throws Exception {
    long pushedNow = number(PUSHED);
    for (String name : List.of("empty", "kept")) {
      assertThat(client().post("sources", Map.of("name", name)).statusCode()).isEqualTo(201);
    }
    Map<String, Object> line = line(1, "6");
    line.put("source", "kept");
    pushed(client().post("sales-lines", List.of(line)));
    client().complete("import-sales", Map.of(), LIMIT);

    assertThat(client().delete("sources/push").statusCode()).isEqualTo(409);
    assertThat(client().delete("sources/erp").statusCode()).isEqualTo(409);
    assertThat(client().delete("sources/empty").statusCode()).isEqualTo(204);
    Response silent = client().delete("sources/shop");
    assertThat(silent.statusCode()).isEqualTo(400);
    assertThat(silent.jsonPath().getString("detail")).contains("Source shop holds 1 lines");
    assertThat(client().delete("sources/kept?lines=KEEP").statusCode()).isEqualTo(204);
    assertThat(client().delete("sources/shop?lines=DELETE").statusCode()).isEqualTo(204);
    assertThat(client().get("sources").jsonPath().getList("rows.findAll { it.ending }.name"))
        .containsExactly("shop");
    Map<String, Object> late = line(0, "4");
    late.put("source", "shop");
    assertThat(pushed(client().post("sales-lines", List.of(late))).getInt("refused")).isEqualTo(1);
    assertThat(change("shop", Map.of(), "*")).isEqualTo(409);

    client().complete("import-sales", Map.of("reload", "true"), LIMIT);

    assertThat(client().get("sources").jsonPath().getList("rows.name"))
        .containsExactlyInAnyOrder("erp", "push");
    assertThat(number("select count(*) from sales_line where source = 'shop'")).isZero();
    assertThat(number("select sum(line_count) from intake_hour where source = 'shop'")).isZero();
    assertThat(number("select count(*) from sales_line_history where source = 'shop'"))
        .as("versions of before can be explained")
        .isPositive();
    assertThat(rows("select quantity, excluded_because from sales_line where source = 'kept'"))
        .containsExactly("6.000000|null");
    assertThat(number(PUSHED)).isEqualTo(pushedNow);
    assertThat(client().post("sources", Map.of("name", "shop")).statusCode()).isEqualTo(409);
    bothAddUp();
  }

  @Test
  @Order(10)
  void a_second_erp_counts_until_the_day_on_which_the_first_took_over() throws Exception {
    LocalDate handOver = DAY.minusDays(100);
    installation.server().stop();
    old.reader().connect(installation.server(), "erp2");
    installation.server().set("dw.erp2.name", "old");
    third.reader().connect(installation.server(), "source.third");
    installation.server().set("dw.sources", "third");
    installation.server().start();
    client().complete("import-sales", Map.of(), LIMIT);
    bothAddUp();
    String oldLines = "select count(*) from dw_sales_line";
    assertThat(number("select sum(line_count) from intake_hour where source = 'old'"))
        .isEqualTo(Long.parseLong(rows(old.owner(), oldLines).get(0)));
    assertThat(number("select sum(line_count) from intake_hour where source = 'third'"))
        .as("a third one, by its settings alone")
        .isEqualTo(Long.parseLong(rows(third.owner(), oldLines).get(0)));
    assertThat(client().get("sources").jsonPath().getList("rows.kind"))
        .containsExactlyInAnyOrder("ERP", "PUSH", "OTHER_ERP", "OTHER_ERP");

    String demand =
        "select count(*) from sales_line where excluded_because is null and source = '%s' and"
            + " booked_on %s '"
            + handOver
            + "'";
    assertThat(number(demand.formatted("old", ">="))).isPositive();
    assertThat(change("old", Map.of("lastDay", handOver.minusDays(1).toString()), "*"))
        .isEqualTo(200);
    assertThat(change("erp", Map.of("firstDay", handOver.toString()), "*")).isEqualTo(200);
    client().complete("import-sales", Map.of(), LIMIT);

    assertThat(number(demand.formatted("old", ">="))).isZero();
    assertThat(number(demand.formatted("dw_sales_line", "<"))).isZero();
    assertThat(number(demand.formatted("old", "<")))
        .as("the same orders in both, so that each day has what one of them has")
        .isPositive();
    bothAddUp();
    assertThat(number("select sum(line_count) from intake_hour where source = 'old'"))
        .isEqualTo(Long.parseLong(rows(old.owner(), oldLines).get(0)));
  }

  private static int change(String source, Map<String, String> body, String tag)
      throws IOException {
    return client()
        .request()
        .contentType("application/json")
        .header("If-Match", tag)
        .body(body)
        .put(client().base() + "api/v1/sources/" + source)
        .statusCode();
  }

  private static JsonPath ok(Response answer) {
    assertThat(answer.statusCode()).as(answer.asString()).isEqualTo(200);
    return answer.jsonPath();
  }

  /** Waits until the import has written some rows. */
  private static void awaitRows(long id) throws Exception {
    long deadline = System.nanoTime() + LIMIT.toNanos();
    long done = 0;
    while (done < 300) {
      Map<String, Object> step =
          client().execution(id).getMap("steps.find { it.name == 'import-lines' }");
      done = step == null ? 0 : ((Number) step.get("done")).longValue();
      assertThat(System.nanoTime()).isLessThan(deadline);
      Thread.sleep(20);
    }
  }

  private static JsonPath pushed(Response answer) {
    assertThat(answer.statusCode()).as(answer.asString()).isEqualTo(200);
    return answer.jsonPath();
  }

  private static Map<String, Object> line(int number, String quantity) {
    Map<String, Object> line = new HashMap<>();
    line.put("documentNo", "W-" + number / 3);
    line.put("lineNo", Integer.toString(number % 3));
    line.put("orgId", series[0]);
    line.put("demandDate", DAY.plusDays(number % 7).toString());
    line.put("itemId", series[1]);
    line.put("siteId", series[2]);
    if (!series[3].isEmpty()) {
      line.put("channelId", series[3]);
    }
    line.put("quantity", quantity);
    line.put("uomId", series[4]);
    return line;
  }

  /** Number and quantity of each source's lines are those that it has, kept or in quarantine. */
  private static void bothAddUp() throws SQLException {
    String here =
        "select count(*), sum(quantity) from (select quantity from sales_line where derived_from"
            + " is null and source = '%1$s' union all select quantity from quarantine where source"
            + " = '%1$s') both_kinds";
    assertThat(rows(here.formatted("dw_sales_line")))
        .isEqualTo(
            rows(installation.erp().owner(), "select count(*), sum(quantity) from dw_sales_line"));
    assertThat(rows(here.formatted("push")))
        .isEqualTo(rows("select count(*), sum(quantity) from pushed_line where source = 'push'"));
    assertThat(number("select sum(line_count) from intake_hour where source = 'push'"))
        .isEqualTo(number("select count(*) from pushed_line where source = 'push'"));
  }

  private static long number(String query) throws SQLException {
    return Long.parseLong(rows(query).get(0));
  }

  private static List<String> rows(String query) throws SQLException {
    return rows(store, query);
  }

  private static List<String> rows(TestDatabase database, String query) throws SQLException {
    List<String> rows = new ArrayList<>();
    try (Connection connection = database.open();
        Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery(query)) {
      int columns = row.getMetaData().getColumnCount();
      while (row.next()) {
        List<String> fields = new ArrayList<>();
        for (int i = 1; i <= columns; i++) {
          fields.add(row.getString(i));
        }
        rows.add(String.join("|", fields));
      }
    }
    return rows;
  }
}
