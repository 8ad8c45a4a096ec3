package org.demandwright.store.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.assertj.core.groups.Tuple.tuple;
import static org.demandwright.store.Companies.AS_OF;
import static org.demandwright.store.Companies.DAY;
import static org.demandwright.store.Companies.NOW;
import static org.demandwright.store.Companies.STEPS;
import static org.demandwright.store.Companies.VERSION;
import static org.demandwright.store.StoreExample.followed;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.demandwright.core.DoubleVector;
import org.demandwright.core.demand.DataScope;
import org.demandwright.core.plan.Adjustment;
import org.demandwright.core.plan.LayerEffect;
import org.demandwright.core.plan.OverrideReason;
import org.demandwright.core.plan.PlannedSeries;
import org.demandwright.core.plan.Scope;
import org.demandwright.store.Companies;
import org.demandwright.store.StoreExample;
import org.demandwright.store.StoreExample.Does;
import org.demandwright.store.Stores;
import org.demandwright.store.plan.FinalStore.Final;
import org.demandwright.store.run.PlanStore;

/** What the stores of overrides and final figures do. */
public final class PlanExamples {
  private static final String ANN = "ann";
  private static final String BOB = "bob";
  private static final Instant LATER = NOW.plusSeconds(60);

  private PlanExamples() {}

  public static List<StoreExample<?>> all() {
    return List.of(
        new StoreExample<>(
            OverrideStore.class, Does.RETURN_WHAT_WAS_WRITTEN, PlanExamples::overrides),
        new StoreExample<>(OverrideStore.class, Does.PAGE_IN_ORDER, PlanExamples::pageOfOverrides),
        new StoreExample<>(OverrideStore.class, Does.FORGET, PlanExamples::deletedDraft),
        new StoreExample<>(FinalStore.class, Does.RETURN_WHAT_WAS_WRITTEN, PlanExamples::finals),
        new StoreExample<>(VolumeStore.class, Does.RETURN_WHAT_WAS_WRITTEN, PlanExamples::volumes),
        new StoreExample<>(VolumeStore.class, Does.PAGE_IN_ORDER, PlanExamples::pagesOfVolumes));
  }

  private static final DataScope EVERYTHING = DataScope.unrestricted();

  private static final VolumeStore.Weighted HALF =
      new VolumeStore.Weighted(Companies.VERSION, Map.of(1, 1.0, 2, 0.5));
  private static final VolumeStore.Weighted ALL =
      new VolumeStore.Weighted(Companies.VERSION, Map.of(1, 1.0, 2, 1.0));
  private static final VolumeStore.Weighted NONE =
      new VolumeStore.Weighted(Companies.VERSION + 1, Map.of(1, 1.0));

  private static void volumes(VolumeStore volumes, Stores stores) {
    Companies.fill(stores, "A");
    stores.sql().update("delete from final_step");
    stores.sql().update("update forecast set total_mean = mean, mean = 0.1 where step <= 2");
    long tenths = stores.sql().number("select count(*) from forecast where step <= 2");
    assertThat(
            volumes.items(EVERYTHING, ALL, NONE, Optional.empty(), 9).stream()
                .map(v -> BigDecimal.valueOf(v.one()))
                .reduce(BigDecimal.ZERO, BigDecimal::add))
        .as("tenths add up to what a reader gets")
        .isEqualByComparingTo(BigDecimal.valueOf(tenths).movePointLeft(1));
    stores.sql().update("update forecast set mean = total_mean where step <= 2");
    double first = sum(stores, "step = 1");
    double second = sum(stores, "step = 2");
    assertThat(volumes.steps(EVERYTHING, Companies.VERSION))
        .hasEntrySatisfying(1, v -> assertThat(v.doubleValue()).isCloseTo(first, within(1e-6)))
        .hasEntrySatisfying(2, v -> assertThat(v.doubleValue()).isCloseTo(second, within(1e-6)))
        .allSatisfy((step, sum) -> assertThat(sum.scale()).isEqualTo(6))
        .hasSize(Companies.STEPS);
    List<VolumeStore.Volume> items = volumes.items(EVERYTHING, HALF, NONE, Optional.empty(), 9);
    List<VolumeStore.Volume> sites = volumes.sites(EVERYTHING, HALF, NONE, Optional.empty(), 9);
    assertThat(items).extracting(VolumeStore.Volume::id).containsExactly("cup", "tea");
    assertThat(sites).extracting(VolumeStore.Volume::id).containsExactly("S1", "S2");
    for (List<VolumeStore.Volume> rows : List.of(items, sites)) {
      assertThat(rows.stream().mapToDouble(VolumeStore.Volume::one).sum())
          .isCloseTo(first + second / 2, within(1e-6));
      assertThat(rows).allMatch(row -> row.other() == 0);
    }

    long series = stores.sql().number("select min(series_id) from forecast");
    stores
        .sql()
        .update(
            "insert into final_step (version_id, series_id, step, units, changed_at)"
                + " select version_id, series_id, step, mean + 10, ? from forecast"
                + " where series_id = ? and step = 2",
            NOW,
            series);
    assertThat(volumes.steps(EVERYTHING, Companies.VERSION).get(2).doubleValue())
        .isCloseTo(second + 10, within(1e-6));
    for (List<VolumeStore.Volume> rows :
        List.of(
            volumes.items(EVERYTHING, HALF, NONE, Optional.empty(), 9),
            volumes.sites(EVERYTHING, HALF, NONE, Optional.empty(), 9))) {
      assertThat(rows.stream().mapToDouble(VolumeStore.Volume::one).sum())
          .isCloseTo(first + second / 2 + 5, within(1e-6));
    }
  }

