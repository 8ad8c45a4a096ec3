package org.demandwright.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer.OrderAnnotation;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;

/** An installation that works from files, over REST: from the first file to a forecast. */
@TestMethodOrder(OrderAnnotation.class)
class FilesServerIT {
  private static final Duration LIMIT = Duration.ofMinutes(5);
  private static final LocalDate FIRST = LocalDate.of(2023, 1, 2);
  private static final int WEEKS = 80;

  private static FileInstallation installation;
  private static ServerClient client;
  private static String fileId;

  @BeforeAll
  static void start() throws Exception {
    installation = FileInstallation.of("files");
    installation.server().set("dw.files.max-mb", "2");
    client = installation.server().start().client();
  }

  @AfterAll
  static void stop() throws Exception {
    installation.close();
  }

  /** Returns a year and a half of weekly orders of six items in German form. */
  private static String orders(int extra) {
    StringBuilder csv = new StringBuilder("Belegnummer;Belegdatum;Artikel;Menge;Einzelpreis\n");
    for (int week = 0; week < WEEKS; week++) {
      LocalDate day = FIRST.plusWeeks(week);
      for (int item = 1; item <= 6; item++) {
        int units = 10 * item + (week * item) % 7 + (week == 3 ? extra : 0);
        csv.append(
            "B%d-%d;%s;A%d;%d,50;1.234,50\n".formatted(week, item, german(day), item, units));
      }
    }
    return csv.toString();
  }

