package org.demandwright.app.forecast;

import java.time.Instant;
import java.time.LocalDate;

/** What readers of forecasts are told of one series in one period. */
public sealed interface ToldForecast permits PublishedForecast, RemovedForecast {
  long seriesId();

  /** Returns the first day of the period. */
  LocalDate start();

  /** Returns the last day of the period. */
  LocalDate end();

  /** Returns when it last became another one. */
  Instant changedAt();
}
