package org.demandwright.store;

import java.sql.SQLException;
import javax.sql.DataSource;

/** All stores over a real PostgreSQL. */
class StoresIT extends StoreContract {
  @Override
  DataSource database() throws SQLException {
    return NewestSchema.postgres("stores");
  }
}
