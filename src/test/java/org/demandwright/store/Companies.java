package org.demandwright.store;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.demandwright.core.DoubleVector;
import org.demandwright.core.Outcome;
import org.demandwright.core.Words;
import org.demandwright.core.decide.AcceptedOrder;
import org.demandwright.core.decide.ReleaseLimit;
import org.demandwright.core.decide.SuggestionAnswer;
import org.demandwright.core.decide.SuggestionState;
import org.demandwright.core.decide.risk.RiskKind;
import org.demandwright.core.demand.Bucket;
import org.demandwright.core.demand.Covariates;
import org.demandwright.core.demand.DataScope;
import org.demandwright.core.demand.DemandPattern;
import org.demandwright.core.demand.DemandSeries;
import org.demandwright.core.demand.ItemKey;
import org.demandwright.core.demand.LaunchRamp;
import org.demandwright.core.demand.Lines;
import org.demandwright.core.demand.Period;
import org.demandwright.core.demand.Price;
import org.demandwright.core.demand.Promotion;
import org.demandwright.core.demand.ReturnsRule;
import org.demandwright.core.demand.SeriesKey;
import org.demandwright.core.demand.SeriesLine;
import org.demandwright.core.evaluate.Member;
import org.demandwright.core.evaluate.ModelStanding;
import org.demandwright.core.evaluate.Selection;
import org.demandwright.core.evaluate.TotalDemand;
import org.demandwright.core.evaluate.TotalLevels;
import org.demandwright.core.evaluate.TotalStep;
import org.demandwright.core.evaluate.Verdict;
import org.demandwright.core.explain.Explanation;
import org.demandwright.core.explain.ForecastExplanation;
import org.demandwright.core.intake.KitPart;
import org.demandwright.core.intake.MasterConflict;
import org.demandwright.core.intake.MasterKind;
import org.demandwright.core.pipeline.BandShape;
import org.demandwright.core.pipeline.BandedStep;
import org.demandwright.core.pipeline.LinkedForecasts;
import org.demandwright.core.pipeline.SeriesInput;
import org.demandwright.core.pipeline.SeriesResult;
import org.demandwright.core.plan.Adjustment;
import org.demandwright.core.plan.LayerEffect;
import org.demandwright.core.plan.OverrideReason;
import org.demandwright.core.plan.Scope;
import org.demandwright.core.quality.DemandLayer;
import org.demandwright.core.quality.Finding;
import org.demandwright.core.quality.LineSelection;
import org.demandwright.core.quality.Rule;
import org.demandwright.core.quality.Severity;
import org.demandwright.core.quality.Subject;
import org.demandwright.core.supply.FaultyRow;
import org.demandwright.core.supply.SupplyAccount;
import org.demandwright.core.supply.SupplyAccount.Extent;
import org.demandwright.core.supply.SupplyFault;
import org.demandwright.core.supply.SupplyRow;
import org.demandwright.core.supply.SupplyTable;
import org.demandwright.store.decide.AnswerStore;
import org.demandwright.store.decide.AnyCase;
import org.demandwright.store.decide.AnyException;
import org.demandwright.store.decide.AnyNeighbour;
import org.demandwright.store.decide.AnyPrice;
import org.demandwright.store.decide.AnyPromotionEffect;
import org.demandwright.store.decide.AnySimulation;
import org.demandwright.store.decide.AnyStockPlan;
import org.demandwright.store.decide.AnySuggestion;
import org.demandwright.store.decide.DecisionStore;
import org.demandwright.store.decide.ExceptionQualityStore;
import org.demandwright.store.decide.Handover;
import org.demandwright.store.decide.HandoverStore;
import org.demandwright.store.decide.NeighbourStore;
import org.demandwright.store.decide.PastTotalsStore;
import org.demandwright.store.decide.PlannedStock;
import org.demandwright.store.decide.PriceResponseStore;
import org.demandwright.store.decide.PromotionEffectStore;
import org.demandwright.store.decide.ReleaseStore;
import org.demandwright.store.decide.ReorderWriteExamples;
import org.demandwright.store.decide.ReorderWriteStore;
import org.demandwright.store.decide.ScenarioStore;
import org.demandwright.store.decide.SimulatedPlace;
import org.demandwright.store.decide.SimulatedPlaceStore;
import org.demandwright.store.decide.SimulationResultStore;
import org.demandwright.store.decide.SimulationStore;
import org.demandwright.store.decide.StockExceptionStore;
import org.demandwright.store.decide.StockPlanStore;
import org.demandwright.store.decide.SuggestionCase;
import org.demandwright.store.decide.SuggestionStore;
import org.demandwright.store.demand.AnyLink;
import org.demandwright.store.demand.LayerStore;
import org.demandwright.store.demand.LinkStore;
import org.demandwright.store.demand.MasterDataStore;
import org.demandwright.store.demand.NotDemandStore;
import org.demandwright.store.demand.PlannedPromotion;
import org.demandwright.store.demand.PromotionStore;
import org.demandwright.store.demand.SeriesStore;
import org.demandwright.store.forecast.ForecastStore;
import org.demandwright.store.forecast.Recipe;
import org.demandwright.store.forecast.ResultStore;
import org.demandwright.store.forecast.SnapshotStore;
import org.demandwright.store.forecast.StandingStore;
import org.demandwright.store.forecast.SummaryStore;
import org.demandwright.store.forecast.TotalsStore;
import org.demandwright.store.forecast.VersionLinkStore;
import org.demandwright.store.forecast.VersionStatus;
import org.demandwright.store.forecast.VersionStore;
import org.demandwright.store.intake.IntakeRun;
import org.demandwright.store.intake.IntakeStore;
import org.demandwright.store.intake.QuarantinedLine;
import org.demandwright.store.plan.FinalStore;
import org.demandwright.store.plan.OverrideStatus;
import org.demandwright.store.plan.OverrideStore;
import org.demandwright.store.run.PlanStore;
import org.demandwright.store.run.RunDayStore;
import org.demandwright.store.source.MasterSourceStore;
import org.demandwright.store.source.PushedLine;
import org.demandwright.store.source.SourceStore;
import org.demandwright.store.supply.AnySupply;
import org.demandwright.store.supply.SentSupplyStore;
import org.demandwright.store.supply.SupplyAccountStore;
import org.demandwright.store.supply.SupplyStore;

