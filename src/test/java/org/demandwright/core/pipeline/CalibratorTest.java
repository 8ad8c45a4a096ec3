package org.demandwright.core.pipeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.demandwright.core.evaluate.BandLevels.NOMINAL;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.demandwright.core.DoubleVector;
import org.demandwright.core.demand.DemandPattern;
import org.demandwright.core.demand.SeriesKey;
import org.demandwright.core.evaluate.Backtest;
import org.demandwright.core.evaluate.BandLevels;
import org.junit.jupiter.api.Test;

class CalibratorTest {
  private static final int HORIZON = 4;

  @Test
  void bandsHoldWhatTheyPromiseOnDataTheyHaveNotSeen() {
    Calibration calibration = new Calibrator(HORIZON, samples(1, 400, 1)).calibrate();
    for (int h = 1; h <= HORIZON; h++) {
      Calibration.Row row = calibration.row(DemandPattern.SMOOTH, h);
      assertThat(row.below10()).isCloseTo(0.10, within(0.04));
      assertThat(row.upTo90()).isCloseTo(0.90, within(0.04));
      assertThat(row.measured()).isEqualTo(400);
      assertThat(row.q50()).isCloseTo(0, within(0.15));
    }
  }

  @Test
  void theMeasuredCoverageShowsWhereTheNewestPeriodsWereWilder() {
    Calibration calibration = new Calibrator(HORIZON, samples(3, 400, 1)).calibrate();
    assertThat(calibration.row(DemandPattern.SMOOTH, 2).upTo90()).isLessThan(0.75);
  }

  @Test
  void aBandThatHoldsIsLeftAsItIs() {
    Calibration calibration = new Calibrator(HORIZON, samples(1, 400, 1)).calibrate();
    assertThat(calibration.rows()).extracting(Calibration.Row::levels).containsOnly(NOMINAL);
  }

  @Test
  void aBandThatHasFailedIsWidenedHalfOfTheWay() {
    BandLevels levels =
        new Calibrator(HORIZON, samples(1.4, 400, 1))
            .calibrate()
            .row(DemandPattern.SMOOTH, 1)
            .levels();
    // Of noise 1.4 times as wide, a tenth lies beyond 1.4 · 1.28 = 1.79 deviations, level 0.036.
    assertThat(levels.low()).isCloseTo((0.1 + 0.036) / 2, within(0.01));
    assertThat(levels.high()).isCloseTo(1 - (0.1 + 0.036) / 2, within(0.01));
  }

  @Test
  void twentySeriesAreNeededToSayThatABandHasFailed() {
    Calibration few = new Calibrator(HORIZON, samples(3, 19, 1)).calibrate();
    assertThat(few.row(DemandPattern.SMOOTH, 1).levels()).isEqualTo(NOMINAL);
    Calibration enough = new Calibrator(HORIZON, samples(3, 20, 1)).calibrate();
    assertThat(enough.row(DemandPattern.SMOOTH, 1).levels()).isNotEqualTo(NOMINAL);
  }

  @Test
  void totalsAreNarrowerThanTheSumOfTheirPeriods() {
    Calibration calibration = new Calibrator(HORIZON, samples(1, 400, 1)).calibrate();
    Calibration.Row first = calibration.row(DemandPattern.SMOOTH, 1);
    Calibration.Row all = calibration.row(DemandPattern.SMOOTH, HORIZON);
    // Independent errors: the total's relative error shrinks with √4.
    assertThat(all.totalQ90() / first.totalQ90()).isCloseTo(0.5, within(0.1));
  }

  @Test
  void theOrderOfTheSamplesDoesNotMatter() {
    List<CalibrationSample> samples = samples(1, 50, 1);
    List<CalibrationSample> reversed = new ArrayList<>(samples);
    Collections.reverse(reversed);
    assertThat(new Calibrator(HORIZON, reversed).calibrate())
        .isEqualTo(new Calibrator(HORIZON, samples).calibrate());
  }

  @Test
  void periodsThatWereNotObservedDoNotCount() {
    assertThat(
            new Calibrator(HORIZON, samples(1, 100, 0))
                .calibrate()
                .row(DemandPattern.SMOOTH, 1)
                .residuals())
        .isZero();
  }

  @Test
  void seriesTestedAtTheNewestOriginAloneAreNotMeasured() {
    List<CalibrationSample> samples = new ArrayList<>(samples(1, 100, 1));
    CalibrationSample first = samples.get(0);
    samples.set(
        0,
        new CalibrationSample(
            first.key(), first.pattern(), first.scale(), first.backtests().subList(0, 1)));
    Calibration calibration = new Calibrator(HORIZON, samples).calibrate();
    assertThat(calibration.row(DemandPattern.SMOOTH, 1).measured()).isEqualTo(99);
    assertThat(calibration.row(DemandPattern.SMOOTH, 1).residuals()).isEqualTo(298);
  }

  @Test
  void withoutAnyTestTheRowsSayThatTheyAreAssumed() {
    Calibration calibration = new Calibrator(HORIZON, List.of()).calibrate();
    assertThat(calibration.rows()).hasSize(4 * HORIZON);
    assertThat(calibration.row(DemandPattern.LUMPY, 1).residuals()).isZero();
    assertThat(calibration.row(DemandPattern.LUMPY, 1).measured()).isZero();
  }

  /**
   * Series of level 100 with noise, at three origins; the newest is {@code wilder} times as noisy.
   */
  private static List<CalibrationSample> samples(double wilder, int series, int observed) {
    Random random = new Random(5);
    List<CalibrationSample> samples = new ArrayList<>();
    for (int i = 0; i < series; i++) {
      List<Backtest> backtests = new ArrayList<>();
      for (int k = 0; k < 3; k++) {
        double[] actual = new double[HORIZON];
        for (int h = 0; h < HORIZON; h++) {
          actual[h] = Math.max(0, 100 + 10 * (k == 0 ? wilder : 1) * random.nextGaussian());
        }
        backtests.add(
            new Backtest(
                "m",
                TestModels.END.plus(-HORIZON * (k + 1L)),
                DoubleVector.filled(HORIZON, 100),
                DoubleVector.of(actual),
                DoubleVector.filled(HORIZON, observed)));
      }
      samples.add(
          new CalibrationSample(SeriesKey.of("item" + i), DemandPattern.SMOOTH, 10, backtests));
    }
    return samples;
  }
}
