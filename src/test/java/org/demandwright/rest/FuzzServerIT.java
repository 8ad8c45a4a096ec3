package org.demandwright.rest;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.StringReader;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.zip.GZIPInputStream;
import org.demandwright.server.H2OverTcp;
import org.demandwright.server.PayaraServer;
import org.demandwright.server.TestDatabase;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * Wrong requests, thousands of them, to every operation of the API: none makes the server fail,
 * hang or tell of its inside, and one that is refused changes nothing. {@code -Dfuzz.seed} makes
 * others.
 */
class FuzzServerIT {
  private static final long SEED = Long.getLong("fuzz.seed", 20_270_101L);
  private static final int REQUESTS = Boolean.getBoolean("long.tests") ? 20_000 : 2_000;

  /** What would start work that goes on, or ask another server. */
  private static final List<String> LEFT_OUT =
      List.of("startJob", "replayQuarantine", "checkErp", "checkErpAt", "installErpViews");

  /**
   * What a refused request may leave: that somebody tried. Messages to webhooks go out by
   * themselves.
   */
  private static final Set<String> TRACES =
      Set.of("AUDIT_EVENT", "IDEMPOTENCY_KEY", "RUN_LEASE", "WEBHOOK_DELIVERY");

  private static final Duration REST = Duration.ofMinutes(1);

  private static H2OverTcp databases;
  private static TestDatabase store;
  private static PayaraServer server;
  private static String basic;

  @BeforeAll
  static void start() throws Exception {
    server = PayaraServer.in(PayaraServer.freshFolder("fuzz"));
    databases = new H2OverTcp(server.data());
    store = databases.database("store");
    store.connect(server, "store");
    server.start();
    basic =
        "Basic "
            + Base64.getEncoder()
                .encodeToString(("admin:" + server.password()).getBytes(StandardCharsets.UTF_8));
  }

  @AfterAll
  static void stop() throws Exception {
    server.close();
    databases.close();
  }

  @Test
  void nothing_that_is_sent_makes_the_server_fail() throws Exception {
    HttpClient client = HttpClient.newHttpClient();
    FuzzedRequests requests =
        new FuzzedRequests(SEED, server.url("/api/v1"), description(client), LEFT_OUT);
    assertThat(requests.operations()).isGreaterThan(40);
    System.out.println("fuzz.seed=" + SEED + ", " + REQUESTS + " requests");
    Map<Integer, Integer> answers = new TreeMap<>();
    Set<String> reached = new HashSet<>();
    String before = content();
    for (int i = 0; i < REQUESTS; i++) {
      FuzzedRequests.Fuzzed fuzzed = requests.next(i);
      Answer answer = answer(client, fuzzed);
      answers.merge(answer.status(), 1, Integer::sum);
      requireOrderly(fuzzed, answer);
      if (answer.status() < 300) {
        reached.add(fuzzed.operation());
      }
      if (!fuzzed.reads()) {
        String now = answer.status() == 202 ? contentAtRest() : content();
        if (answer.status() >= 400) {
          assertThat(now).as("%s, answered %s, changed", fuzzed, answer.status()).isEqualTo(before);
        }
        before = now;
      }
    }
    System.out.println("answers by status: " + answers);
    assertThat(content()).as("reading changes nothing").isEqualTo(before);
    assertThat(answers).containsKeys(200, 400, 404);
    assertThat(reached).as("not all is refused at the door").hasSizeGreaterThan(15);
    assertThat(Files.readString(server.logFile()))
        .doesNotContain("REST request failed")
        .doesNotContain("\tat org.demandwright");
  }

  /** What came back, unpacked where a request happened to ask for gzip. */
  private record Answer(int status, String type, String text) {
    static Answer of(HttpResponse<byte[]> response) throws IOException {
      boolean packed =
          response.headers().firstValue("Content-Encoding").filter("gzip"::equals).isPresent();
      byte[] body = response.body();
      if (packed && body.length > 0) {
        body = new GZIPInputStream(new ByteArrayInputStream(body)).readAllBytes();
      }
      return new Answer(
          response.statusCode(),
          response.headers().firstValue("Content-Type").orElse(""),
          new String(body, StandardCharsets.UTF_8));
    }
  }

