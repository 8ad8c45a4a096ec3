package org.demandwright.rest.exchange;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.Statement;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.zip.GZIPInputStream;
import org.demandwright.demo.generate.DemoSize;
import org.demandwright.server.Installation;
import org.demandwright.server.Installation.Engine;
import org.demandwright.server.PayaraServer;
import org.demandwright.server.ServerClient;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer.OrderAnnotation;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;

/** What is published is followed, and taken as one file, also over a kill. */
@TestMethodOrder(OrderAnnotation.class)
class ExportsServerIT {
  private static final Duration LIMIT = Duration.ofMinutes(5);
  private static final DemoSize SIZE =
      new DemoSize(40, 4, 400, 12_000, LocalDate.of(2025, 12, 31), 11L);
  private static final int MESSAGES = 12;
  private static final Map<String, String> NIGHT =
      Map.of(
          "asOf",
          SIZE.lastDay().plusDays(1).toString(),
          "bucket",
          "DAY",
          "horizon",
          "180",
          "models",
          "Naive",
          "origins",
          "1");

  private static final List<String> HEARD = new CopyOnWriteArrayList<>();

  private static HttpServer receiver;
  private static Installation installation;
  private static ServerClient client;
  private static JsonPath first;

  @BeforeAll
  static void start() throws Exception {
    receiver = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    receiver.createContext("/", ExportsServerIT::hear);
    receiver.start();
    installation = Installation.of(Engine.POSTGRESQL, "exports", SIZE);
    client = toldToSend(installation.server()).start().client();
    client.complete("nightly", NIGHT, LIMIT);
  }

  private static PayaraServer toldToSend(PayaraServer server) {
    return server
        .set("dw.webhooks.http", "true")
        .set("dw.webhooks.allowed-hosts", "127.0.0.1")
        .set("dw.webhooks.key", "the same key on each of the members");
  }

  private static void hear(HttpExchange exchange) throws IOException {
    exchange.getRequestBody().readAllBytes();
    HEARD.add(exchange.getRequestHeaders().getFirst("Demandwright-Delivery"));
    exchange.sendResponseHeaders(204, -1);
    exchange.close();
  }

  @AfterAll
  static void stop() throws Exception {
    installation.close();
    receiver.stop(0);
  }

  private static JsonPath asked(Map<String, Object> filters) throws InterruptedException {
    Response answer = client.post("exports", filters);
    assertThat(answer.statusCode()).as(answer.asString()).isEqualTo(202);
    assertThat(answer.header("Location"))
        .endsWith("/api/v1/exports/" + answer.jsonPath().getLong("exportId"));
    return ended(answer.jsonPath().getLong("exportId"));
  }

  private static JsonPath ended(long exportId) throws InterruptedException {
    long deadline = System.nanoTime() + LIMIT.toNanos();
    JsonPath export = client.get("exports/" + exportId).jsonPath();
    while (List.of("WAITING", "RUNNING").contains(export.getString("status"))) {
      assertThat(System.nanoTime()).as(export.prettify()).isLessThan(deadline);
      Thread.sleep(100);
      export = client.get("exports/" + exportId).jsonPath();
    }
    return export;
  }

  private static Response taken(long exportId, String known) {
    return taken(client, exportId, known);
  }

  private static Response taken(ServerClient client, long exportId, String known) {
    return given()
        .auth()
        .preemptive()
        .basic(client.user(), client.password())
        .header("If-None-Match", known)
        .get(client.base() + "api/v1/exports/" + exportId + "/content");
  }

  private static byte[] content(JsonPath export) throws Exception {
    Response answer = taken(export.getLong("exportId"), "\"none\"");
    assertThat(answer.statusCode()).as(answer.asString()).isEqualTo(200);
    byte[] bytes = answer.asByteArray();
    byte[] digest = MessageDigest.getInstance("SHA-256").digest(bytes);
    assertThat(HexFormat.of().formatHex(digest)).isEqualTo(export.getString("sha256"));
    assertThat(answer.header("Content-Digest"))
        .isEqualTo("sha-256=:" + Base64.getEncoder().encodeToString(digest) + ":");
    assertThat(bytes.length).isEqualTo(export.getInt("byteCount"));
    return bytes;
  }

  private static List<String> lines(byte[] packed) throws IOException {
    try (GZIPInputStream csv = new GZIPInputStream(new ByteArrayInputStream(packed))) {
      return new String(csv.readAllBytes(), StandardCharsets.UTF_8).lines().toList();
    }
  }

  @Test
  @Order(1)
  void the_feed_tells_what_was_published() {
    JsonPath feed = client.get("publications").jsonPath();
    assertThat(feed.getList("rows.kind")).containsExactly("PUBLISHED");
    assertThat(feed.getLong("rows[0].versionId")).isEqualTo(client.publishedVersion());
    long position = feed.getLong("rows[0].position");
    assertThat(feed.getLong("end")).isEqualTo(position);
    assertThat(client.get("publications?since=" + position).jsonPath().getList("rows")).isEmpty();
    assertThat(client.get("publications?plan=moon").statusCode()).isEqualTo(404);
  }

