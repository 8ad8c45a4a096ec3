package org.demandwright.erp.adapter;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import java.util.Optional;
import org.demandwright.erp.SqlScript;
import org.demandwright.erp.adapter.ErpInspection.Limits;
import org.demandwright.erp.adapter.ErpReport.Exclusion;
import org.demandwright.erp.adapter.ErpReport.Lines;
import org.demandwright.server.SharedPostgres;
import org.demandwright.server.TestDatabase;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * A schema that the project has never seen is connected by SQL and a properties file alone: the
 * worked example of the guide.
 */
class InventedErpIT {
  private static final AdapterCatalog CATALOG =
      AdapterCatalog.read(Optional.of(Path.of("src/test/resources/erp/invented/adapters")));

  private static TestDatabase owner;
  private static TestDatabase reader;

  @BeforeAll
  static void install() throws SQLException {
    owner = SharedPostgres.create("kontor");
    owner.run("create role kontor_reader login password 'kontor_reader'");
    reader = owner.as("kontor_reader", "kontor_reader");
    try (Connection connection = owner.open()) {
      SqlScript.of("erp/invented/schema.sql").run(connection);
      SqlScript.of("erp/invented/rows.sql").run(connection);
      Recognition.Candidate candidate =
          ErpInspection.recognise(connection, CATALOG, Limits.USUAL).chosen().orElseThrow();
      assertThat(candidate.adapter().erp()).isEqualTo("kontor");
      assertThat(candidate.version().id()).isEqualTo("3");
      ViewInstallation.Result result =
          ViewInstallation.install(
              connection,
              new ViewInstallation.Wish(
                  candidate.adapter(),
                  "3",
                  Map.of("channel", "B2B"),
                  Optional.of("kontor_reader"),
                  false,
                  false,
                  false));
      assertThat(result.failure()).isEmpty();
    }
  }

  @Test
  void no_check_returns_a_row() throws SQLException {
    ErpReport report = report();
    assertThat(report.views()).allMatch(v -> v.there() && v.problems().isEmpty());
    assertThat(report.checks()).hasSizeGreaterThan(20).allMatch(ErpReport.Check::passed);
    assertThat(report.rights()).isEmpty();
    assertThat(report.remarks()).isEmpty();
    assertThat(report.clean()).isTrue();
  }

  /** Counted by hand in rows.sql. */
  @Test
  void every_line_is_accounted_for() throws SQLException {
    Lines lines = report().lines().orElseThrow();
    assertThat(lines.total()).isEqualTo(12);
    assertThat(lines.demand()).isEqualTo(5);
    assertThat(lines.kits()).isEqualTo(1);
    assertThat(lines.returns()).isEqualTo(1);
    assertThat(lines.excluded())
        .extracting(Exclusion::reason)
        .containsExactlyInAnyOrder(
            "CANCELLED", "DRAFT", "NO_ITEM", "SAMPLE", "LINKED_INVOICE", "INTER_COMPANY");
    assertThat(lines.excluded()).allMatch(e -> e.lines() == 1 && !e.why().contains("own:"));
  }

  /** Two boxes of 12.5 kg; three dozen less one; a day in Shanghai ends before it does in UTC. */
  @Test
  void units_and_days_are_those_of_the_business() throws SQLException {
    assertThat(line(11)).isEqualTo("25.000000 2026-03-05 B2B");
    assertThat(line(12)).isEqualTo("24.000000 2026-03-05 B2B");
    assertThat(line(61)).isEqualTo("-12.000000 2026-03-09 B2B");
    assertThat(line(81)).isEqualTo("3.000000 2026-03-11 B2B");
  }

  private static String line(int key) throws SQLException {
    try (Connection connection = reader.open();
        Statement statement = connection.createStatement();
        ResultSet row =
            statement.executeQuery(
                "select concat(quantity, ' ', demand_date, ' ', channel_id) from dw_sales_line"
                    + " where source_key = "
                    + key)) {
      assertThat(row.next()).as("line %s", key).isTrue();
      return row.getString(1);
    }
  }

  private static ErpReport report() throws SQLException {
    try (Connection connection = reader.open()) {
      return ErpInspection.check(connection, CATALOG, Limits.USUAL);
    }
  }
}
