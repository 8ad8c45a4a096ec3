package org.demandwright.store;

import java.sql.SQLException;
import javax.sql.DataSource;

/** Pages of a real PostgreSQL. */
class PagePlansIT extends PagePlansContract {
  @Override
  DataSource database() throws SQLException {
    return NewestSchema.onPostgres("plans").dataSource();
  }
}