/**
 * Fills a store with the same business of each company: the same items, sites, channels, documents,
 * customers, prices, promotions, stock-outs, kits, corrections, findings and forecasts, under the
 * same identities. Only names, categories, units and the identities of lines tell the companies
 * apart. The series of the company that is filled first have the numbers 1 to {@value #SERIES}.
 */
public final class Companies {
  public static final int SERIES = 4;
  public static final int STEPS = 3;
  public static final LocalDate DAY = LocalDate.of(2026, 3, 2);
  public static final LocalDate AS_OF = LocalDate.of(2026, 4, 1);
  public static final LocalDateTime STAMP = LocalDateTime.of(2026, 3, 3, 8, 0);
  public static final Instant NOW = Instant.parse("2026-04-01T02:00:00Z");
  public static final long RUN = 7;
  public static final long VERSION = 1;

  private static final VersionStore.Planned PLAN =
      new VersionStore.Planned(PlanStore.DEFAULT, Set.of());

  private static final IntakeRun FIRST =
      new IntakeRun(5, "dw_sales_line", NOW.minusSeconds(900), true);
  private static final IntakeRun SECOND = new IntakeRun(RUN, "dw_sales_line", NOW, false);
  private static final BigDecimal TWO = new BigDecimal("2");

  private final Stores stores;
  private final List<String> orgs;

  private Companies(Stores stores, List<String> orgs) {
    this.stores = stores;
    this.orgs = orgs;
  }

  /** Fills stores with these companies. */
  public static void fill(Stores stores, String... orgs) {
    Companies companies = new Companies(stores, List.of(orgs));
    companies.masterData();
    companies.lines();
    companies.versions();
    companies.overrides();
    companies.quality();
    companies.marks();
  }

  /** The keys of a company's series, in the order of their numbers. */
  public static List<SeriesKey> keys(String org) {
    return List.of(
        new SeriesKey(org, "cup", "S1", "web"),
        new SeriesKey(org, "tea", "S1", "shop"),
        new SeriesKey(org, "tea", "S1", "web"),
        new SeriesKey(org, "tea", "S2", "web"));
  }

  private Stream<ItemKey> items(String... ids) {
    return orgs.stream().flatMap(org -> Stream.of(ids).map(id -> new ItemKey(org, id)));
  }