  private static String german(LocalDate day) {
    return "%02d.%02d.%d".formatted(day.getDayOfMonth(), day.getMonthValue(), day.getYear());
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private static String sent(String query, String text) {
    Response answer = client.send("files?" + query, bytes(text));
    assertThat(answer.statusCode()).as(answer.asString()).isEqualTo(201);
    assertThat(answer.header("Location")).contains("/api/v1/files/");
    return answer.jsonPath().getString("fileId");
  }

  private static JsonPath ok(Response answer) {
    assertThat(answer.statusCode()).as(answer.asString()).isEqualTo(200);
    return answer.jsonPath();
  }

  @Test
  @Order(1)
  void a_file_is_looked_into_and_tried_before_anything_is_loaded() {
    fileId = sent("name=orders.csv", orders(0) + "B99;31.02.2024;A1;1;2\n");
    JsonPath preview = ok(client.get("files/" + fileId + "/preview"));
    assertThat(preview.getList("questions")).isEmpty();
    assertThat(preview.getList("headings.value", String.class))
        .containsExactly("document_no", "order_date", "item_id", "quantity", "unit_price_net");
    assertThat(preview.getString("rows[0].values.order_date")).isEqualTo("2023-01-02");
    assertThat(preview.getString("rows[0].values.unit_price_net")).isEqualTo("1234.50");

    JsonPath tried = ok(client.post("files/" + fileId + "/dry-run"));
    assertThat(tried.getInt("rows")).isEqualTo(6 * WEEKS + 1);
    assertThat(tried.getInt("bad.BAD_DATE")).isEqualTo(1);
    assertThat(preview.getMap("lines")).isEqualTo(Map.of("HEADER", 1, "DATA", 6 * WEEKS + 1));
    assertThat(tried.getMap("lines"))
        .isEqualTo(Map.of("HEADER", 1, "LOADED", 6 * WEEKS, "QUARANTINED", 1));
    assertThat(tried.getInt("physicalLines")).isEqualTo(6 * WEEKS + 2);
    assertThat(tried.getString("errors[0].value")).isEqualTo("31.02.2024");
    assertThat(client.getCsv("files/" + fileId + "/bad-rows").asString())
        .contains("31.02.2024")
        .startsWith("line,reason,column");
    assertThatThrownBy(() -> installation.reader().run("select * from dw_sales_line"))
        .as("nothing is there yet")
        .isInstanceOf(SQLException.class);
  }

  @Test
  @Order(1)
  void an_import_goes_on_while_nobody_waits_and_tells_its_rows() throws Exception {
    String id = sent("name=bad.csv", orders(0) + "B98;31.02.2024;A1;1;2\nB99;32.02.2024;A1;1;2\n");
    JsonPath tried = imported(Map.of("fileId", Long.valueOf(id), "dryRun", true));
    assertThat(tried.getString("status")).as(tried.prettify()).isEqualTo("DONE");
    assertThat(tried.getString("name")).isEqualTo("bad.csv");
    assertThat(tried.getLong("rowCount")).isEqualTo(6 * WEEKS + 2);
    assertThat(tried.getLong("bad")).isEqualTo(2);
    String errors = "imports/" + tried.getLong("importId") + "/errors?limit=1";
    JsonPath first = ok(client.get(errors));
    assertThat(first.getString("rows[0].value")).isEqualTo("31.02.2024");
    JsonPath second = ok(client.get(errors + "&cursor=" + first.getString("next")));
    assertThat(second.getString("rows[0].value")).isEqualTo("32.02.2024");
    assertThat(ok(client.get(errors + "&cursor=" + second.getString("next"))).getList("rows"))
        .isEmpty();

    String twice = sent("name=us.csv", "order no,date,sku,qty\nX1,03/04/2023,A1,1\n");
    JsonPath failed = imported(Map.of("fileId", Long.valueOf(twice)));
    assertThat(failed.getString("status")).as(failed.prettify()).isEqualTo("FAILED");
    assertThat(failed.getString("because")).contains("us.csv").doesNotContain(".sent");
    assertThat(ok(client.get("imports?limit=1")).getLong("rows[0].importId"))
        .isEqualTo(failed.getLong("importId"));
    assertThat(client.post("imports", Map.of("fileId", 4_711)).statusCode()).isEqualTo(404);
    assertThat(client.get("imports/4711").statusCode()).isEqualTo(404);
    assertThat(
            client
                .post(
                    "imports",
                    Map.of("fileId", Long.valueOf(id), "mapping", Map.of("item_id", "units")))
                .statusCode())
        .as("what was said wrongly is told at once")
        .isEqualTo(400);
    client.delete("files/" + id);
    client.delete("files/" + twice);
  }

  private static JsonPath imported(Map<String, Object> wish) throws InterruptedException {
    Response asked = client.post("imports", wish);
    assertThat(asked.statusCode()).as(asked.asString()).isEqualTo(202);
    String path = asked.header("Location").replaceFirst(".*/api/v1/", "");
    JsonPath now = ok(client.get(path));
    while (List.of("WAITING", "RUNNING").contains(now.getString("status"))) {
      Thread.sleep(200);
      now = ok(client.get(path));
    }
    return now;
  }

  @Test
  @Order(2)
  void what_fits_in_two_ways_is_asked_and_the_answer_is_kept_as_a_profile() {
    String id = sent("name=us.csv", "order no,date,sku,qty\nX1,03/04/2023,A1,1\n");
    assertThat(ok(client.get("files/" + id + "/preview")).getString("questions[0]"))
        .contains("dates", "2023-04-03", "2023-03-04");
    assertThat(ok(client.get("files/" + id + "/preview")).getString("asked[0].key"))
        .isEqualTo("dates");
    Response refused = client.post("files/" + id + "/dry-run");
    assertThat(refused.statusCode()).isEqualTo(400);
    assertThat(refused.contentType()).contains("application/problem+json");
    Map<String, Object> answer = Map.of("format", Map.of("dates", "MDY"));
    assertThat(
            ok(client.post("files/" + id + "/preview", answer))
                .getString("rows[0].values.order_date"))
        .isEqualTo("2023-03-04");

    Map<String, Object> profile =
        Map.of(
            "name",
            "US shop",
            "kind",
            "order-lines",
            "format",
            Map.of("dates", "MDY"),
            "mapping",
            Map.of(
                "order no",
                "document_no",
                "date",
                "order_date",
                "sku",
                "item_id",
                "qty",
                "quantity"));
    assertThat(client.post("file-profiles", profile).statusCode()).isEqualTo(201);
    JsonPath known = ok(client.get("files/" + id + "/preview"));
    assertThat(known.getString("profile")).isEqualTo("US shop");
    assertThat(known.getList("questions")).isEmpty();
    assertThat(client.delete("files/" + id).statusCode()).isEqualTo(204);
    assertThat(client.get("files/" + id + "/preview").statusCode()).isEqualTo(404);
  }

  @Test
  @Order(2)
  void empty_cells_are_asked_about_and_the_answer_travels_with_the_file() {
    String id = sent("name=grouped.csv", "order no,date,sku,qty\nX1,2023-04-13,A1,1\n,,A2,3\n");
    JsonPath asked = ok(client.get("files/" + id + "/preview"));
    assertThat(asked.getString("asked[0].key")).isEqualTo("above");
    assertThat(asked.getList("asked[0].choices")).containsExactly("YES", "NO");
    JsonPath taken =
        ok(client.post("files/" + id + "/preview", Map.of("format", Map.of("above", "YES"))));
    assertThat(taken.getList("questions")).isEmpty();
    assertThat(taken.getString("rows[1].values.document_no")).isEqualTo("X1");
    assertThat(
            client
                .post("files/" + id + "/preview", Map.of("format", Map.of("above", "perhaps")))
                .asString())
        .contains("above cannot be \\\"perhaps\\\"", "[YES, NO]");
    assertThat(client.delete("files/" + id).statusCode()).isEqualTo(204);
  }

  @Test
  @Order(3)
  void bad_answers_and_files_too_large_are_refused_in_words() {
    assertThat(
            client
                .post("files/" + fileId + "/preview", Map.of("mapping", Map.of("Menge", "units")))
                .asString())
        .contains("cannot be mapped to \\\"units\\\"", "quantity");
    assertThat(
            client
                .post("files/" + fileId + "/preview", Map.of("format", Map.of("decimal", ",")))
                .asString())
        .contains("nothing of a file's form");
    assertThat(client.send("files?name=x&knid=signals", bytes("a")).statusCode()).isEqualTo(400);
    Response large = client.send("files?name=large.csv", new byte[3 << 20]);
    assertThat(large.statusCode()).isEqualTo(413);
    assertThat(large.asString()).contains("larger than 2 MB", "dw.files.max-mb");
  }

  @Test
  @Order(4)
  void a_loaded_file_is_read_by_a_user_who_sees_the_views_alone() throws Exception {
    JsonPath loaded = imported(Map.of("fileId", Long.valueOf(fileId)));
    assertThat(loaded.getInt("loaded")).as(loaded.prettify()).isEqualTo(6 * WEEKS);
    installation.reader().run("select count(*) from dw_sales_line", "select * from dw_adapter");
    for (String forbidden :
        List.of(
            "select * from file_order_line",
            "delete from dw_sales_line",
            "create table mine (x int)")) {
      assertThatThrownBy(() -> installation.reader().run(forbidden))
          .isInstanceOf(SQLException.class);
    }
  }

  @Test
  @Order(5)
  void the_same_file_again_is_refused_and_a_corrected_one_takes_its_place() throws Exception {
    assertThat(client.post("files/" + fileId + "/load").asString())
        .contains("loaded already, as load 1");
    client.complete("nightly", parameters(), LIMIT);
    assertThat(stored("A2", FIRST.plusWeeks(3))).isEqualTo(20 + 3 * 2 % 7 + 0.5);

    String corrected = sent("name=corrected.csv", orders(100));
    JsonPath loaded = ok(client.post("files/" + corrected + "/load?replaces=1"));
    assertThat(loaded.getInt("loaded")).isEqualTo(6 * WEEKS);
    client.complete("nightly", parameters(), LIMIT);
    assertThat(stored("A2", FIRST.plusWeeks(3))).isEqualTo(120 + 3 * 2 % 7 + 0.5);
  }

  private static Map<String, String> parameters() {
    return Map.of("bucket", "WEEK", "horizon", "4", "models", "Naive,GlobalWekaLinear");
  }

  /** Returns the demand of an item on a day in the store. */
  private static double stored(String item, LocalDate day) throws SQLException {
    try (var connection = installation.store().open();
        var statement =
            connection.prepareStatement(
                "select sum(l.quantity) from sales_line l join series s on s.series_id = l.series_id"
                    + " where s.item_id = ? and l.booked_on = ? and l.excluded_because is null")) {
      statement.setString(1, item);
      statement.setObject(2, day);
      try (var row = statement.executeQuery()) {
        row.next();
        return row.getDouble(1);
      }
    }
  }

  @Test
  @Order(6)
  void signals_come_by_rest_and_by_file_and_the_next_version_has_them() throws Exception {
    List<Map<String, Object>> rows =
        IntStream.range(0, 7 * WEEKS)
            .mapToObj(
                d ->
                    Map.<String, Object>of(
                        "signal",
                        "index",
                        "day",
                        FIRST.plusDays(d).toString(),
                        "value",
                        100 + d % 9))
            .toList();
    assertThat(ok(client.post("signals", Map.of("rows", rows))).getInt("values"))
        .isEqualTo(7 * WEEKS);
    assertThat(ok(client.post("signals", Map.of("rows", rows))).getInt("values"))
        .isEqualTo(7 * WEEKS);

    StringBuilder csv = new StringBuilder("Tag;Artikel;page views;carts\n");
    for (int d = 0; d < 7 * WEEKS; d++) {
      csv.append("%s;A1;%d;%d\n".formatted(german(FIRST.plusDays(d)), 50 + d % 11, d % 5));
    }
    String id = sent("name=views.csv&kind=signals", csv.toString());
    Map<String, Object> mapping =
        Map.of("mapping", Map.of("page views", "value", "carts", "value"));
    JsonPath tried = ok(client.post("files/" + id + "/dry-run", mapping));
    assertThat(tried.getInt("loaded")).isEqualTo(7 * WEEKS);
    assertThat(ok(client.get("signals")).getList("rows.signal", String.class))
        .containsExactly("index");
    ok(client.post("files/" + id + "/load", mapping));
    JsonPath all = ok(client.get("signals"));
    assertThat(all.getList("rows.signal", String.class))
        .containsExactly("carts", "index", "page views");
    assertThat(all.getList("rows.values", Integer.class)).containsOnly(7 * WEEKS);
    assertThat(ok(client.get("signals/values?item=A1&limit=1")).getString("rows[0].signal"))
        .isEqualTo("carts");

    client.complete("nightly", parameters(), LIMIT);
    JsonPath version = client.latestVersion();
    assertThat(version.getInt("audit.leaks")).isZero();
    assertThat(snapshotsWithSignals(version.getLong("versionId"))).isEqualTo(6);
  }

  private static long snapshotsWithSignals(long version) throws SQLException {
    try (var connection = installation.store().open();
        var statement = connection.createStatement();
        var row =
            statement.executeQuery(
                "select count(*) from series_snapshot where signals is not null and version_id = "
                    + version)) {
      row.next();
      return row.getLong(1);
    }
  }

  @Test
  @Order(7)
  void rows_that_are_no_values_are_refused_with_their_number_and_nothing_is_written() {
    Response answer =
        client.post(
            "signals",
            Map.of(
                "rows",
                List.of(
                    Map.of("signal", "other", "day", "2023-01-02", "value", 1),
                    Map.of(
                        "signal",
                        "other",
                        "day",
                        "2023-01-02",
                        "value",
                        1,
                        "knownFrom",
                        "2023-01-02"))));
    assertThat(answer.statusCode()).isEqualTo(400);
    assertThat(answer.asString()).contains("Row 2: a day's value is known on the next day");
    assertThat(ok(client.get("signals")).getList("rows")).hasSize(3);
  }

  @Test
  @Order(8)
  void the_unit_of_an_item_is_changed_by_a_person_and_its_history_is_judged_anew()
      throws Exception {
    LocalDate day = LocalDate.of(2024, 3, 4);
    StringBuilder csv =
        new StringBuilder("document_no,order_date,item_id,quantity,uom_id,customer_id\n");
    for (int line = 1; line <= 5; line++) {
      csv.append("U%d,%s,U,%d,%s,nan\n".formatted(line, day, line, line <= 3 ? "PCS" : "box"));
    }
    String id = sent("name=units.csv", csv.toString());
    JsonPath tried = ok(client.post("files/" + id + "/dry-run"));
    assertThat(tried.getMap("refused")).isEqualTo(Map.of("WRONG_UNIT", 2));
    assertThat(tried.getString("errors[0].wrong")).contains("box", "PCS");
    ok(client.post("files/" + id + "/load"));
    client.complete("import-sales", Map.of(), LIMIT);
    assertThat(stored("U", day)).isEqualTo(1 + 2 + 3);

    JsonPath items = ok(client.get("file-units"));
    assertThat(items.getString("rows[0].unit")).isEqualTo("PCS");
    assertThat(items.getInt("rows[0].refused")).isEqualTo(2);
    assertThat(
            client.post("file-units", Map.of("org", "MAIN", "item", "U", "unit", "KG")).asString())
        .contains("choose one of [PCS, box]");
    ok(client.post("file-units", Map.of("org", "MAIN", "item", "U", "unit", "box")));
    client.complete("import-sales", Map.of(), LIMIT);
    assertThat(stored("U", day)).isEqualTo(4 + 5);
  }
}
