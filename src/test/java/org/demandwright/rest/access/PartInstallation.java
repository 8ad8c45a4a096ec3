package org.demandwright.rest.access;

import static org.assertj.core.api.Assertions.assertThat;

import io.restassured.RestAssured;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import java.sql.Connection;
import java.sql.Statement;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.demandwright.demo.generate.DemoSize;
import org.demandwright.rest.access.TwoCompaniesErp.Part;
import org.demandwright.server.FirstAccounts;
import org.demandwright.server.H2OverTcp;
import org.demandwright.server.PayaraServer;
import org.demandwright.server.ServerClient;
import org.demandwright.server.TestDatabase;

/**
 * An installation that holds a part of the business of two companies, or all of it, and in which
 * the same is done for each part by an account of the part's name: where the part is alone it sees
 * everything, beside others its part.
 */
final class PartInstallation implements AutoCloseable {
  private static final Duration LIMIT = Duration.ofMinutes(6);

  static final DemoSize SIZE = new DemoSize(8, 2, 240, 2_400, LocalDate.of(2025, 12, 28), 11L);

  /** One model that learns a series from itself: what others sell changes nothing. */
  private static final List<String> LOCAL = List.of("Theta");

  private static final LocalDate THEN = SIZE.lastDay().minusDays(6);
  private static final LocalDate NOW = SIZE.lastDay().plusDays(1);

  private final PayaraServer server;
  private final H2OverTcp databases;
  private final TestDatabase store;
  private final ServerClient admin;

  private PartInstallation(Part held, List<Part> parts) throws Exception {
    server = PayaraServer.in(PayaraServer.freshFolder("part-" + held.name()));
    databases = new H2OverTcp(server.data());
    TwoCompaniesErp.load(databases.database("erp"), SIZE, held).reader().connect(server, "erp");
    store = databases.database("store");
    FirstAccounts.in(store, server);
    store.connect(server, "store");
    admin = server.start().client();
    for (Part part : parts) {
      account(part.name(), "ADMIN", parts.size() == 1 ? List.of() : part.scope());
    }
    fill(parts);
  }

  /** Starts one that holds this part, in which these have an account. */
  static PartInstallation of(Part held, List<Part> parts) throws Exception {
    return new PartInstallation(held, parts);
  }

  /** Makes an account with the administrator's password. */
  void account(String name, String role, List<Part.Name> scope) throws Exception {
    try (Connection connection = store.open();
        Statement statement = connection.createStatement()) {
      statement.execute(
          ("insert into account (account_name, password_hash, roles, created_at)"
                  + " select '%s', password_hash, '%s', created_at from account"
                  + " where account_name = 'admin'")
              .formatted(name, role));
      for (Part.Name of : scope) {
        statement.execute(
            "insert into account_scope (account_name, part, part_name) values ('%s', '%s', '%s')"
                .formatted(name, of.part(), of.name()));
      }
    }
  }

  ServerClient as(String name) {
    return new ServerClient(admin.base(), name, admin.password());
  }

  TestDatabase store() {
    return store;
  }

  @Override
  public void close() throws Exception {
    server.close();
    databases.close();
  }

  private void fill(List<Part> parts) throws Exception {
    done(admin.post("plans", plan("months", "MONTH", 3)));
    given("PUT", "plans/default", own("WEEK", 5));
    night(THEN);
    done(
        admin.post(
            "events",
            Map.of(
                "name",
                "Fair",
                "firstDay",
                "2025-06-02",
                "lastDay",
                "2025-06-03",
                "yearly",
                true)));
    if (admin.get("sites?site=CAN").jsonPath().getList("rows").size() > 0) {
      done(
          admin.post(
              "events",
              Map.of(
                  "name", "Opening", "firstDay", "2025-07-07", "siteId", "CAN", "yearly", false)));
    }
    for (Part part : parts) {
      act(as(part.name()));
    }
    night(NOW);
    admin.complete(
        "forecast-plan", Map.of("plan", "months", "asOf", NOW.toString(), "origins", "1"), LIMIT);
    for (Part part : parts) {
      export(as(part.name()));
      simulate(as(part.name()));
    }
  }

  private void night(LocalDate asOf) throws Exception {
    admin.complete(
        "nightly", Map.of("asOf", asOf.toString(), "contestEvery", "0", "origins", "2"), LIMIT);
  }

  private static Map<String, Object> own(String bucket, int horizon) {
    return Map.of("bucket", bucket, "horizon", horizon, "models", LOCAL);
  }

  private static Map<String, Object> plan(String name, String bucket, int horizon) {
    return Map.of("name", name, "own", own(bucket, horizon));
  }