  private void masterData() {
    MasterDataStore m = stores.masterData();
    m.replaceItems(
        items("cup", "set", "tea")
            .map(
                i ->
                    new MasterDataStore.Item(
                        i,
                        "C-" + i.itemId(),
                        i.itemId() + " of " + i.orgId(),
                        "goods of " + i.orgId(),
                        "EA-" + i.orgId(),
                        i.orgId().equals("A") ? 3 : 9))
            .toList());
    m.replaceSites(
        orgs.stream()
            .flatMap(
                org ->
                    Stream.of("S1", "S2")
                        .map(s -> new MasterDataStore.Site(org, s, s + " of " + org)))
            .toList());
    m.replaceComponents(items("set").map(i -> new KitPart(i, "cup", TWO)).toList());
    m.replacePrices(
        items("tea")
            .map(i -> new Price("P1", i, null, DAY.minusDays(9), null, TWO, "EUR"))
            .toList());
    PromotionStore calendar = new PromotionStore(stores.sql());
    items("tea")
        .forEach(
            i ->
                calendar.add(
                    new PlannedPromotion.Wish(
                        i, Optional.of("S1"), DAY, DAY.plusDays(2), "", Optional.empty()),
                    "ann",
                    NOW));
    m.replacePromotions(
        items("tea").map(i -> new Promotion("PR1", i, "S1", DAY, DAY.plusDays(1))).toList());
    m.changeStockOuts(
        SourceStore.FIRST,
        List.of(),
        items("tea")
            .map(i -> new MasterDataStore.StockOutDays(i, "S1", DAY.plusDays(2), DAY.plusDays(4)))
            .toList());
    m.replaceStockDays(
        orgs.stream()
            .map(
                org ->
                    new MasterDataStore.StockDays(
                        org, "S1", SourceStore.FIRST, DAY.minusYears(9), DAY.plusYears(9)))
            .toList());
    for (SupplyTable table : SupplyTable.values()) {
      new SupplyStore(stores.sql())
          .put(
              "dw_sales_line",
              table,
              orgs.stream()
                  .map(org -> AnySupply.row(table, org, true).with("org_id", org))
                  .toList());
    }
    new SentSupplyStore(stores.sql())
        .replace(
            new SentSupplyStore.Sent(SupplyTable.LOT, List.of("lot_id"), 1, "ann", NOW),
            List.of(List.of("L1")));
    SupplyAccountStore accounts = new SupplyAccountStore(stores.sql());
    SupplyRow apart = AnySupply.row(SupplyTable.LOT, "x", false);
    accounts.keepApart(
        "dw_sales_line",
        SupplyTable.LOT,
        List.of(new FaultyRow(apart, SupplyFault.UNKNOWN_ITEM, "item_id")));
    accounts.write(
        new SupplyAccount(
            "dw_sales_line",
            SupplyTable.LOT,
            RUN,
            List.of(),
            Optional.empty(),
            Extent.NONE,
            Extent.NONE.and(apart)));
    MasterSourceStore told = new MasterSourceStore(stores.sql());
    told.replaceOwners(
        items("cup")
            .map(i -> new MasterSourceStore.Owner(MasterKind.ITEM, i.orgId(), i.itemId(), "old"))
            .toList());
    told.replaceConflicts(
        items("tea")
            .map(
                i ->
                    MasterConflict.always(
                        MasterKind.ITEM,
                        i.orgId(),
                        i.itemId(),
                        "",
                        "unit",
                        new MasterConflict.Told("erp", "EA"),
                        new MasterConflict.Told("old", "KG")))
            .toList());
    stores
        .sql()
        .batch(
            "insert into recheck_item (org_id, item_id) values (?, ?)",
            items("tea").map(i -> new Object[] {i.orgId(), i.itemId()}).toList());
  }

  private void lines() {
    for (String org : orgs) {
      List<SeriesLine> all = new ArrayList<>();
      for (SeriesKey key : keys(org)) {
        String id = String.join("/", org, key.item(), key.site(), key.channel());
        all.add(line(id + "/1", key, "5", null, null));
        all.add(line(id + "/2", key, "5", null, null));
        all.add(line(id + "/3", key, "-1", null, null));
        all.add(line(id + "/4", key, "3", "DRAFT", null));
      }
      all.add(line(org + "/kit", keys(org).get(0), "1", IntakeStore.KIT, null));
      all.add(line(org + "/kit#cup", keys(org).get(0), "2", null, org + "/kit"));
      stores.intake().write(all, List.of(bad(org)), Map.of(), FIRST);
      SeriesLine changed = line(org + "/tea/S1/web/1", keys(org).get(2), "6", null, null);
      stores.intake().write(List.of(changed), List.of(), Map.of(), SECOND);
    }
    stores.pushedLines().write(orgs.stream().map(Companies::pushed).toList(), List.of());
    stores.runs().begin(RUN, "dw_sales_line", NOW);
    stores.runs().close(RUN, AS_OF);
    stores.runDays().today(RUN, AS_OF);
    stores.runDays().fix(RUN, new RunDayStore.AsOf(AS_OF, Optional.empty()));
  }

