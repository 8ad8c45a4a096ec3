package org.demandwright.core.evaluate;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.demandwright.core.DoubleVector;
import org.demandwright.core.demand.Bucket;
import org.demandwright.core.demand.DemandPattern;
import org.demandwright.core.demand.DemandSeries;
import org.demandwright.core.demand.Period;
import org.demandwright.core.demand.SeriesKey;

/** Contestants for the tests of the rules: a series 8, 12, 8, 12 … and constant forecasts of it. */
final class TestTrials {
  static final int HORIZON = 4;

  private TestTrials() {}

  /** A contestant that forecast {@code level} at {@code origins} origins. */
  static Contestant simple(String id, double level, int origins) {
    return new Contestant(id, false, trials(id, level, origins));
  }

  static Contestant learned(String id, double level, int origins) {
    return new Contestant(id, true, trials(id, level, origins));
  }

  /**
   * A learned contestant that forecast {@code level} for a series in which nothing came any more.
   */
  static Contestant learnedOnSilence(String id, double level, int origins) {
    DemandSeries ended =
        series(40).withUnits(DoubleVector.of(quietAfter(40 - HORIZON - 2 * origins)));
    return new Contestant(id, true, trials(id, level, origins, ended));
  }

  private static double[] quietAfter(int size) {
    double[] units = series(40).units().toArray();
    Arrays.fill(units, size, units.length, 0);
    return units;
  }

  static Contestant flat(double level, int origins) {
    return simple(FlatGuess.ID, level, origins);
  }

  static DemandSeries series(int size) {
    double[] units = new double[size];
    for (int t = 0; t < size; t++) {
      units[t] = t % 2 == 0 ? 8 : 12;
    }
    return DemandSeries.of(SeriesKey.of("screw"), new Period(Bucket.WEEK, 2800), units);
  }

  private static List<Trial> trials(String id, double level, int origins) {
    return trials(id, level, origins, series(40));
  }

  private static List<Trial> trials(String id, double level, int origins, DemandSeries series) {
    int[] back = new int[origins];
    for (int k = 0; k < origins; k++) {
      back[k] = HORIZON + 2 * k;
    }
    List<Trial> trials = new ArrayList<>();
    for (RollingOrigin origin : RollingOrigin.of(series, back, HORIZON)) {
      DoubleVector forecast = DoubleVector.filled(HORIZON, level);
      trials.add(new Trial(origin.training(series), origin.test(id, series, forecast)));
    }
    return trials;
  }

  /** Weighs contestants as for a forecast from the end of the series. */
  static Weighing weigh(
      DemandPattern pattern, Outlook outlook, Contestant flat, Contestant... contestants) {
    return new ModelWeights(pattern, outlook, ModelWeights.MOST_MEMBERS)
        .weigh(List.of(contestants), flat, series(40), 1, Map.of());
  }

  /** An outlook that expects the same of a model whatever the series. */
  static Outlook outlook(Map<String, Double> expected, Outlook.Bar... barred) {
    List<String> traits = SeriesTraits.names(List.of());
    Map<String, List<Double>> equations = new HashMap<>();
    expected.forEach(
        (id, e) -> {
          List<Double> equation = new ArrayList<>(Collections.nCopies(traits.size(), 0.0));
          equation.add(e);
          equations.put(id, equation);
        });
    return new Outlook(
        List.of(),
        traits,
        Collections.nCopies(traits.size(), 0.0),
        Collections.nCopies(traits.size(), 1.0),
        equations,
        List.of(barred),
        90);
  }

  /** The level above the mean whose forecasts have {@code ratio} times the loss of another's. */
  static double levelOfLoss(double ratio, double level) {
    double wanted = ratio * loss(level);
    double low = 10;
    double high = 100;
    for (int i = 0; i < 60; i++) {
      double middle = (low + high) / 2;
      low = loss(middle) < wanted ? middle : low;
      high = loss(middle) < wanted ? high : middle;
    }
    return low;
  }

  private static double loss(double level) {
    return simple("any", level, 1).trials().get(0).loss();
  }
}