  private static double sum(Stores stores, String which) {
    return stores
        .sql()
        .first(row -> row.getDouble(1), "select sum(mean) from forecast where " + which)
        .orElseThrow();
  }

  private static void pagesOfVolumes(VolumeStore volumes, Stores stores) {
    Companies.fill(stores, "A", "B");
    List<VolumeStore.Volume> items = volumes.items(EVERYTHING, HALF, NONE, Optional.empty(), 9);
    List<VolumeStore.Volume> sites = volumes.sites(EVERYTHING, HALF, NONE, Optional.empty(), 9);
    assertThat(items).hasSize(4);
    assertThat(sites).hasSize(4);
    assertThat(oneByOne(after -> volumes.items(EVERYTHING, HALF, NONE, after, 1))).isEqualTo(items);
    assertThat(oneByOne(after -> volumes.sites(EVERYTHING, HALF, NONE, after, 1))).isEqualTo(sites);
  }

  private static List<VolumeStore.Volume> oneByOne(
      Function<Optional<VolumeStore.After>, List<VolumeStore.Volume>> page) {
    List<VolumeStore.Volume> all = new ArrayList<>();
    Optional<VolumeStore.After> after = Optional.empty();
    for (List<VolumeStore.Volume> rows = page.apply(after); !rows.isEmpty(); ) {
      all.addAll(rows);
      VolumeStore.Volume last = rows.get(rows.size() - 1);
      after = Optional.of(new VolumeStore.After(last.org(), last.id()));
      rows = page.apply(after);
    }
    return all;
  }

  private static OverrideStore.Draft draft(Scope scope, String amount) {
    return new OverrideStore.Draft(
        PlanStore.DEFAULT,
        scope,
        DAY,
        AS_OF,
        new Adjustment(Adjustment.Kind.DELTA, new BigDecimal(amount)),
        "kg",
        OverrideReason.OTHER,
        "größer",
        ANN,
        Optional.of(AS_OF));
  }

  private static void overrides(OverrideStore overrides, Stores stores) {
    Scope odd =
        new Scope(
            Optional.empty(),
            Optional.of("tea"),
            Optional.of(""),
            Optional.empty(),
            Optional.of("goods"));
    OverrideStore.Draft draft = draft(odd, "-0.000001");
    OverrideStore.Entry entered = overrides.add(draft, NOW);
    assertThat(entered.draft()).as("any and without are two things").isEqualTo(draft);
    assertThat(entered.status()).isEqualTo(OverrideStatus.DRAFT);

    assertThat(overrides.move(entered, OverrideStatus.APPROVED, BOB, LATER, "well")).isTrue();
    assertThat(overrides.move(entered, OverrideStatus.REJECTED, ANN, LATER, ""))
        .as("somebody else was faster")
        .isFalse();
    OverrideStore.Entry approved =
        overrides.find(DataScope.unrestricted(), entered.overrideId()).orElseThrow();
    assertThat(approved.approvedBy()).contains(BOB);
    assertThat(approved.approvedAt()).contains(LATER);
    assertThat(overrides.published(PlanStore.DEFAULT)).isEmpty();

    OverrideStore.Entry other = overrides.add(draft(Scope.ALL, "5.000000"), NOW);
    overrides.move(other, OverrideStatus.PUBLISHED, ANN, NOW, "");
    overrides.move(approved, OverrideStatus.PUBLISHED, ANN, LATER, "");
    assertThat(overrides.published(PlanStore.DEFAULT))
        .as("in the order of their publication, whatever their numbers")
        .extracting(OverrideStore.Entry::overrideId)
        .containsExactly(other.overrideId(), entered.overrideId());
    assertThat(overrides.events(entered.overrideId()))
        .extracting(OverrideStore.Event::by, e -> e.before().orElse(null), e -> e.after().get())
        .containsExactly(
            tuple(ANN, null, OverrideStatus.DRAFT),
            tuple(BOB, OverrideStatus.DRAFT, OverrideStatus.APPROVED),
            tuple(ANN, OverrideStatus.APPROVED, OverrideStatus.PUBLISHED));
  }

