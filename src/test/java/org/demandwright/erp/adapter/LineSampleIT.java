package org.demandwright.erp.adapter;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.demandwright.erp.Dialect;
import org.demandwright.erp.adapter.ErpReport.SampleLine;
import org.demandwright.server.SharedMariaDb;
import org.demandwright.server.SharedPostgres;
import org.demandwright.server.TestDatabase;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The sample of the check, over a table that stands for the view. */
class LineSampleIT {
  private static final Duration LIMIT = Duration.ofSeconds(30);

  @ParameterizedTest
  @EnumSource(Dialect.class)
  void each_kind_is_shown_though_it_changed_long_ago(Dialect dialect) throws SQLException {
    TestDatabase erp = create(dialect);
    insert(erp, "D", 12, null, "ORDER", 20);
    insert(erp, "C", 2, "CANCELLED", "ORDER", 1);
    insert(erp, "Q", 3, "it's own", "ORDER", 3);
    insert(erp, "R", 1, null, "RETURN", 2);

    List<SampleLine> sample = sample(erp);

    assertThat(sample).hasSize(13);
    assertThat(sample.subList(0, 10)).allMatch(line -> line.lineId().startsWith("D"));
    assertThat(sample.subList(10, 13))
        .extracting(SampleLine::lineId)
        .containsExactly("R1", "Q3", "C2");
  }

  @ParameterizedTest
  @EnumSource(Dialect.class)
  void demand_is_shown_where_the_newest_lines_are_none(Dialect dialect) throws SQLException {
    TestDatabase erp = create(dialect);
    insert(erp, "N", 11, "DRAFT", "ORDER", 10);
    insert(erp, "D", 1, null, "ORDER", 1);

    assertThat(sample(erp)).hasSize(11).extracting(SampleLine::lineId).contains("D1");
  }

  @ParameterizedTest
  @EnumSource(Dialect.class)
  void of_many_reasons_the_most_frequent_are_shown(Dialect dialect) throws SQLException {
    TestDatabase erp = create(dialect);
    insert(erp, "D", 10, null, "ORDER", 30);
    for (int reason = 1; reason <= 12; reason++) {
      insert(erp, "X" + reason + "-", reason, "REASON_" + reason, "ORDER", 1);
    }

    assertThat(sample(erp))
        .hasSize(20)
        .extracting(SampleLine::excludedBecause)
        .contains("REASON_3", "REASON_12")
        .doesNotContain("REASON_1", "REASON_2");
  }

  private static List<SampleLine> sample(TestDatabase erp) throws SQLException {
    try (Connection connection = erp.open()) {
      LimitedQueries queries = new LimitedQueries(connection, LIMIT, LIMIT);
      LineSample sample = new LineSample(queries.asOne());
      sample.read(LineCensus.take(queries).kinds());
      return sample.lines();
    }
  }

  /** Inserts lines of one kind, each changed a second after the one before. */
  private static void insert(
      TestDatabase erp, String id, int lines, String reason, String kind, int firstSecond)
      throws SQLException {
    String quoted = reason == null ? "null" : "'" + reason.replace("'", "''") + "'";
    for (int n = 1; n <= lines; n++) {
      erp.run(
          "insert into dw_sales_line values ('%s%d', '%s', 'A', date '2026-01-02', 'TEA', 'EAST', 5, 'EA', %s, false, timestamp '2026-01-02 10:00:%02d.25')"
              .formatted(id, n, kind, quoted, firstSecond + n - 1));
    }
  }

  private static TestDatabase create(Dialect dialect) throws SQLException {
    TestDatabase erp =
        switch (dialect) {
          case H2 ->
              TestDatabase.h2(
                  "jdbc:h2:mem:" + UUID.randomUUID() + ";DB_CLOSE_DELAY=-1", "OWNER", "p");
          case POSTGRESQL -> SharedPostgres.create("sample");
          case MARIADB -> SharedMariaDb.create("sample");
        };
    erp.run(
        "create table dw_sales_line (line_id varchar(80), line_kind varchar(8), document_no"
            + " varchar(80), demand_date date, item_id varchar(80), site_id varchar(80), quantity"
            + " decimal(19,6), uom_id varchar(40), excluded_because varchar(40), is_kit boolean,"
            + " changed_at timestamp(6))");
    return erp;
  }
}
