package org.demandwright.app.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.demandwright.app.English.english;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.demandwright.app.Clock;
import org.demandwright.app.Expected;
import org.demandwright.app.GivenConfig;
import org.demandwright.app.Page;
import org.demandwright.app.Refused;
import org.demandwright.app.plan.PlanComparison.OfPeriod;
import org.demandwright.app.plan.PlanComparison.Sums;
import org.demandwright.app.run.ForecastPlans;
import org.demandwright.app.run.SettlePlan;
import org.demandwright.app.settings.Settings;
import org.demandwright.core.demand.Bucket;
import org.demandwright.core.demand.DataScope;
import org.demandwright.core.model.Objective;
import org.demandwright.core.pipeline.PlanTerms;
import org.demandwright.store.VersionFixture;
import org.demandwright.store.forecast.VersionStore;
import org.demandwright.store.plan.VolumeStore;
import org.h2.jdbcx.JdbcDataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Sums of plans that overlap, beside each other. */
class ComparePlansTest {
  private static final String ANN = "ann";
  private static final String DAYS = "default";
  private static final String MONTHS = "board";

  private final Clock clock = new Clock();
  private VersionFixture store;
  private ForecastPlans plans;
  private ComparePlans compare;
  private SettlePlan settle;

  @BeforeEach
  void open() {
    JdbcDataSource database = new JdbcDataSource();
    database.setURL("jdbc:h2:mem:compare-" + System.nanoTime() + ";DB_CLOSE_DELAY=-1");
    store = new VersionFixture(database);
    plans =
        new ForecastPlans(
            store.plans(), new Settings(new GivenConfig(Map.of())), clock, store.audit());
    settle = new SettlePlan(store.plans(), plans, store.audit(), clock);
    settle.create(MONTHS, Map.of("bucket", "MONTH"), ANN);
    compare = new ComparePlans(plans, store.versions(), store.volumes());
  }

  private long shown(String plan, Bucket bucket, int horizon, Map<String, Double> means) {
    PlanTerms terms = new PlanTerms(bucket, horizon, Objective.RMSSE, List.of("Naive"));
    long id = store.version(terms, new VersionStore.Planned(plan, Set.of()), means);
    store.versions().show(id, ANN, false, clock.now());
    return id;
  }

  @Test
  void daysAddUpToTheMonthsThatTheyCoverAndTheDifferenceIsTold() {
    shown(DAYS, Bucket.DAY, 120, Map.of("tea", 2.0, "cup", 1.0));
    shown(MONTHS, Bucket.MONTH, 6, Map.of("tea", 50.0, "cup", 30.0));
    PlanComparison all = compare.of(DataScope.unrestricted(), DAYS, MONTHS);

    int days = all.periods().stream().mapToInt(p -> p.period().days()).sum();
    assertThat(all.periods()).hasSizeBetween(3, 4);
    assertThat(all.periods()).allMatch(p -> p.period().bucket() == Bucket.MONTH);
    assertThat(all.total().one()).isCloseTo(3 * days, within(1e-9));
    assertThat(all.total().other()).isCloseTo(80 * all.periods().size(), within(1e-9));
    assertThat(all.total().difference())
        .isCloseTo(3 * days - 80 * all.periods().size(), within(1e-9));
    for (OfPeriod period : all.periods()) {
      assertThat(period.sums().one()).isCloseTo(3 * period.period().days(), within(1e-9));
    }

    Page<VolumeStore.Volume> items =
        compare.rows(
            DataScope.unrestricted(), DAYS, MONTHS, ComparePlans.By.ITEM, Optional.empty(), 9);
    assertThat(items.rows()).extracting(VolumeStore.Volume::id).containsExactly("cup", "tea");
    assertThat(items.rows().stream().mapToDouble(VolumeStore.Volume::one).sum())
        .isCloseTo(all.total().one(), within(1e-9));
    assertThat(items.rows().stream().mapToDouble(VolumeStore.Volume::other).sum())
        .isCloseTo(all.total().other(), within(1e-9));
    Page<VolumeStore.Volume> sites =
        compare.rows(
            DataScope.unrestricted(), DAYS, MONTHS, ComparePlans.By.SITE, Optional.empty(), 9);
    assertThat(sites.rows()).hasSize(1);
    assertThat(sites.rows().get(0).one()).isCloseTo(all.total().one(), within(1e-9));
  }