  private static OverrideStore.Filter any() {
    return new OverrideStore.Filter(
        List.of(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty());
  }

  private static void pageOfOverrides(OverrideStore overrides, Stores stores) {
    for (int i = 1; i <= 5; i++) {
      overrides.add(draft(Scope.ALL, i + ".000000"), NOW);
    }
    assertThat(
            followed(
                Long.MAX_VALUE,
                (before, n) -> overrides.before(DataScope.unrestricted(), any(), before, n),
                OverrideStore.Entry::overrideId))
        .extracting(OverrideStore.Entry::overrideId)
        .containsExactly(5L, 4L, 3L, 2L, 1L);
  }

  private static void deletedDraft(OverrideStore overrides, Stores stores) {
    OverrideStore.Entry gone = overrides.add(draft(Scope.ALL, "1.000000"), NOW);
    OverrideStore.Entry stays = overrides.add(draft(Scope.ALL, "2.000000"), NOW);
    assertThat(overrides.deleteDraft(gone, BOB, LATER)).isTrue();
    assertThat(overrides.find(DataScope.unrestricted(), gone.overrideId())).isEmpty();
    assertThat(overrides.find(DataScope.unrestricted(), stays.overrideId())).contains(stays);
    assertThat(overrides.events(gone.overrideId())).as("who did what stays").hasSize(2);
    assertThat(overrides.planOfDeleted(gone.overrideId())).contains(gone.draft().plan());
    assertThat(overrides.planOfDeleted(stays.overrideId())).isEmpty();
    overrides.move(stays, OverrideStatus.APPROVED, BOB, LATER, "");
    OverrideStore.Entry approved =
        overrides.find(DataScope.unrestricted(), stays.overrideId()).orElseThrow();
    assertThat(overrides.deleteDraft(approved, BOB, LATER)).as("no draft any more").isFalse();
  }

  private static void finals(FinalStore finals, Stores stores) {
    Companies.fill(stores, "A");
    PlannedSeries cup = finals.series(VERSION, List.of()).get(0);
    assertThat(cup)
        .isEqualTo(new PlannedSeries(1, Companies.keys("A").get(0), "goods of A", "EA-A", true));
    assertThat(finals.series(VERSION, List.of("tea", "cup", "set")))
        .as("of these items")
        .containsExactlyInAnyOrderElementsOf(finals.series(VERSION, List.of()));
    assertThat(finals.series(VERSION, List.of("cup"))).containsExactly(cup);
    assertThat(finals.means(VERSION, List.of(1L))).isEqualTo(Map.of(1L, DoubleVector.of(1, 1, 1)));
    assertThat(finals.baseline(VERSION, List.of(1L)).get(1L)).hasSize(STEPS);
    assertThat(finals.selling(DAY, DAY.plusDays(1), List.of(1L, 2L))).containsExactly(1L, 2L);
    assertThat(finals.selling(DAY.plusDays(1), DAY.plusDays(9), List.of(1L, 2L))).isEmpty();
    assertThat(finals.selling(DAY.minusDays(9), DAY, List.of(1L, 2L))).isEmpty();

    Final empty = new Final(1, 2, Optional.empty(), Optional.empty(), Optional.empty(), LATER);
    Final full =
        new Final(
            1,
            3,
            Optional.of(new BigDecimal("0.000001")),
            Optional.of(new BigDecimal("123456789012.000000")),
            Optional.of(7L),
            NOW);
    finals.replace(VERSION, List.of(1L), List.of(full));
    finals.replace(VERSION, List.of(1L, 2L), List.of(empty, full));
    assertThat(finals.of(VERSION, List.of(1L, 2L))).isEqualTo(Map.of(1L, List.of(empty, full)));
    assertThat(finals.touched(VERSION)).contains(1L).doesNotContain(2L);

    LayerEffect past =
        new LayerEffect(
            4,
            LayerEffect.Outcome.PAST,
            0,
            "",
            new BigDecimal("0.000000"),
            new BigDecimal("0.000000"),
            Optional.empty());
    finals.note(VERSION, List.of(past));
    assertThat(finals.effects(VERSION, List.of(1L, 4L))).isEqualTo(Map.of(4L, past));
  }
}
