package org.demandwright.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.BiConsumer;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.demandwright.store.forecast.VersionLinkStore;
import org.h2.jdbcx.JdbcDataSource;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * Where some series of a version are asked for, H2 goes to each of them, and does not read the
 * version.
 */
class ListPlansTest {
  private static final int SERIES = 2_400;
  private static final int WANTED = 20;

  /** Rows read for each series that is named. */
  private static final int EACH = 12;

  @TestFactory
  Stream<DynamicTest> what_is_read_is_as_much_as_is_named() {
    JdbcDataSource database = new JdbcDataSource();
    database.setURL("jdbc:h2:mem:" + UUID.randomUUID() + ";DB_CLOSE_DELAY=-1");
    RowsRead counted = new RowsRead(database);
    Stores stores = Stores.of(counted.database());
    long version = BulkForecasts.fill(stores, SERIES);
    stores.sql().update("update series_result set failure = 'TOO_SHORT'"); // read, not mapped
    List<Long> some = LongStream.range(0, WANTED).mapToObj(n -> 1 + n * (SERIES / WANTED)).toList();
    Map<String, BiConsumer<Long, List<Long>>> lists =
        Map.of(
            "forecasts of series that links join",
            (id, series) -> new VersionLinkStore(stores.sql()).means(id, series),
            "what bands are made from",
            (id, series) -> stores.results().sharedBandBases(id, series),
            "what a contest decided",
            (id, series) -> stores.results().kept(id, BulkForecasts.AS_OF, series),
            "what models received",
            (id, series) -> stores.snapshots().of(id, series));
    return lists.entrySet().stream()
        .map(
            list ->
                dynamicTest(
                    list.getKey(),
                    () -> {
                      RowsRead.Count read = counted.of(() -> list.getValue().accept(version, some));
                      assertThat(read.rows()).as(read.plans()).isBetween(1L, (long) EACH * WANTED);
                    }));
  }
}
