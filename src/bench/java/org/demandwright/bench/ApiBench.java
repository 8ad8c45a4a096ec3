package org.demandwright.bench;

import io.restassured.response.Response;
import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.demandwright.demo.generate.DemoSize;
import org.demandwright.server.PayaraServer;
import org.demandwright.server.ServerClient;
import org.demandwright.server.TestDatabase;
import org.demandwright.server.TestErp;
import org.demandwright.store.BulkForecasts;
import org.demandwright.store.Stores;
import org.postgresql.ds.PGSimpleDataSource;

/**
 * What reading forecasts over REST costs, on PostgreSQL: processor time of server and database for
 * a page of 500 rows at the beginning, in the middle and at the end of a version, each request
 * another page; beside one plain JDBC query that is written as JSON ({@link JdbcPages}), and beside
 * a version of a hundredth of the size; the rate of all rows as CSV beside a JDBC select into a
 * file; and whether eight such lists at the same time go through with a heap of 384 MB.
 *
 * <p>{@code ./mvnw -Pbench package -Dbench=ApiBench -Dbench.phase=package}, with {@code
 * -Dargs=5000} for fewer than 50,000 series. Leaves with status 1 where a bound does not hold.
 */
public final class ApiBench {
  private static final int LIMIT = 500;
  private static final int PAGES = 100;
  private static final int WARM_UP = 1_000;
  private static final int EXPORTS = 8;
  private static final int PAIRS = 5;
  private static final Pattern NEXT = Pattern.compile("\"next\":\"([^\"]+)\"");

  private final HttpClient http =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
  private boolean holds = true;
  private String authorization = "";

  private ApiBench() {}

  public static void main(String[] args) throws Exception {
    int series = args.length == 0 ? 50_000 : Integer.parseInt(args[0]);
    ApiBench bench = new ApiBench();
    try (BenchPostgres postgres = BenchPostgres.passing(Path.of("target", "bench", "api"))) {
      bench.run(postgres, series);
    }
    System.exit(bench.holds ? 0 : 1);
  }

  private void run(BenchPostgres postgres, int series) throws Exception {
    TestErp erp = TestErp.load(postgres.create("erp"), DemoSize.small());
    TestDatabase large = filled(postgres, "store", series);
    TestDatabase small = filled(postgres, "store_small", series / 100);
    double first;
    String ofLarge;
    try (PayaraServer server = server(erp, large, "-Xmx1g")) {
      ofLarge = bearer(server);
      authorization = ofLarge;
      Pages pages = new Pages(server, series, postgres.pid());
      pages.warmUp();
      first = pages.from(0);
      double middle = pages.from(series / 2);
      double end = pages.from(series - series / 20);
      print(
          "page of %d rows: first %.1f ms, middle %.1f ms, end %.1f ms", LIMIT, first, middle, end);
      bound("middle over first", middle / first, 1.2);
      bound("end over first", end / first, 1.2);
      double jdbc = jdbc(large, series, postgres.pid());
      print("one JDBC query as JSON: %.1f ms", jdbc);
      bound("first over one JDBC query", first / jdbc, 2);
      lines(server, ""); // the compilers of both have seen it then
      select(large);
      List<Double> ratios = new ArrayList<>();
      for (int i = 0; i < PAIRS; i++) {
        double csv = csv(server, series);
        double select = select(large);
        print("all rows: CSV %,.0f rows/s, JDBC select into a file %,.0f rows/s", csv, select);
        ratios.add(select / csv);
      }
      bound(
          "JDBC select over CSV, median",
          ratios.stream().sorted().toList().get(PAIRS / 2),
          1 / 0.6);
    }
    try (PayaraServer server = server(erp, small, "-Xmx1g")) {
      authorization = bearer(server);
      Pages pages = new Pages(server, series / 100, postgres.pid());
      pages.warmUp();
      double ofSmall = pages.from(0);
      print("of %,d series: %.1f ms", series / 100, ofSmall);
      bound("large over small", first / ofSmall, 1.5);
    }
    try (PayaraServer server = server(erp, large, "-Xmx384m")) {
      authorization = ofLarge; // the account was made by the first server
      exports(server, series);
    }
  }