  private void links(long version) {
    List<LinkedForecasts.Joined> joined = new ArrayList<>();
    for (String org : orgs) {
      LinkStore.Entry entry =
          new LinkStore(stores.sql()).add(AnyLink.from(org, "cup", "tea"), "why", "ann", NOW);
      joined.add(
          new LinkedForecasts.Joined(
              entry.linkId(), entry.link(), 1, 2, LaunchRamp.none(entry.link().first()), true));
    }
    new VersionLinkStore(stores.sql()).replace(version, joined);
  }

  private static SeriesLine line(
      String id, SeriesKey key, String quantity, String excluded, String kit) {
    return new SeriesLine(
        excluded == null ? Optional.of(key) : Optional.empty(),
        Lines.line(
            "lineId",
            id,
            "sourceKind",
            "SOL",
            "sourceKey",
            1L,
            "documentNo",
            "D1",
            "lineKind",
            quantity.startsWith("-") ? "RETURN" : "ORDER",
            "bookedOn",
            DAY,
            "itemId",
            key.item(),
            "customerId",
            "C1",
            "quantity",
            new BigDecimal(quantity),
            "uomId",
            "EA",
            "unitPrice",
            TWO,
            "netAmount",
            new BigDecimal("10"),
            "currency",
            "EUR",
            "excludedBecause",
            excluded,
            "derivedFrom",
            kit,
            "changedAt",
            STAMP));
  }

  private static PushedLine pushed(String org) {
    return new PushedLine(
        0, "push", org, "D1", "1", "ORDER", DAY, DAY, null, "tea", "S1", "C1", "web", TWO, "EA",
        TWO, TWO, "EUR", false, false, false, null, null, STAMP, null, "ann");
  }

  private static QuarantinedLine bad(String org) {
    return new QuarantinedLine(
        org + "/bad",
        "NO_DATE",
        Words.literal("no day"),
        "SOL",
        2L,
        org,
        "S1",
        "tea",
        DAY,
        TWO,
        TWO,
        "{}",
        STAMP);
  }

