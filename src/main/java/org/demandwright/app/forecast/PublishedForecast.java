package org.demandwright.app.forecast;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.Optional;
import java.util.function.ToDoubleFunction;
import org.demandwright.core.Quantity;
import org.demandwright.core.pipeline.BandedStep;
import org.demandwright.store.forecast.ForecastStore;

/**
 * One published value, one series in one period, and what readers are told besides.
 *
 * @param row as it is kept
 * @param withFigures whether its figures are shown: not where the series is not recommended to
 *     forecast, unless they were asked for all the same
 * @param changedAt when this value last became another one
 * @param planBy what to plan by where the series is not recommended to forecast
 */
public record PublishedForecast(
    ForecastStore.Row row, boolean withFigures, Instant changedAt, Optional<PlanByRecord> planBy) {
  /** Digits after the point of published decimals. */
  private static final int DECIMALS = 6;

  /** Whether figures are all that is forecast, or what comes beyond the open demand. */
  public enum Share {
    ALL,
    NET_OF_OPEN
  }

  /** Returns whether the series is recommended to forecast. */
  public boolean usable() {
    return row.verdict().usable();
  }

  /** Returns a figure of the period; null where it is not shown. */
  public BigDecimal period(ToDoubleFunction<BandedStep> figure, Share share) {
    return shown(figure, share, row.open().units());
  }

  /** Returns a figure of the steps 1 … step; null where it is not shown. */
  public BigDecimal total(ToDoubleFunction<BandedStep> figure, Share share) {
    return shown(figure, share, row.open().total());
  }

  private BigDecimal shown(ToDoubleFunction<BandedStep> figure, Share share, BigDecimal open) {
    if (!withFigures) {
      return null;
    }
    double units = figure.applyAsDouble(row.bands());
    BigDecimal all = Quantity.rounded(Quantity.aboveDust(units, row.bands().totalP90()), DECIMALS);
    return share == Share.ALL ? all : all.subtract(open).max(BigDecimal.ZERO);
  }
}
