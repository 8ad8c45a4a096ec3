package org.demandwright.rest.exchange;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import org.demandwright.app.exchange.WebhookSecrets;
import org.demandwright.demo.generate.DemoSize;
import org.demandwright.rest.exchange.FollowedStream.Followed;
import org.demandwright.server.Installation;
import org.demandwright.server.Installation.Engine;
import org.demandwright.server.OnlyLong;
import org.demandwright.server.ServerClient;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer.OrderAnnotation;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;

/** What happens is told to a receiver, also one that fails at first, and over a kill. */
@TestMethodOrder(OrderAnnotation.class)
class WebhooksServerIT {
  private static final Duration LIMIT = Duration.ofMinutes(3);
  private static final DemoSize SIZE =
      new DemoSize(8, 1, 200, 1_000, LocalDate.of(2025, 12, 31), 11L);
  private static final Map<String, String> NIGHT =
      Map.of("asOf", SIZE.lastDay().plusDays(1).toString(), "models", "Naive", "origins", "1");

  private static final String CHOSEN = "forecasting is fun";

  private static final List<Heard> HEARD = new CopyOnWriteArrayList<>();
  private static final AtomicInteger FAILURES = new AtomicInteger();

  private static HttpServer receiver;
  private static Installation installation;
  private static ServerClient client;
  private static long hook;
  private static String secret;