  private void versions() {
    Recipe recipe =
        new Recipe(
            Bucket.WEEK,
            52,
            STEPS,
            3,
            1,
            "Naive",
            "rmsse",
            AS_OF,
            DAY,
            DAY.plusDays(7),
            Optional.empty(),
            ReturnsRule.SEPARATE,
            Optional.empty());
    long version = stores.versions().open(RUN, recipe, PLAN, NOW).versionId();
    List<SeriesStore.Ref> refs = stores.series().all();
    stores.snapshots().replace(version, refs.stream().map(r -> snapshot(r)).toList());
    stores.results().replace(version, refs.stream().map(Companies::result).toList());
    stores
        .forecasts()
        .replace(
            version,
            refs.stream()
                .flatMap(r -> Stream.of(1, 2, 3).map(step -> step(r.seriesId(), step)))
                .toList());
    SummaryStore.Errors errors = new SummaryStore.Errors(0.5, 0.5, 0.5, 0.5);
    new SummaryStore(stores.sql())
        .add(version, new SummaryStore.Summary(4, 1, Map.of(), errors, errors, 0.1, 0.9));
    new StandingStore(stores.sql())
        .replace(
            version,
            Map.of(new StandingStore.Key("Naive", DemandPattern.SMOOTH, ""), ModelStanding.NONE));
    stores
        .totals()
        .replace(
            version,
            refs.stream().map(r -> new TotalsStore.Totals(r.seriesId(), totals())).toList());
    for (SeriesStore.Ref ref : refs) {
      DemandLayer layer =
          new DemandLayer(
              DemandLayer.Kind.MANUAL, DAY, DAY, Optional.of(TWO.negate()), Optional.empty());
      long id = stores.layers().add(ref.seriesId(), layer, "why", "ann", NOW).layerId();
      stores
          .layers()
          .apply(
              version,
              List.of(ref.seriesId()),
              List.of(
                  new LayerStore.Applied(
                      ref.seriesId(),
                      id,
                      new BigDecimal("10.000000"),
                      new BigDecimal("8.000000"))));
    }
    links(version);
    stores
        .versions()
        .finish(
            version,
            new VersionStore.Contents("hash", 4, 0, 12, new VersionStore.NotRecommended(0, 0)),
            VersionStatus.HELD,
            Optional.empty(),
            "nightly",
            NOW);
    List<PlannedStock> planned = new ArrayList<>();
    for (String org : orgs) {
      planned.add(AnyStockPlan.planned(planned.size() + 1L, org, "tea"));
    }
    DecisionStore decisions = new DecisionStore(stores.sql());
    long decision = decisions.begin(RUN, PlanStore.DEFAULT, version, AS_OF, NOW).decisionId();
    new StockPlanStore(stores.sql()).write(decision, planned);
    new SuggestionStore(stores.sql())
        .write(
            decision,
            List.of(),
            planned.stream()
                .map(p -> AnySuggestion.order(p.number(), p.subject().key().org(), "tea", true))
                .toList(),
            Map.of());
    new StockExceptionStore(stores.sql())
        .write(
            PlanStore.DEFAULT,
            decision,
            AS_OF,
            planned.stream().map(p -> p.subject().key()).toList(),
            planned.stream()
                .map(
                    p ->
                        AnyException.found(
                            RiskKind.STOCK_OUT, p.subject().key().org(), "tea", "10"))
                .toList());
    new PromotionEffectStore(stores.sql())
        .replace(
            AS_OF,
            AnyPromotionEffect.of(planned.stream().map(p -> p.subject().key().org()).toList()));
    new ExceptionQualityStore(stores.sql())
        .replace(PlanStore.DEFAULT, List.of(AnyException.replayed(RiskKind.STOCK_OUT, true)));
    orgs.forEach(
        org ->
            new NeighbourStore(stores.sql())
                .replace(
                    org,
                    List.of(
                        AnyNeighbour.count(
                            org, Optional.empty(), AnyNeighbour.of("tea", "cup", 40)),
                        AnyNeighbour.count(
                            org, Optional.of("S1"), AnyNeighbour.of("tea", "cup", 30)))));
    prices();
    simulated(planned);
    decisions.finish(decision, 1, "hash", NOW);
    answered(planned, decision);
    released(planned, decision);
    archiveDemand();
  }

  /** What was learned of one price a company, and a scenario of it. */
  private void prices() {
    PriceResponseStore prices = new PriceResponseStore(stores.sql());
    PriceResponseStore.Lesson lesson = prices.begin(RUN, PlanStore.DEFAULT, AS_OF);
    long number = 0;
    for (String org : orgs) {
      number++;
      prices.write(lesson.lessonId(), List.of(AnyPrice.known(number, org, "tea")));
      new ScenarioStore(stores.sql()).add(AnyPrice.scenario(org, "tea", "S1", "S2"));
    }
    prices.finish(lesson, NOW);
  }

  /** A place a company that was judged, and one that was not. */
  private void simulated(List<PlannedStock> planned) {
    SimulationStore simulations = new SimulationStore(stores.sql());
    SimulationResultStore results = new SimulationResultStore(stores.sql());
    for (boolean ready : new boolean[] {true, false}) {
      long id = simulations.add(AnySimulation.order("eve", DataScope.unrestricted(), NOW));
      List<SimulatedPlace> places = new ArrayList<>();
      List<SimulationResultStore.PlaceOutcome> outcomes = new ArrayList<>();
      for (PlannedStock plan : planned) {
        places.add(AnySimulation.place(plan.number(), plan.subject().key().org(), true));
        places.add(AnySimulation.place(plan.number() + 100, plan.subject().key().org(), false));
        outcomes.add(AnySimulation.outcome(plan.number(), 0, "20"));
      }
      new SimulatedPlaceStore(stores.sql()).write(id, places);
      PastTotalsStore totals = new PastTotalsStore(stores.sql());
      totals.write(id, 0, "TSB", Map.of(1L, AnySimulation.versions()), planned.size());
      results.outcomes(id, List.of(1L), outcomes);
      if (ready) {
        results.write(id, results.sums(id, AnySimulation.ground().windows()));
        simulations.finish(id, "abc", NOW);
        results.forgetOutcomes(id);
        totals.forget(id);
      }
    }
  }

