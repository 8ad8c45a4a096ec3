package org.demandwright.store.forecast;

import static org.assertj.core.api.Assertions.assertThat;
import static org.demandwright.store.StoreExample.followed;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import org.demandwright.core.Words;
import org.demandwright.core.demand.Bucket;
import org.demandwright.core.demand.ReturnsRule;
import org.demandwright.core.pipeline.PlanSetting;
import org.demandwright.store.Companies;
import org.demandwright.store.StoreExample;
import org.demandwright.store.StoreExample.Does;
import org.demandwright.store.Stores;
import org.demandwright.store.forecast.VersionStore.Version;

/** What the store of versions does. */
public final class VersionExamples {
  private static final Instant NOW = Instant.parse("2026-04-01T02:00:00.123456Z");
  private static final LocalDate DAY = LocalDate.of(2026, 3, 2);
  private static final VersionStore.Planned PLAN =
      new VersionStore.Planned("default", Set.of(PlanSetting.BUCKET, PlanSetting.HORIZON));
  private static final VersionStore.Planned MONTHS = new VersionStore.Planned("months", Set.of());
  private static final Recipe RECIPE =
      new Recipe(
          Bucket.WEEK,
          52,
          13,
          3,
          42,
          "Naive,Theta",
          "rmsse",
          DAY,
          DAY.minusDays(1),
          DAY.plusDays(7),
          Optional.of(NOW),
          ReturnsRule.SEPARATE,
          Optional.of(Bucket.MONTH));

  /** Tables in which a version has rows. */
  private static final List<String> TABLES =
      List.of(
          "forecast",
          "forecast_totals",
          "series_result",
          "series_snapshot",
          "version_series",
          "applied_layer",
          "forecast_version");

  private VersionExamples() {}

  public static List<StoreExample<?>> all() {
    return List.of(
        new StoreExample<>(
            VersionStore.class, Does.RETURN_WHAT_WAS_WRITTEN, VersionExamples::written),
        new StoreExample<>(
            VersionStore.class, Does.RETURN_WHAT_WAS_WRITTEN, VersionExamples::plansKeepApart),
        new StoreExample<>(VersionStore.class, Does.PAGE_IN_ORDER, VersionExamples::pages),
        new StoreExample<>(VersionStore.class, Does.FORGET, VersionExamples::deleted),
        new StoreExample<>(
            PublicationLog.class, Does.RETURN_WHAT_WAS_WRITTEN, VersionExamples::logged),
        new StoreExample<>(PublicationLog.class, Does.PAGE_IN_ORDER, VersionExamples::feed),
        new StoreExample<>(PublicationLog.class, Does.FORGET, VersionExamples::unlogged));
  }

  private static long finished(VersionStore versions, long run, Optional<String> held) {
    return finished(versions, run, PLAN, held);
  }

  private static long finished(
      VersionStore versions, long run, VersionStore.Planned plan, Optional<String> held) {
    long id = versions.open(run, RECIPE, plan, NOW).versionId();
    versions.finish(
        id,
        new VersionStore.Contents("hash" + run, 9, 1, 2.5, new VersionStore.NotRecommended(2, 0.5)),
        VersionStatus.HELD,
        held.map(Words::literal),
        "nightly",
        NOW.plusSeconds(run));
    return id;
  }

