package org.demandwright.app.forecast;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javax.sql.DataSource;
import org.demandwright.app.Clock;
import org.demandwright.app.GivenConfig;
import org.demandwright.app.Page;
import org.demandwright.app.Refused;
import org.demandwright.app.forecast.ReadForecasts.ForecastFilter;
import org.demandwright.app.run.ForecastPlans;
import org.demandwright.app.settings.Settings;
import org.demandwright.core.demand.Bucket;
import org.demandwright.core.demand.DataScope;
import org.demandwright.core.model.Objective;
import org.demandwright.core.pipeline.PlanTerms;
import org.demandwright.store.VersionFixture;
import org.demandwright.store.forecast.ArchiveStore;
import org.demandwright.store.forecast.SeriesSelection;
import org.demandwright.store.forecast.VersionStatus;
import org.demandwright.store.forecast.VersionStore;
import org.demandwright.store.run.PlanStore;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Readers who ask for changes come to what readers of everything have. */
abstract class ChangedForecastsContract {
  private static final PlanTerms WEEKS =
      new PlanTerms(Bucket.WEEK, 3, Objective.RMSSE, List.of("Naive"));
  private static final LocalDate MONDAY = LocalDate.of(2026, 1, 5);
  private static final Instant FIRST_NIGHT = Instant.parse("2026-01-05T02:30:00Z");
  private static final Instant SECOND_NIGHT = Instant.parse("2026-01-12T02:30:00Z");
  private static final Instant THIRD_NIGHT = Instant.parse("2026-01-13T02:30:00Z");

  private VersionFixture store;
  private ReadForecasts forecasts;
  private Instant now = FIRST_NIGHT;

  /** Returns an empty database. */
  abstract DataSource database() throws Exception;

  @BeforeEach
  void open() throws Exception {
    store = new VersionFixture(database());
    forecasts = Reading.of(store, plans(), clock());
  }

  @Test
  void whatIsOverAndWhatIsNotForecastAnyMoreIsTold() {
    night(FIRST_NIGHT, MONDAY, Map.of("cup", 4.0, "tea", 6.0));
    night(SECOND_NIGHT, MONDAY.plusWeeks(1), Map.of("jar", 3.0, "tea", 6.0));

    assertThat(told(since(FIRST_NIGHT)))
        .containsExactlyInAnyOrder(
            "cup 2026-01-05 gone",
            "cup 2026-01-12 gone",
            "cup 2026-01-19 gone",
            "tea 2026-01-05 gone",
            "tea 2026-01-26 6",
            "jar 2026-01-12 3",
            "jar 2026-01-19 3",
            "jar 2026-01-26 3");
    assertThat(told(since(SECOND_NIGHT))).isEmpty();
    assertThat(told(since(FIRST_NIGHT.minusSeconds(1))))
        .as("who has seen nothing misses nothing")
        .hasSize(6)
        .noneMatch(row -> row.endsWith("gone"));
  }

  @Test
  void pagesOfAnyLengthAreOneList() {
    night(FIRST_NIGHT, MONDAY, Map.of("cup", 4.0, "tea", 6.0, "set", 1.0));
    night(SECOND_NIGHT, MONDAY.plusWeeks(1), Map.of("jar", 3.0, "tea", 7.0));
    ForecastFilter filter = since(FIRST_NIGHT);
    List<String> all = told(filter);
    for (int limit = 1; limit <= all.size() + 1; limit++) {
      List<String> paged = new ArrayList<>();
      Optional<String> cursor = Optional.empty();
      do {
        Page<ToldForecast> page = forecasts.page(filter, cursor, limit);
        page.rows().forEach(r -> paged.add(text(r)));
        cursor = page.next();
      } while (cursor.isPresent());
      assertThat(paged).as("limit " + limit).isEqualTo(all);
    }
    List<String> streamed = new ArrayList<>();
    forecasts.each(filter, r -> streamed.add(text(r)));
    assertThat(streamed).isEqualTo(all);
  }

  @Test
  void whatWasSeenIsRememberedWhenItsRowsAreGone() {
    long first = night(FIRST_NIGHT, MONDAY, Map.of("cup", 4.0, "tea", 6.0));
    night(SECOND_NIGHT, MONDAY.plusWeeks(1), Map.of("tea", 6.0));
    night(THIRD_NIGHT, MONDAY.plusWeeks(1), Map.of("tea", 9.0));
    store.versions().delete(List.of(first));

    assertThat(told(since(FIRST_NIGHT))).contains("cup 2026-01-19 gone", "tea 2026-01-26 9");
    new ArchiveStore(store.sql()).deleteBefore(MONDAY.plusYears(1));
    assertThatThrownBy(() -> told(since(FIRST_NIGHT)))
        .isInstanceOfSatisfying(
            Refused.class, r -> assertThat(r.kind()).isEqualTo(Refused.Kind.GONE));
  }

