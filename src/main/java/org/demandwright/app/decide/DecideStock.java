package org.demandwright.app.decide;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.demandwright.app.Clock;
import org.demandwright.app.demand.ReportingCurrency;
import org.demandwright.app.plan.FinalTotals;
import org.demandwright.core.Words;
import org.demandwright.core.decide.DayDistribution;
import org.demandwright.core.decide.DemandAtRate;
import org.demandwright.core.decide.DemandOverTime;
import org.demandwright.core.decide.LeadTime;
import org.demandwright.core.decide.LeadTimes;
import org.demandwright.core.decide.OpenDays;
import org.demandwright.core.decide.Policy;
import org.demandwright.core.decide.PolicyField;
import org.demandwright.core.decide.PolicyTexts;
import org.demandwright.core.decide.ReviewCycle;
import org.demandwright.core.decide.StatedLeadTime;
import org.demandwright.core.decide.StockPlan;
import org.demandwright.core.decide.StockPlanner;
import org.demandwright.core.decide.SupplyDays;
import org.demandwright.core.demand.DataScope;
import org.demandwright.core.demand.ItemKey;
import org.demandwright.core.demand.Period;
import org.demandwright.core.evaluate.PlanBy;
import org.demandwright.core.evaluate.TotalDemand;
import org.demandwright.store.decide.DecisionStore;
import org.demandwright.store.decide.DecisionStore.Decision;
import org.demandwright.store.decide.PlannedStock;
import org.demandwright.store.decide.StockPlanStore;
import org.demandwright.store.demand.MasterDataStore;
import org.demandwright.store.forecast.Recipe;
import org.demandwright.store.forecast.ResultStore;
import org.demandwright.store.forecast.TotalsStore;
import org.demandwright.store.forecast.VersionStore;
import org.demandwright.store.intake.IntakeRunStore;
import org.demandwright.store.run.RunDayStore;
import org.demandwright.store.supply.SupplyStore;

/**
 * Plans the stock of every item at every site out of the final figures of a plan's published
 * version. A decision reads the version and never writes to it.
 */
@ApplicationScoped
public class DecideStock {
  private static final Logger LOG = System.getLogger(DecideStock.class.getName());
  private static final int PAGE = 2_000;

  /** Orders that old say nothing of how long orders take today. */
  private static final int WINDOW_DAYS = 730;

  private final DecisionStore decisions;
  private final StockPlanStore plans;
  private final PolicyRules rules;
  private final VersionStore versions;
  private final TotalsStore totals;
  private final FinalTotals finals;
  private final ResultStore results;
  private final MasterDataStore masterData;
  private final SupplyStore supply;
  private final IntakeRunStore intake;
  private final RunDayStore days;
  private final ReportingCurrency reporting;
  private final Clock clock;

  @Inject
  DecideStock(
      DecisionStore decisions,
      StockPlanStore plans,
      PolicyRules rules,
      VersionStore versions,
      TotalsStore totals,
      FinalTotals finals,
      ResultStore results,
      MasterDataStore masterData,
      SupplyStore supply,
      IntakeRunStore intake,
      RunDayStore days,
      ReportingCurrency reporting,
      Clock clock) {
    this.decisions = decisions;
    this.plans = plans;
    this.rules = rules;
    this.versions = versions;
    this.totals = totals;
    this.finals = finals;
    this.results = results;
    this.masterData = masterData;
    this.supply = supply;
    this.intake = intake;
    this.days = days;
    this.reporting = reporting;
    this.clock = clock;
  }

  DecideStock() {
    this(null, null, null, null, null, null, null, null, null, null, null, null, null);
  }

  /**
   * Returns why nothing can be decided; empty where it can, or where the run has begun to.
   *
   * @param instanceId of the run
   */
  public Optional<Words> obstacle(long instanceId, String plan) {
    if (decisions.ofInstance(instanceId).isPresent()) {
      return Optional.empty();
    }
    Optional<VersionStore.Version> version = published(plan);
    if (version.isEmpty()) {
      return Optional.of(Words.of("decide.no-version", plan));
    }
    LocalDate asOf = asOf(version.get());
    LocalDate end = origin(version.get()).plus(version.get().recipe().horizon()).start();
    return asOf.isBefore(end)
        ? Optional.empty()
        : Optional.of(
            Words.of(
                "decide.version-too-old",
                version.get().versionId(),
                end.toString(),
                asOf.toString()));
  }

