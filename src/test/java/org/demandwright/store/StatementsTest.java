package org.demandwright.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.demandwright.core.Words;
import org.demandwright.core.calendar.PlannedEvent;
import org.demandwright.core.demand.Bucket;
import org.demandwright.core.demand.DataScope;
import org.demandwright.core.demand.EventDays;
import org.demandwright.core.pipeline.EngineOptions;
import org.demandwright.core.pipeline.PlanSettings;
import org.demandwright.core.pipeline.PlanTerms;
import org.demandwright.core.quality.Finding;
import org.demandwright.core.quality.LineSelection;
import org.demandwright.core.quality.Rule;
import org.demandwright.core.quality.Severity;
import org.demandwright.core.quality.Subject;
import org.demandwright.store.demand.EventStore;
import org.demandwright.store.forecast.VersionStore;
import org.demandwright.store.quality.QualityStore;
import org.demandwright.store.run.PlanStore;
import org.demandwright.store.source.MappingStore;
import org.demandwright.store.sql.Sql;
import org.junit.jupiter.api.Test;

/** How many statements a store runs does not depend on how many rows it is about. */
class StatementsTest {
  private static final Instant NOW = Instant.parse("2026-04-01T02:00:00Z");
  private static final LocalDate DAY = Companies.DAY;

  private final CountedStatements database = new CountedStatements();
  private final Stores stores = Stores.of(database.database());

  @Test
  void findingsAreWrittenWithTheirSamplesTogether() {
    Companies.fill(stores, "A");
    assertThat(database.of(() -> find(8, 10))).isEqualTo(database.of(() -> find(9, 1)));
    assertThat(samples(8, 2))
        .containsOnly(List.of("A/tea/S1/shop/1", "A/tea/S1/shop/2"))
        .hasSize(10);
    assertThat(samples(8, 3)).containsOnly(List.of("A/tea/S1/web/1", "A/tea/S1/web/2")).hasSize(10);
  }

  /** Writes findings of two series: one rests on lines that repeat another, one on a customer. */
  private void find(long run, int each) {
    LineSelection repeats =
        new LineSelection(DAY, DAY, Optional.empty(), true, Optional.empty(), 2);
    LineSelection ofCustomer =
        new LineSelection(DAY, DAY, Optional.of("C1"), false, Optional.empty(), 1);
    stores
        .quality()
        .replace(
            run,
            new TreeMap<>(Map.of(2L, findings(each, repeats), 3L, findings(each, ofCustomer))));
  }

  private static List<Finding> findings(int count, LineSelection lines) {
    return IntStream.range(0, count)
        .mapToObj(
            i ->
                new Finding(
                    Rule.OUTLIER,
                    Severity.HIGH,
                    new Subject("A", "tea", "S1", ""),
                    DAY,
                    DAY,
                    lines,
                    List.of(),
                    3,
                    0.5,
                    Optional.empty(),
                    Words.literal("high")))
        .toList();
  }

  private List<List<String>> samples(long run, long series) {
    QualityStore.Filter ofSeries =
        new QualityStore.Filter(
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.of(series));
    return stores
        .quality()
        .page(DataScope.unrestricted(), run, ofSeries, QualityStore.Position.START, 99)
        .stream()
        .map(i -> i.finding().rows())
        .toList();
  }

  @Test
  void profilesAreReadTogetherWithTheirEntries() {
    MappingStore profiles = new MappingStore(new Sql(database.database()));
    save(profiles, 1);
    long one = database.of(profiles::all);
    IntStream.rangeClosed(2, 40).forEach(i -> save(profiles, i));
    assertThat(database.of(profiles::all)).isEqualTo(one);
    assertThat(profiles.all())
        .extracting(MappingStore.Profile::name)
        .startsWith("p40", "p39")
        .hasSize(40);
    assertThat(profiles.find("p7")).contains(profile(7));
  }

  private static void save(MappingStore profiles, int i) {
    profiles.save(profile(i));
  }

  private static MappingStore.Profile profile(int i) {
    return new MappingStore.Profile(
        "p" + i,
        "SALES",
        Map.of("Menge", "quantity" + i),
        Map.of("decimal", ","),
        "ann",
        NOW.plusSeconds(i));
  }

  @Test
  void versionsAreDeletedTogether() {
    CountedStatements own = new CountedStatements();
    VersionFixture fixture = new VersionFixture(own.database());
    PlanTerms terms =
        PlanTerms.of(
            PlanSettings.of("MONTH", "2", "", ""), Bucket.DAY, EngineOptions.DEFAULT_MODELS);
    VersionStore.Planned planned = new VersionStore.Planned(PlanStore.DEFAULT, Set.of());
    List<Long> ids =
        IntStream.range(0, 30)
            .mapToObj(i -> fixture.version(terms, planned, Map.of("tea", 1.0)))
            .toList();
    VersionStore versions = fixture.versions();
    long one = own.of(() -> versions.delete(ids.subList(0, 1)));
    assertThat(own.of(() -> versions.delete(ids.subList(1, 29)))).isEqualTo(one);
    assertThat(versions.before(List.of(PlanStore.DEFAULT), 99, 99))
        .extracting(VersionStore.Version::versionId)
        .containsExactly(ids.get(29));
    assertThat(fixture.forecasts().volume(ids.get(28))).isZero();
    assertThat(fixture.forecasts().volume(ids.get(29))).isEqualTo(2);
  }

  @Test
  void eventsOfTheErpAreWrittenTogether() {
    assertThat(database.of(() -> events(50))).isEqualTo(database.of(() -> events(1)));
    events(50);
    assertThat(stores.events().all()).hasSize(50);
  }

  private void events(int count) {
    stores
        .events()
        .replaceThoseOfErp(
            IntStream.range(0, count)
                .mapToObj(
                    i ->
                        new EventStore.Planned(
                            new PlannedEvent(new EventDays("fair " + i, DAY, DAY), false), "S1"))
                .toList(),
            NOW);
  }
}
