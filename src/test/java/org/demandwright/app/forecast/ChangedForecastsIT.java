package org.demandwright.app.forecast;

import javax.sql.DataSource;
import org.demandwright.server.SharedPostgres;
import org.demandwright.server.TestDatabase;
import org.postgresql.ds.PGSimpleDataSource;

/** Changes, on a real PostgreSQL. */
class ChangedForecastsIT extends ChangedForecastsContract {
  @Override
  DataSource database() throws Exception {
    TestDatabase empty = SharedPostgres.create("changed_forecasts");
    PGSimpleDataSource database = new PGSimpleDataSource();
    database.setUrl(empty.url());
    database.setUser(empty.user());
    database.setPassword(empty.password());
    return database;
  }
}
