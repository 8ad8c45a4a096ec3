package org.demandwright.app.plan;

import javax.sql.DataSource;
import org.demandwright.server.SharedPostgres;
import org.demandwright.server.TestDatabase;
import org.postgresql.ds.PGSimpleDataSource;

/** Overrides on a real PostgreSQL. */
class OverridesIT extends OverridesContract {
  @Override
  DataSource database() throws Exception {
    TestDatabase empty = SharedPostgres.create("overrides");
    PGSimpleDataSource database = new PGSimpleDataSource();
    database.setUrl(empty.url());
    database.setUser(empty.user());
    database.setPassword(empty.password());
    return database;
  }
}