  private static void written(VersionStore versions, Stores stores) {
    Version opened = versions.open(3, RECIPE, PLAN, NOW);
    assertThat(opened.recipe()).isEqualTo(RECIPE);
    assertThat(opened.plan()).isEqualTo(PLAN);
    assertThat(versions.find(opened.versionId())).contains(opened);
    assertThat(versions.ofInstance(3)).contains(opened);
    assertThat(versions.newest(PLAN.name(), VersionStatus.BUILDING)).contains(opened);
    assertThat(versions.publication(PLAN.name())).isEmpty();

    long held = finished(versions, 4, Optional.of("too much"));
    assertThat(versions.find(held).orElseThrow().heldBecause()).contains(Words.literal("too much"));
    assertThat(versions.publication(PLAN.name())).isEmpty();
    long first = finished(versions, 5, Optional.empty());
    long second = finished(versions, 6, Optional.empty());
    Version shown = versions.find(second).orElseThrow();
    assertThat(List.of(shown.status(), shown.current(), shown.series(), shown.failed()))
        .containsExactly(VersionStatus.PUBLISHED, true, 9L, 1L);
    assertThat(shown.notRecommended()).isEqualTo(new VersionStore.NotRecommended(2, 0.5));
    assertThat(shown.contentHash()).contains("hash6");
    assertThat(versions.previous(second).map(Version::versionId)).contains(first);
    assertThat(versions.lastLike("default", Bucket.WEEK, 13, second).map(Version::versionId))
        .contains(first);

    versions.show(first, "ann", true, NOW.plusSeconds(60));
    assertThat(versions.publication(PLAN.name()))
        .contains(new VersionStore.Publication(first, NOW.plusSeconds(60), "ann", true));
    assertThat(versions.of(List.of(first, second)))
        .extracting(Version::status)
        .containsExactlyInAnyOrder(VersionStatus.PUBLISHED, VersionStatus.ROLLED_BACK);
  }

  private static void plansKeepApart(VersionStore versions, Stores stores) {
    long first = finished(versions, 1, PLAN, Optional.empty());
    long months = finished(versions, 2, MONTHS, Optional.empty());
    long second = finished(versions, 3, PLAN, Optional.empty());

    assertThat(versions.publication(PLAN.name()).orElseThrow().versionId()).isEqualTo(second);
    assertThat(versions.publication(MONTHS.name()).orElseThrow().versionId()).isEqualTo(months);
    assertThat(versions.of(List.of(months, second))).allMatch(Version::current);
    assertThat(versions.previous(months)).isEmpty();
    assertThat(versions.previous(second).map(Version::versionId)).contains(first);
    assertThat(versions.lastLike(MONTHS.name(), Bucket.WEEK, 13, second).map(Version::versionId))
        .contains(months);
    assertThat(versions.newest(PLAN.name(), VersionStatus.PUBLISHED).map(Version::versionId))
        .contains(second);
    assertThat(versions.newest(MONTHS.name(), VersionStatus.SUPERSEDED)).isEmpty();

    versions.open(4, RECIPE, PLAN, NOW);
    List<String> plans = List.of(PLAN.name(), MONTHS.name());
    assertThat(
            followed(
                9L,
                (before, limit) -> versions.shownBefore(plans, before, limit),
                Version::versionId))
        .as("all but the one that nobody saw")
        .extracting(Version::versionId)
        .containsExactly(second, months, first);

    versions.show(first, "ann", true, NOW.plusSeconds(60));
    assertThat(versions.find(months).orElseThrow().current()).as("stays").isTrue();
    assertThat(versions.find(second).orElseThrow().current()).isFalse();
  }

  private static void pages(VersionStore versions, Stores stores) {
    List<Long> ids = List.of(1L, 2L, 3L, 4L, 5L);
    assertThat(ids.stream().map(run -> versions.open(run, RECIPE, PLAN, NOW).versionId()))
        .isEqualTo(ids);
    versions.open(6, RECIPE, MONTHS, NOW);
    assertThat(
            followed(
                9L, pagesOf(versions, List.of(PLAN.name(), MONTHS.name())), Version::versionId))
        .extracting(Version::versionId)
        .containsExactly(6L, 5L, 4L, 3L, 2L, 1L);
    assertThat(followed(9L, pagesOf(versions, List.of(PLAN.name())), Version::versionId))
        .extracting(Version::versionId)
        .containsExactly(5L, 4L, 3L, 2L, 1L);
  }

  private static BiFunction<Long, Integer, List<Version>> pagesOf(
      VersionStore versions, List<String> plans) {
    return (before, limit) -> versions.before(plans, before, limit);
  }

