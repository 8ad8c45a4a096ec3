package org.demandwright.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.math.BigDecimal;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.demandwright.core.Words;
import org.demandwright.core.calendar.PlannedEvent;
import org.demandwright.core.demand.Bucket;
import org.demandwright.core.demand.DataScope;
import org.demandwright.core.demand.EventDays;
import org.demandwright.core.demand.ReturnsRule;
import org.demandwright.core.demand.SeriesKey;
import org.demandwright.core.plan.Adjustment;
import org.demandwright.core.plan.OverrideReason;
import org.demandwright.core.plan.Scope;
import org.demandwright.core.quality.DemandLayer;
import org.demandwright.core.quality.Finding;
import org.demandwright.core.quality.LineSelection;
import org.demandwright.core.quality.Rule;
import org.demandwright.core.quality.Severity;
import org.demandwright.core.quality.Subject;
import org.demandwright.store.demand.EventStore;
import org.demandwright.store.forecast.Recipe;
import org.demandwright.store.forecast.VersionStore;
import org.demandwright.store.plan.OverrideStore;
import org.demandwright.store.quality.QualityStore;
import org.demandwright.store.run.PlanStore;
import org.demandwright.store.sql.SchemaMigration;
import org.demandwright.store.sql.Sql;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** A number that a store gives is given once: to one caller, and not again when its row is gone. */
abstract class NumbersContract {
  private static final Instant NOW = Instant.parse("2026-04-01T02:00:00Z");
  private static final LocalDate DAY = LocalDate.of(2026, 3, 2);
  private static final long SERIES = 1;
  private static final String ANN = "ann";

  /** The newest schema without sequences. */
  private static final String BEFORE = "18";

  /** Longest time that a caller waits for another, seconds. */
  private static final int LONGEST_WAIT = 20;

  /** Returns an empty database. */
  abstract DataSource database() throws SQLException;

  /** Returns a database that may have the newest schema already. */
  DataSource newest() throws SQLException {
    return database();
  }

  /**
   * What a store numbers.
   *
   * @param give writes a row and returns its number; the seed tells rows apart
   */
  private record Numbered(String name, String table, String column, Giving give) {
    void forget(Stores stores, long number) {
      stores.sql().update("delete from %s where %s = ?".formatted(table, column), number);
    }

    List<Long> standing(Stores stores) {
      return stores
          .sql()
          .list(row -> row.getLong(1), "select %s from %s order by 1".formatted(column, table));
    }
  }

  private interface Giving {
    long number(Stores stores, int seed);
  }

  private static Stream<Numbered> all() {
    return Stream.of(
        new Numbered("series", "series", "series_id", NumbersContract::series),
        new Numbered("version", "forecast_version", "version_id", NumbersContract::version),
        new Numbered("layer", "demand_layer", "layer_id", NumbersContract::layer),
        new Numbered("event", "planned_event", "event_id", NumbersContract::event),
        new Numbered("event of the ERP", "planned_event", "event_id", NumbersContract::erpEvent),
        new Numbered("file", "intake_file", "file_id", NumbersContract::file),
        new Numbered("override", "forecast_override", "override_id", NumbersContract::override),
        new Numbered("issue of a series", "quality_issue", "issue_id", NumbersContract::issue),
        new Numbered("other issue", "quality_issue", "issue_id", NumbersContract::otherIssue));
  }

  @TestFactory
  Stream<DynamicTest> twoCallersAtOnceHaveTwoNumbers() {
    return all()
        .map(
            numbered ->
                dynamicTest(
                    numbered.name(),
                    () -> {
                      DataSource database = newest();
                      Stores stores = withSeries(database);
                      try (OneTransaction one = new OneTransaction(database);
                          OneTransaction two = new OneTransaction(database)) {
                        long first = numbered.give().number(Stores.on(one.dataSource()), 1);
                        long second =
                            meanwhile(() -> numbered.give().number(Stores.on(two.dataSource()), 2))
                                .get(LONGEST_WAIT, TimeUnit.SECONDS);
                        two.commit();
                        one.commit();
                        assertThat(second).isNotEqualTo(first);
                        assertThat(numbered.standing(stores)).contains(first, second);
                      }
                    }));
  }

