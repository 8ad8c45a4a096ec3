package org.demandwright.store.forecast;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.demandwright.store.Companies.AS_OF;
import static org.demandwright.store.Companies.DAY;
import static org.demandwright.store.Companies.NOW;
import static org.demandwright.store.Companies.SERIES;
import static org.demandwright.store.Companies.STEPS;
import static org.demandwright.store.Companies.VERSION;
import static org.demandwright.store.StoreExample.followed;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.demandwright.core.DoubleVector;
import org.demandwright.core.Failure;
import org.demandwright.core.Outcome;
import org.demandwright.core.Words;
import org.demandwright.core.demand.Bucket;
import org.demandwright.core.demand.Covariates;
import org.demandwright.core.demand.DataScope;
import org.demandwright.core.demand.DemandPattern;
import org.demandwright.core.demand.DemandSeries;
import org.demandwright.core.demand.EventDays;
import org.demandwright.core.demand.OpenDemand;
import org.demandwright.core.demand.Period;
import org.demandwright.core.demand.VersionCalendar;
import org.demandwright.core.evaluate.BandLevels;
import org.demandwright.core.evaluate.ModelStanding;
import org.demandwright.core.evaluate.Outlook;
import org.demandwright.core.evaluate.PanelOutlook;
import org.demandwright.core.evaluate.Score;
import org.demandwright.core.evaluate.TotalDemand;
import org.demandwright.core.evaluate.TotalLevels;
import org.demandwright.core.evaluate.Verdict;
import org.demandwright.core.pipeline.BandedStep;
import org.demandwright.core.pipeline.Calibration;
import org.demandwright.core.pipeline.LeakReport;
import org.demandwright.core.pipeline.SeriesInput;
import org.demandwright.store.Companies;
import org.demandwright.store.StoreExample;
import org.demandwright.store.StoreExample.Does;
import org.demandwright.store.Stores;
import org.demandwright.store.demand.SeriesStore;
import org.demandwright.store.run.PlanStore;
import org.demandwright.store.sql.Sql;

/** What the stores of a version's parts do. */
public final class ForecastExamples {
  private static final String ORG = "A";
  private static final long LATER = 2;

  private ForecastExamples() {}

  public static List<StoreExample<?>> all() {
    return List.of(
        new StoreExample<>(AuditStore.class, Does.RETURN_WHAT_WAS_WRITTEN, ForecastExamples::audit),
        new StoreExample<>(
            VersionPartStore.class, Does.RETURN_WHAT_WAS_WRITTEN, ForecastExamples::parts),
        new StoreExample<>(
            CalendarStore.class, Does.RETURN_WHAT_WAS_WRITTEN, ForecastExamples::calendar),
        new StoreExample<>(
            ModelStore.class, Does.RETURN_WHAT_WAS_WRITTEN, ForecastExamples::models),
        new StoreExample<>(
            SummaryStore.class, Does.RETURN_WHAT_WAS_WRITTEN, ForecastExamples::summary),
        new StoreExample<>(
            CalibrationStore.class, Does.RETURN_WHAT_WAS_WRITTEN, ForecastExamples::calibration),
        new StoreExample<>(
            ArchiveStore.class, Does.RETURN_WHAT_WAS_WRITTEN, ForecastExamples::archive),
        new StoreExample<>(ArchiveStore.class, Does.FORGET, ForecastExamples::archiveForgets),
        new StoreExample<>(SeenStore.class, Does.PAGE_IN_ORDER, ForecastExamples::pageOfSeen),
        new StoreExample<>(SeenStore.class, Does.RETURN_WHAT_WAS_WRITTEN, ForecastExamples::seen),
        new StoreExample<>(
            StandingStore.class, Does.RETURN_WHAT_WAS_WRITTEN, ForecastExamples::standings),
        new StoreExample<>(
            ReferenceStore.class, Does.RETURN_WHAT_WAS_WRITTEN, ForecastExamples::references),
        new StoreExample<>(
            ReferenceStore.class, Does.PAGE_IN_ORDER, ForecastExamples::pagesOfReferences),
        new StoreExample<>(ReferenceStore.class, Does.FORGET, ForecastExamples::referencesForget),
        new StoreExample<>(
            AccuracyStore.class, Does.RETURN_WHAT_WAS_WRITTEN, ForecastExamples::accuracy),
        new StoreExample<>(
            NervousnessStore.class, Does.RETURN_WHAT_WAS_WRITTEN, ForecastExamples::nervousness),
        new StoreExample<>(
            NervousnessStore.class, Does.PAGE_IN_ORDER, ForecastExamples::pageOfNervousness),
        new StoreExample<>(
            EvidenceStore.class, Does.RETURN_WHAT_WAS_WRITTEN, ForecastExamples::evidence),
        new StoreExample<>(EvidenceStore.class, Does.FORGET, ForecastExamples::evidenceForgets),
        new StoreExample<>(
            TotalsStore.class, Does.RETURN_WHAT_WAS_WRITTEN, ForecastExamples::totals),
        new StoreExample<>(TotalsStore.class, Does.PAGE_IN_ORDER, ForecastExamples::pageOfTotals),
        new StoreExample<>(
            OpenDemandStore.class, Does.RETURN_WHAT_WAS_WRITTEN, ForecastExamples::open),
        new StoreExample<>(
            ForecastStore.class, Does.RETURN_WHAT_WAS_WRITTEN, ForecastExamples::steps),
        new StoreExample<>(ForecastStore.class, Does.PAGE_IN_ORDER, ForecastExamples::pageOfSteps),
        new StoreExample<>(
            ResultStore.class, Does.RETURN_WHAT_WAS_WRITTEN, ForecastExamples::results),
        new StoreExample<>(ResultStore.class, Does.PAGE_IN_ORDER, ForecastExamples::pageOfBases),
        new StoreExample<>(
            SnapshotStore.class, Does.RETURN_WHAT_WAS_WRITTEN, ForecastExamples::snapshots),
        new StoreExample<>(
            SnapshotStore.class, Does.PAGE_IN_ORDER, ForecastExamples::pageOfSnapshots),
        new StoreExample<>(
            SeriesCatalog.class, Does.RETURN_WHAT_WAS_WRITTEN, ForecastExamples::catalog),
        new StoreExample<>(
            SeriesCatalog.class, Does.PAGE_IN_ORDER, ForecastExamples::pageOfCatalog));
  }

