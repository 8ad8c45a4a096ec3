package org.demandwright.store;

import java.sql.SQLException;
import javax.sql.DataSource;

/** Lists of a real PostgreSQL. */
class ListPlansIT extends ListPlansContract {
  @Override
  DataSource database() throws SQLException {
    return NewestSchema.onPostgres("lists").dataSource();
  }
}
