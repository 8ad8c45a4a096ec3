package org.demandwright.app.forecast;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.function.ToDoubleFunction;
import org.demandwright.core.Quantity;
import org.demandwright.core.pipeline.BandedStep;
import org.demandwright.store.forecast.ForecastStore;

/**
 * One published value, one series in one period, and what readers are told besides.
 *
 * <p>Where an override lies over it, what is final is the override's, and quantiles are those of
 * the forecast times final ÷ forecast: an override says nothing of the spread. Of a forecast of 0
 * there are none. Worked example: mean 40, p90 60 and a final figure of 50 have a p90 of 75.
 *
 * @param row as it is kept
 * @param withFigures whether its forecasts are shown: not where the series is not recommended to
 *     forecast, unless they were asked for all the same
 * @param changedAt when this value last became another one
 * @param planBy what to plan by where the series is not recommended to forecast
 */
public record PublishedForecast(
    ForecastStore.Row row, boolean withFigures, Instant changedAt, Optional<PlanByRecord> planBy)
    implements ToldForecast {
  /** Digits after the point of published decimals. */
  private static final int DECIMALS = 6;

  /** Whether figures are all that is forecast, or what comes beyond the open demand. */
  public enum Share {
    ALL,
    NET_OF_OPEN
  }

  @Override
  public long seriesId() {
    return row.seriesId();
  }

  @Override
  public LocalDate start() {
    return row.start();
  }

  @Override
  public LocalDate end() {
    return row.end();
  }

  /** Returns whether the series is recommended to forecast. */
  public boolean usable() {
    return row.verdict().usable();
  }

  /** Returns the forecast of the period, whatever lies over it; null where it is not shown. */
  public BigDecimal baseline(Share share) {
    return withFigures ? share(rounded(row.bands().mean()), share, row.open().units()) : null;
  }

  /** Returns what is final of the period; null where neither forecast nor override is shown. */
  public BigDecimal units(Share share) {
    return overridden()
        .map(units -> share(units, share, row.open().units()))
        .orElseGet(() -> baseline(share));
  }

  /**
   * Returns what an override adds to the forecast, negative = takes; null where none lies on it.
   */
  public BigDecimal override(Share share) {
    BigDecimal forecast = baseline(share);
    return overridden().isEmpty()
        ? null
        : units(share).subtract(forecast == null ? BigDecimal.ZERO : forecast);
  }

  /** Returns a quantile of the period; null where there is none to be shown. */
  public BigDecimal period(ToDoubleFunction<BandedStep> quantile, Share share) {
    return quantile(quantile, row.bands().mean(), overridden(), share, row.open().units());
  }

  /** Returns what is final of the steps 1 … step together; null where it is not shown. */
  public BigDecimal total(Share share) {
    Optional<BigDecimal> total = overTotal();
    if (total.isEmpty() && !withFigures) {
      return null;
    }
    return share(
        total.orElseGet(() -> rounded(row.bands().totalMean())), share, row.open().total());
  }

  /** Returns a quantile of the steps 1 … step; null where there is none to be shown. */
  public BigDecimal total(ToDoubleFunction<BandedStep> quantile, Share share) {
    return quantile(quantile, row.bands().totalMean(), overTotal(), share, row.open().total());
  }

  private Optional<BigDecimal> overridden() {
    return row.over().flatMap(ForecastStore.Final::units);
  }

  private Optional<BigDecimal> overTotal() {
    return row.over().flatMap(ForecastStore.Final::total);
  }

  private BigDecimal quantile(
      ToDoubleFunction<BandedStep> quantile,
      double forecast,
      Optional<BigDecimal> over,
      Share share,
      BigDecimal open) {
    double of = quantile.applyAsDouble(row.bands());
    if (!withFigures) {
      return null;
    }
    if (over.isEmpty()) {
      return share(rounded(of), share, open);
    }
    boolean nothing = Quantity.aboveDust(forecast, row.bands().totalP90()) == 0;
    return nothing ? null : share(rounded(of * (over.get().doubleValue() / forecast)), share, open);
  }

  private BigDecimal rounded(double units) {
    return told(units, row.bands().totalP90());
  }

  /**
   * Returns a quantity as it is told.
   *
   * @param scale any usual quantity of the item, below which there is dust
   */
  static BigDecimal told(double units, double scale) {
    return Quantity.rounded(Quantity.aboveDust(units, scale), DECIMALS);
  }

  private static BigDecimal share(BigDecimal units, Share share, BigDecimal open) {
    return share == Share.ALL ? units : units.subtract(open).max(BigDecimal.ZERO);
  }
}