  @TestFactory
  Stream<DynamicTest> theNumberOfARowThatIsGoneIsNotGivenAgain() {
    return all()
        .map(
            numbered ->
                dynamicTest(
                    numbered.name(),
                    () -> {
                      Stores stores = withSeries(newest());
                      long gone = numbered.give().number(stores, 1);
                      numbered.forget(stores, gone);
                      assertThat(numbered.give().number(stores, 2)).isGreaterThan(gone);
                    }));
  }

  @Test
  void whatWasUndoneLeavesAGapThatHarmsNothing() throws SQLException {
    DataSource database = newest();
    Stores stores = withSeries(database);
    try (OneTransaction undone = new OneTransaction(database)) {
      series(Stores.on(undone.dataSource()), 1);
    }
    long kept = series(stores, 2);
    assertThat(kept).isGreaterThan(SERIES + 1);
    assertThat(stores.series().after(SERIES, 1)).extracting(r -> r.seriesId()).containsOnly(kept);
    assertThat(stores.series().count()).isEqualTo(2);
  }

  @Test
  void seriesAreNumberedInTheOrderOfTheirKeys() throws SQLException {
    DataSource database = newest();
    Stores stores = Stores.of(database);
    List<SeriesKey> keys = IntStream.range(0, 1_200).mapToObj(NumbersContract::key).toList();
    Map<SeriesKey, Long> ids = stores.series().idsOf(keys);
    assertThat(keys.stream().map(ids::get).toList())
        .isEqualTo(IntStream.rangeClosed(1, 1_200).mapToObj(Long::valueOf).toList());
    assertThat(Stores.on(database).series().idsOf(keys)).isEqualTo(ids);
  }

  @Test
  void aSeriesThatTwoCallersFindAtOnceHasOneNumber() throws Exception {
    DataSource database = newest();
    Stores.of(database);
    List<SeriesKey> both = List.of(key(1), key(2));
    try (OneTransaction one = new OneTransaction(database);
        OneTransaction two = new OneTransaction(database)) {
      long first = series(Stores.on(one.dataSource()), 1);
      CompletableFuture<Map<SeriesKey, Long>> second =
          meanwhile(() -> Stores.on(two.dataSource()).series().idsOf(both));
      one.commit();
      Map<SeriesKey, Long> ids = second.get(LONGEST_WAIT, TimeUnit.SECONDS);
      two.commit();
      assertThat(ids).containsOnlyKeys(both).containsEntry(key(1), first);
      assertThat(Stores.on(database).series().idsOf(both)).isEqualTo(ids);
    }
  }

  @TestFactory
  Stream<DynamicTest> anOlderStoreGoesOnBehindWhatItKnowsOf() throws SQLException {
    DataSource database = database();
    SchemaMigration.of(database).target(BEFORE).load().migrate();
    Sql sql = new Sql(database);
    sql.update("insert into series values (1, 'A', 'tea', 'S1', '')");
    sql.update(
        "insert into sales_line_history (line_id, series_id, promoted, drop_ship, changed_at,"
            + " known_from, known_to, source, imported_by, ended_by)"
            + " values ('L', 41, false, false, ?, ?, ?, 's', 1, 1)",
        NOW,
        NOW,
        NOW);
    sql.update("insert into publication_log values (?, 42, 7, 'ann', 'PUBLISH')", NOW);
    sql.update("insert into applied_layer values (42, 1, 43, 1, 1)");
    sql.update(
        "insert into planned_event (event_id, event_name, first_day, last_day, yearly, site_id,"
            + " category, entered_by, entered_at) values (44, 'fair', ?, ?, false, '', '', 'a', ?)",
        DAY,
        DAY,
        NOW);
    sql.update(
        "insert into intake_file (file_id, file_name, file_kind, sha256, file_bytes, sent_by,"
            + " sent_at) values (45, 'f', 'k', '0', 1, 'ann', ?)",
        NOW);
    Stores stores = Stores.of(database);
    Map<String, Long> next =
        Map.of("series", 42L, "version", 43L, "layer", 44L, "event", 45L, "file", 46L);
    return all()
        .filter(numbered -> next.containsKey(numbered.name()))
        .map(
            numbered ->
                dynamicTest(
                    numbered.name(),
                    () ->
                        assertThat(numbered.give().number(stores, 1))
                            .isEqualTo(next.get(numbered.name()))));
  }

