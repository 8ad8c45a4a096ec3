package org.demandwright.erp.adapter;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.demandwright.erp.Dialect;
import org.demandwright.erp.adapter.ErpReport.PagePlan;
import org.demandwright.erp.adapter.ErpReport.PagePlan.Served;
import org.demandwright.erp.adapter.ErpReport.View;
import org.demandwright.server.SharedMariaDb;
import org.demandwright.server.SharedPostgres;
import org.demandwright.server.TestDatabase;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The database itself says whether an index can serve a page, also of tables with few rows. */
class PagePlansIT {
  private static final Duration LIMIT = Duration.ofSeconds(30);
  private static final String FROM = " from l left join o on o.id = l.order_id";
  private static final String GOOD = line("l.changed") + FROM;
  private static final String WITHOUT_INDEX = GOOD.replace("from l ", "from slow l ");

  @ParameterizedTest
  @EnumSource
  void an_index_on_plain_columns_serves(Dialect dialect) throws SQLException {
    TestDatabase erp = create(dialect);
    assertThat(served(erp, GOOD)).isEqualTo(Served.YES);
    assertThat(served(erp, GOOD + " union all " + GOOD)).isEqualTo(Served.YES);
    erp.run("drop view if exists dw_sales_line", "create view dw_inner as " + GOOD);
    assertThat(served(erp, "select * from dw_inner")).as("through a view").isEqualTo(Served.YES);
  }

  @ParameterizedTest
  @EnumSource
  void what_hides_the_column_or_has_no_index_does_not(Dialect dialect) throws SQLException {
    TestDatabase erp = create(dialect);
    assertThat(served(erp, WITHOUT_INDEX)).isEqualTo(Served.NO);
    assertThat(served(erp, line("greatest(l.changed, l.created)") + FROM)).isEqualTo(Served.NO);
    assertThat(served(erp, line("coalesce(l.changed, l.created)") + FROM)).isEqualTo(Served.NO);
    assertThat(served(erp, GOOD + " union all " + WITHOUT_INDEX)).isEqualTo(Served.NO);
    assertThat(served(erp, line("max(l.changed) over (partition by l.order_id)") + FROM))
        .isEqualTo(Served.NO);
  }

  /** PostgreSQL takes a cast away that changes nothing; the others do not. */
  @ParameterizedTest
  @EnumSource
  void a_cast_breaks_the_index(Dialect dialect) throws SQLException {
    String type = dialect == Dialect.MARIADB ? "datetime(6)" : "timestamp(6)";
    Served expected = dialect == Dialect.POSTGRESQL ? Served.YES : Served.NO;
    assertThat(served(create(dialect), line("cast(l.changed as " + type + ")") + FROM))
        .isEqualTo(expected);
  }

  @ParameterizedTest
  @EnumSource
  void it_is_urgent_where_there_are_many_rows(Dialect dialect) throws SQLException {
    TestDatabase erp = create(dialect);
    erp.run("create view dw_sales_line as " + WITHOUT_INDEX);
    assertThat(plan(erp, 9_999).urgent()).isFalse();
    assertThat(plan(erp, 9_999).words()).contains("With so few rows (9999)");
    assertThat(plan(erp, 10_000).urgent()).isTrue();
    assertThat(plan(erp, 10_000).words()).contains("each page reads every row", "make an index");
  }

  private static String line(String changed) {
    return "select l.id as source_key, concat('L', l.id) as line_id, "
        + changed
        + " as changed_at, o.ordered_on";
  }

  private static Served served(TestDatabase erp, String view) throws SQLException {
    erp.run("drop view if exists dw_sales_line", "create view dw_sales_line as " + view);
    return plan(erp, 5).served();
  }

  private static PagePlan plan(TestDatabase erp, long rows) throws SQLException {
    try (Connection connection = erp.open()) {
      View view = new View("dw_sales_line", true, true, Optional.of(rows), List.of(), List.of());
      List<PagePlan> plans =
          new PagePlans(new LimitedQueries(connection, LIMIT, LIMIT)).of(List.of(view));
      assertThat(plans).hasSize(1);
      return plans.get(0);
    }
  }

  private static TestDatabase create(Dialect dialect) throws SQLException {
    TestDatabase erp =
        switch (dialect) {
          case H2 ->
              TestDatabase.h2(
                  "jdbc:h2:mem:" + UUID.randomUUID() + ";DB_CLOSE_DELAY=-1", "OWNER", "p");
          case POSTGRESQL -> SharedPostgres.create("plans");
          case MARIADB -> SharedMariaDb.create("plans");
        };
    String columns =
        " (id bigint primary key, order_id bigint, changed timestamp(6) default current_timestamp(6) not null,"
            + " created timestamp(6) default current_timestamp(6) not null)";
    erp.run(
        "create table o (id bigint primary key, ordered_on date)",
        "create table l" + columns,
        "create table slow" + columns,
        "create index l_changed on l (changed, id)",
        "insert into o values (1, date '2026-01-01')",
        "insert into l (id, order_id) values (1, 1)",
        "insert into slow (id, order_id) values (1, 1)");
    return erp;
  }
}
