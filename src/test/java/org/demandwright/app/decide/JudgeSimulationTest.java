package org.demandwright.app.decide;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.List;
import org.demandwright.core.decide.simulate.Outcome;
import org.demandwright.core.decide.simulate.WayOfOrdering;
import org.demandwright.store.decide.SimulationResultStore.ClassKind;
import org.demandwright.store.decide.SimulationResultStore.Result;
import org.demandwright.store.decide.SimulationResultStore.Tried;
import org.junit.jupiter.api.Test;

class JudgeSimulationTest {
  private static Result result(
      String currency, ClassKind kind, WayOfOrdering way, int knob, String tuned) {
    return new Result(
        currency,
        kind,
        kind == ClassKind.ALL ? "" : "A",
        new Tried(way, "", knob),
        knob,
        false,
        new BigDecimal(tuned),
        Outcome.nothing(7));
  }

  @Test
  void a_knob_is_chosen_by_what_all_items_of_a_currency_cost_before_the_test() {
    List<Result> sums =
        List.of(
            result("EUR", ClassKind.ALL, WayOfOrdering.MIN_MAX, 0, "12"),
            result("EUR", ClassKind.ALL, WayOfOrdering.MIN_MAX, 2, "9"),
            result("EUR", ClassKind.ALL, WayOfOrdering.MIN_MAX, 1, "9"),
            result("EUR", ClassKind.ABC, WayOfOrdering.MIN_MAX, 0, "1"),
            result("EUR", ClassKind.ABC, WayOfOrdering.MIN_MAX, 1, "5"),
            result("USD", ClassKind.ALL, WayOfOrdering.MIN_MAX, 0, "3"),
            result("USD", ClassKind.ALL, WayOfOrdering.MIN_MAX, 1, "4"),
            result("EUR", ClassKind.ALL, WayOfOrdering.ERP_RULES, 0, "1"));
    assertThat(JudgeSimulation.chosen(sums).stream().map(Result::chosen))
        .containsExactly(false, false, true, false, true, true, false, true);
  }
}
