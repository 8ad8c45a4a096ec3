package org.demandwright.store;

import java.sql.SQLException;
import javax.sql.DataSource;

/** Versions in a real PostgreSQL. */
class SharedSeriesIT extends SharedSeriesContract {
  @Override
  DataSource database() throws SQLException {
    return NewestSchema.postgres("shared_series");
  }
}
