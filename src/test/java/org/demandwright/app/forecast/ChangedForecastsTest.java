package org.demandwright.app.forecast;

import java.util.UUID;
import javax.sql.DataSource;
import org.h2.jdbcx.JdbcDataSource;

/** Changes, on an H2 in memory. */
class ChangedForecastsTest extends ChangedForecastsContract {
  @Override
  DataSource database() {
    JdbcDataSource database = new JdbcDataSource();
    database.setURL("jdbc:h2:mem:" + UUID.randomUUID() + ";DB_CLOSE_DELAY=-1");
    return database;
  }
}
