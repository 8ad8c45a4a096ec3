package org.demandwright.store;

import java.util.UUID;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.h2.jdbcx.JdbcDataSource;

/** Sums of sales on H2. */
class SalesSumsProperties {

  @Property(tries = 25)
  void sumsAreThoseOfTheLines(@ForAll long seed) {
    JdbcDataSource database = new JdbcDataSource();
    database.setURL("jdbc:h2:mem:" + UUID.randomUUID() + ";DB_CLOSE_DELAY=-1");
    new SalesSumsCheck(database, seed).holds(12);
  }
}
