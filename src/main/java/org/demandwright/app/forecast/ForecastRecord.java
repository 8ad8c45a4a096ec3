package org.demandwright.app.forecast;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.function.BinaryOperator;
import org.demandwright.core.Words;
import org.demandwright.core.evaluate.Verdict;

/**
 * One published value: one series in one period.
 *
 * @param uom the item's base unit
 * @param step 1 … horizon
 * @param periodStart first day of the period
 * @param periodEnd last day of the period
 * @param mean null, like all figures, where the series is not recommended to forecast and its
 *     figures were not asked for all the same
 * @param totalMean Σ of the means of the steps 1 … step; likewise its quantiles
 * @param openDemand base units ordered already for this period when the version was made, part of
 *     what is forecast; total = of the steps 1 … step
 * @param method the model that made the number
 * @param reason why this model
 * @param verdict whether it is worth while to forecast the series, and how
 * @param dataAsOf the forecast knows demand before this day
 * @param changedAt when this value last became another one
 * @param usable whether the series is recommended to forecast
 * @param planBy what to plan by where it is not
 */
public record ForecastRecord(
    long versionId,
    long seriesId,
    String org,
    String item,
    String site,
    String channel,
    String uom,
    String bucket,
    int step,
    LocalDate periodStart,
    LocalDate periodEnd,
    BigDecimal mean,
    BigDecimal p10,
    BigDecimal p50,
    BigDecimal p90,
    BigDecimal totalMean,
    BigDecimal totalP10,
    BigDecimal totalP50,
    BigDecimal totalP90,
    BigDecimal openDemand,
    BigDecimal totalOpenDemand,
    String method,
    Words reason,
    Verdict verdict,
    LocalDate dataAsOf,
    Instant changedAt,
    boolean usable,
    Optional<PlanByRecord> planBy) {

  /** Returns the same row without its figures. */
  ForecastRecord withoutFigures() {
    return with((figure, open) -> null);
  }

  /**
   * Returns what is forecast beyond the open demand: every figure less it, and at least 0; a row
   * without figures stays as it is.
   */
  public ForecastRecord netOfOpenDemand() {
    return mean == null ? this : with((figure, open) -> figure.subtract(open).max(BigDecimal.ZERO));
  }

  private ForecastRecord with(BinaryOperator<BigDecimal> change) {
    return new ForecastRecord(
        versionId,
        seriesId,
        org,
        item,
        site,
        channel,
        uom,
        bucket,
        step,
        periodStart,
        periodEnd,
        change.apply(mean, openDemand),
        change.apply(p10, openDemand),
        change.apply(p50, openDemand),
        change.apply(p90, openDemand),
        change.apply(totalMean, totalOpenDemand),
        change.apply(totalP10, totalOpenDemand),
        change.apply(totalP50, totalOpenDemand),
        change.apply(totalP90, totalOpenDemand),
        openDemand,
        totalOpenDemand,
        method,
        reason,
        verdict,
        dataAsOf,
        changedAt,
        usable,
        planBy);
  }
}