  /** A message that arrived. */
  private record Heard(
      String path, String delivery, String event, String timestamp, String signature, String body) {
    static Heard of(HttpExchange exchange) throws IOException {
      return new Heard(
          exchange.getRequestURI().getPath(),
          exchange.getRequestHeaders().getFirst("Demandwright-Delivery"),
          exchange.getRequestHeaders().getFirst("Demandwright-Event"),
          exchange.getRequestHeaders().getFirst("Demandwright-Timestamp"),
          exchange.getRequestHeaders().getFirst("Demandwright-Signature"),
          new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
    }
  }

  @BeforeAll
  static void start() throws Exception {
    receiver = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    receiver.createContext("/", WebhooksServerIT::hear);
    receiver.start();
    installation = Installation.of(Engine.H2, "webhooks", SIZE);
    client =
        installation
            .server()
            .set("dw.webhooks.http", "true")
            .set("dw.webhooks.allowed-hosts", "127.0.0.1")
            .set("dw.webhooks.first-retry-seconds", "1")
            .start()
            .client();
  }

  private static void hear(HttpExchange exchange) throws IOException {
    HEARD.add(Heard.of(exchange));
    int status =
        exchange.getRequestURI().getPath().equals("/moved")
            ? 302
            : FAILURES.getAndDecrement() > 0 ? 500 : 204;
    exchange.getResponseHeaders().set("Location", "/elsewhere");
    exchange.sendResponseHeaders(status, -1);
    exchange.close();
  }

  @AfterAll
  static void stop() throws Exception {
    installation.close();
    receiver.stop(0);
  }

  private static String address(String path) {
    return "http://127.0.0.1:" + receiver.getAddress().getPort() + path;
  }

  private static void await(BooleanSupplier condition) throws InterruptedException {
    long deadline = System.nanoTime() + LIMIT.toNanos();
    while (!condition.getAsBoolean()) {
      assertThat(System.nanoTime()).as("heard: %s", HEARD).isLessThan(deadline);
      Thread.sleep(100);
    }
  }

  private static JsonPath deliveries(long webhookId) {
    return client.get("webhooks/" + webhookId + "/deliveries").jsonPath();
  }

  @Test
  @Order(1)
  void a_webhook_is_made_and_its_secret_told_once() {
    Response made =
        client.post(
            "webhooks",
            Map.of("target", address("/hook"), "kinds", List.of("version.published", "run.ended")));
    assertThat(made.statusCode()).as(made.asString()).isEqualTo(201);
    hook = made.jsonPath().getLong("webhook.webhookId");
    secret = made.jsonPath().getString("secret");
    assertThat(made.header("Location")).endsWith("/api/v1/webhooks/" + hook);
    assertThat(client.get("webhooks/" + hook).asString()).doesNotContain(secret);
    assertThat(client.get("audit-events?action=webhook.create").asString()).doesNotContain(secret);

    Response refused =
        client.post(
            "webhooks", Map.of("target", "https://10.0.0.1/", "kinds", List.of("run.ended")));
    assertThat(refused.statusCode()).isEqualTo(400);
    assertThat(refused.jsonPath().getString("pointer")).isEqualTo("#/target");
    assertThat(client.get("webhooks/kinds").jsonPath().getList("rows.kind"))
        .contains("version.published", "override.published", "run.failed", "export.ready");
  }

  @Test
  @Order(2)
  void what_happens_is_told_until_it_is_taken_and_signed() throws Exception {
    FAILURES.set(2);
    client.complete("nightly", NIGHT, LIMIT);
    await(() -> deliveries(hook).getList("rows.status").equals(List.of("DELIVERED", "DELIVERED")));
    assertThat(deliveries(hook).getList("rows.kind"))
        .containsExactly("run.ended", "version.published");
    assertThat(
            deliveries(hook).getList("rows.attempts", Integer.class).stream()
                .mapToInt(a -> a)
                .sum())
        .as("two of them failed")
        .isEqualTo(4);
    assertThat(HEARD).hasSize(4);
    for (Heard heard : HEARD) {
      assertThat(heard.signature())
          .isEqualTo(
              "v1="
                  + WebhookSecrets.signature(
                      secret, Long.parseLong(heard.timestamp()), heard.body()));
    }
    JsonPath published =
        HEARD.stream()
            .filter(h -> h.event().equals("version.published"))
            .findFirst()
            .map(h -> JsonPath.from(h.body()))
            .orElseThrow();
    assertThat(published.getLong("facts.versionId")).isEqualTo(client.publishedVersion());
    assertThat(published.getString("facts.publication")).isEqualTo("PUBLISHED");
  }

  @Test
  @Order(3)
  void what_was_told_is_told_again_under_its_number() throws Exception {
    HEARD.clear();
    long delivery = deliveries(hook).getLong("rows[0].deliveryId");
    Response again = client.post("webhooks/" + hook + "/deliveries/" + delivery + "/replay");
    assertThat(again.statusCode()).as(again.asString()).isEqualTo(200);
    await(() -> HEARD.size() == 1);
    assertThat(HEARD.get(0).delivery()).isEqualTo(Long.toString(delivery));

    await(() -> !deliveries(hook).getList("rows.status").contains("WAITING"));
    Response all =
        client.post("webhooks/" + hook + "/replay", Map.of("since", Instant.EPOCH.toString()));
    assertThat(all.jsonPath().getInt("deliveries")).isEqualTo(2);
    await(() -> HEARD.size() == 3);
  }

  @Test
  @Order(4)
  void a_redirect_is_not_followed() throws Exception {
    HEARD.clear();
    long moved =
        client
            .post("webhooks", Map.of("target", address("/moved"), "kinds", List.of("run.failed")))
            .jsonPath()
            .getLong("webhook.webhookId");
    assertThat(client.post("webhooks/" + moved + "/test").statusCode()).isEqualTo(200);
    await(() -> deliveries(moved).getInt("rows[0].attempts") > 0);
    assertThat(deliveries(moved).getInt("rows[0].answerCode")).isEqualTo(302);
    assertThat(deliveries(moved).getString("rows[0].status")).isEqualTo("WAITING");
    assertThat(HEARD).extracting(Heard::path).containsOnly("/moved");
    assertThat(client.delete("webhooks/" + moved).statusCode()).isEqualTo(204);
  }

  @Test
  @Order(5)
  void what_happens_is_told_while_it_does() throws Exception {
    JsonPath feed = client.get("publications").jsonPath();
    try (FollowedStream all = FollowedStream.of(client, Optional.of(0L))) {
      all.await("run.ended");
      assertThat(all.names())
          .filteredOn(name -> !name.startsWith("comment"))
          .startsWith("stream.opened", "version.published", "run.ended");
      Followed published = all.heard("version.published").get(0);
      assertThat(published.data().getLong("facts.versionId"))
          .isEqualTo(feed.getLong("rows[0].versionId"));
      client.complete("nightly", NIGHT, LIMIT);
      all.await(() -> all.heard("run.ended").size() == 2);
      assertThat(all.heard("run.progress")).isNotEmpty();
      assertThat(all.heard("run.progress"))
          .as("what has no order has no id to go on from")
          .allSatisfy(p -> assertThat(p.id()).isEmpty());
      assertThat(all.heard("run.progress").get(0).data().getString("facts.job"))
          .isEqualTo("nightly");
      all.await("comment alive");

      long first = Long.parseLong(published.id().orElseThrow());
      try (FollowedStream again = FollowedStream.of(client, Optional.of(first))) {
        again.await(() -> again.heard("run.ended").size() == 2);
        assertThat(again.heard("version.published")).as("the first was told").hasSize(1);
      }
    }
  }

  @Test
  @Order(6)
  void everybody_hears_of_what_they_may_read() throws Exception {
    String site = client.get("sites?limit=1").jsonPath().getString("rows[0].site");
    ServerClient viewer = account("vera", Map.of("roles", List.of("VIEWER")));
    ServerClient part =
        account("peer", Map.of("roles", List.of("ADMIN"), "scope", Map.of("sites", List.of(site))));
    try (FollowedStream all = FollowedStream.of(client, Optional.of(0L));
        FollowedStream some = FollowedStream.of(viewer, Optional.of(0L));
        FollowedStream few = FollowedStream.of(part, Optional.of(0L))) {
      Response asked = client.post("exports", Map.of());
      assertThat(asked.statusCode()).as(asked.asString()).isEqualTo(202);
      all.await("export.ready");
      some.await("comment alive");
      few.await("comment alive");
      assertThat(some.names()).contains("version.published");
      assertThat(few.names()).contains("version.published");
      List<String> others = List.of("run.ended", "run.progress", "export.ready");
      assertThat(some.names()).doesNotContainAnyElementsOf(others);
      assertThat(few.names()).doesNotContainAnyElementsOf(others);
      put("plans/default", Map.of("models", List.of(), "readers", List.of("PLANNER")));
      try (FollowedStream shut = FollowedStream.of(viewer, Optional.of(0L))) {
        shut.await("comment alive");
        assertThat(shut.names()).doesNotContain("version.published");
      }
      put("plans/default", Map.of("models", List.of(), "readers", List.of()));

      put("accounts/vera", Map.of("roles", List.of("VIEWER"), "locked", true));
      some.awaitEnd();
      assertThat(few.hasEnded()).isFalse();
    }
  }

  @Test
  @Order(7)
  void streams_are_few_for_one_account_and_end() throws Exception {
    ServerClient one = account("olga", Map.of("roles", List.of("API")));
    List<FollowedStream> open = new ArrayList<>();
    try {
      for (int i = 0; i < 5; i++) {
        open.add(FollowedStream.of(one, Optional.empty()));
        open.get(i).await("stream.opened");
      }
      Response more = FollowedStream.asked(one, "", "0");
      assertThat(more.statusCode()).as(more.asString()).isEqualTo(429);
      assertThat(more.jsonPath().getString("type")).isEqualTo("/problems/too-many-requests");
      assertThat(more.header("Retry-After")).isEqualTo("30");
      open.remove(0).close();
      await(() -> FollowedStream.asked(one, "?seconds=1", "0").statusCode() == 200);
    } finally {
      open.forEach(FollowedStream::close);
    }
    assertThat(FollowedStream.asked(one, "?seconds=0", "0").statusCode()).isEqualTo(400);
    Response refused = FollowedStream.asked(one, "", "soon");
    assertThat(refused.statusCode()).as(refused.asString()).isEqualTo(400);
    assertThat(refused.jsonPath().getString("header")).isEqualTo("Last-Event-ID");
  }

  private static ServerClient account(String name, Map<String, Object> terms) {
    Map<String, Object> body = new HashMap<>(terms);
    body.put("name", name);
    Response made = client.post("accounts", body);
    assertThat(made.statusCode()).as(made.asString()).isEqualTo(201);
    String first = made.jsonPath().getString("password");
    Response changed =
        new ServerClient(client.base(), name, first)
            .post("account/password", Map.of("current", first, "chosen", CHOSEN));
    assertThat(changed.statusCode()).as(changed.asString()).isEqualTo(204);
    return new ServerClient(client.base(), name, CHOSEN);
  }

  private static void put(String path, Map<String, Object> body) {
    Response done =
        given()
            .auth()
            .preemptive()
            .basic(client.user(), client.password())
            .header("If-Match", "*")
            .contentType("application/json")
            .body(body)
            .put(client.base() + "api/v1/" + path);
    assertThat(done.statusCode()).as(done.asString()).isEqualTo(200);
  }

  @Test
  @OnlyLong
  @Order(8)
  void a_kill_between_writing_down_and_sending_loses_nothing() throws Exception {
    HEARD.clear();
    assertThat(client.post("webhooks/" + hook + "/test").statusCode()).isEqualTo(200);
    installation.server().killHard();
    client = installation.server().start().client();
    await(() -> deliveries(hook).getString("rows[0].status").equals("DELIVERED"));
    assertThat(HEARD).extracting(Heard::event).containsOnly("webhook.test");
    assertThat(HEARD).extracting(Heard::delivery).containsOnly(HEARD.get(0).delivery());
    assertThat(HEARD.get(0).signature())
        .as("the key of the secrets outlives the server")
        .isEqualTo(
            "v1="
                + WebhookSecrets.signature(
                    secret, Long.parseLong(HEARD.get(0).timestamp()), HEARD.get(0).body()));
  }
}
