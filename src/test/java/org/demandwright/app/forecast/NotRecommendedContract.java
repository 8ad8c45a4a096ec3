package org.demandwright.app.forecast;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javax.sql.DataSource;
import org.demandwright.app.Clock;
import org.demandwright.app.GivenConfig;
import org.demandwright.app.forecast.PublishedForecast.Share;
import org.demandwright.app.forecast.ReadForecasts.ForecastFilter;
import org.demandwright.app.run.ForecastPlans;
import org.demandwright.app.settings.Settings;
import org.demandwright.core.demand.Bucket;
import org.demandwright.core.demand.DataScope;
import org.demandwright.core.model.Objective;
import org.demandwright.core.pipeline.BandedStep;
import org.demandwright.core.pipeline.PlanTerms;
import org.demandwright.store.VersionFixture;
import org.demandwright.store.forecast.SeriesSelection;
import org.demandwright.store.forecast.VersionPartStore;
import org.demandwright.store.forecast.VersionStatus;
import org.demandwright.store.forecast.VersionStore;
import org.demandwright.store.run.PlanStore;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What readers get of series that are not recommended to forecast. */
abstract class NotRecommendedContract {
  private static final PlanTerms WEEKS =
      new PlanTerms(Bucket.WEEK, 2, Objective.RMSSE, List.of("Naive"));
  private static final VersionStore.Planned PLAN =
      new VersionStore.Planned(PlanStore.DEFAULT, Set.of());
  private static final Instant FIRST_NIGHT = Instant.parse("2026-01-05T02:30:00Z");
  private static final Instant SECOND_NIGHT = Instant.parse("2026-01-06T02:30:00Z");

  private VersionFixture store;
  private ForecastQueries queries;
  private ReadForecasts forecasts;

  /** Returns an empty database. */
  abstract DataSource database() throws Exception;

  @BeforeEach
  void open() throws Exception {
    store = new VersionFixture(database());
    ForecastPlans plans =
        new ForecastPlans(
            store.plans(), new Settings(new GivenConfig(Map.of())), new Clock(), store.audit());
    queries =
        new ForecastQueries(
            store.versions(),
            new ShownVersions(store.versions(), plans),
            plans,
            store.catalog(),
            new SeenVersions(new VersionPartStore(store.sql()), store.runs()));
    forecasts = Reading.of(store, plans, new Clock());
  }

  @Test
  void theirFiguresAreLeftOutAndSomethingToPlanByIsThere() {
    long version = version(FIRST_NIGHT);
    store.notRecommend(version, "cup", 4, 0, 2, 0, 6, 0);
    finish(version, FIRST_NIGHT);

    PublishedForecast cup = row("cup", false);
    assertThat(cup.usable()).isFalse();
    assertThat(cup.units(Share.ALL)).isNull();
    assertThat(cup.total(BandedStep::totalP90, Share.NET_OF_OPEN)).isNull();
    PlanByRecord planBy = cup.planBy().orElseThrow();
    assertThat(planBy.rate().orElseThrow()).isEqualByComparingTo("2");
    assertThat(planBy.periods()).isEqualTo(2);
    assertThat(planBy.min().orElseThrow()).isEqualByComparingTo("2");
    assertThat(planBy.max().orElseThrow()).isEqualByComparingTo("6");
    assertThat(planBy.tried()).containsExactly("Naive", "TSB");
    assertThat(planBy.text())
        .isEqualTo(
            "Not recommended to forecast. Plan by 2 a week: what 2 weeks in a row needed lay"
                + " between 2 and 6 in 8 of 10 cases. Tried: Naive, TSB; none was of use.");

    PublishedForecast tea = row("tea", false);
    assertThat(tea.usable()).isTrue();
    assertThat(tea.units(Share.ALL)).isEqualByComparingTo("6");
    assertThat(tea.planBy()).isEmpty();
  }

  @Test
  void whoAsksForTheirFiguresGetsThem() {
    long version = version(FIRST_NIGHT);
    store.notRecommend(version, "cup", 4, 0, 2, 0, 6, 0);
    finish(version, FIRST_NIGHT);

    PublishedForecast cup = row("cup", true);
    assertThat(cup.usable()).isFalse();
    assertThat(cup.units(Share.ALL)).isEqualByComparingTo("4");
    assertThat(cup.planBy()).isPresent();
  }