  private static void parts(VersionPartStore parts, Stores stores) {
    Companies.fill(stores, ORG, "B");
    stores.sql().update("update series_result set verdict = 'DO_NOT_FORECAST' where series_id = 1");
    DataScope atS1 =
        new DataScope(Optional.of(Set.of(ORG)), Optional.of(Set.of("S1")), Optional.empty());
    double each = stores.forecasts().volume(VERSION) / (2 * SERIES);
    assertThat(parts.of(atS1, List.of(VERSION, 99L)))
        .isEqualTo(
            Map.of(
                VERSION,
                new VersionPartStore.Part(
                    3, 0, 3 * each, new VersionStore.NotRecommended(1, each))));
    assertThat(parts.of(atS1, List.of())).isEmpty();
  }

  private static void audit(AuditStore audits, Stores stores) {
    Companies.fill(stores, ORG);
    audits.replace(VERSION, new LeakReport(1, 2, 3, List.of()));
    audits.replace(VERSION, new LeakReport(3, 40, 5, List.of()));
    assertThat(stores.versions().find(VERSION).orElseThrow().audit())
        .contains(new AuditStore.Audit(3, 40, 5, 0, Optional.empty()));
  }

  private static void calendar(CalendarStore calendars, Stores stores) {
    VersionCalendar calendar =
        new VersionCalendar(
            Map.of("", "DE", "S1", "FR"),
            List.of(
                new VersionCalendar.Occasion(
                    new EventDays("fair", DAY, DAY.plusDays(2)), "", "S1", "tea")));
    assertThat(calendars.has(VERSION)).isFalse();
    calendars.write(VERSION, calendar);
    assertThat(calendars.has(VERSION)).isTrue();
    assertThat(calendars.read(VERSION)).isEqualTo(calendar);
  }

  private static ModelStore.StoredFit fit(int origin, String model, String state) {
    return new ModelStore.StoredFit(origin, model, Optional.of(state), Optional.empty());
  }

  private static void models(ModelStore models, Stores stores) {
    ModelStore.StoredFit failed =
        new ModelStore.StoredFit(
            1,
            "Trees",
            Optional.empty(),
            Optional.of(
                new Failure(Failure.Reason.SHORT_HISTORY, Words.of("failure.short.panel"))));
    models.replace(VERSION, 0, List.of(fit(0, "Pooled", "old")));
    models.replace(VERSION, 1, List.of(failed, fit(1, "Pooled", "größer")));
    models.replace(VERSION, 0, List.of(fit(0, "Pooled", "new")));
    assertThat(models.fits(VERSION))
        .as("by origin and model, each origin in place of what it had")
        .containsExactly(fit(0, "Pooled", "new"), fit(1, "Pooled", "größer"), failed);

    assertThat(models.outlook(VERSION)).isEqualTo(PanelOutlook.none());
    Outlook learned =
        new Outlook(
            List.of("Theta"),
            List.of("length"),
            List.of(0.1),
            List.of(0.3),
            Map.of("Theta", List.of(1 / 3.0, 2.0)),
            List.of(),
            7);
    PanelOutlook panel = new PanelOutlook(learned, Outlook.none(), PanelOutlook.none().silence());
    models.replaceOutlook(VERSION, PanelOutlook.none());
    models.replaceOutlook(VERSION, panel);
    assertThat(models.outlook(VERSION)).isEqualTo(panel);
  }

  private static OpenDemand open(String... units) {
    BigDecimal[] total = {new BigDecimal("0.000000")};
    return new OpenDemand(
        List.of(units).stream()
            .map(BigDecimal::new)
            .map(u -> new OpenDemand.Step(u, total[0] = total[0].add(u)))
            .toList());
  }

