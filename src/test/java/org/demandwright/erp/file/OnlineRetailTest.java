package org.demandwright.erp.file;

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
import java.time.temporal.TemporalAdjusters;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import org.demandwright.erp.FileAccount;
import org.demandwright.erp.OrderFileLoader;
import org.junit.jupiter.api.Test;

/** The real Online Retail II lines against the weekly gross demand that they are known to hold. */
class OnlineRetailTest {
  private static final Path FOLDER = Path.of("../shared/data/online-retail");

  @Test
  void grossDemandIsTheKnownOneToTheUnit() throws SQLException, IOException {
    Path folder = dataFolder();
    try (Connection connection = DriverManager.getConnection("jdbc:h2:mem:retail")) {
      FileAccount account =
          OrderFileLoader.find().load(connection, folder.resolve("order-lines.csv.gz"));
      assertThat(account.rows()).isEqualTo(420_146);
      assertThat(account.loaded()).isEqualTo(420_146);
      assertThat(loadedDemand(connection)).isEqualTo(knownDemand(folder));
    }
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
