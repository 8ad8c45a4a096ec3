package org.demandwright.store;

import java.sql.SQLException;
import javax.sql.DataSource;

/** On a real PostgreSQL, by COPY. */
class FirstLoadIT extends FirstLoadContract {
  @Override
  DataSource database() throws SQLException {
    return NewestSchema.postgres("first_load");
  }
}