  /** Begins the decision of a run that has no obstacle, or goes on with the one it began. */
  public Decision begin(long instanceId, String plan) {
    return decisions
        .ofInstance(instanceId)
        .orElseGet(
            () -> {
              VersionStore.Version version = published(plan).orElseThrow();
              return decisions.begin(
                  instanceId, plan, version.versionId(), asOf(version), clock.now());
            });
  }

  private Optional<VersionStore.Version> published(String plan) {
    return versions.publication(plan).flatMap(p -> versions.find(p.versionId()));
  }

  /** The first day that the newest import does not know: stock is told as of it. */
  private LocalDate asOf(VersionStore.Version version) {
    LocalDate known = version.recipe().dataAsOf();
    LocalDate read =
        intake
            .last()
            .flatMap(run -> days.asOf(run.instanceId()))
            .map(RunDayStore.AsOf::day)
            .orElse(known);
    LocalDate later = read.isAfter(known) ? read : known;
    LocalDate origin = origin(version).start();
    return later.isAfter(origin) ? later : origin;
  }

  private static Period origin(VersionStore.Version version) {
    return Period.of(version.recipe().bucket(), version.recipe().origin());
  }

  /** Reads what all items at sites of a decision have in common. */
  public DecisionBasis basis(Decision decision) {
    VersionStore.Version version = versions.find(decision.versionId()).orElseThrow();
    SupplyBook book = SupplyBook.of(supply, decision.asOf());
    DecisionBasis basis =
        new DecisionBasis(
            decision,
            version,
            book,
            StockBook.of(supply),
            LeadTimes.learn(PurchaseHistory.of(supply, book), decision.asOf(), WINDOW_DAYS),
            rules.book(),
            series(version.versionId()));
    Map<ItemKey, String> categories = new HashMap<>();
    masterData.items().forEach((key, item) -> categories.put(key, item.category()));
    basis.classify(
        totals.paces(version.versionId()), categories, reporting.factors(decision.asOf()));
    return basis;
  }

