package org.demandwright.app.forecast;

import javax.sql.DataSource;
import org.demandwright.server.SharedPostgres;
import org.demandwright.server.TestDatabase;
import org.postgresql.ds.PGSimpleDataSource;

/** Publication on a real PostgreSQL. */
class PublicationIT extends PublicationContract {
  @Override
  DataSource database() throws Exception {
    TestDatabase empty = SharedPostgres.create("publication");
    PGSimpleDataSource database = new PGSimpleDataSource();
    database.setUrl(empty.url());
    database.setUser(empty.user());
    database.setPassword(empty.password());
    return database;
  }
}