  /** Two suggestions a company: one accepted and ordered in part, one ordered. */
  private void answered(List<PlannedStock> planned, long decision) {
    AnswerStore answers = new AnswerStore(stores.sql());
    for (PlannedStock plan : planned) {
      SuggestionCase waiting = accepted(answers, plan, plan.number(), decision);
      new HandoverStore(stores.sql()).add(Handover.of(waiting, null));
      new ReorderWriteStore(stores.sql())
          .begin(List.of(ReorderWriteExamples.any(plan.subject().key().org(), plan.number())));
      SuggestionCase ordered = accepted(answers, plan, plan.number() + 100, decision);
      ordered = ordered.foundTo(SuggestionState.ORDERED);
      answers.answer(ordered, AnyCase.logged(ordered, SuggestionAnswer.ORDERED));
      for (SuggestionCase one : List.of(waiting, ordered)) {
        answers.keepFound(
            one.suggestionNo(),
            List.of(
                new AcceptedOrder.Found(
                    "PO:" + one.suggestionNo(), Optional.empty(), new BigDecimal("5.000000"))));
      }
    }
  }

  /** One suggestion a company that a rule released, and one that it kept. */
  private void released(List<PlannedStock> planned, long decision) {
    ReleaseStore releases = new ReleaseStore(stores.sql());
    releases.keep(
        new ReleaseStore.Run(decision, "default", NOW, 1, Optional.empty(), Optional.of("EUR")),
        planned.stream()
            .map(
                p ->
                    new ReleaseStore.Kept(
                        p.number() + 100,
                        Optional.of("all"),
                        ReleaseLimit.PRICE,
                        Words.of("decide.release.no-price")))
            .toList());
    for (PlannedStock plan : planned) {
      releases.add(
          new ReleaseStore.Done(
              plan.number(),
              decision,
              "default",
              "all",
              1,
              DAY,
              NOW,
              new BigDecimal("12.000000"),
              Optional.of(new BigDecimal("30.000000000000")),
              "EUR"));
    }
  }

  private static SuggestionCase accepted(
      AnswerStore answers, PlannedStock plan, long number, long decision) {
    SuggestionCase open = AnyCase.open(number, plan.subject().key().org(), "tea", decision);
    answers.note(List.of(open));
    SuggestionCase changed = AnyCase.changed(open, "12.000000");
    answers.answer(changed, AnyCase.logged(changed, SuggestionAnswer.CHANGED));
    return changed;
  }

  private static Covariates covariates(SeriesKey key) {
    return new Covariates(DoubleVector.of(1, 1), DoubleVector.of(0, 0), "goods of " + key.org());
  }

  private static DemandSeries series(SeriesKey key) {
    return DemandSeries.of(key, Period.of(Bucket.WEEK, DAY.minusDays(7)), 4, 10);
  }

  private static SnapshotStore.Snapshot snapshot(SeriesStore.Ref ref) {
    return new SnapshotStore.Snapshot(
        ref.seriesId(),
        new SeriesInput(series(ref.key()), covariates(ref.key())),
        DoubleVector.of(0, 1),
        series(ref.key()).withUnits(DoubleVector.of(4, 12)));
  }

  private static ResultStore.Result result(SeriesStore.Ref ref) {
    DoubleVector mean = DoubleVector.of(1, 1, 1);
    return new ResultStore.Result(
        ref.seriesId(),
        Outcome.ok(
            new SeriesResult(
                series(ref.key()),
                DemandPattern.SMOOTH,
                new Selection(
                    "Naive",
                    List.of(new Member("Naive", 1)),
                    Words.literal("of " + ref.key().org()),
                    Verdict.USE_SIMPLE,
                    List.of(),
                    Map.of()),
                1,
                BandShape.USUAL,
                mean,
                ForecastExplanation.of("Naive", Explanation.whole(mean)),
                DoubleVector.of(4, 4),
                List.of())));
  }

  private static ForecastStore.Step step(long seriesId, int step) {
    LocalDate start = DAY.plusWeeks(step);
    return new ForecastStore.Step(
        seriesId, start, start.plusDays(6), new BandedStep(step, 1, 0, 1, 2, step, 0, step, 9));
  }

