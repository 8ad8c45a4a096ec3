package org.demandwright.core.pipeline;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.demandwright.core.DoubleVector;
import org.demandwright.core.Quantity;
import org.demandwright.core.demand.DemandPattern;
import org.demandwright.core.demand.Period;
import org.demandwright.core.evaluate.ConformalIntervals;
import org.demandwright.core.evaluate.TotalDemand;
import org.demandwright.core.evaluate.TotalLevels;
import org.demandwright.core.evaluate.TotalResolution;
import org.demandwright.core.evaluate.TotalStep;

/**
 * Lays the quantiles of past residuals around the forecast of one series.
 *
 * <p>The probability that a total is nothing is the level at which its quantile passes 0, on the
 * straight line between the levels around it.
 *
 * @param pattern its demand class
 * @param scale the series' own scale, see {@link ConformalIntervals}
 * @param shape how its band differs from the one of its class
 */
record Banding(DemandPattern pattern, double scale, BandShape shape, Calibration calibration) {

  BandedForecast bands(DoubleVector mean, Period origin) {
    DoubleVector f = mean.map(m -> Quantity.aboveDust(m, scale));
    DoubleVector units = ConformalIntervals.units(scale, mean);
    Optional<List<TotalStep>> totals =
        calibration.row(pattern, 1).totals().map(known -> totals(f, units));
    List<BandedStep> steps = new ArrayList<>();
    double total = 0;
    double unit = 0;
    double[] last = {0, 0, 0};
    for (int i = 0; i < f.size(); i++) {
      Calibration.Row row = calibration.row(pattern, i + 1);
      total += f.get(i);
      unit += units.get(i);
      last = totals.isPresent() ? three(totals.get().get(i)) : three(row, total, unit, last);
      steps.add(
          new BandedStep(
              i + 1,
              f.get(i),
              above(shape.low(f.get(i), row.q10() * units.get(i))),
              above(f.get(i) + row.q50() * units.get(i)),
              above(shape.high(f.get(i), row.q90() * units.get(i))),
              total,
              last[0],
              last[1],
              last[2]));
    }
    return new BandedForecast(steps, totals.map(t -> new TotalDemand(origin, t)));
  }

  private static double[] three(TotalStep step) {
    DoubleVector q = step.quantiles();
    return new double[] {q.get(TotalLevels.P10), q.get(TotalLevels.P50), q.get(TotalLevels.P90)};
  }

  private double[] three(Calibration.Row row, double total, double unit, double[] last) {
    return new double[] {
      Math.max(last[0], above(shape.low(total, row.totalQ10() * unit))),
      Math.max(last[1], above(total + row.totalQ50() * unit)),
      Math.max(last[2], above(shape.high(total, row.totalQ90() * unit)))
    };
  }

  private List<TotalStep> totals(DoubleVector f, DoubleVector units) {
    List<TotalStep> steps = new ArrayList<>();
    double total = 0;
    double unit = 0;
    for (int i = 0; i < f.size(); i++) {
      total += f.get(i);
      unit += units.get(i);
      DoubleVector residuals = calibration.row(pattern, i + 1).totals().orElseThrow();
      TotalStep step = total(total, unit, residuals);
      steps.add(i == 0 ? step : step.notBelow(steps.get(i - 1)));
    }
    return TotalResolution.of(steps).round(steps);
  }

  private TotalStep total(double total, double unit, DoubleVector residuals) {
    double[] raw = new double[TotalLevels.COUNT];
    double[] quantiles = new double[TotalLevels.COUNT];
    for (int i = 0; i < raw.length; i++) {
      double distance = residuals.get(i) * unit;
      double at =
          i < TotalLevels.P50
              ? shape.lowEnd(total, distance)
              : i == TotalLevels.P50 ? total + distance : shape.highEnd(total, distance);
      raw[i] = i == 0 ? at : Math.max(raw[i - 1], at);
      quantiles[i] = above(raw[i]);
    }
    return new TotalStep(total, nothing(total, raw, quantiles), DoubleVector.of(quantiles));
  }

  /** The level at which the quantiles pass 0. */
  private static double nothing(double total, double[] raw, double[] quantiles) {
    int some = 0;
    while (some < quantiles.length && quantiles[some] == 0) {
      some++;
    }
    if (some == 0) {
      return 0;
    }
    double last = TotalLevels.ALL.get(some - 1);
    if (some == quantiles.length) {
      return total == 0 ? 1 : last;
    }
    double below = Math.min(0, raw[some - 1]);
    return Double.isInfinite(below)
        ? last
        : last - (TotalLevels.ALL.get(some) - last) * below / (raw[some] - below);
  }

  private double above(double value) {
    return Quantity.aboveDust(Math.max(0, value), scale);
  }
}
