package org.demandwright.store;

import java.sql.SQLException;
import javax.sql.DataSource;
import org.demandwright.server.SharedPostgres;
import org.demandwright.server.TestDatabase;
import org.postgresql.ds.PGSimpleDataSource;

/** Pages of a real PostgreSQL. */
class PagePlansIT extends PagePlansContract {
  @Override
  DataSource database() throws SQLException {
    TestDatabase empty = SharedPostgres.create("plans");
    PGSimpleDataSource database = new PGSimpleDataSource();
    database.setUrl(empty.url());
    database.setUser(empty.user());
    database.setPassword(empty.password());
    return database;
  }
}
