package org.demandwright.core.pipeline;

import java.util.List;
import java.util.Objects;
import org.demandwright.core.demand.DemandPattern;
import org.demandwright.core.demand.SeriesKey;
import org.demandwright.core.evaluate.Backtest;

/**
 * What one series contributes to the calibration of the bands.
 *
 * @param key the series; samples are pooled in key order, so that sums do not depend on partitions
 * @param pattern the demand class in which residuals are pooled
 * @param scale the series' own scale, base units per period, ≥ 0; the residuals' units follow from
 *     it, see {@link org.demandwright.core.evaluate.ConformalIntervals}
 * @param backtests the champion's backtests
 */
public record CalibrationSample(
    SeriesKey key, DemandPattern pattern, double scale, List<Backtest> backtests) {
  public CalibrationSample {
    Objects.requireNonNull(key, "key");
    Objects.requireNonNull(pattern, "pattern");
    backtests = List.copyOf(backtests);
  }

  /** Returns whether some test was shorter than the horizon, see {@link ShortHistory}. */
  boolean brief(int horizon) {
    return backtests.stream().anyMatch(b -> b.actual().size() < horizon);
  }

  /** Returns what the result of a contest contributes: the backtests of its champion. */
  public static CalibrationSample of(SeriesResult result) {
    return new CalibrationSample(
        result.cleaned().key(),
        result.pattern(),
        result.scale(),
        result.backtests().stream()
            .filter(b -> b.modelId().equals(result.selection().modelId()))
            .toList());
  }
}
