package org.demandwright.console.forecast;

import java.io.Serializable;
import java.time.LocalDate;
import org.demandwright.app.forecast.SeriesChart;
import org.demandwright.core.demand.Bucket;

/** How much of a series its chart shows: the span of the past and the layers on top. */
public class ChartView implements Serializable {
  private static final long serialVersionUID = 1L;
  private static final long HALF_YEAR = 180;

  /** Spans to choose from. */
  public enum Span {
    /** The last 180 days. */
    HALF_YEAR,
    /** The last 365 days. */
    YEAR,
    /** Everything. */
    ALL
  }

  private Span span;
  private boolean fitted = true;
  private boolean backtests = true;
  private boolean naive;
  private boolean notRecommended;

  /** Returns the first day to show of a past that ends on {@code last}. */
  LocalDate firstShown(SeriesChart chart, LocalDate last) {
    return switch (spanFor(chart)) {
      case HALF_YEAR -> last.minusDays(HALF_YEAR);
      case YEAR -> last.minusYears(1);
      case ALL -> LocalDate.MIN;
    };
  }

  /**
   * Returns the chosen span; unless chosen, half a year of days and everything of longer periods.
   */
  public Span spanFor(SeriesChart chart) {
    if (span != null) {
      return span;
    }
    return chart.version().bucket() == Bucket.DAY ? Span.HALF_YEAR : Span.ALL;
  }

  public void show(Span chosen) {
    span = chosen;
  }

  public boolean isFitted() {
    return fitted;
  }

  public void setFitted(boolean fitted) {
    this.fitted = fitted;
  }

  public boolean isBacktests() {
    return backtests;
  }

  public void setBacktests(boolean backtests) {
    this.backtests = backtests;
  }

  /** Whether figures of series that are not recommended to forecast are shown. */
  public boolean isNotRecommended() {
    return notRecommended;
  }

  public void setNotRecommended(boolean notRecommended) {
    this.notRecommended = notRecommended;
  }

  public boolean isNaive() {
    return naive;
  }

  public void setNaive(boolean naive) {
    this.naive = naive;
  }
}
