package org.demandwright.erp.adapter;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.demandwright.erp.Dialect;
import org.demandwright.erp.ErpSalesLine;
import org.demandwright.erp.SalesLinePages;
import org.demandwright.erp.SqlScript;
import org.demandwright.erp.Watermark;
import org.demandwright.erp.adapter.ErpInspection.Limits;
import org.demandwright.erp.adapter.ErpReport.PagePlan.Served;
import org.demandwright.erp.jpa.StandaloneErp;
import org.demandwright.server.SharedMariaDb;
import org.demandwright.server.SharedPostgres;
import org.demandwright.server.TestDatabase;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What the guide tells to write works as it stands there. */
class GuideRecipesIT {
  private static final AdapterCatalog CATALOG = AdapterCatalog.packed();

  @ParameterizedTest
  @EnumSource
  void the_readers_account_reads_the_views_and_nothing_else(Dialect dialect) throws SQLException {
    TestDatabase owner = create(dialect);
    run(owner, "erp/guide/reader_" + dialect + ".sql");
    install(owner, Optional.of("demandwright"));
    String url = owner.url().replace(";DB_CLOSE_DELAY=-1", "");
    TestDatabase reader =
        new TestDatabase(owner.dataSourceClass(), url, "demandwright", "a-long-password");
    try (Connection connection = reader.open()) {
      ErpReport report = ErpInspection.check(connection, CATALOG, Limits.USUAL);
      assertThat(report.readable()).isTrue();
      assertThat(report.rights()).isEmpty();
      assertThat(report.clean()).as("%s", report.plans()).isTrue();
    }
  }

  @Test
  void an_index_on_the_expression_serves_timestamptz() throws SQLException {
    TestDatabase owner = create(Dialect.POSTGRESQL);
    owner.run("create table your_moment (id bigint primary key, changed_at timestamptz not null)");
    run(owner, "erp/guide/timestamptz.sql");
    install(owner, Optional.empty());
    replaceLines(owner, "m.changed_at at time zone 'UTC'", "left join your_moment m on false");
    assertThat(lines(owner).served()).isEqualTo(Served.NO);
    replaceLines(
        owner, "m.changed_at at time zone 'UTC'", "right join your_moment m on m.id = l.id");
    ErpReport report = report(owner);
    assertThat(report.readable()).isTrue();
    assertThat(lines(owner).served()).isEqualTo(Served.YES);
  }

  private static void replaceLines(TestDatabase owner, String changed, String join)
      throws SQLException {
    String view =
        SqlScript.of("sql/erp/generic/sales_line.sql")
            .statements()
            .get(0)
            .replace("l.changed_at as changed_at", changed + " as changed_at")
            .replace("from your_order_line l", "from your_order_line l " + join);
    owner.run("drop view dw_sales_line", view);
  }

  private static ErpReport.PagePlan lines(TestDatabase owner) throws SQLException {
    return report(owner).plans().get(0);
  }

  private static ErpReport report(TestDatabase owner) throws SQLException {
    try (Connection connection = owner.open()) {
      return ErpInspection.check(connection, CATALOG, Limits.USUAL);
    }
  }

  /** All lines have one stamp and the key 0: pages are parted by the identity alone. */
  @ParameterizedTest
  @EnumSource
  void lines_with_text_keys_are_read_once_each(Dialect dialect) throws SQLException {
    TestDatabase owner = create(dialect);
    owner.run("update your_order_line set changed_at = timestamp '2026-03-01 10:00:00'");
    install(owner, Optional.empty());
    owner.run("drop view dw_sales_line", textKeys());
    assertThat(report(owner).readable()).isTrue();
    try (StandaloneErp erp = new StandaloneErp(owner)) {
      SalesLinePages pages = new SalesLinePages(erp.source(), Watermark.START, Optional.empty(), 1);
      List<String> ids = new ArrayList<>();
      for (List<ErpSalesLine> page = pages.next(); !page.isEmpty(); page = pages.next()) {
        page.forEach(line -> ids.add(line.lineId()));
      }
      assertThat(ids).hasSizeGreaterThanOrEqualTo(10);
      assertThat(ids.stream().distinct()).hasSize(10);
    }
  }

