package org.demandwright.store;

import java.util.UUID;
import javax.sql.DataSource;
import org.h2.jdbcx.JdbcDataSource;

/** Pages of an H2 in memory. */
class PagePlansTest extends PagePlansContract {
  @Override
  boolean followsIndexes() {
    return false;
  }

  @Override
  DataSource database() {
    JdbcDataSource database = new JdbcDataSource();
    database.setURL("jdbc:h2:mem:" + UUID.randomUUID() + ";DB_CLOSE_DELAY=-1");
    return database;
  }
}