  @Test
  void theVersionTellsTheirNumberAndShare() {
    long version = version(FIRST_NIGHT);
    store.notRecommend(version, "cup", 4, 0, 2, 0, 6, 0);
    finish(version, FIRST_NIGHT);

    VersionRecord record = queries.version(DataScope.unrestricted(), version).orElseThrow();
    assertThat(record.totalMean()).isEqualTo(20);
    assertThat(record.notRecommended()).isEqualTo(new VersionRecord.NotRecommended(1, 8, 8.0 / 20));
  }

  @Test
  void whoeverSeesAPartIsToldItsSumsAndNothingOfTheWhole() {
    long version = version(FIRST_NIGHT);
    store.notRecommend(version, "cup", 4, 0, 2, 0, 6, 0);
    finish(version, FIRST_NIGHT);
    DataScope noCategory =
        new DataScope(Optional.empty(), Optional.empty(), Optional.of(Set.of("")));
    DataScope elsewhere =
        new DataScope(Optional.of(Set.of("?")), Optional.empty(), Optional.empty());
    VersionRecord whole = queries.version(DataScope.unrestricted(), version).orElseThrow();
    VersionRecord all = queries.version(noCategory, version).orElseThrow();
    VersionRecord none = queries.version(elsewhere, version).orElseThrow();
    assertThat(whole.contentHash()).isPresent();
    assertThat(all.contentHash()).isEmpty();
    assertThat(all.series()).isEqualTo(whole.series()).isPositive();
    assertThat(all.totalMean()).isEqualTo(whole.totalMean());
    assertThat(all.notRecommended()).isEqualTo(whole.notRecommended());
    assertThat(none.series() + none.failed()).isZero();
    assertThat(none.totalMean()).isZero();
    assertThat(none.notRecommended().series()).isZero();
  }

  @Test
  void aVersionThatKeptNoDemandSaysSo() {
    long version = version(FIRST_NIGHT);
    store.notRecommend(version, "cup");
    finish(version, FIRST_NIGHT);

    PlanByRecord planBy = row("cup", false).planBy().orElseThrow();
    assertThat(planBy.rate()).isEmpty();
    assertThat(planBy.max()).isEmpty();
    assertThat(planBy.text()).contains("not kept with this version");
  }

  @Test
  void aVerdictThatTurnsIsAChangeThoughTheFiguresStay() {
    finish(version(FIRST_NIGHT), FIRST_NIGHT);
    long second = version(SECOND_NIGHT);
    store.notRecommend(second, "cup", 4, 0, 2, 0, 6, 0);
    finish(second, SECOND_NIGHT);

    assertThat(rows(Optional.of(FIRST_NIGHT), false))
        .extracting(f -> f.row().series().item())
        .containsExactly("cup", "cup");
  }

  private long version(Instant night) {
    return store.version(WEEKS, PLAN, Map.of("cup", 4.0, "tea", 6.0));
  }

  private void finish(long version, Instant night) {
    Clock clock =
        new Clock() {
          @Override
          public Instant now() {
            return night;
          }
        };
    VersionStore versions = store.versions();
    ForecastPlans plans =
        new ForecastPlans(
            store.plans(), new Settings(new GivenConfig(Map.of())), clock, store.audit());
    new FinishVersion(
            versions,
            store.forecasts(),
            new VersionSums(store.forecasts(), store.totals(), store.results(), store.series()),
            new PublicationGates(new VolumeGate(store.forecasts(), versions), versions, plans),
            plans,
            NothingOverForecasts.show(
                versions, store.plans(), store.forecasts(), clock, store.audit()))
        .finish(version);
    assertThat(versions.find(version).orElseThrow().status()).isEqualTo(VersionStatus.PUBLISHED);
  }

  private PublishedForecast row(String item, boolean notRecommended) {
    return rows(Optional.empty(), notRecommended).stream()
        .filter(r -> r.row().series().item().equals(item))
        .findFirst()
        .orElseThrow();
  }

  private List<PublishedForecast> rows(Optional<Instant> changedSince, boolean notRecommended) {
    ForecastFilter filter =
        new ForecastFilter(
            SeriesSelection.all(DataScope.unrestricted()),
            Optional.empty(),
            Optional.empty(),
            VersionChoice.PUBLISHED,
            changedSince,
            Optional.empty(),
            notRecommended);
    return forecasts.page(filter, Optional.empty(), 100).rows().stream()
        .map(PublishedForecast.class::cast)
        .toList();
  }
}
