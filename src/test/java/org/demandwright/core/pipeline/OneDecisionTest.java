package org.demandwright.core.pipeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.demandwright.app.English.english;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.demandwright.core.Outcome;
import org.demandwright.core.demand.Bucket;
import org.demandwright.core.evaluate.PanelOutlook;
import org.demandwright.core.evaluate.Selection;
import org.demandwright.core.evaluate.Verdict;
import org.demandwright.core.model.GlobalFit;
import org.demandwright.core.model.ModelCatalog;
import org.demandwright.core.model.Objective;
import org.junit.jupiter.api.Test;

/** Verdict, method, reason and figures of every series of a panel are one decision. */
class OneDecisionTest {
  private static final Pattern GAIN =
      Pattern.compile(
          "(as good as|([0-9.]+) % (better|worse) than) (the plain mean|the best simple|a forecast)");

  @Test
  void noVerdictContradictsItsMethodOrItsFigures() {
    Map<Verdict, Integer> seen = new EnumMap<>(Verdict.class);
    for (Selection s : selections(panel())) {
      seen.merge(s.verdict(), 1, Integer::sum);
      boolean learned = s.members().stream().anyMatch(m -> m.modelId().equals("PanelMean"));
      if (s.verdict() == Verdict.USE_SIMPLE) {
        assertThat(learned).as("%s", s).isFalse();
        assertThat(gain(s, "a forecast")).as("%s", s).isGreaterThanOrEqualTo(0);
      }
      if (s.verdict() == Verdict.ML_PAYS) {
        assertThat(learned).as("%s", s).isTrue();
        assertThat(gain(s, "the plain mean")).as("%s", s).isGreaterThanOrEqualTo(0);
        assertThat(gain(s, "the best simple")).as("%s", s).isPositive();
      }
      if (s.verdict() == Verdict.DO_NOT_FORECAST) {
        assertThat(english(s.reason())).startsWith("No ");
        assertThat(gain(s, "the plain mean")).as("%s", s).isLessThanOrEqualTo(2);
      }
    }
    assertThat(seen).containsOnlyKeys(Verdict.values());
  }

  /** The percentage by which the reason calls the forecast better than another; 0 if neither. */
  private static double gain(Selection s, String other) {
    Matcher figures = GAIN.matcher(english(s.reason()));
    while (figures.find()) {
      if (figures.group(4).equals(other) && figures.group(2) != null) {
        double percent = Double.parseDouble(figures.group(2));
        return figures.group(3).equals("better") ? percent : -percent;
      }
    }
    return 0;
  }

  /**
   * Forty series that fell to one level, which they know together better than each alone; forty
   * that nobody can foresee; twenty short ones.
   */
  private static List<SeriesInput> panel() {
    List<SeriesInput> panel = new ArrayList<>();
    Random random = new Random(5);
    double[] level = new double[40];
    Arrays.setAll(level, t -> t < 20 ? 100 : 25);
    for (int i = 0; i < 40; i++) {
      panel.add(TestModels.series("falls" + i, around(level, random)));
      double[] lumps = new double[40];
      Arrays.setAll(lumps, t -> random.nextDouble() < 0.3 ? Math.exp(6 * random.nextDouble()) : 0);
      lumps[0] = 1;
      panel.add(TestModels.series("lumpy" + i, lumps));
    }
    for (int i = 0; i < 20; i++) {
      double[] newest = Arrays.copyOfRange(level, 40 - 2 - i % 6, 40);
      panel.add(TestModels.series("short" + i, around(newest, random)));
    }
    return panel;
  }

  private static double[] around(double[] level, Random random) {
    return Arrays.stream(level).map(l -> l * (0.5 + random.nextDouble())).toArray();
  }

  private static List<Selection> selections(List<SeriesInput> panel) {
    EngineOptions options =
        new EngineOptions(
            Bucket.MONTH,
            12,
            4,
            3,
            1,
            List.of("Mean", "Last", "MovingAverage", "PanelMean"),
            Objective.RMSSE,
            Set.of());
    ModelCatalog catalog =
        new ModelCatalog(
            List.of(
                TestModels.mean("Mean"),
                TestModels.last("Last"),
                new TestModels.Level(
                    "MovingAverage", h -> h.units().tail(Math.min(3, h.size())).mean())),
            List.of(new TestModels.SteadyMean("PanelMean")));
    ForecastEngine engine = new ForecastEngine(options, catalog);
    List<Map<String, Outcome<GlobalFit>>> global = new ArrayList<>();
    for (int origin = 0; origin <= options.origins(); origin++) {
      global.add(engine.trainGlobal(panel, origin));
    }
    PanelOutlook outlook = engine.outlook(panel, global);
    return panel.stream()
        .map(input -> engine.contest(input, global, outlook).orElseThrow().selection())
        .toList();
  }
}
