package org.demandwright.store;

import org.demandwright.server.SharedPostgres;
import org.demandwright.server.TestDatabase;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.postgresql.ds.PGSimpleDataSource;

/** Sums of sales on a real PostgreSQL. */
class SalesSumsIT {

  @ParameterizedTest
  @ValueSource(longs = {1, 2})
  void sums_are_those_of_the_lines(long seed) throws Exception {
    TestDatabase empty = SharedPostgres.create("sales_sums");
    PGSimpleDataSource database = new PGSimpleDataSource();
    database.setUrl(empty.url());
    database.setUser(empty.user());
    database.setPassword(empty.password());
    new SalesSumsCheck(database, seed).holds(12);
  }
}
