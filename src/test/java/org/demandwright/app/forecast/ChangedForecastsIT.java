package org.demandwright.app.forecast;

import javax.sql.DataSource;
import org.demandwright.store.NewestSchema;

/** Changes, on a real PostgreSQL. */
class ChangedForecastsIT extends ChangedForecastsContract {
  @Override
  DataSource database() throws Exception {
    return NewestSchema.postgres("changed_forecasts");
  }
}
