package org.demandwright.store;

import java.sql.SQLException;
import javax.sql.DataSource;

/** Two companies in a real PostgreSQL. */
class CompaniesIT extends CompaniesContract {
  @Override
  DataSource database() throws SQLException {
    return NewestSchema.postgres("companies");
  }
}