  private static void open(OpenDemandStore orders, Stores stores) {
    Companies.fill(stores, ORG);
    orders.replace(VERSION, Map.of(1L, open("7.000000"), 2L, open("9.000000")));
    orders.replace(VERSION, Map.of(1L, open("1.500000", "2.000000")));
    Map<Long, List<ForecastStore.Row>> rows = stores.forecasts().ofSeries(VERSION, List.of(1L, 2L));
    assertThat(rows.get(1L).subList(0, 2))
        .extracting(ForecastStore.Row::open)
        .isEqualTo(open("1.500000", "2.000000").steps());
    assertThat(rows.get(1L).get(2).open().units()).isZero();
    assertThat(rows.get(2L).get(0).open()).isEqualTo(open("9.000000").steps().get(0));
  }

  private static void steps(ForecastStore forecasts, Stores stores) {
    Companies.fill(stores, ORG);
    BandedStep bands = new BandedStep(2, 0.1 + 0.2, 0.25, 1 / 3.0, 1e300, 5, 1, 4, 9);
    forecasts.replace(VERSION, List.of(new ForecastStore.Step(1, DAY, DAY.plusDays(6), bands)));
    List<ForecastStore.Row> rows = forecasts.ofSeries(VERSION, List.of(1L)).get(1L);
    assertThat(rows).as("in place of what the series had").hasSize(1);
    assertThat(rows.get(0).bands()).isEqualTo(bands);
    assertThat(rows.get(0).start()).isEqualTo(DAY);
    assertThat(rows.get(0).unchangedSince()).isEmpty();
    assertThat(forecasts.ofSeries(VERSION, List.of(2L)).get(2L)).hasSize(STEPS);
    assertThat(forecasts.volume(VERSION)).isEqualTo(bands.mean() + (SERIES - 1) * STEPS);
  }

  /** Where a row stands. */
  private record Place(long series, int step) {}

  private static void pageOfSteps(ForecastStore forecasts, Stores stores) {
    Companies.fill(stores, ORG);
    ForecastStore.Filter any =
        ForecastStore.Filter.of(SeriesSelection.all(DataScope.unrestricted()));
    List<ForecastStore.Row> rows =
        followed(
            new Place(0, 0),
            (p, n) -> forecasts.page(VERSION, any, p.series(), p.step(), n),
            r -> new Place(r.seriesId(), r.bands().step()));
    assertThat(rows)
        .hasSize(SERIES * STEPS)
        .isSortedAccordingTo(
            Comparator.comparing(ForecastStore.Row::seriesId).thenComparing(r -> r.bands().step()));
    List<ForecastStore.Row> all = new ArrayList<>();
    Supplier<List<ForecastStore.Row>> blocks = forecasts.blocks(VERSION, any);
    for (List<ForecastStore.Row> b = blocks.get(); !b.isEmpty(); b = blocks.get()) {
      all.addAll(b);
    }
    assertThat(all).isEqualTo(rows);
    assertThat(blocks.get()).as("after the end").isEmpty();
  }

  private static ResultStore.Result noDemand(long seriesId) {
    return new ResultStore.Result(
        seriesId, Outcome.failed(Failure.Reason.NO_DEMAND, Words.literal("x".repeat(2000))));
  }

  private static void results(ResultStore results, Stores stores) {
    Companies.fill(stores, ORG);
    results.replace(VERSION, List.of(noDemand(1)));
    assertThat(results.countFailed(VERSION)).isEqualTo(1);
    assertThat(results.countForecast(VERSION)).isEqualTo(SERIES - 1);
    assertThat(results.verdict(VERSION, 1)).isEmpty();
    assertThat(results.detail(VERSION, 1).flatMap(ResultStore.Detail::failure).orElseThrow())
        .isEqualTo(new Failure(Failure.Reason.NO_DEMAND, Words.literal("x".repeat(2000))));
    assertThat(results.verdict(VERSION, 2)).contains(Verdict.USE_SIMPLE);
    assertThat(results.detail(VERSION, 2).orElseThrow().cleaned())
        .isEqualTo(DoubleVector.of(4, 10));
    assertThat(results.countBy(ResultStore.Grouping.MODEL, VERSION))
        .isEqualTo(Map.of("Naive", SERIES - 1L));
  }

  private static void archive(ArchiveStore archive, Stores stores) {
    Companies.fill(stores, ORG);
    archive.keep(VERSION, NOW.plusSeconds(9));
    assertThat(stores.sql().number("select count(*) from forecast_archive"))
        .as("once, however often readers are shown it")
        .isEqualTo(SERIES * Companies.STEPS);
    assertThat(
            stores
                .sql()
                .list(
                    row -> Sql.instant(row, "published_at").orElseThrow(),
                    "select published_at from archived_version"))
        .containsExactly(NOW);
    archive.keepDemand(demand(stores, 5), Companies.STEPS);
    archive.keepDemand(demand(stores, 5), Companies.STEPS);
    assertThat(
            stores
                .sql()
                .list(
                    row -> row.getDouble(1),
                    "select units from archived_demand order by series_id, period_start"))
        .as("of the one period that was forecast, as it is known now")
        .containsExactly(5.0, 5.0, 5.0, 5.0);
    stores.versions().delete(List.of(VERSION));
    assertThat(stores.sql().number("select count(*) from forecast_archive"))
        .as("it outlives the version")
        .isEqualTo(SERIES * Companies.STEPS);
  }

