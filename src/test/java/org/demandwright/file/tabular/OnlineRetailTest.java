package org.demandwright.file.tabular;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.temporal.TemporalAdjusters;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.TreeMap;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import org.demandwright.file.FileAccount;
import org.demandwright.file.FileIntake;
import org.demandwright.file.FileRequest;
import org.demandwright.file.LoadTerms;
import org.junit.jupiter.api.Test;

/** The real Online Retail II lines against the weekly gross demand that they are known to hold. */
class OnlineRetailTest {
  private static final Path FOLDER = Path.of("../shared/data/online-retail");

  @Test
  void grossDemandIsTheKnownOneToTheUnit() throws SQLException, IOException {
    Path folder = dataFolder();
    try (Connection connection = DriverManager.getConnection("jdbc:h2:mem:retail")) {
      FileAccount account =
          FileIntake.find()
              .load(
                  connection,
                  FileRequest.orderLines(folder.resolve("order-lines.csv.gz")),
                  new LoadTerms(
                      "test",
                      LocalDateTime.of(2024, 1, 1, 0, 0),
                      OptionalLong.empty(),
                      Optional.empty()));
      assertThat(account.rows()).isEqualTo(420_146);
      assertThat(account.loaded()).isEqualTo(420_146);
      assertThat(loadedDemand(connection)).isEqualTo(knownDemand(folder));
      everyOtherLineHasItsRule(connection, account);
    }
  }

  /** A line is demand, a return, or excluded by one rule: the three add up to the file. */
  private static void everyOtherLineHasItsRule(Connection connection, FileAccount account)
      throws SQLException {
    Map<String, Long> lines = new TreeMap<>();
    try (Statement statement = connection.createStatement();
        ResultSet rows =
            statement.executeQuery(
                "select rule, count(*) from (select coalesce(excluded_because, case when quantity > 0"
                    + " then 'demand' else line_kind end) as rule from dw_sales_line) group by rule")) {
      while (rows.next()) {
        lines.put(rows.getString(1), rows.getLong(2));
      }
    }
    System.out.println("Online Retail II, lines by rule: " + lines);
    assertThat(lines.values().stream().mapToLong(n -> n).sum()).isEqualTo(account.rows());
    Map<String, Long> excluded = new TreeMap<>(lines);
    assertThat(excluded.remove("demand")).isPositive();
    assertThat(excluded.remove("RETURN")).isPositive();
    assertThat(excluded).isEqualTo(account.excluded());
  }

  private static Path dataFolder() {
    List<Path> places = List.of(FOLDER, Path.of("..").resolve(FOLDER));
    Path found = places.stream().filter(Files::exists).findFirst().orElse(FOLDER);
    assumeTrue(
        Files.exists(found),
        "SKIPPED: " + found + " is not there, so the import is not held against real order lines");
    return found;
  }

  private static Map<String, Long> loadedDemand(Connection connection) throws SQLException {
    Map<String, Long> demand = new TreeMap<>();
    try (Statement statement = connection.createStatement();
        ResultSet rows =
            statement.executeQuery(
                "select item_id, demand_date, quantity from dw_sales_line"
                    + " where excluded_because is null and quantity > 0")) {
      while (rows.next()) {
        LocalDate day = rows.getObject(2, LocalDate.class);
        LocalDate monday = day.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
        demand.merge(
            rows.getString(1) + " " + monday, rows.getBigDecimal(3).longValueExact(), Long::sum);
      }
    }
    return demand;
  }

  private static Map<String, Long> knownDemand(Path folder) throws IOException {
    Map<String, Long> demand = new TreeMap<>();
    try (BufferedReader reader =
            new BufferedReader(
                new InputStreamReader(
                    new GZIPInputStream(
                        Files.newInputStream(folder.resolve("weekly-units.csv.gz"))),
                    StandardCharsets.UTF_8));
        Stream<String> lines = reader.lines()) {
      List<String[]> rows = lines.map(line -> line.split(",", -1)).toList();
      String[] weeks = rows.get(0);
      for (String[] row : rows.subList(1, rows.size())) {
        for (int w = 1; w < row.length; w++) {
          long units = Long.parseLong(row[w]);
          if (units != 0) {
            demand.put(row[0] + " " + weeks[w], units);
          }
        }
      }
    }
    return demand;
  }
}
