package org.demandwright.batch.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.demandwright.app.English;
import org.demandwright.erp.adapter.ErpAdapter;
import org.demandwright.erp.adapter.ErpReport;
import org.demandwright.erp.adapter.ErpReport.Check;
import org.demandwright.erp.adapter.ErpReport.View;
import org.demandwright.erp.adapter.Recognition;
import org.junit.jupiter.api.Test;

class CheckSourceTest {
  @Test
  void warns_of_what_was_found_and_not_of_what_there_was_no_time_for() {
    ErpReport check =
        check(
            List.of(
                new Check(
                    "demand.sql", "demand without a day", 6, List.of("SOL:1"), Optional.empty()),
                new Check("stock.sql", "line_id is not unique", 0, List.of(), Optional.empty()),
                new Check(
                    "stock.sql", "prices overlap", 0, List.of(), Optional.of("division by zero"))),
            List.of("Counting the sales lines: not finished within 5 s."));
    assertThat(CheckSource.warnings(check).stream().map(English::english))
        .containsExactly(
            "dw_item: column active is null in 2 rows",
            "demand without a day: 6 rows, such as SOL:1",
            "prices overlap: not checked, division by zero",
            "The user may UPDATE on item.");
  }

  @Test
  void a_view_that_is_read_and_does_not_fit_the_contract_ends_the_run() {
    ErpReport check =
        check(
            List.of(
                new View(
                    "dw_item",
                    true,
                    false,
                    Optional.empty(),
                    List.of(),
                    List.of("column x is float8")),
                new View(
                    "dw_reorder_rule",
                    false,
                    false,
                    Optional.empty(),
                    List.of(),
                    List.of("missing"))),
            List.of(),
            List.of());
    assertThat(CheckSource.unreadable(check, Set.of("dw_sales_line", "dw_item")))
        .containsExactly("dw_item: column x is float8");
  }

  @Test
  void the_log_names_erp_version_state_and_counts() {
    assertThat(check(List.of(), List.of("x")).summary())
        .isEqualTo(
            "ERP check: kontor 3 (draft, never run), ATTENTION, sales lines not counted, 0 of 0"
                + " checks without a row; the time did not suffice for everything");
  }

  private static ErpReport check(List<Check> checks, List<String> unfinished) {
    return check(
        List.of(
            new View(
                "dw_item",
                true,
                true,
                Optional.of(9L),
                List.of(),
                List.of("column active is null in 2 rows"))),
        checks,
        unfinished);
  }

  private static ErpReport check(List<View> views, List<Check> checks, List<String> unfinished) {
    return new ErpReport(
        "H2",
        new Recognition(
            Optional.of(new Recognition.Installed("kontor", "3", ErpAdapter.Status.DRAFT, 1)),
            List.of(),
            List.of()),
        views,
        List.of(),
        List.of(),
        checks,
        Optional.empty(),
        List.of(),
        List.of("The user may UPDATE on item."),
        unfinished,
        List.of());
  }
}
