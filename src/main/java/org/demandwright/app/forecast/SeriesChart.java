package org.demandwright.app.forecast;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.demandwright.core.Words;

/**
 * Everything that the chart of one series shows, in one version.
 *
 * @param history per period, oldest first
 * @param usable whether the series is recommended to forecast; true where it has no forecast
 * @param planBy what to plan by where it is not
 * @param forecast per step; NaN where its forecasts are not shown
 * @param backtests the champion's and seasonal naive's forecasts at the rolling origins
 * @param scores of the contestants, best first
 * @param failures of the contestants that could not be scored, by model
 */
public record SeriesChart(
    SeriesRecord series,
    VersionRecord version,
    boolean usable,
    Optional<PlanByRecord> planBy,
    List<Past> history,
    List<Future> forecast,
    List<Origin> backtests,
    List<ModelScore> scores,
    Map<String, Words> failures) {

  /**
   * One period of the past.
   *
   * @param units raw gross demand, whatever was laid over it
   * @param corrected the same with the corrections of people laid over it, empty where they begin
   *     the series later
   * @param returned units taken back
   * @param cleaned demand as the models saw it, empty likewise
   * @param fitted the champion's one-step-ahead value, where it has one
   * @param availability share 0–1 of the period in which the item could be bought
   */
  public record Past(
      LocalDate start,
      double units,
      Optional<Double> corrected,
      double returned,
      Optional<Double> cleaned,
      Optional<Double> fitted,
      double availability) {}

  /**
   * One step of the forecast.
   *
   * @param over what an override made final in place of the mean, empty where none lies on it
   */
  public record Future(
      LocalDate start, double mean, double p10, double p50, double p90, Optional<Double> over) {
    Future withoutFigures() {
      return new Future(start, Double.NaN, Double.NaN, Double.NaN, Double.NaN, over);
    }

    /** Returns what is final; NaN where it is not shown. */
    public double finalUnits() {
      return over.orElse(mean);
    }
  }

  /** One rolling origin. */
  public record Origin(LocalDate start, String model, List<Double> forecast, List<Double> actual) {}

  /** One contestant's errors. */
  public record ModelScore(String model, double rmsse, double mase, double wape, double bias) {}
}
