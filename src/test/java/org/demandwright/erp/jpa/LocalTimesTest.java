package org.demandwright.erp.jpa;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Optional;
import java.util.TimeZone;
import org.demandwright.erp.ErpSalesLine;
import org.demandwright.erp.ErpSource;
import org.demandwright.erp.Extent;
import org.demandwright.erp.SqlScript;
import org.demandwright.erp.Watermark;
import org.demandwright.server.TestDatabase;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Change stamps in the hour that the server's time zone skips when summer time begins. */
class LocalTimesTest {
  private static final LocalDateTime SKIPPED = LocalDateTime.parse("2025-03-30T02:30:00.123456");

  private final TimeZone before = TimeZone.getDefault();
  private TestDatabase erp;

  @BeforeEach
  void two_lines_in_the_skipped_hour() throws SQLException {
    erp = TestDatabase.h2("jdbc:h2:mem:skipped-hour;DB_CLOSE_DELAY=-1", "sa", "sa");
    try (Connection connection = erp.open()) {
      SqlScript.of("sql/demo/schema.sql").run(connection);
      SqlScript.of("sql/erp/demo/views.sql").run(connection);
    }
    erp.run(
        "insert into sales_order values (1, 'C', 'SO-1', 'STANDARD', 'S', 'K', date '2025-03-30',"
            + " 'EUR', 'SHIPPED')",
        line(1),
        line(2));
    TimeZone.setDefault(TimeZone.getTimeZone("Europe/Berlin"));
  }

  private static String line(int id) {
    return ("insert into sales_order_line values (%1$d, 1, %1$d, 'I', null, 1, 1, 'pc', 1, 1, null,"
            + " 'SHIPPED', timestamp '%2$s')")
        .formatted(id, SKIPPED.toString().replace('T', ' '));
  }

  @AfterEach
  void back_to_the_machine_s_time_zone() throws SQLException {
    TimeZone.setDefault(before);
    erp.run("shutdown");
  }

  @Test
  void are_read_and_asked_for_as_they_are() {
    try (StandaloneErp jpa = new StandaloneErp(erp)) {
      ErpSource source = jpa.source();

      List<ErpSalesLine> lines = source.lines(SKIPPED.minusNanos(1_000), SKIPPED, 10);

      assertThat(lines).extracting(ErpSalesLine::changedAt).containsExactly(SKIPPED, SKIPPED);
      assertThat(lines).extracting(ErpSalesLine::bookedOn).containsOnly(LocalDate.of(2025, 3, 30));
      Extent all = new Extent(2, Optional.of(SKIPPED), Optional.of(SKIPPED));
      assertThat(source.extent(SKIPPED.minusSeconds(1), Optional.empty())).isEqualTo(all);
      assertThat(source.extent(SKIPPED.minusSeconds(1), Optional.of(SKIPPED))).isEqualTo(all);
      assertThat(source.extent(SKIPPED, Optional.empty()).lines()).isZero();
      Watermark first = lines.get(0).watermark();
      assertThat(source.linesAfter(first, 10))
          .extracting(ErpSalesLine::lineId)
          .containsExactly("SOL:2");
    }
  }
}
