package org.demandwright.store.forecast;

import java.sql.SQLException;
import javax.sql.DataSource;
import org.demandwright.server.SharedPostgres;

/** The feed of publications in a real PostgreSQL. */
class PublicationFeedIT extends PublicationFeedContract {
  @Override
  DataSource database() throws SQLException {
    return SharedPostgres.create("feed").dataSource();
  }
}
