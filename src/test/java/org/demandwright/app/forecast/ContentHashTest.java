package org.demandwright.app.forecast;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.demandwright.app.Clock;
import org.demandwright.app.GivenConfig;
import org.demandwright.app.run.ForecastPlans;
import org.demandwright.app.settings.Settings;
import org.demandwright.core.demand.Bucket;
import org.demandwright.core.pipeline.EngineOptions;
import org.demandwright.core.pipeline.PlanSettings;
import org.demandwright.core.pipeline.PlanTerms;
import org.demandwright.store.CountedStatements;
import org.demandwright.store.VersionFixture;
import org.demandwright.store.forecast.VersionStore;
import org.demandwright.store.run.PlanStore;
import org.junit.jupiter.api.Test;

/** The content of a version is summed up in the order of keys, however its series are numbered. */
class ContentHashTest {
  private static final PlanTerms MONTHS =
      PlanTerms.of(PlanSettings.of("MONTH", "2", "", ""), Bucket.DAY, EngineOptions.DEFAULT_MODELS);
  private static final VersionStore.Planned PLANNED =
      new VersionStore.Planned(PlanStore.DEFAULT, Set.of());

  /** More than are read at a time, and no multiple of it. */
  private static final int SERIES = 1_200;

  @Test
  void isTheSameWhereLaterKeysHaveTheSmallerNumbers() {
    VersionFixture forwards = new VersionFixture(new CountedStatements().database());
    long one = forwards.version(MONTHS, PLANNED, items(0));
    VersionFixture backwards = new VersionFixture(new CountedStatements().database());
    backwards.version(MONTHS, PLANNED, items(SERIES / 2));
    long other = backwards.version(MONTHS, PLANNED, items(0));
    VersionStore.Version finished = finished(backwards, other);
    assertThat(finished.contentHash()).isPresent().isEqualTo(finished(forwards, one).contentHash());
    assertThat(finished.series()).isEqualTo(SERIES);
    assertThat(finished.totalMean()).isEqualTo(2.0 * SERIES);
  }

  private static Map<String, Double> items(int from) {
    Map<String, Double> means = new HashMap<>();
    for (int i = from; i < SERIES; i++) {
      means.put("item%05d".formatted(i), 1.0);
    }
    return means;
  }

  private static VersionStore.Version finished(VersionFixture store, long version) {
    Settings settings = new Settings(new GivenConfig(Map.of()));
    Clock clock = new Clock();
    new FinishVersion(
            store.versions(),
            store.forecasts(),
            new VersionSums(store.forecasts(), store.totals(), store.results(), store.series()),
            new PublicationGates(
                new VolumeGate(store.forecasts(), store.versions()),
                store.versions(),
                new ForecastPlans(store.plans(), settings, clock, store.audit())),
            new ForecastPlans(store.plans(), settings, clock, store.audit()),
            NothingOverForecasts.show(
                store.versions(), store.plans(), store.forecasts(), clock, store.audit()))
        .finish(version);
    return store.versions().find(version).orElseThrow();
  }
}
