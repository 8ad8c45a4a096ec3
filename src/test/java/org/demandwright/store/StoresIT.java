package org.demandwright.store;

import java.sql.SQLException;
import javax.sql.DataSource;
import org.demandwright.server.SharedPostgres;
import org.demandwright.server.TestDatabase;
import org.postgresql.ds.PGSimpleDataSource;

/** All stores over a real PostgreSQL. */
class StoresIT extends StoreContract {
  @Override
  DataSource database() throws SQLException {
    TestDatabase empty = SharedPostgres.create("stores");
    PGSimpleDataSource database = new PGSimpleDataSource();
    database.setUrl(empty.url());
    database.setUser(empty.user());
    database.setPassword(empty.password());
    return database;
  }
}
