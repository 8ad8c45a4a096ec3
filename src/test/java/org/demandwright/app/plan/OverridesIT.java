package org.demandwright.app.plan;

import javax.sql.DataSource;
import org.demandwright.store.NewestSchema;

/** Overrides on a real PostgreSQL. */
class OverridesIT extends OverridesContract {
  @Override
  DataSource database() throws Exception {
    return NewestSchema.postgres("overrides");
  }
}