  private static String textKeys() {
    return SqlScript.of("sql/erp/generic/sales_line.sql")
        .statements()
        .get(0)
        .replace("l.id as source_key", "0 as source_key");
  }

  @ParameterizedTest
  @EnumSource
  void a_movement_dated_back_comes_last_in_a_ledger_with_text_keys(Dialect dialect)
      throws SQLException {
    TestDatabase owner = create(dialect);
    owner.run(
        "create table your_text_line (id varchar(36) primary key, quantity decimal(12,3), changed_at timestamp(6) default current_timestamp(6) not null)",
        "create table your_text_movement (id varchar(36) primary key, item_id varchar(20), posted_on date, entered_at timestamp(6) default current_timestamp(6) not null, quantity decimal(12,3))");
    move(owner, "2f", 2, 10, 12);
    move(owner, "9a", 3, 11, -12);
    run(owner, "erp/guide/text_keys.sql");
    assertThat(ledger(owner)).containsExactly("1 2026-03-02 12", "2 2026-03-03 0");
    move(owner, "1b", 1, 12, 5);
    assertThat(ledger(owner))
        .containsExactly("1 2026-03-02 12", "2 2026-03-03 0", "3 2026-03-01 5");
  }

  private static void move(TestDatabase owner, String id, int day, int hour, int quantity)
      throws SQLException {
    owner.run(
        "insert into your_text_movement values ('%s', 'TEA', date '2026-03-%02d', timestamp '2026-03-05 %d:00:00', %d)"
            .formatted(id, day, hour, quantity));
  }

  private static List<String> ledger(TestDatabase owner) throws SQLException {
    return column(
        owner,
        "select concat(source_key, ' ', posted_on, ' ', cast(balance_after as decimal(12,0))) from"
            + " dw_your_text_ledger order by source_key");
  }

  @ParameterizedTest
  @EnumSource
  void purchases_beside_sales_get_a_reason_or_are_left_out(Dialect dialect) throws SQLException {
    TestDatabase owner = create(dialect);
    owner.run(
        "create table your_document (id bigint primary key, kind varchar(20))",
        "insert into your_document values (1, 'sale'), (2, 'purchase'), (3, 'sale')");
    run(owner, "erp/guide/one_table.sql");
    assertThat(
            column(
                owner,
                "select concat(source_key, ' ', coalesce(excluded_because, '-')) from dw_your_sales"
                    + " order by source_key"))
        .containsExactly("1 -", "2 PURCHASE", "3 -");
    assertThat(column(owner, "select source_key from dw_your_sales_alone order by source_key"))
        .containsExactly("1", "3");
  }

  private static List<String> column(TestDatabase owner, String query) throws SQLException {
    List<String> values = new ArrayList<>();
    try (Connection connection = owner.open();
        Statement statement = connection.createStatement();
        var row = statement.executeQuery(query)) {
      while (row.next()) {
        values.add(row.getString(1));
      }
    }
    return values;
  }

  private static void run(TestDatabase owner, String script) throws SQLException {
    try (Connection connection = owner.open()) {
      SqlScript.of(script).run(connection);
    }
  }

  private static void install(TestDatabase owner, Optional<String> reader) throws SQLException {
    try (Connection connection = owner.open()) {
      assertThat(
              ViewInstallation.install(
                      connection,
                      new ViewInstallation.Wish(
                          CATALOG.adapter("generic"), "1", Map.of(), reader, false, false, false))
                  .failure())
          .isEmpty();
    }
  }

  private static TestDatabase create(Dialect dialect) throws SQLException {
    TestDatabase owner =
        switch (dialect) {
          case H2 ->
              TestDatabase.h2(
                  "jdbc:h2:mem:" + UUID.randomUUID() + ";DB_CLOSE_DELAY=-1", "OWNER", "p");
          case POSTGRESQL -> SharedPostgres.create("recipes");
          case MARIADB -> SharedMariaDb.create("recipes");
        };
    run(owner, "erp/generic/schema.sql");
    return owner;
  }
}
