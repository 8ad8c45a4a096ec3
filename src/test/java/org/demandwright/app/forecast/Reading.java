package org.demandwright.app.forecast;

import org.demandwright.app.Clock;
import org.demandwright.app.ReadAhead;
import org.demandwright.app.run.ForecastPlans;
import org.demandwright.store.VersionFixture;
import org.demandwright.store.forecast.SeenStore;

/** Reads the forecasts of a store that no server manages. */
final class Reading {
  private Reading() {}

  static ReadForecasts of(VersionFixture store, ForecastPlans plans, Clock clock) {
    return new ReadForecasts(
        new ShownVersions(store.versions(), plans),
        store.forecasts(),
        new SeenStore(store.sql()),
        new PlanWithoutForecast(store.results()),
        store.intakeRuns(),
        new ReadAhead(Runnable::run),
        clock);
  }
}