  private static Map<Long, DemandSeries> demand(Stores stores, double newest) {
    return stores.series().all().stream()
        .collect(
            Collectors.toMap(
                SeriesStore.Ref::seriesId,
                r ->
                    DemandSeries.of(
                        r.key(), Period.of(Bucket.WEEK, DAY.minusDays(7)), 4, 10, newest)));
  }

  private static void seen(SeenStore seen, Stores stores) {
    Companies.fill(stores, ORG);
    assertThat(seen.at(PlanStore.DEFAULT, NOW)).contains(VERSION);
    assertThat(seen.before(PlanStore.DEFAULT, NOW)).isEmpty();
    assertThat(seen.find(VERSION))
        .contains(new SeenStore.Seen(VERSION, Bucket.WEEK, DAY.plusDays(7), DAY.plusWeeks(STEPS)));
    stores.results().replace(VERSION, List.of(noDemand(2)));
    assertThat(
            seen.series(
                seenIn(VERSION, false, 0), SeriesSelection.all(DataScope.unrestricted()), 9))
        .extracting(SeenStore.SeenSeries::itemCode, SeenStore.SeenSeries::still)
        .startsWith(tuple("C-cup", true), tuple("C-tea", false));
    assertThat(
            seen.series(seenIn(VERSION, true, 0), SeriesSelection.all(DataScope.unrestricted()), 9))
        .containsExactly(
            new SeenStore.SeenSeries(
                2, ORG, "tea", "C-tea", "goods of A", "S1", "shop", "EA-A", false));
  }

  private static SeenStore.Between seenIn(long now, boolean onlyGone, long from) {
    return new SeenStore.Between(VERSION, now, onlyGone, from, Long.MAX_VALUE);
  }

  private static void pageOfSeen(SeenStore seen, Stores stores) {
    Companies.fill(stores, ORG);
    assertThat(
            followed(
                0L,
                (after, n) ->
                    seen.series(
                        seenIn(VERSION, false, after + 1),
                        SeriesSelection.all(DataScope.unrestricted()),
                        n),
                SeenStore.SeenSeries::seriesId))
        .extracting(SeenStore.SeenSeries::seriesId)
        .containsExactly(1L, 2L, 3L, 4L);
  }

  private static void standings(StandingStore standings, Stores stores) {
    Companies.fill(stores, ORG);
    List<StandingStore.Tested> tested = new ArrayList<>();
    standings.tested(DataScope.unrestricted(), VERSION, tested::add);
    assertThat(tested)
        .hasSize(SERIES)
        .extracting(StandingStore.Tested::pattern, StandingStore.Tested::category)
        .containsOnly(tuple(DemandPattern.SMOOTH, "goods of A"));

    ModelStanding one =
        ModelStanding.of(
            new Score("Theta", 0.5, 0.25, 3, 3, -1, 12),
            true,
            Verdict.USE_SIMPLE,
            new Score("SeasonalNaive", 0.75, 1, 6, 6, 0, 12));
    StandingStore.Filter any = new StandingStore.Filter(Optional.empty(), Optional.empty());
    Map<StandingStore.Key, ModelStanding> kept =
        Map.of(
            new StandingStore.Key("Theta", DemandPattern.SMOOTH, "tea"), one,
            new StandingStore.Key("Theta", DemandPattern.LUMPY, "tea"), one,
            new StandingStore.Key("Naive", DemandPattern.LUMPY, ""), one);
    standings.replace(VERSION, Map.of(new StandingStore.Key("x", DemandPattern.NONE, ""), one));
    standings.replace(VERSION, kept);
    assertThat(standings.by(StandingStore.Grouping.ALL, VERSION, any))
        .extracting(
            StandingStore.Row::group,
            StandingStore.Row::modelId,
            r -> r.standing().series(),
            r -> r.standing().meanRmsse().orElseThrow(),
            r -> r.standing().winRate().orElseThrow())
        .containsExactly(tuple("", "Naive", 1L, 0.5, 1.0), tuple("", "Theta", 2L, 0.5, 1.0));
    assertThat(standings.by(StandingStore.Grouping.CLASS, VERSION, any))
        .extracting(StandingStore.Row::group, StandingStore.Row::modelId)
        .containsExactly(
            tuple("LUMPY", "Naive"), tuple("LUMPY", "Theta"), tuple("SMOOTH", "Theta"));
    assertThat(
            standings.by(
                StandingStore.Grouping.CATEGORY,
                VERSION,
                new StandingStore.Filter(Optional.of(DemandPattern.LUMPY), Optional.of("tea"))))
        .extracting(StandingStore.Row::group, StandingStore.Row::modelId)
        .containsExactly(tuple("tea", "Theta"));
    stores.versions().delete(List.of(VERSION));
    assertThat(standings.by(StandingStore.Grouping.ALL, VERSION, any)).isEmpty();
  }

  private static void archiveForgets(ArchiveStore archive, Stores stores) {
    Companies.fill(stores, ORG);
    archive.deleteBefore(DAY.plusDays(7));
    assertThat(stores.sql().number("select count(*) from forecast_archive")).isEqualTo(12);
    archive.deleteBefore(DAY.plusDays(8));
    assertThat(stores.sql().number("select count(*) from forecast_archive")).isEqualTo(8);
    assertThat(stores.sql().number("select count(*) from archived_demand")).isZero();
    assertThat(stores.sql().number("select count(*) from archived_series")).isEqualTo(SERIES);
    archive.deleteBefore(DAY.plusDays(99));
    for (String table : List.of("forecast_archive", "archived_series", "archived_version")) {
      assertThat(stores.sql().number("select count(*) from " + table)).as(table).isZero();
    }
  }

