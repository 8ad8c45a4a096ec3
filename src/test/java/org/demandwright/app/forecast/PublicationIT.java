package org.demandwright.app.forecast;

import javax.sql.DataSource;
import org.demandwright.store.NewestSchema;

/** Publication on a real PostgreSQL. */
class PublicationIT extends PublicationContract {
  @Override
  DataSource database() throws Exception {
    return NewestSchema.postgres("publication");
  }
}
