package org.demandwright.core.pipeline;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.demandwright.core.DoubleVector;
import org.demandwright.core.demand.DemandPattern;
import org.demandwright.core.demand.Period;
import org.demandwright.core.evaluate.Backtest;
import org.demandwright.core.evaluate.BandLevels;
import org.demandwright.core.evaluate.ConformalIntervals;
import org.demandwright.core.evaluate.ResidualPool;
import org.demandwright.core.evaluate.ResidualPool.Quantiles;
import org.demandwright.core.evaluate.TotalLevels;

/**
 * Turns backtests into residual quantiles, and measures what such quantiles are worth: they are
 * taken once from the periods before the newest backtest origin alone and compared with what came
 * after it, on the series that were tested at older origins too. The quantiles that are used are
 * then taken from all origins, further out for a class whose bands have failed ({@link BandTest}).
 *
 * <p>The tests of short histories end before the horizon, so their residuals count only where fewer
 * than {@link #LEAST_SERIES} series have whole tests.
 */
final class Calibrator {
  private static final List<DemandPattern> CLASSES =
      List.of(
          DemandPattern.SMOOTH,
          DemandPattern.ERRATIC,
          DemandPattern.INTERMITTENT,
          DemandPattern.LUMPY);

  private static final int LEAST_SERIES = 20;

  private final int horizon;
  private final List<CalibrationSample> samples;
  private final List<CalibrationSample> whole;

  Calibrator(int horizon, List<CalibrationSample> samples) {
    this.horizon = horizon;
    List<CalibrationSample> sorted =
        samples.stream().sorted(Comparator.comparing(CalibrationSample::key)).toList();
    this.whole = sorted.stream().filter(s -> !s.brief(horizon)).toList();
    long tested = whole.stream().filter(s -> !s.backtests().isEmpty()).count();
    this.samples = tested < LEAST_SERIES ? sorted : whole;
  }

  Calibration calibrate() {
    ResidualPool steps = new ResidualPool(horizon);
    ResidualPool totals = new ResidualPool(horizon);
    for (CalibrationSample sample : samples) {
      sample.backtests().forEach(b -> addAll(sample, b, b.actual().size(), steps, totals));
    }
    Coverage coverage = new Coverage(horizon);
    BandTest test = test(coverage);
    List<Calibration.Row> rows = new ArrayList<>();
    for (DemandPattern pattern : CLASSES) {
      BandLevels levels = test.levels(pattern);
      for (int h = 1; h <= horizon; h++) {
        Quantiles single = steps.quantiles(pattern, h, levels);
        DoubleVector total = totals.levels(pattern, h, levels);
        rows.add(row(pattern, h, single, total, levels, coverage));
      }
    }
    return new Calibration(rows);
  }

  private static Calibration.Row row(
      DemandPattern pattern,
      int step,
      Quantiles single,
      DoubleVector total,
      BandLevels levels,
      Coverage coverage) {
    return new Calibration.Row(
        pattern,
        step,
        single.q10(),
        single.q50(),
        single.q90(),
        total.get(TotalLevels.P10),
        total.get(TotalLevels.P50),
        total.get(TotalLevels.P90),
        single.residuals(),
        levels,
        coverage.below10(pattern, step),
        coverage.upTo90(pattern, step),
        coverage.measured(pattern, step),
        Optional.of(total));
  }

  /** Adds the residuals of the first {@code until} steps of one backtest. */
  private static void addAll(
      CalibrationSample sample, Backtest b, int until, ResidualPool steps, ResidualPool totals) {
    DoubleVector units = ConformalIntervals.units(sample.scale(), b.forecast());
    double excess = 0;
    double unit = 0;
    boolean whole = true;
    for (int i = 0; i < until; i++) {
      double e = b.actual().get(i) - b.forecast().get(i);
      boolean observed = b.observed().get(i) == 1;
      whole &= observed;
      excess += e;
      unit += units.get(i);
      if (observed && units.get(i) > 0) {
        steps.add(sample.pattern(), i + 1, e / units.get(i));
      }
      if (whole && unit > 0) {
        totals.add(sample.pattern(), i + 1, excess / unit);
      }
    }
  }

  /** Tests bands made before the newest origin on what came after it. */
  private BandTest test(Coverage coverage) {
    ResidualPool before = new ResidualPool(horizon);
    BandTest test = new BandTest(before);
    Period newest =
        whole.stream()
            .flatMap(s -> s.backtests().stream())
            .map(Backtest::origin)
            .max(Comparator.naturalOrder())
            .orElse(null);
    if (newest == null) {
      return test;
    }
    ResidualPool unused = new ResidualPool(horizon);
    for (CalibrationSample sample : whole) {
      for (Backtest b : sample.backtests()) {
        int until = Math.min(b.actual().size(), b.origin().until(newest));
        addAll(sample, b, until, before, unused);
      }
    }
    for (CalibrationSample sample : whole) {
      for (Backtest b : sample.backtests()) {
        if (b.origin().equals(newest) && isOlderToo(sample, newest)) {
          coverage.measure(sample, b, before);
          test.add(sample, b);
        }
      }
    }
    return test;
  }

  /** A series without older tests is none of those from whose residuals the bands were made. */
  private static boolean isOlderToo(CalibrationSample sample, Period newest) {
    return sample.backtests().stream().anyMatch(b -> b.origin().until(newest) > 0);
  }
}