  private static TestDatabase filled(BenchPostgres postgres, String name, int series)
      throws SQLException {
    TestDatabase database = postgres.create(name);
    PGSimpleDataSource source = new PGSimpleDataSource();
    source.setUrl(database.url());
    source.setUser(database.user());
    source.setPassword(database.password());
    BulkForecasts.fill(Stores.of(source), series);
    return database;
  }

  /** Returns a server whose compilers are those of an installation, not those of the tests. */
  private static PayaraServer server(TestErp erp, TestDatabase store, String heap)
      throws IOException, InterruptedException {
    PayaraServer server =
        PayaraServer.in(PayaraServer.freshFolder("api-bench")).jvm(heap, "-XX:TieredStopAtLevel=4");
    server.set("dw.rest.exports", Integer.toString(EXPORTS));
    erp.reader().connect(server, "erp");
    store.connect(server, "store");
    return server.start();
  }

  /** Reads pages of a version one after the other. */
  private final class Pages {
    private final PayaraServer server;
    private final long database;
    private final List<String> cursors = new ArrayList<>();

    Pages(PayaraServer server, int series, long database) throws Exception {
      this.server = server;
      this.database = database;
      cursors.add("");
    }

    /** Reads the first pages until the server's compilers have seen enough of it. */
    void warmUp() throws Exception {
      read(PAGES);
      int known = Math.min(PAGES, cursors.size() - 1);
      for (int i = 0; i < WARM_UP; i++) {
        page(cursors.get(i % known));
      }
    }

    /** Reads on until so many pages were read once. */
    void read(int pages) throws Exception {
      while (cursors.size() <= pages && cursors.get(cursors.size() - 1) != null) {
        cursors.add(page(cursors.get(cursors.size() - 1)));
      }
    }

    /** Returns milliseconds of processor time of a page, from that of a series on. */
    double from(int series) throws Exception {
      int begin = (int) ((long) series * BulkForecasts.STEPS / LIMIT);
      read(begin + PAGES);
      int end = Math.min(begin + PAGES, cursors.size() - 1);
      double before = processorTime();
      for (int i = begin; i < end; i++) {
        page(cursors.get(i));
      }
      return (processorTime() - before) * 1000 / (end - begin);
    }

    private double processorTime() throws IOException {
      return ProcessorTimes.ofTree(server.pid()) + ProcessorTimes.ofTree(database);
    }

    private String page(String cursor) throws Exception {
      String query = "limit=" + LIMIT + (cursor.isEmpty() ? "" : "&cursor=" + cursor);
      HttpResponse<String> answer =
          http.send(
              request(server, query, "application/json"), HttpResponse.BodyHandlers.ofString());
      if (answer.statusCode() != 200) {
        throw new IllegalStateException(answer.statusCode() + " " + answer.body());
      }
      Matcher next = NEXT.matcher(answer.body());
      return next.find() ? next.group(1) : null;
    }
  }

  /** Makes a client as procurement has one, and returns what it says with each request. */
  private static String bearer(PayaraServer server) throws IOException {
    ServerClient admin = server.client();
    admin.post("api-clients", Map.of("name", "bench", "roles", List.of("API")));
    Response told = admin.post("api-clients/bench/secrets", Map.of());
    if (told.statusCode() != 201) {
      throw new IllegalStateException(told.statusCode() + " " + told.asString());
    }
    return "Bearer " + told.jsonPath().getString("secret");
  }

  private HttpRequest request(PayaraServer server, String query, String media) {
    return HttpRequest.newBuilder(server.url("/api/v1/forecasts?" + query))
        .header("Authorization", authorization)
        .header("Accept", media)
        .build();
  }

