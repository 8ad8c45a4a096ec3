package org.demandwright.app.demand;

import javax.sql.DataSource;
import org.demandwright.server.SharedPostgres;
import org.demandwright.server.TestDatabase;
import org.postgresql.ds.PGSimpleDataSource;

/** Marks, on a real PostgreSQL. */
class NotDemandIT extends NotDemandContract {
  @Override
  DataSource database() throws Exception {
    TestDatabase empty = SharedPostgres.create("not_demand");
    PGSimpleDataSource database = new PGSimpleDataSource();
    database.setUrl(empty.url());
    database.setUser(empty.user());
    database.setPassword(empty.password());
    return database;
  }
}