  private static void accuracy(AccuracyStore accuracy, Stores stores) {
    Companies.fill(stores, ORG);
    assertThat(accuracy.newestOrigin(PlanStore.DEFAULT))
        .contains(Period.of(Bucket.WEEK, DAY.plusDays(7)));
    AccuracyStore.Filter all =
        new AccuracyStore.Filter(
            PlanStore.DEFAULT,
            DAY,
            DAY.plusDays(99),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty());
    Optional<AccuracyStore.ReferenceErrors> alone = Optional.empty();
    assertThat(
            accuracy.by(DataScope.unrestricted(), AccuracyStore.Grouping.LAG, all).get(0).squared())
        .as("the scale of the contest is archived")
        .isEqualTo(SERIES);
    stores.sql().update("update archived_series set squared_scale = null");
    AccuracyStore.Errors lag1 =
        new AccuracyStore.Errors("1", SERIES, 12, 8, -8, 8, -8, 0, 0, 0, 0, 0, alone);
    assertThat(accuracy.by(DataScope.unrestricted(), AccuracyStore.Grouping.LAG, all))
        .as("forecast 1, wanted 3, the band to 2; of one history without a pair no scale")
        .containsExactly(lag1);
    ReferenceStore references = new ReferenceStore(stores.sql());
    references.write(
        "sheet", Bucket.WEEK, List.of(value(2, 1, 1, 7), value(3, 1, 2, 7)), "ann", NOW);
    references.write("other", Bucket.WEEK, List.of(value(2, 1, 1, 9)), "ann", NOW);
    assertThat(
            accuracy.by(DataScope.unrestricted(), AccuracyStore.Grouping.LAG, beside(all, "sheet")))
        .as("of the one series, period and lag that both have: 7 where 3 were wanted")
        .containsExactly(
            new AccuracyStore.Errors(
                "1",
                1,
                3,
                2,
                -2,
                2,
                -2,
                0,
                0,
                0,
                0,
                0,
                Optional.of(new AccuracyStore.ReferenceErrors(4, 4, 0, 0, 1, 0))));
    stores
        .sql()
        .update(
            "update archived_series set naive_error = 4, squared_scale = 2 where series_id = 2");
    assertThat(
            accuracy
                .by(DataScope.unrestricted(), AccuracyStore.Grouping.LAG, beside(all, "sheet"))
                .get(0))
        .as("the same scales for both: |7 - 3| / 4 and ((7 - 3) / 2) squared")
        .extracting(
            AccuracyStore.Errors::scaledError,
            AccuracyStore.Errors::squaredError,
            e -> e.reference().orElseThrow())
        .containsExactly(0.5, 1.0, new AccuracyStore.ReferenceErrors(4, 4, 1, 4, 1, 0));
    stores
        .sql()
        .update(
            "update archived_series set naive_error = null, squared_scale = null where series_id = 2");
    stores.sql().update("update archived_series set naive_error = 4 where series_id = 1");
    stores.sql().update("update forecast_archive set final_units = 4 where series_id = 1");
    assertThat(accuracy.by(DataScope.unrestricted(), AccuracyStore.Grouping.MODEL, all))
        .containsExactly(
            new AccuracyStore.Errors("Naive", SERIES, 12, 7, -5, 8, -8, 0.25, 1, 0, 0, 0, alone));
    assertThat(accuracy.by(DataScope.unrestricted(), AccuracyStore.Grouping.CATEGORY, all))
        .extracting(AccuracyStore.Errors::group)
        .containsExactly("goods of A");
    stores.sql().update("update archived_demand set observed = false where series_id > 1");
    assertThat(accuracy.by(DataScope.unrestricted(), AccuracyStore.Grouping.CLASS, all))
        .extracting(AccuracyStore.Errors::group, AccuracyStore.Errors::forecasts)
        .containsExactly(tuple("SMOOTH", 1L));
  }

  private static void evidence(EvidenceStore evidence, Stores stores) {
    Companies.fill(stores, ORG);
    stores.sql().update("update forecast_version set published_at = ?", NOW);
    EvidenceStore.Kept made = evidence.present(VERSION).orElseThrow();
    EvidenceStore.KeptSeries series = evidence.presentSeries(made, 3).orElseThrow();
    assertThat(series.demandDigest())
        .isEqualTo(
            EvidenceStore.DemandDigest.of(
                stores.snapshots().find(VERSION, 3).orElseThrow().input().series()));
    assertThat(evidence.version(VERSION)).as("nothing is kept of it yet").isEmpty();

    evidence.keep(List.of(VERSION, 999L));
    evidence.keep(List.of(VERSION));
    stores.versions().delete(List.of(VERSION));
    assertThat(evidence.present(VERSION)).isEmpty();
    assertThat(evidence.version(VERSION)).contains(made);
    assertThat(evidence.series(made, 3)).contains(series);
    assertThat(evidence.series(made, 99)).isEmpty();
    assertThat(series.mean().size()).isEqualTo(STEPS);
  }