  private void given(String method, String path, Object body) {
    Response answer =
        RestAssured.given()
            .auth()
            .preemptive()
            .basic(admin.user(), admin.password())
            .contentType("application/json")
            .header("If-Match", "*")
            .body(body)
            .request(method, admin.base() + "api/v1/" + path);
    done(answer);
  }

  /** What whoever looks after a part does with its first and its second series. */
  private void act(ServerClient who) {
    List<Map<String, Object>> series = who.get("series?limit=1000").jsonPath().getList("rows");
    series.sort(
        Comparator.comparing(s -> s.get("org") + "/" + s.get("item") + "/" + s.get("site")));
    Map<String, Object> one = series.get(0);
    Map<String, Object> two = series.get(series.size() - 1);
    done(
        who.post(
            "data-quality/corrections",
            Map.of(
                "seriesId", one.get("seriesId"),
                "kind", "MANUAL",
                "firstDay", "2025-11-03",
                "delta", "-1",
                "reason", "miscounted")));
    done(who.post("overrides", override(one, "12")));
    done(who.post("lifecycle-links", link(series)));
    JsonPath published = done(who.post("overrides", override(two, "30")));
    done(who.post("overrides/" + published.getLong("overrideId") + "/approve"));
    done(who.post("overrides/" + published.getLong("overrideId") + "/publish"));
    String sold = who.get("data-quality/lines?limit=1").jsonPath().getString("rows[0].lineId");
    done(who.post("data-quality/not-demand", Map.of("line", sold, "reason", "a tender")));
    Map<String, Object> value = new LinkedHashMap<>(named(two));
    value.put("madeOn", "2025-12-15");
    value.put("day", "2025-12-22");
    value.put("quantity", "7");
    done(who.post("reference-forecasts/excel/values", Map.of("rows", List.of(value))));
    Map<String, Object> line = new LinkedHashMap<>();
    line.put("orgId", one.get("org"));
    line.put("documentNo", "W-" + who.user());
    line.put("lineNo", "1");
    line.put("itemId", one.get("item"));
    line.put("siteId", one.get("site"));
    line.put("customerId", "K1");
    line.put("demandDate", "2025-12-01");
    line.put("quantity", "2");
    line.put("uomId", one.get("uom"));
    done(who.post("sales-lines", List.of(line)));
  }

  /** The first two items of one site. */
  private static Map<String, Object> link(List<Map<String, Object>> series) {
    for (Map<String, Object> one : series) {
      for (Map<String, Object> other : series) {
        if (named(one).get("org").equals(named(other).get("org"))
            && named(one).get("site").equals(named(other).get("site"))
            && !one.get("item").equals(other.get("item"))) {
          Map<String, Object> body = new LinkedHashMap<>();
          body.put("org", one.get("org"));
          body.put("kind", "SUPERSESSION");
          body.put("predecessor", one.get("item"));
          body.put("successor", other.get("item"));
          body.put("site", one.get("site"));
          body.put("firstDay", NOW.plusDays(10).toString());
          return body;
        }
      }
    }
    throw new AssertionError("no site has two items");
  }

  private static Map<String, Object> named(Map<String, Object> series) {
    return Map.of("org", series.get("org"), "item", series.get("item"), "site", series.get("site"));
  }

  private static Map<String, Object> override(Map<String, Object> series, String amount) {
    Map<String, Object> body = new LinkedHashMap<>(named(series));
    body.put("firstDay", NOW.toString());
    body.put("lastDay", NOW.plusDays(6).toString());
    body.put("kind", "VALUE");
    body.put("amount", amount);
    body.put("reason", "EVENT");
    return body;
  }

  private static void export(ServerClient who) throws InterruptedException {
    long id = done(who.post("exports", Map.of("plan", "default"))).getLong("exportId");
    long deadline = System.nanoTime() + LIMIT.toNanos();
    while (!done(who.get("exports/" + id)).getString("status").equals("READY")) {
      assertThat(System.nanoTime()).as("export %d is written", id).isLessThan(deadline);
      Thread.sleep(200);
    }
  }

  /** What is asked for belongs to the part. */
  private static void simulate(ServerClient who) throws InterruptedException {
    long id =
        done(who.post(
                "simulations", Map.of("tuneWeeks", 6, "testWeeks", 6, "ways", List.of("MIN_MAX"))))
            .getLong("simulationId");
    long deadline = System.nanoTime() + LIMIT.toNanos();
    while (!done(who.get("simulations/" + id)).getString("status").equals("READY")) {
      assertThat(System.nanoTime()).as("simulation %d is ready", id).isLessThan(deadline);
      Thread.sleep(200);
    }
  }

  private static JsonPath done(Response answer) {
    assertThat(answer.statusCode()).as(answer.asString()).isBetween(200, 299);
    return answer.jsonPath();
  }
}