  @Test
  void pagesFollowEachOther() {
    shown(DAYS, Bucket.DAY, 120, Map.of("tea", 2.0, "cup", 1.0));
    shown(MONTHS, Bucket.MONTH, 6, Map.of("tea", 50.0));
    Page<VolumeStore.Volume> first =
        compare.rows(
            DataScope.unrestricted(), DAYS, MONTHS, ComparePlans.By.ITEM, Optional.empty(), 1);
    Page<VolumeStore.Volume> second =
        compare.rows(DataScope.unrestricted(), DAYS, MONTHS, ComparePlans.By.ITEM, first.next(), 1);
    assertThat(first.rows().get(0).id()).isEqualTo("cup");
    assertThat(first.rows().get(0).other()).as("the other plan has none of it").isZero();
    assertThat(second.rows().get(0).id()).isEqualTo("tea");
    assertThat(
            compare
                .rows(
                    DataScope.unrestricted(), DAYS, MONTHS, ComparePlans.By.ITEM, second.next(), 1)
                .rows())
        .isEmpty();
    assertThatThrownBy(
            () ->
                compare.rows(
                    DataScope.unrestricted(),
                    DAYS,
                    MONTHS,
                    ComparePlans.By.ITEM,
                    Optional.of("MQ"),
                    1))
        .hasMessageContaining("is none of this list");
  }

  @Test
  void aRunTellsWhatDiffersByMoreThanItMay() {
    shown(MONTHS, Bucket.MONTH, 6, Map.of("tea", 30.0));
    long days = shown(DAYS, Bucket.DAY, 120, Map.of("tea", 1.2));
    VersionStore.Version version = store.versions().find(days).orElseThrow();
    double percent =
        compare.of(DataScope.unrestricted(), DAYS, MONTHS).total().percent().orElseThrow();
    assertThat(percent).isBetween(18.0, 24.0);

    List<PlanComparison> told = compare.beyond(version, (int) percent - 1);
    assertThat(told).hasSize(1);
    assertThat(english(told.get(0).words(20)))
        .contains("plan default adds up to", "plan board to", "a difference of", "% of the latter")
        .contains("more than 20 per cent");
    assertThat(compare.beyond(version, (int) percent + 1)).isEmpty();
    settle.retire(MONTHS, Expected.anything(), ANN);
    assertThat(compare.beyond(version, 0)).as("a retired plan is nobody's measure").isEmpty();
  }

  @Test
  void whatHasNothingInCommonSaysSo() {
    shown(DAYS, Bucket.DAY, 2, Map.of("tea", 1.0));
    assertThatThrownBy(() -> compare.of(DataScope.unrestricted(), DAYS, MONTHS))
        .isInstanceOf(Refused.class)
        .hasMessageContaining("Nothing has been published of plan board yet");
    assertThatThrownBy(() -> compare.of(DataScope.unrestricted(), DAYS, DAYS))
        .hasMessageContaining("name another one");
    shown(MONTHS, Bucket.MONTH, 6, Map.of("tea", 30.0));
    PlanComparison none = compare.of(DataScope.unrestricted(), DAYS, MONTHS);
    assertThat(none.periods()).isEmpty();
    assertThat(none.total()).isEqualTo(new Sums(0, 0));
    assertThat(none.total().percent()).isEmpty();
    assertThat(
            compare
                .rows(
                    DataScope.unrestricted(),
                    DAYS,
                    MONTHS,
                    ComparePlans.By.ITEM,
                    Optional.empty(),
                    9)
                .rows())
        .isEmpty();
  }
}
