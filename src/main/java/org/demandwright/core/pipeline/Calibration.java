package org.demandwright.core.pipeline;

import java.util.List;
import java.util.Optional;
import org.demandwright.core.DoubleVector;
import org.demandwright.core.demand.DemandPattern;
import org.demandwright.core.evaluate.BandLevels;

/**
 * The residual quantiles of a run, pooled by demand class and step, and how well they did.
 *
 * @param rows one row per class and step
 */
public record Calibration(List<Row> rows) {

  /**
   * Residual quantiles of one class at one step.
   *
   * @param pattern the demand class
   * @param step 1 … horizon
   * @param q10 10 % quantile of (actual − forecast) ÷ unit, for the unit see {@link
   *     org.demandwright.core.evaluate.ConformalIntervals}
   * @param q50 median of the same
   * @param q90 90 % quantile of the same
   * @param totalQ10 10 % quantile of (Σ actual − Σ forecast) ÷ Σ unit over the steps 1 … step
   * @param totalQ50 median of the same
   * @param totalQ90 90 % quantile of the same
   * @param residuals number of residuals behind the quantiles; 0 = there was none in the whole run
   *     and the quantiles of the normal distribution are assumed
   * @param levels at which the quantiles were taken; other than 10 % and 90 % if a band at these
   *     has failed its test, so that q10 is then a lower and q90 a higher quantile than it says
   * @param below10 share of actuals after the newest backtest origin that lay below a p10 band made
   *     from older residuals; 0 where {@code measured} is 0
   * @param upTo90 likewise the share not above the p90 band
   * @param measured number of actuals behind these two shares
   * @param totals quantiles of the total's residuals, as {@code totalQ10}, at all {@link
   *     org.demandwright.core.evaluate.TotalLevels}; empty where it was calibrated before they were
   *     kept
   */
  public record Row(
      DemandPattern pattern,
      int step,
      double q10,
      double q50,
      double q90,
      double totalQ10,
      double totalQ50,
      double totalQ90,
      int residuals,
      BandLevels levels,
      double below10,
      double upTo90,
      int measured,
      Optional<DoubleVector> totals) {}

  public Calibration {
    rows = List.copyOf(rows);
  }

  /** Returns whether it tells of totals at all levels. */
  public boolean hasTotals() {
    return !rows.isEmpty() && rows.stream().allMatch(r -> r.totals().isPresent());
  }

  /** Returns the row of a class and step; throws where there is none. */
  public Row row(DemandPattern pattern, int step) {
    return rows.stream()
        .filter(r -> r.pattern() == pattern && r.step() == step)
        .findFirst()
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "no quantiles for " + pattern + " at step " + step + "; calibrate first"));
  }
}
