package org.demandwright.store.forecast;

import java.sql.SQLException;
import javax.sql.DataSource;
import org.demandwright.server.SharedPostgres;

/** A store that goes on, in a real PostgreSQL. */
class PublishedBeforePlansIT extends PublishedBeforePlansContract {
  @Override
  DataSource database() throws SQLException {
    return SharedPostgres.create("plans").dataSource();
  }
}
