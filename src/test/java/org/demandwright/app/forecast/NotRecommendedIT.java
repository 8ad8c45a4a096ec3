package org.demandwright.app.forecast;

import javax.sql.DataSource;
import org.demandwright.server.SharedPostgres;
import org.demandwright.server.TestDatabase;
import org.postgresql.ds.PGSimpleDataSource;

/** Not recommended, on a real PostgreSQL. */
class NotRecommendedIT extends NotRecommendedContract {
  @Override
  DataSource database() throws Exception {
    TestDatabase empty = SharedPostgres.create("not_recommended");
    PGSimpleDataSource database = new PGSimpleDataSource();
    database.setUrl(empty.url());
    database.setUser(empty.user());
    database.setPassword(empty.password());
    return database;
  }
}
