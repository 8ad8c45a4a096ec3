package org.demandwright.server;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.demandwright.demo.generate.DemoSize;
import org.demandwright.demo.generate.Dirt;
import org.demandwright.erp.SqlScript;
import org.demandwright.server.Installation.Engine;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer.OrderAnnotation;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;

/**
 * What goes wrong around a run ends it as FAILED with a message that says what to do, or puts rows
 * into quarantine; what readers see stays as it is, and the run can go on afterwards.
 */
@TestMethodOrder(OrderAnnotation.class)
class BadInputServerIT {
  private static final Duration LIMIT = Duration.ofMinutes(5);
  private static final DemoSize SIZE = DemoSize.small();

  private static Installation installation;
  private static ServerClient client;
  private static long published;

  @BeforeAll
  static void start() throws Exception {
    installation = Installation.of(Engine.H2, "bad-input", SIZE);
    client = installation.server().start().client();
    client.complete("nightly", parameters(), LIMIT);
    published = client.publishedVersion();
  }

  @AfterAll
  static void stop() throws Exception {
    installation.close();
  }

  @Test
  @Order(1)
  void broken_rows_are_in_quarantine_by_reason() {
    List<Map<String, Object>> reasons = client.summary(published).getList("quarantined");
    assertThat(reasons)
        .hasSize(4)
        .allSatisfy(r -> assertThat(r.get("count")).isEqualTo(Dirt.LINES / 4));
  }

  @Test
  @Order(1)
  void order_lines_in_a_file_where_an_erp_is_read() {
    String lines = "document_no,order_date,item_id,quantity\n1,2024-01-31,A,1\n";
    int file = client.send("files?name=a.csv", lines.getBytes(UTF_8)).jsonPath().getInt("fileId");
    Response refused = client.post("files/" + file + "/load");
    assertThat(refused.statusCode()).isEqualTo(409);
    assertThat(refused.asString())
        .contains("reads its sales from an ERP and not from files", "dw.erp.file.url");
  }

  @Test
  @Order(2)
  void a_database_that_is_down() throws Exception {
    installation.h2().goDown();
    JsonPath failed = fails("The ERP cannot be read", "dw.erp.url", "restart this run");
    installation.h2().comeBack();
    goesOn(failed);
  }

  @Test
  @Order(3)
  void a_view_that_is_missing() throws Exception {
    installation.erp().owner().run("drop view dw_price");
    JsonPath failed = fails("The ERP cannot be read", "dw_price", "sql/erp");
    installation
        .erp()
        .owner()
        .run(view("dw_price"), "grant select on dw_price to demandwright_reader");
    goesOn(failed);
  }

  @Test
  @Order(4)
  void a_right_that_is_missing() throws Exception {
    installation.erp().owner().run("revoke select on dw_item from demandwright_reader");
    JsonPath failed = fails("The ERP cannot be read", "dw_item", "grant SELECT");
    installation.erp().owner().run("grant select on dw_item to demandwright_reader");
    goesOn(failed);
  }

  @Test
  @Order(5)
  void a_parameter_that_makes_no_sense_is_refused() {
    assertThat(client.ask("nightly", Map.of("bucket", "FORTNIGHT")).asString())
        .contains("\"status\":400")
        .contains("FORTNIGHT")
        .contains("WEEK");
    assertThat(client.ask("nightli", Map.of()).asString()).contains("nightly");
  }

  /**
   * Where a statement finds no room, the embedded store closes itself, nobody can note FAILED in it
   * until there is room again, and the run goes on by itself. Where the commit finds none, the run
   * has failed like any other and is restarted.
   */
  @Test
  @OnlyLong
  @Order(6)
  void a_full_disk() throws Exception {
    PayaraServer server = installation.server();
    installation.erp().owner().run("update sales_order_line set unit_price = unit_price + 1");
    server.limitFileSize(largestFileOf(server.data()) + 2_000_000);
    long id = client.start("import-sales", Map.of("reload", "true", "chunkSize", "500"));
    // It fails in a statement, or, where that found room, in the commit.
    awaitLog("free or add disk space");

    server.liftFileSizeLimit();
    server.stop();
    client = server.start().client();

    assertThat(client.publishedVersion()).isEqualTo(published);
    if (client.execution(id).getString("status").equals("FAILED")) {
      assertThat(client.post("job-executions/" + id + "/restart").statusCode()).isEqualTo(202);
    }
    JsonPath resumed = client.awaitResumed(id, LIMIT);
    assertThat(resumed.getString("status")).as(resumed.prettify()).isEqualTo("COMPLETED");
    assertThat(client.execution(id).getString("status")).isEqualTo("FAILED");
  }

  private static void awaitLog(String words) throws Exception {
    long deadline = System.nanoTime() + LIMIT.toNanos();
    while (!installation.server().logged(words)) {
      assertThat(System.nanoTime()).as("log says: %s", words).isLessThan(deadline);
      Thread.sleep(200);
    }
  }

  private static JsonPath fails(String... words) throws Exception {
    JsonPath run = client.awaitEnd(client.start("nightly", parameters()), LIMIT);
    assertThat(run.getString("status")).as(run.prettify()).isEqualTo("FAILED");
    assertThat(run.getString("message")).contains(words);
    assertThat(run.getBoolean("restartable")).isTrue();
    assertThat(client.publishedVersion()).as("what readers see").isEqualTo(published);
    return run;
  }

  /** Restarts a failed run and sees it to its good end. */
  private static void goesOn(JsonPath failed) throws Exception {
    long id = failed.getLong("executionId");
    assertThat(client.post("job-executions/" + id + "/restart").statusCode()).isEqualTo(202);
    JsonPath resumed = client.awaitResumed(id, LIMIT);
    assertThat(resumed.getString("status")).as(resumed.prettify()).isEqualTo("COMPLETED");
    published = client.publishedVersion();
  }

  private static String view(String name) {
    return SqlScript.of("sql/erp/demo/views.sql").statements().stream()
        .filter(s -> s.startsWith("create view " + name + " "))
        .findFirst()
        .orElseThrow();
  }

  private static long largestFileOf(Path folder) throws Exception {
    try (Stream<Path> files = Files.walk(folder)) {
      return files.filter(Files::isRegularFile).mapToLong(f -> f.toFile().length()).max().orElse(0);
    }
  }

  private static Map<String, String> parameters() {
    return Map.of(
        "bucket", "MONTH",
        "horizon", "2",
        "asOf", SIZE.lastDay().plusDays(1).toString(),
        "models", "Naive,SeasonalNaive,ExponentialSmoothing");
  }
}