  private static void evidenceForgets(EvidenceStore evidence, Stores stores) {
    Companies.fill(stores, ORG);
    stores.sql().update("update forecast_version set published_at = ?", NOW);
    evidence.keep(List.of(VERSION));
    stores.versions().delete(List.of(VERSION));
    evidence.forgetUnarchived();
    assertThat(evidence.version(VERSION)).isPresent();
    assertThat(stores.sql().number("select count(*) from final_step"))
        .as("what is final stays with it")
        .isPositive();
    stores.sql().update("delete from archived_version");
    evidence.forgetUnarchived();
    for (String table : List.of("kept_version", "kept_series", "final_step")) {
      assertThat(stores.sql().number("select count(*) from " + table)).as(table).isZero();
    }
  }

  /** Three versions, each a week later; series 1 and 2 are told otherwise, 3 is not. */
  private static NervousnessStore.Filter told(Stores stores, NervousnessStore nervousness) {
    Companies.fill(stores, ORG);
    for (String table : List.of("forecast_archive", "archived_series", "archived_version")) {
      stores.sql().update("delete from " + table);
    }
    for (int v = 1; v <= 3; v++) {
      stores
          .sql()
          .update(
              "insert into archived_version (version_id, plan_name, bucket, origin, last_period,"
                  + " published_at) values (?, ?, 'WEEK', ?, ?, ?)",
              v,
              PlanStore.DEFAULT,
              DAY.plusDays(7L * v),
              DAY.plusDays(7L * v + 14),
              NOW.plusSeconds(v));
      for (long series = 1; series <= 3; series++) {
        stores
            .sql()
            .update(
                "insert into archived_series (series_id, version_id, model_id, pattern, verdict)"
                    + " values (?, ?, 'Naive', 'SMOOTH', 'USE_SIMPLE')",
                series,
                v);
        for (int lag = 1; lag <= 3; lag++) {
          stores
              .sql()
              .update(
                  "insert into forecast_archive (series_id, period_start, version_id, lag, baseline,"
                      + " final_units, p10, p90) values (?, ?, ?, ?, 0, ?, 0, 0)",
                  series,
                  DAY.plusDays(7L * (v + lag - 1)),
                  v,
                  lag,
                  series == 3 ? 5 : series * v);
        }
      }
    }
    return new NervousnessStore.Filter(nervousness.newest(PlanStore.DEFAULT, 9), Optional.empty());
  }

  private static void nervousness(NervousnessStore nervousness, Stores stores) {
    NervousnessStore.Filter all = told(stores, nervousness);
    assertThat(all.versions())
        .extracting(NervousnessStore.Shown::versionId)
        .containsExactly(3L, 2L, 1L);
    assertThat(nervousness.page(DataScope.unrestricted(), all, 0, 99))
        .as("1 to 2 and 2 to 3, in two periods each")
        .extracting(
            NervousnessStore.Moved::seriesId,
            NervousnessStore.Moved::periods,
            NervousnessStore.Moved::moved,
            NervousnessStore.Moved::level)
        .containsExactly(
            tuple(1L, 4L, 4.0, 8.0), tuple(2L, 4L, 8.0, 16.0), tuple(3L, 4L, 0.0, 20.0));
    stores
        .sql()
        .update("update archived_series set verdict = 'DO_NOT_FORECAST' where series_id = 2");
    assertThat(nervousness.page(DataScope.unrestricted(), all, 0, 99))
        .extracting(NervousnessStore.Moved::seriesId)
        .containsExactly(1L, 3L);
    DataScope elsewhere =
        new DataScope(Optional.of(Set.of("nowhere")), Optional.empty(), Optional.empty());
    assertThat(nervousness.page(elsewhere, all, 0, 99)).isEmpty();
  }

  private static void pageOfNervousness(NervousnessStore nervousness, Stores stores) {
    NervousnessStore.Filter all = told(stores, nervousness);
    assertThat(
            followed(
                0L,
                (last, limit) -> nervousness.page(DataScope.unrestricted(), all, last, limit),
                NervousnessStore.Moved::seriesId))
        .extracting(NervousnessStore.Moved::seriesId)
        .containsExactly(1L, 2L, 3L);
  }