  @Test
  @Order(2)
  void an_export_holds_row_by_row_what_the_list_does() throws Exception {
    first = asked(Map.of("raw", true));
    assertThat(first.getString("status")).as(first.prettify()).isEqualTo("READY");
    assertThat(first.getString("askedBy")).isEqualTo(client.user());

    List<String> list = client.getCsv("forecasts?csv=raw").asString().lines().toList();
    assertThat(String.join("\n", lines(content(first)))).isEqualTo(String.join("\n", list));
    assertThat(first.getInt("rowCount")).isEqualTo(list.size() - 1).isGreaterThan(20_000);

    JsonPath some = asked(Map.of("site", "CAN", "include", "notRecommended", "net", "open"));
    List<String> ofSite =
        client
            .getCsv("forecasts?site=CAN&include=notRecommended&net=open")
            .asString()
            .lines()
            .toList();
    assertThat(lines(content(some))).isEqualTo(ofSite).hasSizeBetween(2, list.size() - 1);
    assertThat(client.get("exports").jsonPath().getList("rows.exportId"))
        .containsExactly(some.getInt("exportId"), first.getInt("exportId"));
    long id = first.getLong("exportId");
    assertThat(taken(id, taken(id, "\"none\"").header("ETag")).statusCode()).isEqualTo(304);
  }

  @Test
  @Order(3)
  void a_killed_export_goes_on_and_has_the_same_bytes() throws Exception {
    long id = client.post("exports", Map.of("raw", true)).jsonPath().getLong("exportId");
    while (!client.get("exports/" + id).jsonPath().getString("status").equals("RUNNING")) {
      Thread.sleep(10);
    }
    installation.server().killHard();
    client = installation.server().start().client();

    JsonPath export = ended(id);
    assertThat(export.getString("status")).as(export.prettify()).isEqualTo("READY");
    assertThat(export.getString("sha256")).isEqualTo(first.getString("sha256"));
    assertThat(content(export)).isNotEmpty();
    assertThat(client.newestExecution().getString("status")).isEqualTo("COMPLETED");
  }

  @Test
  @Order(4)
  void of_two_members_one_sends_and_one_finishes_what_the_other_left() throws Exception {
    String here = "http://127.0.0.1:" + receiver.getAddress().getPort() + "/hook";
    long hook =
        client
            .post("webhooks", Map.of("target", here, "kinds", List.of("export.ready")))
            .jsonPath()
            .getLong("webhook.webhookId");
    try (PayaraServer second = toldToSend(installation.secondMember()).start()) {
      ServerClient other =
          new ServerClient(second.url("/").toString(), client.user(), client.password());
      for (int i = 0; i < MESSAGES; i++) {
        assertThat(client.post("webhooks/" + hook + "/test").statusCode()).isEqualTo(200);
      }
      awaitDelivered(other, hook, MESSAGES);
      assertThat(HEARD).as("each once, by whichever").hasSize(MESSAGES).doesNotHaveDuplicates();

      long before = client.get("exports").jsonPath().getLong("rows.exportId.max()");
      long id = orderedFromFirst(other);
      int messages = MESSAGES + (int) (id - before); // one of each export that was asked for
      installation.server().killHard();
      ServerClient first = client;
      client = other;
      JsonPath export = ended(id);
      assertThat(export.getString("status")).as(export.prettify()).isEqualTo("READY");
      assertThat(export.getString("sha256")).isEqualTo(ExportsServerIT.first.getString("sha256"));
      assertThat(content(export)).isNotEmpty();
      awaitDelivered(other, hook, messages);
      assertThat(HEARD).hasSize(messages).doesNotHaveDuplicates();

      installation.server().start();
      client = first;
      assertThat(taken(id, "\"none\"").asByteArray())
          .as("from either")
          .isEqualTo(taken(other, id, "\"none\"").asByteArray());
      assertThat(other.delete("exports/" + id).statusCode()).isEqualTo(204);
    }
  }

  /**
   * Asks for exports until one is written by the first member: which begins is a race. The other
   * one has written one before, if it won a race so far.
   */
  private static long orderedFromFirst(ServerClient other) throws Exception {
    boolean othersTurn = false;
    for (int attempt = 0; attempt < 20; attempt++) {
      long id = client.post("exports", Map.of("raw", true)).jsonPath().getLong("exportId");
      while (client.get("exports/" + id).jsonPath().getString("status").equals("WAITING")) {
        Thread.sleep(5);
      }
      try (Connection store = installation.store().open();
          Statement statement = store.createStatement();
          ResultSet row =
              statement.executeQuery("select owner from forecast_export where export_id = " + id)) {
        row.next();
        String owner = row.getString(1);
        boolean first = owner != null && owner.contains("/" + installation.server().pid() + "/");
        if (first && (othersTurn || attempt > 9)) {
          return id;
        }
        othersTurn |= owner != null && !first;
      }
      ended(id);
      other.delete("exports/" + id);
    }
    throw new AssertionError("the first member never began one");
  }

  private static void awaitDelivered(ServerClient client, long hook, int most) throws Exception {
    long deadline = System.nanoTime() + LIMIT.toNanos();
    List<String> delivered = List.of();
    while (delivered.size() < most || delivered.contains("WAITING")) {
      assertThat(System.nanoTime()).as("delivered %s", delivered).isLessThan(deadline);
      Thread.sleep(200);
      delivered = client.get("webhooks/" + hook + "/deliveries").jsonPath().getList("rows.status");
    }
    assertThat(delivered).hasSize(most).containsOnly("DELIVERED");
  }

  @Test
  @Order(5)
  void nothing_is_handed_out_that_is_not_there() throws Exception {
    assertThat(client.post("exports", Map.of("versionId", 999)).statusCode()).isEqualTo(404);
    assertThat(client.post("exports", Map.of("plan", "moon")).statusCode()).isEqualTo(404);
    assertThat(client.post("exports", Map.of("item", 1)).statusCode()).isEqualTo(400);
    assertThat(taken(999, "\"none\"").statusCode()).isEqualTo(404);
    String path = "exports/" + first.getLong("exportId");
    assertThat(client.delete(path).statusCode()).isEqualTo(204);
    assertThat(client.get(path).statusCode()).isEqualTo(404);
    assertThat(taken(first.getLong("exportId"), "\"none\"").statusCode()).isEqualTo(404);
  }
}