  private double jdbc(TestDatabase store, int series, long database) throws Exception {
    Process process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                JdbcPages.class.getName(),
                store.url(),
                store.user(),
                store.password())
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();
    try (BufferedReader said =
        new BufferedReader(
            new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
      String port = said.readLine();
      double before = 0;
      for (int i = 0; i < 2 * PAGES; i++) {
        if (i == PAGES) {
          before = ProcessorTimes.ofTree(process.pid()) + ProcessorTimes.ofTree(database);
        }
        long after = (long) i * LIMIT / BulkForecasts.STEPS;
        URI uri =
            URI.create(
                "http://localhost:%s/?version=2&series=%d&step=0&limit=%d"
                    .formatted(port, after, LIMIT));
        http.send(HttpRequest.newBuilder(uri).build(), HttpResponse.BodyHandlers.ofByteArray());
      }
      double after = ProcessorTimes.ofTree(process.pid()) + ProcessorTimes.ofTree(database);
      return (after - before) * 1000 / PAGES;
    } finally {
      process.destroy();
    }
  }

  /** Returns rows a second of a select into a file. */
  private static double select(TestDatabase store) throws SQLException, IOException {
    Path file = Files.createTempFile("select", ".csv");
    long begun = System.nanoTime();
    long count = 0;
    try (Connection connection = store.open();
        Statement statement = connection.createStatement();
        BufferedWriter out = Files.newBufferedWriter(file)) {
      connection.setAutoCommit(false);
      statement.setFetchSize(1_000);
      try (ResultSet rows =
          statement.executeQuery(
              "select f.*, s.org_id, s.item_id, s.site_id, s.channel_id, r.model_id, r.reason,"
                  + " r.verdict from forecast f join series s on s.series_id = f.series_id"
                  + " join series_result r on r.version_id = f.version_id"
                  + " and r.series_id = f.series_id where f.version_id = 2"
                  + " order by f.series_id, f.step")) {
        int columns = rows.getMetaData().getColumnCount();
        while (rows.next()) {
          for (int i = 1; i <= columns; i++) {
            out.append(rows.getString(i)).append(i == columns ? '\n' : ',');
          }
          count++;
        }
      }
    } finally {
      Files.delete(file);
    }
    return count / ((System.nanoTime() - begun) / 1e9);
  }

  /** Returns rows a second. */
  private double csv(PayaraServer server, int series) throws Exception {
    long begun = System.nanoTime();
    long rows = lines(server, "");
    if (rows != (long) series * BulkForecasts.STEPS) {
      throw new IllegalStateException(rows + " rows of CSV");
    }
    return rows / ((System.nanoTime() - begun) / 1e9);
  }

  private long lines(PayaraServer server, String query) throws Exception {
    HttpResponse<InputStream> answer =
        http.send(request(server, query, "text/csv"), HttpResponse.BodyHandlers.ofInputStream());
    long lines = -1; // the header
    byte[] buffer = new byte[1 << 16];
    if (answer.statusCode() != 200) {
      throw new IllegalStateException("a list in full is answered " + answer.statusCode());
    }
    try (InputStream body = answer.body()) {
      for (int n = body.read(buffer); n >= 0; n = body.read(buffer)) {
        for (int i = 0; i < n; i++) {
          lines += buffer[i] == '\n' ? 1 : 0;
        }
      }
    }
    return lines;
  }

  private void exports(PayaraServer server, int series) throws Exception {
    ExecutorService readers = Executors.newFixedThreadPool(EXPORTS);
    List<Future<Long>> all = new ArrayList<>();
    boolean whole = true;
    for (int i = 0; i < EXPORTS; i++) {
      all.add(readers.submit(() -> lines(server, "")));
    }
    for (Future<Long> rows : all) {
      if (rows.get() != (long) series * BulkForecasts.STEPS) {
        print("with 384 MB one of %d lists has only %,d rows", EXPORTS, rows.get());
        whole = false;
      }
    }
    readers.shutdown();
    holds &= whole;
    print("%d lists in full at the same time with 384 MB: %s", EXPORTS, whole ? "whole" : "not");
  }

  private void bound(String what, double measured, double most) {
    boolean within = measured <= most;
    print("  %s: %.2f, at most %.2f%s", what, measured, most, within ? "" : "  ← too much");
    holds &= within;
  }

  private static void print(String format, Object... arguments) {
    System.out.println(String.format(Locale.ROOT, format, arguments));
  }
}
