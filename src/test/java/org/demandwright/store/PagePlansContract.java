package org.demandwright.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.math.BigDecimal;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.demandwright.core.demand.DataScope;
import org.demandwright.core.evaluate.Verdict;
import org.demandwright.store.forecast.ForecastStore;
import org.demandwright.store.forecast.SeriesCatalog;
import org.demandwright.store.forecast.SeriesSelection;
import org.demandwright.store.forecast.SnapshotStore;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/**
 * How many rows the database reads for a page depends on the page alone, not on how long the list
 * is nor on where in it the page lies.
 */
abstract class PagePlansContract {
  private static final int LIMIT = 500;

  /** Series; with {@code -Plong} as many as make more than a million rows. */
  private static final int SERIES = Boolean.getBoolean("long.tests") ? 40_000 : 2_400;

  /** Rows read for one of the answer, where an index leads to it. */
  private static final int FOUND = 24;

  /** Rows read for one of the answer where one of ten rows is wanted. */
  private static final int SIFTED = 66;

  /** Rows read for one of the answer where one of ten is found by what another version said. */
  private static final int COMPARED = 180;

  /** Rows read for a series where the rows that are wanted must be looked for. */
  private static final int SEARCHED = 10;

  /** Returns an empty store. */
  abstract DataSource database() throws SQLException;

  /**
   * Returns whether the database follows an index backwards, and one behind its first column. Where
   * it does not it reads what lies behind the place of a page, and sorts it.
   */
  boolean followsIndexes() {
    return true;
  }

  /**
   * A list.
   *
   * @param most rows that a page of it may read
   */
  private record Question(String name, int most, Page page) {}

  private interface Page {
    List<?> of(Stores stores, long version, long afterSeries);
  }

  @TestFactory
  Stream<DynamicTest> a_page_reads_as_much_wherever_it_lies() throws SQLException {
    RowsRead counted = new RowsRead(database());
    Stores stores = Stores.of(counted.database());
    long version = BulkForecasts.fill(stores, SERIES);
    return Stream.of(forecasts(), seen(), series())
        .flatMap(Function.identity())
        .flatMap(
            q ->
                Stream.of(0, SERIES / 2, SERIES - 2 * LIMIT / BulkForecasts.STEPS)
                    .map(
                        after ->
                            dynamicTest(
                                q.name() + " after series " + after,
                                () -> check(q, counted, stores, version, after))));
  }

  /**
   * Lists that do not hang on a version, each of as many rows as forecasts are in the other test.
   */
  @TestFactory
  Stream<DynamicTest> a_page_of_another_list_reads_as_much_wherever_it_lies() throws SQLException {
    RowsRead counted = new RowsRead(database());
    Stores stores = Stores.of(counted.database());
    BulkLists.fill(stores, SERIES);
    return BulkLists.questions()
        .filter(list -> !list.isOrdered() || followsIndexes())
        .flatMap(
            list ->
                Stream.of(0, SERIES * list.times() / 2, SERIES * list.times() - 2 * LIMIT)
                    .map(
                        after ->
                            dynamicTest(
                                list.name() + " after " + after,
                                () -> check(list, counted, stores, after))));
  }

  /** What is asked of some series of a version reads no others. */
  @Test
  void snapshots_of_some_series_are_read_and_no_others() throws SQLException {
    RowsRead counted = new RowsRead(database());
    Stores stores = Stores.of(counted.database());
    long version = BulkForecasts.fill(stores, SERIES);
    byte[] nothing = new byte[0];
    stores
        .sql()
        .update(
            "insert into series_snapshot (version_id, series_id, first_ordinal, units, returned,"
                + " availability, price, promotion, category)"
                + " select version_id, series_id, 0, ?, ?, ?, ?, ?, '' from version_series",
            nothing,
            nothing,
            nothing,
            nothing,
            nothing);
    stores.sql().update("analyze");
    List<Long> some = List.of(3L, SERIES / 2L, SERIES - 7L);
    RowsRead.Count read = counted.of(() -> stores.snapshots().of(version, some));
    assertThat(stores.snapshots().of(version, some))
        .extracting(SnapshotStore.Snapshot::seriesId)
        .isEqualTo(some);
    assertThat(read.rows()).as(read.plans()).isBetween(1L, (long) FOUND * some.size());
  }

  private static void check(BulkLists.Listed list, RowsRead counted, Stores stores, int after)
      throws SQLException {
    RowsRead.Count read =
        counted.of(() -> list.page().of(stores, after, SERIES * list.times(), LIMIT));
    assertThat(read.rows()).as(read.plans()).isBetween(1L, (long) list.most() * LIMIT);
  }

  private static void check(
      Question question, RowsRead counted, Stores stores, long version, long after)
      throws SQLException {
    RowsRead.Count read = counted.of(() -> question.page().of(stores, version, after));
    assertThat(read.rows()).as(read.plans()).isBetween(1L, (long) question.most());
  }

