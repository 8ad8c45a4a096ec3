package org.demandwright.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.restassured.path.json.JsonPath;
import java.io.BufferedReader;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalDate;
import java.time.Month;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

/**
 * Online Retail II through the whole of the product: sent over REST, loaded, imported by the job;
 * the store's weekly gross demand is the known one to the unit, and every other line has its rule.
 */
class OnlineRetailServerIT {
  private static final Path FOLDER = Path.of("../shared/data/online-retail");
  private static final Pattern DAY =
      Pattern.compile(",(\\d{4}-\\d\\d-\\d\\d) \\d\\d:\\d\\d:\\d\\d,");
  private static final Duration LIMIT = Duration.ofMinutes(8);

  @Test
  void the_store_holds_the_known_weekly_demand_of_the_first_months() throws Exception {
    holdsTheKnownDemand(LocalDate.of(2010, Month.FEBRUARY, 1));
  }

  @Test
  @EnabledIfSystemProperty(
      named = "long.tests",
      matches = "true",
      disabledReason = "two years of order lines take minutes: ./mvnw verify -Plong")
  void the_store_holds_the_known_weekly_demand_of_two_years() throws Exception {
    assertThat(holdsTheKnownDemand(LocalDate.of(2012, Month.JANUARY, 2))).isEqualTo(420_146);
  }

  /**
   * Returns the number of lines.
   *
   * @param end the day after the last one, a Monday, so that the last week is whole
   */
  private static long holdsTheKnownDemand(LocalDate end) throws Exception {
    assumeTrue(
        Files.exists(FOLDER),
        "SKIPPED: " + FOLDER + " is not there, so the import is not held against real order lines");
    List<String> lines = linesBefore(end);
    try (FileInstallation installation = FileInstallation.of("online-retail")) {
      ServerClient client = installation.server().start().client();
      int file =
          client.send("files?name=order-lines.csv.gz", packed(lines)).jsonPath().getInt("fileId");
      JsonPath loaded = client.post("files/" + file + "/load").jsonPath();
      int sent = lines.size() - 1;
      assertThat(loaded.getInt("loaded")).as(loaded.prettify()).isEqualTo(sent);
      client.complete("import-sales", Map.of(), LIMIT);

      Map<String, Long> excluded = byRule(installation.store());
      System.out.println("Online Retail II in the store, lines by rule: " + excluded);
      assertThat(excluded.values().stream().mapToLong(n -> n).sum()).isEqualTo(sent);
      assertThat(stored(installation.store())).isNotEmpty().isEqualTo(known(end));
      return sent;
    }
  }

  /** Returns the heading and the lines of the days before. */
  private static List<String> linesBefore(LocalDate end) throws IOException {
    List<String> lines = new ArrayList<>();
    for (String line : read("order-lines.csv.gz")) {
      Matcher day = DAY.matcher(line);
      if (lines.isEmpty()) {
        lines.add(line);
      } else if (!day.find()) {
        throw new IllegalStateException("no InvoiceDate in the line " + line);
      } else if (LocalDate.parse(day.group(1)).isBefore(end)) {
        lines.add(line);
      }
    }
    return lines;
  }

  private static byte[] packed(List<String> lines) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (GZIPOutputStream zip = new GZIPOutputStream(bytes)) {
      for (String line : lines) {
        zip.write((line + "\n").getBytes(StandardCharsets.UTF_8));
      }
    }
    return bytes.toByteArray();
  }

  private static Map<String, Long> byRule(TestDatabase store) throws SQLException {
    Map<String, Long> lines = new TreeMap<>();
    try (Connection connection = store.open();
        Statement statement = connection.createStatement();
        ResultSet rows =
            statement.executeQuery(
                "select rule, count(*) from (select case when excluded_because is not null then"
                    + " excluded_because when quantity > 0 then 'demand' else line_kind end as rule"
                    + " from sales_line) l group by rule union all select 'quarantine ' || reason,"
                    + " count(*) from quarantine group by reason")) {
      while (rows.next()) {
        lines.put(rows.getString(1), rows.getLong(2));
      }
    }
    return lines;
  }

  /** Returns the units of each item and week, the week by its Monday. */
  private static Map<String, Long> stored(TestDatabase store) throws SQLException {
    Map<String, Long> demand = new TreeMap<>();
    try (Connection connection = store.open();
        Statement statement = connection.createStatement();
        ResultSet rows =
            statement.executeQuery(
                "select s.item_id, l.booked_on, l.quantity from sales_line l join series s on"
                    + " s.series_id = l.series_id where l.excluded_because is null and l.quantity >"
                    + " 0")) {
      while (rows.next()) {
        LocalDate day = rows.getObject(2, LocalDate.class);
        LocalDate monday = day.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
        demand.merge(
            rows.getString(1) + " " + monday, rows.getBigDecimal(3).longValueExact(), Long::sum);
      }
    }
    return demand;
  }

  private static Map<String, Long> known(LocalDate end) throws IOException {
    Map<String, Long> demand = new TreeMap<>();
    List<String[]> rows =
        read("weekly-units.csv.gz").stream().map(line -> line.split(",", -1)).toList();
    String[] weeks = rows.get(0);
    for (String[] row : rows.subList(1, rows.size())) {
      for (int w = 1; w < row.length && LocalDate.parse(weeks[w]).isBefore(end); w++) {
        if (Long.parseLong(row[w]) != 0) {
          demand.put(row[0] + " " + weeks[w], Long.parseLong(row[w]));
        }
      }
    }
    return demand;
  }

  private static List<String> read(String file) throws IOException {
    try (BufferedReader reader =
        new BufferedReader(
            new InputStreamReader(
                new GZIPInputStream(Files.newInputStream(FOLDER.resolve(file))),
                StandardCharsets.UTF_8))) {
      return reader.lines().toList();
    }
  }
}
