package org.demandwright.core.pipeline;

import java.util.List;
import org.demandwright.core.demand.DemandPattern;

/**
 * The residual quantiles of a run, pooled by demand class and step, and how well they did.
 *
 * @param rows one row per class and step
 */
public record Calibration(List<Row> rows) {

  /**
   * Scaled residual quantiles of one class at one step.
   *
   * @param pattern the demand class
   * @param step 1 … horizon
   * @param q10 10 % quantile of (actual − forecast) ÷ scale
   * @param q50 median of the same
   * @param q90 90 % quantile of the same
   * @param totalQ10 10 % quantile of (Σ actual − Σ forecast) ÷ scale over the steps 1 … step
   * @param totalQ50 median of the same
   * @param totalQ90 90 % quantile of the same
   * @param residuals number of residuals behind the quantiles
   * @param below10 measured share of actuals below the p10 band
   * @param upTo90 measured share of actuals not above the p90 band
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
      double below10,
      double upTo90) {}

  public Calibration {
    rows = List.copyOf(rows);
  }
}
