package org.demandwright.store;

import javax.sql.DataSource;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Sums of sales on a real PostgreSQL. */
class SalesSumsIT {

  @ParameterizedTest
  @ValueSource(longs = {1, 2})
  void sums_are_those_of_the_lines(long seed) throws Exception {
    DataSource database = NewestSchema.postgres("sales_sums");
    new SalesSumsCheck(database, seed).holds(12);
  }
}