  /** The distribution of totals that agrees with the steps of every series. */
  public static TotalDemand totals() {
    List<TotalStep> steps = new ArrayList<>();
    for (int step = 1; step <= STEPS; step++) {
      double[] quantiles = new double[TotalLevels.COUNT];
      Arrays.fill(quantiles, TotalLevels.P10 + 1, TotalLevels.P50 + 1, step);
      Arrays.fill(quantiles, TotalLevels.P50 + 1, TotalLevels.COUNT, 9);
      steps.add(new TotalStep(step, 0.125, DoubleVector.of(quantiles)));
    }
    return new TotalDemand(Period.of(Bucket.WEEK, DAY.plusDays(7)), steps);
  }

  /** What was wanted of every series in the first period of the forecast: 3 units. */
  private void archiveDemand() {
    stores
        .archive()
        .keepDemand(
            stores.series().all().stream()
                .collect(
                    Collectors.toMap(
                        SeriesStore.Ref::seriesId,
                        r ->
                            DemandSeries.of(
                                r.key(), Period.of(Bucket.WEEK, DAY.minusDays(7)), 4, 10, 3))),
            STEPS);
  }

  private void quality() {
    stores.quality().begin(RUN, AS_OF, Bucket.WEEK, NOW);
    for (SeriesStore.Ref ref : stores.series().all()) {
      stores
          .quality()
          .replace(RUN, Map.of(ref.seriesId(), List.of(finding(Subject.of(ref.key())))));
    }
    stores
        .quality()
        .replaceOthers(
            RUN, items("tea").map(i -> finding(new Subject(i.orgId(), "tea", "S1", ""))).toList());
  }

  /** A mark on a line of each company, with the correction that follows from it. */
  private void marks() {
    NotDemandStore marks = new NotDemandStore(stores.sql());
    for (String org : orgs) {
      NotDemandStore.Marked line =
          new NotDemandStore.Marked(
              NotDemandStore.What.LINE, org + "/cup/S1/web/1", org, Optional.empty());
      marks.lay(
          marks.taken(
              DataScope.unrestricted(), Optional.of(marks.add(line, "why", "ann", NOW).markId())),
          NOW.plusSeconds(1));
    }
  }

  /** An override over tea in one site of each company, and what follows from it. */
  private void overrides() {
    List<LayerEffect> effects = new ArrayList<>();
    for (String org : orgs) {
      OverrideStore.Entry override = published(org);
      effects.add(
          new LayerEffect(
              override.overrideId(),
              LayerEffect.Outcome.APPLIED,
              2,
              "EA-" + org,
              new BigDecimal("2.000000"),
              new BigDecimal("8.000000"),
              Optional.of(new LayerEffect.Days(AS_OF, AS_OF))));
      for (SeriesKey key : keys(org).subList(1, 3)) {
        long id = stores.series().idsOf(List.of(key)).get(key);
        FinalStore.Final row =
            new FinalStore.Final(
                id,
                1,
                Optional.of(new BigDecimal("4.000000")),
                Optional.of(new BigDecimal("4.000000")),
                Optional.of(override.overrideId()),
                NOW);
        stores.finals().replace(VERSION, List.of(id), List.of(row));
      }
    }
    stores.finals().note(VERSION, effects);
  }

  private OverrideStore.Entry published(String org) {
    Scope scope =
        new Scope(
            Optional.of(org),
            Optional.of("tea"),
            Optional.of("S1"),
            Optional.empty(),
            Optional.empty());
    OverrideStore.Entry draft =
        stores
            .overrides()
            .add(
                new OverrideStore.Draft(
                    PlanStore.DEFAULT,
                    scope,
                    AS_OF,
                    AS_OF,
                    new Adjustment(Adjustment.Kind.VALUE, new BigDecimal("8.000000")),
                    "EA-" + org,
                    OverrideReason.EVENT,
                    "",
                    "ann",
                    Optional.empty()),
                NOW);
    stores.overrides().move(draft, OverrideStatus.PUBLISHED, "ann", NOW, "");
    return stores.overrides().find(DataScope.unrestricted(), draft.overrideId()).orElseThrow();
  }

  private static Finding finding(Subject subject) {
    return new Finding(
        Rule.OUTLIER,
        Severity.HIGH,
        subject,
        DAY,
        DAY,
        LineSelection.ofDays(DAY, DAY, 2),
        List.of(),
        3,
        0.5,
        Optional.of(new Finding.Money(6, "EUR")),
        Words.literal("of " + subject.org()));
  }
}
