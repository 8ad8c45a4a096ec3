package org.demandwright.core.model.weka;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.demandwright.core.DoubleVector;
import org.demandwright.core.demand.Bucket;
import org.demandwright.core.demand.DemandSeries;
import org.demandwright.core.demand.Period;
import org.demandwright.core.demand.SeriesKey;
import org.demandwright.core.feature.History;
import org.demandwright.core.model.GlobalFit;
import org.demandwright.core.model.GlobalModel;
import org.demandwright.core.model.ModelSpec;
import org.demandwright.core.model.TrainingPanel;
import org.junit.jupiter.api.Test;

/** A global model before an autumn that it has seen once. */
class YearlyPeakTest {
  private static final int HORIZON = 13;
  private static final int SEASON = 52;
  private static final double AUTUMN = 1.5;

  private final GlobalModel model = new GlobalWekaLinear();
  private final List<History> panel = panel();

  @Test
  void autumnThatRaisedEverySeriesLastYearRaisesTheForecast() {
    double level = 10;
    assertThat(mean(fit(Map.of()))).isCloseTo(level * Math.pow(AUTUMN, 0.8), within(1.5));
    assertThat(mean(fit(Map.of("calendar", "none")))).isCloseTo(level, within(1.5));
  }

  @Test
  void restoredModelKnowsTheShift() {
    GlobalFit fit = fit(Map.of());
    GlobalFit restored = model.restore(ModelSpec.of(model.id(), SEASON, 1), fit.state());
    assertThat(mean(restored)).isEqualTo(mean(fit));
  }

  private GlobalFit fit(Map<String, String> parameters) {
    return model
        .train(new ModelSpec(model.id(), SEASON, parameters, 1), TrainingPanel.of(panel), HORIZON)
        .toOptional()
        .orElseThrow();
  }

  private double mean(GlobalFit fit) {
    return panel.stream()
        .map(history -> fit.apply(history).toOptional().orElseThrow().forecast(HORIZON))
        .mapToDouble(DoubleVector::mean)
        .average()
        .orElseThrow();
  }

  /** 120 series of 92 weeks; the 13 weeks a year before the end of the history are higher. */
  private static List<History> panel() {
    Random random = new Random(7);
    List<History> panel = new ArrayList<>();
    for (int i = 0; i < 120; i++) {
      double[] units = new double[92];
      for (int t = 0; t < units.length; t++) {
        boolean autumn = t >= 40 && t < 53;
        units[t] = Math.rint((autumn ? AUTUMN : 1) * (7 + 6 * random.nextDouble()));
      }
      Period first = new Period(Bucket.WEEK, 2000);
      panel.add(History.of(DemandSeries.of(SeriesKey.of("item" + i), first, units)));
    }
    return panel;
  }
}
