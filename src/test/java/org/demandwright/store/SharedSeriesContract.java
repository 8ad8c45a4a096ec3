package org.demandwright.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.demandwright.store.Companies.DAY;
import static org.demandwright.store.Companies.SERIES;
import static org.demandwright.store.Companies.VERSION;

import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.sql.DataSource;
import org.demandwright.core.DoubleVector;
import org.demandwright.core.demand.DemandSeries;
import org.demandwright.core.demand.EventDays;
import org.demandwright.core.demand.VersionCalendar;
import org.demandwright.core.pipeline.SeriesInput;
import org.demandwright.core.pipeline.Training;
import org.demandwright.store.forecast.CalendarStore;
import org.demandwright.store.forecast.ForecastStore;
import org.demandwright.store.forecast.SnapshotStore;
import org.demandwright.store.forecast.VersionStore;
import org.junit.jupiter.api.Test;

/** Versions that share the rows of series of which nothing else is known. */
abstract class SharedSeriesContract {
  private static final String ORG = "A";

  /** Returns an empty store. */
  abstract DataSource database() throws SQLException;

  private Stores filled() throws SQLException {
    Stores stores = Stores.of(database());
    Companies.fill(stores, ORG);
    return stores;
  }

  /** A refreshed version: one series is told otherwise, three are shared. */
  @Test
  void a_refreshed_version_shares_what_did_not_change() throws SQLException {
    Stores stores = filled();
    SnapshotStore snapshots = stores.snapshots();
    List<SnapshotStore.Snapshot> before = snapshots.page(VERSION, 0, 99, 99);
    snapshots.replace(VERSION, before);
    long later = refreshed(stores);
    SnapshotStore.Snapshot other = told(before.get(1), 17);
    List<SnapshotStore.Snapshot> now =
        before.stream().map(s -> s.seriesId() == other.seriesId() ? other : s).toList();
    snapshots.replaceChanged(later, VERSION, now);
    snapshots.replaceChanged(later, VERSION, now);

    assertThat(snapshots.seriesIds(later)).as("its own").containsExactly(other.seriesId());
    assertThat(snapshots.page(later, 0, 99, 99).get(0).input().series())
        .isEqualTo(other.input().series());
    assertThat(snapshots.find(later, 1).orElseThrow().input().series())
        .as("a shared one is shown")
        .isEqualTo(before.get(0).input().series());
    assertThat(snapshots.panel(later))
        .as("all that it shows")
        .extracting(i -> i.series().units())
        .containsExactlyInAnyOrderElementsOf(
            now.stream().map(s -> s.input().series().units()).toList());
    assertThat(stores.results().countForecast(later)).as("three shared results").isEqualTo(3);
    assertThat(stores.results().countOwn(later)).isZero();

    Instant published = Instant.parse("2026-01-05T03:00:00Z");
    stores.forecasts().keep(later, VERSION, published);
    List<ForecastStore.Row> rows = rows(stores, later, List.of(1L, 3L));
    assertThat(rows)
        .extracting(ForecastStore.Row::unchangedSince)
        .containsOnly(Optional.of(published));
    assertThat(rows)
        .as("bit by bit")
        .isNotEmpty()
        .extracting(ForecastStore.Row::bands)
        .containsExactlyElementsOf(
            rows(stores, VERSION, List.of(1L, 3L)).stream().map(ForecastStore.Row::bands).toList());
    stores.forecasts().unmark(later);
    assertThat(rows(stores, later, List.of(1L)))
        .extracting(ForecastStore.Row::unchangedSince)
        .containsOnly(Optional.empty());
    assertThat(stores.forecasts().ofSeries(later, List.of(other.seriesId()))).isEmpty();

    stores.versions().delete(List.of(VERSION));
    assertThat(stores.results().countForecast(later))
        .as("what another version shows stays when its own is removed")
        .isEqualTo(3);
    assertThat(snapshots.panel(later)).hasSize(SERIES);
    stores.versions().delete(List.of(later));
    assertThat(stores.sql().number("select count(*) from series_snapshot")).isZero();
    assertThat(stores.sql().number("select count(*) from series_result")).isZero();
  }

  /** An event that concerns one series changes what its models receive. */
  @Test
  void an_event_changes_what_it_concerns() throws SQLException {
    Stores stores = filled();
    SnapshotStore snapshots = stores.snapshots();
    CalendarStore calendars = new CalendarStore(stores.sql());
    List<SnapshotStore.Snapshot> same = snapshots.page(VERSION, 0, 99, 99);
    snapshots.replace(VERSION, same);
    long later = refreshed(stores);
    String site = same.get(0).input().series().key().site();
    calendars.write(
        later,
        new VersionCalendar(
            Map.of("", ""),
            List.of(new VersionCalendar.Occasion(EventDays.of("fair", DAY), "", site, ""))));
    snapshots.replaceChanged(later, VERSION, same);
    assertThat(snapshots.seriesIds(later))
        .containsExactlyElementsOf(
            same.stream()
                .filter(s -> s.input().series().key().site().equals(site))
                .map(SnapshotStore.Snapshot::seriesId)
                .toList());
  }

  private static List<ForecastStore.Row> rows(Stores stores, long versionId, List<Long> series) {
    return stores.forecasts().ofSeries(versionId, series).values().stream()
        .flatMap(List::stream)
        .toList();
  }

  private static long refreshed(Stores stores) {
    VersionStore.Version base = stores.versions().find(VERSION).orElseThrow();
    VersionStore.Version later =
        stores
            .versions()
            .open(
                4711,
                base.recipe(),
                base.plan(),
                Training.REFRESH,
                Optional.of(base),
                base.createdAt());
    assertThat(later.lineage())
        .isEqualTo(
            new VersionStore.Lineage(
                Training.REFRESH, Optional.of(VERSION), VERSION, base.recipe().dataAsOf()));
    return later.versionId();
  }

  private static SnapshotStore.Snapshot told(SnapshotStore.Snapshot s, double units) {
    DemandSeries series = s.input().series();
    DemandSeries other = series.withUnits(DoubleVector.filled(series.size(), units));
    return new SnapshotStore.Snapshot(
        s.seriesId(), new SeriesInput(other, s.input().covariates()), s.returned(), other);
  }
}
