package org.demandwright.store.forecast;

import java.sql.SQLException;
import javax.sql.DataSource;
import org.demandwright.server.SharedPostgres;
import org.demandwright.server.TestDatabase;
import org.postgresql.ds.PGSimpleDataSource;

/** The feed of publications in a real PostgreSQL. */
class PublicationFeedIT extends PublicationFeedContract {
  @Override
  DataSource database() throws SQLException {
    TestDatabase empty = SharedPostgres.create("feed");
    PGSimpleDataSource database = new PGSimpleDataSource();
    database.setUrl(empty.url());
    database.setUser(empty.user());
    database.setPassword(empty.password());
    return database;
  }
}