  private static void pageOfTotals(TotalsStore totals, Stores stores) {
    Companies.fill(stores, ORG);
    TotalsStore.Filter any =
        new TotalsStore.Filter(
            DataScope.unrestricted(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty());
    assertThat(
            followed(
                0L,
                (after, limit) -> totals.series(VERSION, any, after, limit),
                TotalsStore.Entry::seriesId))
        .extracting(TotalsStore.Entry::key)
        .isEqualTo(Companies.keys(ORG));
  }

  private static void totals(TotalsStore totals, Stores stores) {
    Companies.fill(stores, ORG);
    TotalDemand written = Companies.totals();
    totals.replace(VERSION, List.of(new TotalsStore.Totals(2, written)));
    assertThat(totals.of(VERSION, List.of(1L, 2L, 99L)))
        .isEqualTo(Map.of(1L, written, 2L, written));
    assertThat(totals.bytes(VERSION, List.of(2L)).get(2L)).isEqualTo(TotalsCodec.bytes(written));

    stores
        .sql()
        .update(
            "insert into version_series (version_id, series_id, snapshot_of, result_of)"
                + " select ?, series_id, snapshot_of, result_of from version_series"
                + " where version_id = ? and series_id < ?",
            LATER,
            VERSION,
            3);
    totals.keep(LATER, VERSION);
    totals.keep(LATER, VERSION);
    assertThat(totals.bytes(LATER, List.of(1L, 2L, 3L)))
        .as("of the series whose results are shared, to the bit")
        .containsOnlyKeys(1L, 2L)
        .containsEntry(2L, totals.bytes(VERSION, List.of(2L)).get(2L));
  }

  private static void summary(SummaryStore summaries, Stores stores) {
    SummaryStore.Errors none =
        new SummaryStore.Errors(Double.NaN, Double.NaN, Double.NaN, Double.NaN);
    SummaryStore.Summary written =
        new SummaryStore.Summary(
            12,
            3,
            Map.of(
                SummaryStore.Counted.EXCLUDED, Map.of("DRAFT", 2L),
                SummaryStore.Counted.MODEL, Map.of("Naive", 4L, "Theta", 1L)),
            new SummaryStore.Errors(0.25, 0.5, 0.125, -0.0625),
            none,
            0.11,
            Double.NaN);
    summaries.add(VERSION, written);
    summaries.add(VERSION, written);
    assertThat(summaries.find(VERSION)).contains(written);
    assertThat(summaries.find(VERSION + 1)).isEmpty();
    stores.versions().delete(List.of(VERSION));
    assertThat(summaries.find(VERSION)).isEmpty();
  }

  private static void calibration(CalibrationStore calibrations, Stores stores) {
    Calibration.Row row =
        new Calibration.Row(
            DemandPattern.SMOOTH,
            1,
            0.1,
            0.5,
            0.9,
            -1,
            0,
            1e-9,
            7,
            new BandLevels(0.1, 0.9),
            0.25,
            0.75,
            3,
            Optional.of(TotalLevels.ALL.map(level -> level / 3)));
    calibrations.replace(VERSION, new Calibration(List.of()));
    calibrations.replace(VERSION, new Calibration(List.of(row)));
    assertThat(calibrations.of(VERSION).rows()).containsExactly(row);
    calibrations.keep(LATER, VERSION);
    calibrations.keep(LATER, VERSION);
    assertThat(calibrations.of(LATER)).as("taken over").isEqualTo(calibrations.of(VERSION));
  }

  private static void pageOfBases(ResultStore results, Stores stores) {
    Companies.fill(stores, ORG);
    assertThat(
            followed(
                0L,
                (after, n) -> results.bandBases(VERSION, after, n),
                ResultStore.BandBasis::seriesId))
        .extracting(ResultStore.BandBasis::seriesId)
        .containsExactly(1L, 2L, 3L, 4L);
  }

  private static void snapshots(SnapshotStore snapshots, Stores stores) {
    Companies.fill(stores, ORG);
    DemandSeries raw =
        new DemandSeries(
            Companies.keys(ORG).get(1),
            Period.of(Bucket.WEEK, DAY),
            DoubleVector.of(0.1 + 0.2, 3, 1),
            DoubleVector.of(1, 0.5, 1));
    SnapshotStore.Snapshot written =
        new SnapshotStore.Snapshot(
            2,
            new SeriesInput(
                raw.withUnits(DoubleVector.of(0.1, 2, 1)),
                new Covariates(DoubleVector.of(1, 2, 3), DoubleVector.of(0, 1, 0), "tea")),
            DoubleVector.of(0, 1, 0),
            raw);
    snapshots.replace(VERSION, List.of(written));
    SnapshotStore.Snapshot read = snapshots.page(VERSION, 1, 2, 9).get(0);
    assertThat(read.raw()).isEqualTo(raw);
    assertThat(read.returned()).isEqualTo(written.returned());
    assertThat(read.input().series()).isEqualTo(written.input().series());
    assertThat(read.input().covariates().price()).isEqualTo(DoubleVector.of(1, 2, 3));
    assertThat(snapshots.count(VERSION)).as("in place of what it had").isEqualTo(SERIES);
    assertThat(snapshots.panel(VERSION))
        .extracting(i -> i.series().key())
        .containsExactlyElementsOf(Companies.keys(ORG));
  }

  private static void pageOfSnapshots(SnapshotStore snapshots, Stores stores) {
    Companies.fill(stores, ORG);
    assertThat(
            followed(
                0L,
                (after, n) -> snapshots.page(VERSION, after, 3, n),
                SnapshotStore.Snapshot::seriesId))
        .extracting(SnapshotStore.Snapshot::seriesId)
        .containsExactly(1L, 2L, 3L);
    assertThat(snapshots.seriesIds(VERSION)).containsExactly(1L, 2L, 3L, 4L);
  }

  private static SeriesCatalog.Filter text(String text) {
    return new SeriesCatalog.Filter(
        Optional.of(text).filter(t -> !t.isEmpty()),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty());
  }

  private static void catalog(SeriesCatalog catalog, Stores stores) {
    Companies.fill(stores, ORG);
    SeriesCatalog.Entry cup =
        catalog.page(DataScope.unrestricted(), VERSION, text("CUP of"), 0, 9).get(0);
    assertThat(
            List.of(
                cup.seriesId(), cup.org(), cup.item(), cup.itemName(), cup.uom(), cup.siteName()))
        .containsExactly(1L, "A", "cup", "cup of A", "EA-A", "S1 of A");
    assertThat(cup.firstDemand()).isEqualTo(DAY).isBefore(AS_OF);
    assertThat(cup.reason()).isEqualTo(Words.literal("of A"));
    assertThat(catalog.page(DataScope.unrestricted(), VERSION, text("%"), 0, 9))
        .as("a sign, not a pattern")
        .isEmpty();
    assertThat(catalog.page(DataScope.unrestricted(), 99, text("cup"), 0, 9).get(0).verdict())
        .as("what a version does not say")
        .isNull();
  }

  private static void pageOfCatalog(SeriesCatalog catalog, Stores stores) {
    Companies.fill(stores, ORG);
    assertThat(
            followed(
                0L,
                (after, n) -> catalog.page(DataScope.unrestricted(), VERSION, text(""), after, n),
                SeriesCatalog.Entry::seriesId))
        .extracting(SeriesCatalog.Entry::seriesId)
        .containsExactly(1L, 2L, 3L, 4L);
  }

  private static AccuracyStore.Filter beside(AccuracyStore.Filter all, String reference) {
    return new AccuracyStore.Filter(
        all.plan(),
        all.from(),
        all.to(),
        Optional.of(reference),
        all.lag(),
        all.model(),
        all.pattern(),
        all.category(),
        all.item(),
        all.site());
  }

  private static ReferenceStore.Value value(long series, int week, int lag, double units) {
    LocalDate start = DAY.plusDays(7L * week);
    return new ReferenceStore.Value(
        new ReferenceStore.Cell(series, start, lag), start.minusDays(7L * (lag - 1)), units);
  }

  private static void references(ReferenceStore references, Stores stores) {
    Companies.fill(stores, ORG);
    ReferenceStore.Value first = value(1, 1, 1, 2);
    ReferenceStore.Value changed = value(1, 1, 1, 5);
    ReferenceStore.Value ahead = value(1, 1, 2, 4);
    references.write("sheet", Bucket.WEEK, List.of(first, ahead), "ann", NOW);
    references.write("sheet", Bucket.WEEK, List.of(changed), "bob", NOW.plusSeconds(1));
    assertThat(references.of("sheet", Bucket.WEEK, List.of(1L, 2L)))
        .as("in the place of the one before")
        .isEqualTo(Map.of(changed.cell(), changed, ahead.cell(), ahead));
    assertThat(references.of("sheet", Bucket.DAY, List.of(1L))).isEmpty();
    assertThat(references.isThere("sheet", Optional.of(Bucket.WEEK))).isTrue();
    assertThat(references.isThere("sheet", Optional.of(Bucket.DAY))).isFalse();
    assertThat(references.isThere("other", Optional.empty())).isFalse();
    assertThat(references.summaries(DataScope.unrestricted()))
        .containsExactly(
            new ReferenceStore.Summary(
                "sheet", Bucket.WEEK, 2, DAY.plusDays(7), DAY.plusDays(7), NOW.plusSeconds(1)));
    assertThat(references.series(DataScope.unrestricted(), List.of("tea")))
        .containsOnlyKeys(Companies.keys(ORG).subList(1, SERIES));
  }

  private static void pagesOfReferences(ReferenceStore references, Stores stores) {
    Companies.fill(stores, ORG);
    List<ReferenceStore.Value> all =
        List.of(
            value(1, 1, 1, 1),
            value(1, 1, 2, 2),
            value(1, 2, 1, 3),
            value(2, 0, 1, 4),
            value(3, 1, 1, 5));
    references.write("sheet", Bucket.WEEK, all, "ann", NOW);
    references.write("other", Bucket.WEEK, all, "ann", NOW);
    assertThat(
            followed(
                new ReferenceStore.Cell(0, LocalDate.EPOCH, 0),
                (after, n) ->
                    references.page(DataScope.unrestricted(), "sheet", Bucket.WEEK, after, n),
                e -> e.value().cell()))
        .extracting(ReferenceStore.Entry::value)
        .containsExactlyElementsOf(all);
  }

  private static void referencesForget(ReferenceStore references, Stores stores) {
    Companies.fill(stores, ORG);
    references.write(
        "sheet", Bucket.WEEK, List.of(value(1, 0, 1, 1), value(1, 1, 1, 2)), "ann", NOW);
    references.write("other", Bucket.WEEK, List.of(value(1, 1, 1, 2)), "ann", NOW);
    references.forgetBefore(DAY.plusDays(7));
    assertThat(references.of("sheet", Bucket.WEEK, List.of(1L))).hasSize(1);
    assertThat(references.remove("sheet")).isEqualTo(1);
    assertThat(references.summaries(DataScope.unrestricted()))
        .extracting(ReferenceStore.Summary::name)
        .containsExactly("other");
  }
}
