package org.demandwright.app.forecast;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.IntSupplier;
import java.util.stream.IntStream;
import org.demandwright.app.Clock;
import org.demandwright.app.GivenConfig;
import org.demandwright.app.run.ForecastPlans;
import org.demandwright.app.run.PlannedTerms;
import org.demandwright.app.settings.Settings;
import org.demandwright.core.demand.DataScope;
import org.demandwright.core.pipeline.PlanSettings;
import org.demandwright.core.quality.DemandLayer;
import org.demandwright.store.CountedStatements;
import org.demandwright.store.VersionFixture;
import org.demandwright.store.demand.LayerStore;
import org.demandwright.store.demand.SeriesScopeStore;
import org.demandwright.store.forecast.VersionStore;
import org.demandwright.store.run.PlanStore;
import org.demandwright.store.run.RunStatus;
import org.junit.jupiter.api.Test;

/** What is asked of the store does not grow with the series, versions or corrections. */
class VersionStatementsTest {
  private static final LocalDate DAY = LocalDate.of(2026, 1, 2);

  private final CountedStatements statements = new CountedStatements();
  private final VersionFixture store = new VersionFixture(statements.database());
  private final Settings settings = new Settings(new GivenConfig(Map.of()));
  private final Clock clock = new Clock();
  private final ForecastPlans plans =
      new ForecastPlans(store.plans(), settings, clock, store.audit());

  @Test
  void aVersionOfManySeriesIsFinishedByTheStatementsOfOne() {
    assertThat(finishing(60)).isEqualTo(finishing(1));
  }

  private int finishing(int series) {
    Map<String, Double> means = new TreeMap<>();
    IntStream.range(0, series).forEach(i -> means.put("item " + i, 60.0 / series));
    CountedStatements own = new CountedStatements();
    VersionFixture fixture = new VersionFixture(own.database());
    ForecastPlans itsPlans = new ForecastPlans(fixture.plans(), settings, clock, fixture.audit());
    PlannedTerms planned = itsPlans.terms(PlanStore.DEFAULT, PlanSettings.of("WEEK", "4", "", ""));
    VersionStore.Planned plan = new VersionStore.Planned(planned.plan(), planned.differs());
    long id = fixture.version(planned.terms(), plan, means);
    VersionStore versions = fixture.versions();
    FinishVersion finish =
        new FinishVersion(
            versions,
            fixture.forecasts(),
            new VersionSums(
                fixture.forecasts(), fixture.totals(), fixture.results(), fixture.series()),
            new PublicationGates(new VolumeGate(fixture.forecasts(), versions), versions, itsPlans),
            itsPlans,
            NothingOverForecasts.show(
                versions, fixture.plans(), fixture.forecasts(), clock, fixture.audit()));
    int taken = own.of(() -> finish.finish(id));
    assertThat(versions.find(id).orElseThrow().totalMean()).isBetween(239.9, 240.1);
    return taken;
  }

  @Test
  void aPageOfVersionsTakesTheStatementsOfOne() {
    versions(25);
    ForecastQueries queries =
        new ForecastQueries(
            store.versions(), shown(), plans, null, new SeenVersions(null, store.runs()));
    int one =
        statements.of(
            () ->
                queries.versions(DataScope.unrestricted(), Optional.empty(), Optional.empty(), 1));
    int many =
        statements.of(
            () ->
                assertThat(
                        queries
                            .versions(
                                DataScope.unrestricted(), Optional.empty(), Optional.empty(), 25)
                            .rows())
                    .extracting(VersionRecord::executionId)
                    .startsWith(25L, 24L)
                    .hasSize(25));
    assertThat(many).isEqualTo(one);
  }

  @Test
  void whatVersionsBringTheirPlanTakesTheStatementsOfOne() {
    List<Long> ids = versions(25);
    VersionControl control =
        new VersionControl(
            store.versions(),
            plans,
            store.runs(),
            NothingOverForecasts.show(
                store.versions(), store.plans(), store.forecasts(), clock, store.audit()),
            store.audit());
    int one = statements.of(() -> control.brings(ids.subList(0, 1)));
    int many =
        statements.of(
            () ->
                assertThat(control.brings(ids))
                    .hasSize(25)
                    .containsEntry(25L, "bucket = WEEK, horizon = 13"));
    assertThat(many).isEqualTo(one);
  }

  private List<Long> versions(int count) {
    PlannedTerms planned = plans.terms(PlanStore.DEFAULT, PlanSettings.of("WEEK", "", "", ""));
    return IntStream.rangeClosed(1, count)
        .mapToObj(
            i -> {
              store.run(i, i, "nightly", "publish", RunStatus.COMPLETED);
              return store.version(
                  planned.terms(),
                  new VersionStore.Planned(planned.plan(), planned.differs()),
                  Map.of("tea", 1.0));
            })
        .toList();
  }

  @Test
  void aSeriesWithManyCorrectionsTakesTheStatementsOfOne() {
    IntSupplier few = layers(1);
    IntSupplier many = layers(30);
    assertThat(many.getAsInt()).isEqualTo(few.getAsInt());
  }

  private IntSupplier layers(int count) {
    long version = versions(1).get(0);
    store.notRecommend(version, "tea", 4, 5, 6); // keeps its demand
    long series = store.seriesOf("tea");
    LayerStore layers = store.layers();
    DemandLayer layer =
        new DemandLayer(
            DemandLayer.Kind.MANUAL, DAY, DAY, Optional.of(BigDecimal.ONE), Optional.empty());
    List<LayerStore.Applied> applied =
        IntStream.range(0, count)
            .mapToLong(i -> layers.add(series, layer, "why", "ann", Instant.EPOCH).layerId())
            .mapToObj(id -> new LayerStore.Applied(series, id, BigDecimal.ONE, BigDecimal.TEN))
            .toList();
    layers.apply(version, List.of(series), applied);
    SeriesLayers views =
        new SeriesLayers(shown(), store.snapshots(), layers, new SeriesScopeStore(store.sql()));
    return () ->
        statements.of(
            () ->
                assertThat(
                        views
                            .of(
                                DataScope.unrestricted(),
                                series,
                                new VersionChoice(Optional.of(version), Optional.empty()))
                            .orElseThrow()
                            .layers())
                    .extracting(SeriesLayers.Layer::after)
                    .filteredOn(after -> after == 10)
                    .hasSize(count));
  }

  private ShownVersions shown() {
    return new ShownVersions(store.versions(), plans);
  }
}
