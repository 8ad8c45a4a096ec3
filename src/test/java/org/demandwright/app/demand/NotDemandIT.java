package org.demandwright.app.demand;

import javax.sql.DataSource;
import org.demandwright.store.NewestSchema;

/** Marks, on a real PostgreSQL. */
class NotDemandIT extends NotDemandContract {
  @Override
  DataSource database() throws Exception {
    return NewestSchema.postgres("not_demand");
  }
}
