package org.demandwright.app.forecast;

import javax.sql.DataSource;
import org.demandwright.store.NewestSchema;

/** Not recommended, on a real PostgreSQL. */
class NotRecommendedIT extends NotRecommendedContract {
  @Override
  DataSource database() throws Exception {
    return NewestSchema.postgres("not_recommended");
  }
}