  private static void deleted(VersionStore versions, Stores stores) {
    Companies.fill(stores, "A");
    long kept = finished(versions, 99, Optional.empty());
    for (String table : TABLES) {
      assertThat(rows(stores, table)).as(table).isPositive();
    }
    versions.delete(List.of(Companies.VERSION));
    for (String table : TABLES) {
      assertThat(rows(stores, table)).as(table).isZero();
    }
    assertThat(versions.before(List.of(PLAN.name()), 999, 9))
        .extracting(Version::versionId)
        .containsExactly(kept);
    assertThat(rows(stores, "publication_log")).as("the log stays").isEqualTo(1);
  }

  private static void logged(PublicationLog log, Stores stores) {
    long first = finished(stores.versions(), 1, Optional.empty());
    long second = finished(stores.versions(), 2, Optional.empty());
    stores.versions().show(first, "ann", true, NOW.plusSeconds(60));
    PublicationLog.Shown laid =
        new PublicationLog.Shown(
            PLAN.name(),
            first,
            Optional.empty(),
            PublicationKind.OVERRIDES,
            NOW.plusSeconds(60),
            "bob",
            Optional.of("hash1"));
    log.add(laid);

    List<PublicationLog.Entry> entries = log.after(List.of(PLAN.name()), 0, 9);
    assertThat(entries).extracting(PublicationLog.Entry::position).containsExactly(1L, 2L, 3L, 4L);
    assertThat(entries.get(1).shown())
        .isEqualTo(
            new PublicationLog.Shown(
                PLAN.name(),
                second,
                Optional.of(first),
                PublicationKind.PUBLISHED,
                NOW.plusSeconds(2),
                "nightly",
                Optional.of("hash2")));
    assertThat(entries.get(2).shown().kind()).isEqualTo(PublicationKind.ROLLED_BACK);
    assertThat(entries.get(3).shown()).isEqualTo(laid);
    assertThat(log.end()).isEqualTo(4);
    assertThat(stores.versions().previous(second).map(Version::versionId))
        .as("what lies over a version replaced none")
        .contains(first);
  }

  private static void unlogged(PublicationLog log, Stores stores) {
    long gone = finished(stores.versions(), 1, Optional.empty());
    finished(stores.versions(), 2, Optional.empty());
    finished(stores.versions(), 3, Optional.empty());
    log.forget(NOW.plusSeconds(9));
    assertThat(log.after(List.of(PLAN.name()), 0, 9)).as("their versions are there").hasSize(3);
    assertThat(log.purgedTo()).isZero();
    stores.sql().update("delete from forecast_version where version_id = ?", gone);
    log.forget(NOW.plusSeconds(9));
    assertThat(log.purgedTo()).as("its archive is there").isZero();
    stores.sql().update("delete from archived_version where version_id = ?", gone);
    log.forget(NOW.plusSeconds(1));
    assertThat(log.purgedTo()).as("it is not old enough").isZero();
    log.forget(NOW.plusSeconds(9));
    assertThat(log.after(List.of(PLAN.name()), 0, 9))
        .extracting(PublicationLog.Entry::position)
        .containsExactly(2L, 3L);
    assertThat(log.purgedTo()).isEqualTo(1);
    assertThat(log.end()).isEqualTo(3);
  }

  private static void feed(PublicationLog log, Stores stores) {
    finished(stores.versions(), 1, Optional.empty());
    finished(stores.versions(), 2, MONTHS, Optional.empty());
    finished(stores.versions(), 3, Optional.empty());
    List<String> both = List.of(PLAN.name(), MONTHS.name());
    assertThat(
            followed(
                0L,
                (after, limit) -> log.after(both, after, limit),
                PublicationLog.Entry::position))
        .extracting(PublicationLog.Entry::position)
        .containsExactly(1L, 2L, 3L);
    assertThat(log.after(List.of(PLAN.name()), 1, 9))
        .extracting(PublicationLog.Entry::position)
        .containsExactly(3L);
    assertThat(log.before(NOW.plusSeconds(1))).isEqualTo(1);
    assertThat(log.before(NOW)).isZero();
    assertThat(log.before(NOW.plusSeconds(3))).as("all are older").isEqualTo(3);
  }

  private static long rows(Stores stores, String table) {
    return stores
        .sql()
        .number("select count(*) from " + table + " where version_id = ?", Companies.VERSION);
  }
}