  private static Stream<Question> forecasts() {
    Optional<String> item = Optional.of("item-" + (SERIES - 1) / BulkForecasts.SITES);
    Optional<String> site = Optional.of("site-3");
    Optional<String> web = Optional.of("web");
    Optional<String> none = Optional.empty();
    Optional<Long> last = Optional.of((long) SERIES);
    ForecastStore.ChangedSince change =
        new ForecastStore.ChangedSince(BulkForecasts.BEFORE, BulkForecasts.NOW, false);
    ForecastStore.ChangedSince laid =
        new ForecastStore.ChangedSince(BulkForecasts.NOW, BulkForecasts.NOW, false);
    return Stream.of(
        rows(
            "all rows",
            FOUND,
            ForecastStore.Filter.of(SeriesSelection.all(DataScope.unrestricted()))),
        rows("rows of an item", FOUND, filter(none, item, none, none, Optional.empty())),
        rows("rows of a site", FOUND, filter(none, none, site, none, Optional.empty())),
        rows("rows of a series", FOUND, filter(none, none, none, none, last)),
        rows(
            "rows of a company",
            FOUND,
            filter(Optional.of(""), none, none, none, Optional.empty())),
        rows("rows of a channel", FOUND, filter(none, none, none, web, Optional.empty())),
        rows("rows of some weeks", FOUND, weeks(3, 6)),
        rows(
            "rows that changed", SIFTED, ForecastStore.Filter.of(DataScope.unrestricted(), change)),
        rows(
            "rows over which something changed",
            SIFTED,
            ForecastStore.Filter.of(DataScope.unrestricted(), laid)),
        rows("rows of a category", SIFTED, category()),
        rows("rows that moved", COMPARED, moved()));
  }

  /** Whoever sees a part of the data waits for no more than a filter of the same part costs. */
  private static Stream<Question> seen() {
    Set<String> five =
        IntStream.range(0, 5).mapToObj(i -> "category-" + i).collect(Collectors.toSet());
    return Stream.of(
        rows(
            "rows of two sites",
            FOUND,
            seen(
                new DataScope(
                    Optional.empty(), Optional.of(Set.of("site-3", "site-5")), Optional.empty()))),
        rows(
            "rows of five categories",
            SIFTED,
            seen(new DataScope(Optional.of(Set.of("")), Optional.empty(), Optional.of(five)))));
  }

  private static ForecastStore.Filter seen(DataScope scope) {
    return ForecastStore.Filter.of(SeriesSelection.all(scope));
  }

  private static Question rows(String name, int most, ForecastStore.Filter filter) {
    return new Question(
        name,
        most * LIMIT,
        (s, version, after) -> s.forecasts().page(version, filter, after, 3, LIMIT));
  }

  private static ForecastStore.Filter filter(
      Optional<String> org,
      Optional<String> item,
      Optional<String> site,
      Optional<String> channel,
      Optional<Long> series) {
    return ForecastStore.Filter.of(
        new SeriesSelection(
            DataScope.unrestricted(), org, item, site, channel, Optional.empty(), series));
  }

  /** One of fifty. */
  private static ForecastStore.Filter category() {
    return ForecastStore.Filter.of(
        new SeriesSelection(
            DataScope.unrestricted(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.of("category-" + (SERIES - 1) / BulkForecasts.SITES % 50),
            Optional.empty()));
  }

  private static ForecastStore.Filter weeks(int first, int last) {
    return new ForecastStore.Filter(
        SeriesSelection.all(DataScope.unrestricted()),
        Optional.of(BulkForecasts.AS_OF.plusWeeks(first - 1L)),
        Optional.of(BulkForecasts.AS_OF.plusWeeks(last - 1L)),
        Optional.empty(),
        Optional.empty());
  }

  /** Each tenth series moved by 3. */
  private static ForecastStore.Filter moved() {
    return new ForecastStore.Filter(
        SeriesSelection.all(DataScope.unrestricted()),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.of(
            new ForecastStore.Moved(Optional.of(1L), new BigDecimal("2"), Optional.empty())));
  }

  private static Stream<Question> series() {
    Optional<String> none = Optional.empty();
    return Stream.of(
        catalog("all series", FOUND * LIMIT, none, none, Optional.empty(), Optional.empty()),
        catalog(
            "series of a site",
            FOUND * LIMIT,
            none,
            Optional.of("site-3"),
            Optional.empty(),
            Optional.empty()),
        catalog(
            "series by a part of a name",
            SEARCHED * SERIES,
            Optional.of("item 12"),
            none,
            Optional.empty(),
            Optional.empty()),
        catalog(
            "series by verdict",
            SEARCHED * SERIES,
            none,
            none,
            Optional.of(Verdict.DO_NOT_FORECAST),
            Optional.empty()),
        catalog(
            "series that failed",
            SEARCHED * SERIES,
            none,
            none,
            Optional.empty(),
            Optional.of(true)));
  }

  private static Question catalog(
      String name,
      int most,
      Optional<String> text,
      Optional<String> site,
      Optional<Verdict> verdict,
      Optional<Boolean> failed) {
    SeriesCatalog.Filter filter =
        new SeriesCatalog.Filter(text, site, verdict, failed, Optional.empty());
    return new Question(
        name,
        most,
        (s, version, after) ->
            s.catalog().page(DataScope.unrestricted(), version, filter, after, LIMIT));
  }
}