  private static Answer answer(HttpClient client, FuzzedRequests.Fuzzed fuzzed) throws Exception {
    try {
      return Answer.of(client.send(signed(fuzzed.request()), BodyHandlers.ofByteArray()));
    } catch (IOException e) {
      throw new AssertionError("seed " + SEED + ", no answer to " + fuzzed, e);
    }
  }

  /** The server itself refuses some addresses, such as one with a zero byte, without a body. */
  private static void requireOrderly(FuzzedRequests.Fuzzed fuzzed, Answer answer) {
    String seen = "seed " + SEED + ", " + fuzzed + " -> " + answer.status() + " " + answer.text();
    assertThat(answer.status()).as(seen).isLessThan(500);
    assertThat(answer.text())
        .as(seen)
        .doesNotContain("\tat ")
        .doesNotContainPattern("\\w[.$]\\w+Exception");
    boolean beforeUs = answer.status() == 400 && answer.text().isEmpty();
    if (answer.status() >= 400 && !beforeUs) {
      assertThat(answer.type()).as(seen).startsWith("application/problem+json");
      try (JsonReader reader = Json.createReader(new StringReader(answer.text()))) {
        JsonObject problem = reader.readObject();
        assertThat(problem.getString("type")).as(seen).startsWith("/problems/");
        assertThat(problem.getInt("status")).as(seen).isEqualTo(answer.status());
      }
    }
  }

  private static JsonObject description(HttpClient client) throws Exception {
    HttpRequest request = HttpRequest.newBuilder(server.url("/api/v1/openapi")).build();
    HttpResponse<String> answer = client.send(signed(request), BodyHandlers.ofString());
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    try (JsonReader reader = Json.createReader(new StringReader(answer.body()))) {
      return reader.readObject();
    }
  }

  private static HttpRequest signed(HttpRequest request) {
    return HttpRequest.newBuilder(request, (name, value) -> true)
        .header("Authorization", basic)
        .build();
  }

  /** Returns what the store holds once the run has ended that a request was told of. */
  private static String contentAtRest() throws SQLException, InterruptedException {
    long deadline = System.nanoTime() + REST.toNanos();
    String before = "";
    String now = content();
    while (!now.equals(before) || runs()) {
      assertThat(System.nanoTime()).as("a run goes on and on:\n%s", now).isLessThan(deadline);
      Thread.sleep(200);
      before = now;
      now = content();
    }
    return now;
  }

  private static boolean runs() throws SQLException {
    try (Connection connection = store.open();
        Statement statement = connection.createStatement();
        ResultSet row =
            statement.executeQuery(
                "select 1 from job_execution where endtime is null union all"
                    + " select 1 from forecast_export where ended_at is null union all"
                    + " select 1 from file_import where ended_at is null")) {
      return row.next();
    }
  }

  /** Everything that the store holds, but for the traces. */
  private static String content() throws SQLException {
    StringBuilder all = new StringBuilder();
    try (Connection connection = store.open();
        Statement statement = connection.createStatement()) {
      for (String table : tables(statement)) {
        List<String> rows = new ArrayList<>();
        try (ResultSet row = statement.executeQuery("select * from \"" + table + "\"")) {
          int columns = row.getMetaData().getColumnCount();
          while (row.next()) {
            StringBuilder text = new StringBuilder();
            for (int c = 1; c <= columns; c++) {
              text.append(row.getString(c)).append('|');
            }
            rows.add(text.toString());
          }
        }
        rows.sort(null);
        all.append(table).append(rows).append('\n');
      }
    }
    return all.toString();
  }

  private static List<String> tables(Statement statement) throws SQLException {
    List<String> tables = new ArrayList<>();
    try (ResultSet row =
        statement.executeQuery(
            "select table_name from information_schema.tables where table_schema = 'PUBLIC' and"
                + " table_type = 'BASE TABLE' order by table_name")) {
      while (row.next()) {
        if (!TRACES.contains(row.getString(1).toUpperCase(Locale.ROOT))) {
          tables.add(row.getString(1));
        }
      }
    }
    return tables;
  }
}