  private List<TotalsStore.Entry> series(long versionId) {
    TotalsStore.Filter all =
        new TotalsStore.Filter(
            DataScope.unrestricted(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty());
    List<TotalsStore.Entry> series = new ArrayList<>();
    List<TotalsStore.Entry> page = totals.series(versionId, all, 0, PAGE);
    while (!page.isEmpty()) {
      series.addAll(page);
      page = totals.series(versionId, all, page.get(page.size() - 1).seriesId(), PAGE);
    }
    return series;
  }

  /** Plans the stock of items at sites, and writes it. */
  public void plan(DecisionBasis basis, List<Place> places) {
    List<Long> series =
        places.stream().flatMap(p -> p.series().stream()).map(TotalsStore.Entry::seriesId).toList();
    long versionId = basis.version().versionId();
    Map<Long, FinalTotals.Total> forecast = finals.of(versionId, series);
    Map<Long, TotalDemand> atRate = atRate(basis.version(), places);
    plans.write(
        basis.decision().decisionId(),
        places.stream().map(place -> plannedOrRefused(basis, place, forecast, atRate)).toList());
  }

  /** The totals of series that are not recommended to forecast, by what they are planned by. */
  private Map<Long, TotalDemand> atRate(VersionStore.Version version, List<Place> places) {
    List<Long> unusable =
        places.stream()
            .flatMap(p -> p.series().stream())
            .filter(s -> !s.verdict().usable())
            .map(TotalsStore.Entry::seriesId)
            .toList();
    Map<Long, TotalDemand> found = new TreeMap<>();
    Recipe recipe = version.recipe();
    for (ResultStore.PlanBasis basis : results.planBases(version.versionId(), unusable)) {
      PlanBy.of(basis.cleaned(), recipe.horizon())
          .flatMap(by -> DemandAtRate.totals(by, origin(version), recipe.horizon()))
          .ifPresent(demand -> found.put(basis.seriesId(), demand));
    }
    return found;
  }

  /** What goes wrong with one place is said of it, and keeps no other from being planned. */
  private PlannedStock plannedOrRefused(
      DecisionBasis basis,
      Place place,
      Map<Long, FinalTotals.Total> forecast,
      Map<Long, TotalDemand> atRate) {
    try {
      return planned(basis, place, forecast, atRate);
    } catch (IllegalArgumentException | IllegalStateException | ArithmeticException e) {
      LOG.log(Level.WARNING, "The stock of " + place.key() + " could not be planned", e);
      StockBook.Position stock = basis.stock(place);
      return new PlannedStock(
          place.number(),
          basis.subject(place),
          List.of(),
          PlannedStock.Lead.UNKNOWN,
          0,
          Optional.empty(),
          Optional.of(Words.of("decide.failed", String.valueOf(e.getMessage()))),
          Optional.empty(),
          Optional.empty(),
          new PlannedStock.Stock(
              stock.onHand(), stock.reserved(), stock.onOrder(), Optional.empty()));
    }
  }

  private PlannedStock planned(
      DecisionBasis basis,
      Place place,
      Map<Long, FinalTotals.Total> forecast,
      Map<Long, TotalDemand> atRate) {
    Policy policy = basis.policies().resolve(basis.policyCase(place));
    SupplyTerms terms = basis.terms(place);
    SupplyDays days = basis.supply().days(place.key().org(), place.key().site(), terms.vendor());
    LeadTime lead = leadTime(basis, place, policy, days.work());
    DayDistribution workingDays = policy.leadTime(lead);
    LocalDate today = basis.decision().asOf();
    ReviewCycle cycle = ReviewCycle.from(today, days, workingDays, policy.reviewDays());
    StockBook.Position stock = basis.stock(place);
    Optional<TotalDemand> demand = demand(place, forecast, atRate);
    Optional<StockPlan> plan =
        demand.map(
            total ->
                StockPlanner.plan(
                    DemandOverTime.from(total, today),
                    cycle,
                    policy.terms(unit(terms), terms.price())));
    Optional<Double> stockOut =
        demand.flatMap(
            total ->
                stock
                    .total()
                    .map(
                        position ->
                            DemandOverTime.from(total, today)
                                .over(cycle.lead())
                                .stockOut(position.doubleValue())));
    boolean forecasted = place.series().stream().allMatch(s -> s.verdict().usable());
    return new PlannedStock(
        place.number(),
        basis.subject(place),
        said(policy),
        PlannedStock.Lead.of(lead, workingDays),
        cycle.protection().mean(),
        plan.map(p -> forecasted ? PlannedStock.By.FORECAST : PlannedStock.By.RATE),
        plan.isPresent() ? Optional.empty() : Optional.of(Words.of("decide.no-rate")),
        plan,
        plan.map(p -> new PlannedStock.Levels(p.reorderPoint(), p.orderUpTo())),
        new PlannedStock.Stock(stock.onHand(), stock.reserved(), stock.onOrder(), stockOut));
  }

  /** Pieces, or parts of them where the vendor sells such. */
  private static BigDecimal unit(SupplyTerms terms) {
    return terms.multiple().filter(m -> m.compareTo(BigDecimal.ONE) < 0).orElse(BigDecimal.ONE);
  }

  /** What was learned of the lead time; what is said of it moves it ({@link Policy#leadTime}). */
  private static LeadTime leadTime(DecisionBasis basis, Place place, Policy policy, OpenDays work) {
    SupplyTerms terms = basis.terms(place);
    return basis
        .leadTimes()
        .of(
            terms.vendor().map(VendorKey::text).orElse(""),
            place.key().item(),
            new StatedLeadTime(
                terms.leadTimeDays().map(days -> StatedLeadTime.workingDays(days, work)),
                Optional.empty(),
                policy.value(PolicyField.LEAD_DAYS).orElseThrow()));
  }

  /** The demand of all channels together; empty where that of one cannot be told. */
  private static Optional<TotalDemand> demand(
      Place place, Map<Long, FinalTotals.Total> forecast, Map<Long, TotalDemand> atRate) {
    Optional<TotalDemand> sum = Optional.empty();
    for (TotalsStore.Entry series : place.series()) {
      TotalDemand one =
          series.verdict().usable()
              ? Optional.ofNullable(forecast.get(series.seriesId()))
                  .map(FinalTotals.Total::demand)
                  .orElse(null)
              : atRate.get(series.seriesId());
      if (one == null) {
        return Optional.empty();
      }
      sum = Optional.of(sum.map(s -> s.and(one)).orElse(one));
    }
    return sum;
  }

  private static List<PlannedStock.Said> said(Policy policy) {
    return PolicyField.all().stream()
        .flatMap(
            field ->
                policy
                    .get(field)
                    .map(
                        r ->
                            new PlannedStock.Said(
                                field.name(), PolicyTexts.text(r.value()), r.origin(), r.by()))
                    .stream())
        .toList();
  }

  /** Ends a decision. */
  public void finish(Decision decision) {
    StockPlanStore.Contents contents = plans.contents(decision.decisionId());
    decisions.finish(decision.decisionId(), contents.places(), contents.hash(), clock.now());
    decisions.forget(decision.plan(), KEPT);
  }

  /** Decisions of a plan that are kept. */
  private static final int KEPT = 30;
}
