package org.demandwright.core.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.demandwright.core.Outcome;
import org.demandwright.core.demand.Bucket;
import org.demandwright.core.evaluate.Member;
import org.demandwright.core.model.GlobalFit;
import org.demandwright.core.model.Objective;
import org.junit.jupiter.api.Test;

/** What a contest decides by. */
class ObjectiveOfContestTest {
  private static final List<SeriesInput> PANEL = TestModels.panel(16, 36);

  private static List<List<Member>> chosen(Objective objective) {
    ForecastEngine engine =
        new ForecastEngine(
            new EngineOptions(
                Bucket.MONTH,
                12,
                4,
                2,
                1,
                List.of("SeasonalNaive", "MovingAverage", "TSB", "ExponentialSmoothing"),
                objective,
                Set.of()));
    List<Map<String, Outcome<GlobalFit>>> global = new ArrayList<>();
    for (int k = 0; k <= 2; k++) {
      global.add(engine.trainGlobal(PANEL, k));
    }
    var outlook = engine.outlook(PANEL, global);
    return PANEL.stream()
        .map(input -> engine.contest(input, global, outlook).orElseThrow().selection().members())
        .toList();
  }

  /** The other two tell pooled models alone what to be good at, and there are none here. */
  @Test
  void models_are_chosen_by_the_cost_of_stock_where_that_is_asked_for_alone() {
    assertThat(chosen(Objective.COST)).isNotEqualTo(chosen(Objective.RMSSE));
    assertThat(chosen(Objective.MEAN)).isEqualTo(chosen(Objective.RMSSE));
  }
}
