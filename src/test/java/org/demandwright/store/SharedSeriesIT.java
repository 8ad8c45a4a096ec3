package org.demandwright.store;

import java.sql.SQLException;
import javax.sql.DataSource;
import org.demandwright.server.SharedPostgres;
import org.demandwright.server.TestDatabase;
import org.postgresql.ds.PGSimpleDataSource;

/** Versions in a real PostgreSQL. */
class SharedSeriesIT extends SharedSeriesContract {
  @Override
  DataSource database() throws SQLException {
    TestDatabase empty = SharedPostgres.create("shared_series");
    PGSimpleDataSource database = new PGSimpleDataSource();
    database.setUrl(empty.url());
    database.setUser(empty.user());
    database.setPassword(empty.password());
    return database;
  }
}
