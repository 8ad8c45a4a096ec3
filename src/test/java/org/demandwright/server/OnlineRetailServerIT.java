package org.demandwright.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.restassured.path.json.JsonPath;
import java.io.BufferedReader;
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
import java.time.temporal.TemporalAdjusters;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;

/**
 * Online Retail II through the whole of the product: sent over REST, loaded, imported by the job;
 * the store's weekly gross demand is the known one to the unit, and every other line has its rule.
 */
class OnlineRetailServerIT {
  private static final Path FOLDER = Path.of("../shared/data/online-retail");
  private static final Duration LIMIT = Duration.ofMinutes(8);

  @Test
  void the_store_holds_the_known_weekly_demand() throws Exception {
    assumeTrue(
        Files.exists(FOLDER),
        "SKIPPED: " + FOLDER + " is not there, so the import is not held against real order lines");
    try (FileInstallation installation = FileInstallation.of("online-retail")) {
      ServerClient client = installation.server().start().client();
      byte[] lines = Files.readAllBytes(FOLDER.resolve("order-lines.csv.gz"));
      int file = client.send("files?name=order-lines.csv.gz", lines).jsonPath().getInt("fileId");
      JsonPath loaded = client.post("files/" + file + "/load").jsonPath();
      assertThat(loaded.getInt("loaded")).as(loaded.prettify()).isEqualTo(420_146);
      client.complete("import-sales", Map.of(), LIMIT);

      Map<String, Long> excluded = byRule(installation.store());
      System.out.println("Online Retail II in the store, lines by rule: " + excluded);
      assertThat(excluded.values().stream().mapToLong(n -> n).sum()).isEqualTo(420_146);
      assertThat(stored(installation.store())).isEqualTo(known());
    }
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

  private static Map<String, Long> known() throws IOException {
    Map<String, Long> demand = new TreeMap<>();
    Path file = FOLDER.resolve("weekly-units.csv.gz");
    try (BufferedReader reader =
        new BufferedReader(
            new InputStreamReader(
                new GZIPInputStream(Files.newInputStream(file)), StandardCharsets.UTF_8))) {
      List<String[]> rows = reader.lines().map(line -> line.split(",", -1)).toList();
      String[] weeks = rows.get(0);
      for (String[] row : rows.subList(1, rows.size())) {
        for (int w = 1; w < row.length; w++) {
          if (Long.parseLong(row[w]) != 0) {
            demand.put(row[0] + " " + weeks[w], Long.parseLong(row[w]));
          }
        }
      }
    }
    return demand;
  }
}
