package org.demandwright.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.demandwright.demo.DemoDatabase.rows;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import org.demandwright.demo.generate.DemoSize;
import org.demandwright.demo.generate.Dirt;
import org.demandwright.erp.SqlScript;
import org.junit.jupiter.api.Test;

/** The same scripts and rows on a real PostgreSQL. */
class DemoErpIT {
  @Test
  void holdsTheSameRowsAsOnH2AndLetsTheReaderSeeViewsOnly() throws IOException, SQLException {
    try (EmbeddedPostgres server = EmbeddedPostgres.start();
        Connection postgres = server.getPostgresDatabase().getConnection();
        Connection h2 = DemoDatabase.h2()) {
      new DemoErp(DemoSize.small()).load(postgres);
      new DemoErp(DemoSize.small()).load(h2);
      String lines =
          "select line_id, excluded_because, line_kind, order_date, item_id, site_id, quantity,"
              + " net_amount, cast(changed_at as varchar(40)) from dw_sales_line order by source_key";
      assertThat(rows(postgres, "select count(*) from dw_sales_line"))
          .isEqualTo(rows(h2, "select count(*) from dw_sales_line"));
      assertThat(trimmed(rows(postgres, lines))).isEqualTo(trimmed(rows(h2, lines)));
      assertThat(DemoDatabase.problems(postgres)).isEmpty();
      assertThat(DemoDatabase.found(postgres, "sql/erp/checks/demand.sql")).hasSize(Dirt.LINES);
      grant(postgres);
      try (Connection reader =
          DriverManager.getConnection(
              server.getJdbcUrl("demandwright", "postgres") + "&password=secret")) {
        assertThat(rows(reader, "select count(*) from dw_sales_line")).hasSize(1);
        assertThatThrownBy(() -> rows(reader, "select count(*) from sales_order_line"))
            .isInstanceOf(SQLException.class)
            .hasMessageContaining("permission denied");
      }
      DemoErp.liveOn(postgres, DemoSize.small().lastDay().plusDays(1));
      assertThat(DemoDatabase.problems(postgres)).isEmpty();
    }
  }

  /** The databases write a trailing zero of the microseconds differently. */
  private static java.util.List<String> trimmed(java.util.List<String> rows) {
    return rows.stream().map(row -> row.replaceAll("\\.?0*$", "")).toList();
  }

  private static void grant(Connection owner) throws SQLException {
    SqlScript.of("sql/erp/grants.sql").run(owner);
    try (Statement statement = owner.createStatement()) {
      statement.execute("create role demandwright login password 'secret'");
      statement.execute("grant demandwright_reader to demandwright");
    }
    owner.commit();
  }
}
