package org.demandwright.core.evaluate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.function.Function;
import org.demandwright.core.DoubleVector;
import org.demandwright.core.demand.Bucket;
import org.demandwright.core.demand.DemandPattern;
import org.demandwright.core.demand.DemandSeries;
import org.demandwright.core.demand.Period;
import org.demandwright.core.demand.SeriesKey;
import org.demandwright.core.model.LinearLearner;
import org.junit.jupiter.api.Test;

/** Half of the series have a season, and two models: the mean, and the season before. */
class OutlookTrainerTest {
  private static final int SEASON = 12;
  private static final List<String> MODELS = List.of("Mean", "SeasonBefore");
  private static final LinearLearner LEARNER = LinearLearner.load();

  @Test
  void foreseesWhichModelDoesWellOnWhichKindOfSeries() {
    Outlook outlook = learned(panel(40));
    DemandSeries seasonal = series(100, true);
    assertThat(expected(outlook, "SeasonBefore", seasonal)).isLessThan(-0.2);
    assertThat(expected(outlook, "Mean", seasonal)).isGreaterThan(0.2);
    DemandSeries smooth = series(101, false);
    assertThat(expected(outlook, "SeasonBefore", smooth)).isGreaterThan(0.05);
    assertThat(expected(outlook, "Mean", smooth)).isLessThan(-0.05);
  }

  @Test
  void theOrderOfTheSeriesDoesNotMatter() {
    List<DemandSeries> panel = panel(40);
    Outlook known = learned(panel);
    Collections.shuffle(panel, new Random(5));
    Outlook other = learned(panel);
    assertThat(other.equations()).containsOnlyKeys(known.equations().keySet());
    for (String model : MODELS) {
      double[] expected = toArray(known.equations().get(model));
      assertThat(toArray(other.equations().get(model))).containsExactly(expected, within(1e-9));
    }
  }

  @Test
  void theSameSeriesInTheSameOrderGiveTheSameBits() {
    assertThat(learned(panel(20))).isEqualTo(learned(panel(20)));
  }

  @Test
  void ofFewerThanThirtyRowsNothingIsLearned() {
    assertThat(learned(panel(9)).equations()).isEmpty();
    assertThat(learned(panel(10)).equations())
        .containsOnlyKeys("Mean", "SeasonBefore", "FlatGuess");
  }

  @Test
  void aModelThatWasSeldomTestedHasNoEquation() {
    OutlookTrainer trainer = new OutlookTrainer(MODELS, SEASON);
    for (DemandSeries series : panel(12)) {
      Contestant mean = contestant("Mean", series, OutlookTrainerTest::mean);
      Contestant late = contestant("SeasonBefore", series, OutlookTrainerTest::seasonBefore);
      Contestant once = new Contestant("SeasonBefore", false, late.trials().subList(0, 1));
      trainer.add(DemandPattern.SMOOTH, List.of(mean, once), flat(series));
    }
    assertThat(trainer.train(LEARNER).equations()).containsOnlyKeys("Mean", "FlatGuess");
  }

  @Test
  void aTraitThatNeverChangedSaysNothing() {
    Outlook outlook = learned(panel(12));
    int lumpy = outlook.traits().indexOf(DemandPattern.LUMPY.name());
    assertThat(outlook.deviation().get(lumpy)).isInfinite();
    assertThat(outlook.equations().get("Mean").get(lumpy)).isZero();
  }

  private static Outlook learned(List<DemandSeries> panel) {
    OutlookTrainer trainer = new OutlookTrainer(MODELS, SEASON);
    for (DemandSeries series : panel) {
      trainer.add(
          DemandPattern.of(series),
          List.of(
              contestant("Mean", series, OutlookTrainerTest::mean),
              contestant("SeasonBefore", series, OutlookTrainerTest::seasonBefore)),
          flat(series));
    }
    return trainer.train(LEARNER);
  }

  private static double expected(Outlook outlook, String model, DemandSeries series) {
    Map<String, DoubleVector> forecasts = new TreeMap<>();
    forecasts.put("Mean", mean(series));
    forecasts.put("SeasonBefore", seasonBefore(series));
    return outlook
        .expected(model, SeriesTraits.of(series, SEASON, MODELS, forecasts))
        .orElseThrow();
  }

  private static Contestant flat(DemandSeries series) {
    return contestant(FlatGuess.ID, series, s -> FlatGuess.forecast(s, SEASON));
  }

  private static Contestant contestant(
      String id, DemandSeries series, Function<DemandSeries, DoubleVector> forecast) {
    List<Trial> trials = new ArrayList<>();
    for (RollingOrigin origin : RollingOrigin.of(series, new int[] {12, 18, 24}, SEASON)) {
      DemandSeries training = origin.training(series);
      trials.add(new Trial(training, origin.test(id, series, forecast.apply(training))));
    }
    return new Contestant(id, false, trials);
  }

  private static DoubleVector mean(DemandSeries series) {
    return DoubleVector.filled(SEASON, series.units().mean());
  }

  private static DoubleVector seasonBefore(DemandSeries series) {
    return series.units().tail(SEASON);
  }

  private static List<DemandSeries> panel(int size) {
    List<DemandSeries> panel = new ArrayList<>();
    for (int i = 0; i < size; i++) {
      panel.add(series(i, i % 2 == 1));
    }
    return panel;
  }

  private static DemandSeries series(int index, boolean seasonal) {
    Random random = new Random(index);
    double[] units = new double[72];
    Arrays.setAll(
        units,
        t ->
            100
                + (seasonal ? 40 * Math.sin(2 * Math.PI * t / SEASON) : 0)
                + 10 * random.nextGaussian());
    return DemandSeries.of(SeriesKey.of("item" + index), new Period(Bucket.MONTH, 500), units);
  }

  private static double[] toArray(List<Double> numbers) {
    return numbers.stream().mapToDouble(Double::doubleValue).toArray();
  }
}