  @Test
  void aStoreThatHasOnlyMigrationsWithHigherNumbersOpens() throws SQLException {
    DataSource database = database();
    Sql sql = Stores.of(database).sql();
    for (String sequence : List.of("series", "version", "layer", "issue", "event", "file")) {
      sql.update("drop sequence " + sequence + "_number");
    }
    sql.update("delete from \"flyway_schema_history\" where \"version\" in ('19', '20')");
    assertThat(series(Stores.of(database), 0)).isEqualTo(1);
  }

  private Stores withSeries(DataSource database) {
    Stores stores = Stores.of(database);
    series(stores, 0);
    return stores;
  }

  private static <T> CompletableFuture<T> meanwhile(Supplier<T> work) {
    return CompletableFuture.supplyAsync(work);
  }

  private static SeriesKey key(int seed) {
    return new SeriesKey("A", "item%04d".formatted(seed), "S1", "");
  }

  private static long series(Stores stores, int seed) {
    return stores.series().idsOf(List.of(key(seed))).get(key(seed));
  }

  private static long version(Stores stores, int seed) {
    Recipe recipe =
        new Recipe(
            Bucket.WEEK,
            52,
            3,
            3,
            1,
            "Naive",
            "rmsse",
            DAY,
            DAY,
            DAY.plusDays(7),
            Optional.empty(),
            ReturnsRule.SEPARATE,
            Optional.empty());
    return stores
        .versions()
        .open(seed, recipe, new VersionStore.Planned(PlanStore.DEFAULT, Set.of()), NOW)
        .versionId();
  }

  private static long layer(Stores stores, int seed) {
    DemandLayer without =
        new DemandLayer(DemandLayer.Kind.EXCLUDE, DAY, DAY, Optional.empty(), Optional.empty());
    return stores.layers().add(SERIES, without, "why " + seed, ANN, NOW).layerId();
  }

  private static PlannedEvent fair(int seed) {
    return new PlannedEvent(new EventDays("fair " + seed, DAY, DAY), false);
  }

  private static long event(Stores stores, int seed) {
    return stores.events().add(fair(seed), "", "", ANN, NOW).eventId();
  }

  private static long erpEvent(Stores stores, int seed) {
    stores
        .events()
        .replaceThoseOfErp(
            List.of(
                new EventStore.Planned(fair(seed), "S1"),
                new EventStore.Planned(fair(-seed), "S1")),
            NOW);
    return stores.events().all().stream().mapToLong(EventStore.Entry::eventId).max().orElseThrow();
  }

  private static long file(Stores stores, int seed) {
    return stores.files().add("sales " + seed, "SALES", "0", 1, ANN, NOW).fileId();
  }

  private static long override(Stores stores, int seed) {
    OverrideStore.Draft draft =
        new OverrideStore.Draft(
            PlanStore.DEFAULT,
            Scope.ALL,
            DAY,
            DAY.plusDays(seed),
            new Adjustment(Adjustment.Kind.PERCENT, BigDecimal.TEN),
            "",
            OverrideReason.MARKET,
            "",
            ANN,
            Optional.empty());
    return stores.overrides().add(draft, NOW).overrideId();
  }

  private static long issue(Stores stores, int seed) {
    stores.quality().replace(seed, Map.of(SERIES, List.of(finding())));
    return onlyIssue(stores, seed);
  }

  private static long otherIssue(Stores stores, int seed) {
    stores.quality().replaceOthers(seed, List.of(finding()));
    return onlyIssue(stores, seed);
  }

  private static long onlyIssue(Stores stores, int run) {
    return stores
        .quality()
        .page(
            DataScope.unrestricted(),
            run,
            QualityStore.Filter.any(),
            QualityStore.Position.START,
            2)
        .stream()
        .mapToLong(QualityStore.Issue::issueId)
        .max()
        .orElseThrow();
  }

  private static Finding finding() {
    return new Finding(
        Rule.OUTLIER,
        Severity.HIGH,
        Subject.of(key(0)),
        DAY,
        DAY,
        LineSelection.ofDays(DAY, DAY, 2),
        List.of(),
        3,
        0.5,
        Optional.empty(),
        Words.literal("high"));
  }
}