  @Test
  void onlyWhatMovedFarEnoughIsTold() {
    night(FIRST_NIGHT, MONDAY, Map.of("cup", 4.0, "tea", 6.0));
    night(SECOND_NIGHT, MONDAY, Map.of("cup", 4.25, "tea", 6.75, "jar", 0.25));

    assertThat(told(moved(Optional.empty(), "0.5")))
        .containsExactly("tea 2026-01-05 6.75", "tea 2026-01-12 6.75", "tea 2026-01-19 6.75");
    assertThat(told(moved(Optional.empty(), "0.25"))).hasSize(9);
    assertThat(told(moved(Optional.of(SECOND_NIGHT), "0.25"))).isEmpty();
    night(THIRD_NIGHT, MONDAY, Map.of("cup", 4.5, "tea", 6.75, "jar", 0.25));
    assertThat(told(moved(Optional.empty(), "0.5"))).as("since the last night").isEmpty();
    assertThat(told(moved(Optional.of(FIRST_NIGHT), "0.5")))
        .as("since the first")
        .hasSize(6)
        .allMatch(row -> row.startsWith("cup") || row.startsWith("tea"));
  }

  @Test
  void anOverrideIsToldHoweverLittleItAdds() {
    long version = night(FIRST_NIGHT, MONDAY, Map.of("cup", 4.0, "tea", 6.0));
    store
        .sql()
        .update(
            "insert into final_step (version_id, series_id, step, units, total_units, changed_at)"
                + " values (?, ?, 2, 4.1, 8.1, ?)",
            version,
            store.seriesOf("cup"),
            SECOND_NIGHT);
    assertThat(told(since(FIRST_NIGHT))).containsExactly("cup 2026-01-12 4.1");
    assertThat(told(moved(Optional.of(FIRST_NIGHT), "5"))).containsExactly("cup 2026-01-12 4.1");
    assertThat(told(since(SECOND_NIGHT))).isEmpty();
  }

  @Test
  void daysAreThoseOnWhichPeriodsBegin() {
    night(FIRST_NIGHT, MONDAY, Map.of("tea", 6.0));
    assertThat(told(days(MONDAY, MONDAY.plusDays(7)))).hasSize(2);
    assertThat(told(days(MONDAY.plusDays(1), MONDAY.plusDays(13))))
        .containsExactly("tea 2026-01-12 6");
    assertThat(told(days(MONDAY.plusDays(1), MONDAY.plusDays(6)))).isEmpty();
    assertThat(told(days(MONDAY.minusYears(99), MONDAY.plusYears(99)))).hasSize(3);
  }

  @Test
  void restoredVersionsAreToldWhole() {
    night(FIRST_NIGHT, MONDAY, Map.of("tea", 6.0));
    long second = night(SECOND_NIGHT, MONDAY, Map.of("cup", 1.0, "tea", 6.0));
    now = THIRD_NIGHT;
    VersionStore.Version first = store.versions().previous(second).orElseThrow();
    NothingOverForecasts.show(
            store.versions(), store.plans(), store.forecasts(), clock(), store.audit())
        .show(first, "ann", true);
    assertThat(told(since(SECOND_NIGHT)))
        .hasSize(6)
        .contains("cup 2026-01-05 gone", "tea 2026-01-05 6");
  }

  private long night(Instant at, LocalDate asOf, Map<String, Double> means) {
    now = at;
    long version =
        store.version(WEEKS, new VersionStore.Planned(PlanStore.DEFAULT, Set.of()), means, asOf);
    Optional<VersionStore.Publication> before = store.versions().publication(PlanStore.DEFAULT);
    before.ifPresent(p -> store.forecasts().markUnchanged(version, p.versionId(), p.changedAt()));
    NothingOverForecasts.show(
            store.versions(), store.plans(), store.forecasts(), clock(), store.audit())
        .finish(
            store.versions().find(version).orElseThrow(),
            new VersionStore.Contents("hash", 1, 0, 1, new VersionStore.NotRecommended(0, 0)),
            VersionStatus.HELD,
            Optional.empty(),
            "nightly");
    return version;
  }

  private ForecastPlans plans() {
    return new ForecastPlans(
        store.plans(), new Settings(new GivenConfig(Map.of())), clock(), store.audit());
  }

  private Clock clock() {
    return new Clock() {
      @Override
      public Instant now() {
        return now;
      }
    };
  }

  private static ForecastFilter since(Instant instant) {
    return filter(Optional.empty(), Optional.empty(), Optional.of(instant), Optional.empty());
  }

  private static ForecastFilter moved(Optional<Instant> since, String least) {
    return filter(Optional.empty(), Optional.empty(), since, Optional.of(new BigDecimal(least)));
  }

  private static ForecastFilter days(LocalDate from, LocalDate to) {
    return filter(Optional.of(from), Optional.of(to), Optional.empty(), Optional.empty());
  }

  private static ForecastFilter filter(
      Optional<LocalDate> from,
      Optional<LocalDate> to,
      Optional<Instant> since,
      Optional<BigDecimal> least) {
    return new ForecastFilter(
        SeriesSelection.all(DataScope.unrestricted()),
        from,
        to,
        VersionChoice.PUBLISHED,
        since,
        least,
        false);
  }

  private List<String> told(ForecastFilter filter) {
    return forecasts.page(filter, Optional.empty(), 100).rows().stream()
        .map(ChangedForecastsContract::text)
        .toList();
  }

  private static String text(ToldForecast told) {
    if (told instanceof RemovedForecast removed) {
      return removed.series().item() + " " + removed.start() + " gone";
    }
    PublishedForecast there = (PublishedForecast) told;
    return "%s %s %s"
        .formatted(
            there.row().series().item(),
            there.start(),
            there.units(PublishedForecast.Share.ALL).stripTrailingZeros().toPlainString());
  }
}
