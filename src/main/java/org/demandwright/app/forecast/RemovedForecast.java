package org.demandwright.app.forecast;

import java.time.Instant;
import java.time.LocalDate;
import org.demandwright.core.demand.Period;
import org.demandwright.store.forecast.SeenStore;

/**
 * A value that readers saw in an earlier version, and that is not in the one that they see now: the
 * series is not forecast any more, or the period is over.
 *
 * @param seenIn the version that they saw it in
 * @param changedAt since when they see the version that does not have it
 */
public record RemovedForecast(
    long seenIn, SeenStore.SeenSeries series, Period period, Instant changedAt)
    implements ToldForecast {
  @Override
  public long seriesId() {
    return series.seriesId();
  }

  @Override
  public LocalDate start() {
    return period.start();
  }

  @Override
  public LocalDate end() {
    return period.end().minusDays(1);
  }
}
