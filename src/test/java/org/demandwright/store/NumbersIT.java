package org.demandwright.store;

import java.sql.SQLException;
import javax.sql.DataSource;
import org.demandwright.server.SharedPostgres;

/** Numbers given by a real PostgreSQL. */
class NumbersIT extends NumbersContract {
  @Override
  DataSource database() throws SQLException {
    return SharedPostgres.create("numbers").dataSource();
  }

  @Override
  DataSource newest() throws SQLException {
    return NewestSchema.postgres("numbers");
  }
}
