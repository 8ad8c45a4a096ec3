package org.demandwright.app.forecast;

import org.demandwright.app.Clock;
import org.demandwright.app.run.ForecastPlans;
import org.demandwright.store.Stores;
import org.demandwright.store.VersionFixture;
import org.demandwright.store.forecast.VersionPartStore;
import org.demandwright.store.run.RunStore;

/** Reads versions and forecasts of stores that no server manages. */
public final class Readers {
  private Readers() {}

  public static ForecastQueries versions(Stores stores, ForecastPlans plans) {
    return new ForecastQueries(
        stores.versions(),
        new ShownVersions(stores.versions(), plans),
        plans,
        stores.catalog(),
        new SeenVersions(new VersionPartStore(stores.sql()), new RunStore(stores.sql())));
  }

  public static ReadForecasts of(VersionFixture store, ForecastPlans plans, Clock clock) {
    return Reading.of(store, plans, clock);
  }
}
