package org.demandwright.erp.adapter;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.UUID;
import org.demandwright.erp.adapter.ErpInspection.Limits;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class InspectionTest {
  private final String url = "jdbc:h2:mem:" + UUID.randomUUID();
  private Connection connection;

  @BeforeEach
  void open() throws SQLException {
    connection = DriverManager.getConnection(url, "OWNER", "p");
    try (Statement statement = connection.createStatement()) {
      statement.execute(
          "create view dw_site as select cast(x as varchar(80)) as site_id, cast('1' as varchar(80))"
              + " as org_id, cast('' as varchar(200)) as site_name, cast('' as varchar(60)) as"
              + " time_zone from system_range(1, 900000000000)");
    }
  }

  @AfterEach
  void close() throws SQLException {
    connection.close();
  }

  @Test
  void rights_are_asked_before_what_uses_the_time_up() throws SQLException {
    ErpReport report = report(Duration.ofMillis(1_900));

    assertThat(report.rights()).anyMatch(r -> r.startsWith("The user may everything"));
    assertThat(report.unfinished()).anyMatch(u -> u.startsWith("Asking for the rows of dw_site"));
  }

  @Test
  void what_there_was_no_time_for_is_one_sentence_and_no_fault() throws SQLException {
    ErpReport report = report(Duration.ZERO);

    assertThat(report.rights()).isEmpty();
    assertThat(report.clean()).isFalse();
    assertThat(report.unfinished())
        .singleElement()
        .asString()
        .startsWith("Not asked for, because the time for all queries together was used up: the")
        .contains("the user's rights");
  }

  private ErpReport report(Duration all) throws SQLException {
    return new Inspection(
            connection, AdapterCatalog.packed(), new Limits(Duration.ofSeconds(1), all))
        .report();
  }
}
