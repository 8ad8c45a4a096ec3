package org.demandwright.app.decide;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.lang.ref.SoftReference;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.demandwright.app.Clock;
import org.demandwright.app.Refused;
import org.demandwright.app.demand.ReportingCurrency;
import org.demandwright.core.Words;
import org.demandwright.core.decide.ItemSpread;
import org.demandwright.core.decide.LeadTimes;
import org.demandwright.core.demand.DataScope;
import org.demandwright.core.demand.Period;
import org.demandwright.core.intake.KitBook;
import org.demandwright.store.decide.ContentHash;
import org.demandwright.store.decide.Contents;
import org.demandwright.store.decide.DecisionStore;
import org.demandwright.store.decide.DecisionStore.Decision;
import org.demandwright.store.decide.PlannedStock;
import org.demandwright.store.decide.StockPlanStore;
import org.demandwright.store.decide.SuggestedOrder;
import org.demandwright.store.decide.SuggestionStore;
import org.demandwright.store.demand.MasterDataStore;
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
  private static final int PAGE = 2_000;

  /** Decisions of a plan that are kept. */
  private static final int KEPT = 30;

  /** Orders that old say nothing of how long orders take today. */
  private static final int WINDOW_DAYS = 730;

  private final DecisionStore decisions;
  private final StockPlanStore plans;
  private final SuggestionStore suggestions;
  private final SuggestionLife life;
  private final PolicyRules rules;
  private final VersionStore versions;
  private final TotalsStore totals;
  private final DemandOfPlaces demand;
  private final MasterDataStore masterData;
  private final SupplyStore supply;
  private final IntakeRunStore intake;
  private final RunDayStore days;
  private final ReportingCurrency reporting;
  private final Clock clock;
  private volatile SoftReference<OfRun> running = new SoftReference<>(null);

  /** What the steps of an execution have in common. */
  private record OfRun(long executionId, DecisionBasis basis) {}

  @Inject
  DecideStock(
      DecisionStore decisions,
      StockPlanStore plans,
      SuggestionStore suggestions,
      SuggestionLife life,
      PolicyRules rules,
      VersionStore versions,
      TotalsStore totals,
      DemandOfPlaces demand,
      MasterDataStore masterData,
      SupplyStore supply,
      IntakeRunStore intake,
      RunDayStore days,
      ReportingCurrency reporting,
      Clock clock) {
    this.decisions = decisions;
    this.plans = plans;
    this.suggestions = suggestions;
    this.life = life;
    this.rules = rules;
    this.versions = versions;
    this.totals = totals;
    this.demand = demand;
    this.masterData = masterData;
    this.supply = supply;
    this.intake = intake;
    this.days = days;
    this.reporting = reporting;
    this.clock = clock;
  }

  DecideStock() {
    this(null, null, null, null, null, null, null, null, null, null, null, null, null, null);
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

  Optional<VersionStore.Version> published(String plan) {
    return versions.publication(plan).flatMap(p -> versions.find(p.versionId()));
  }

  /** The first day that the newest import does not know: stock is told as of it. */
  LocalDate asOf(VersionStore.Version version) {
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

  /**
   * Returns the version on which was decided.
   *
   * @throws Refused GONE where it was removed
   */
  VersionStore.Version version(Decision decision) {
    return versions
        .find(decision.versionId())
        .orElseThrow(
            () ->
                new Refused(
                    Refused.Kind.GONE,
                    "Version %d, on which was decided, is removed: run the job decide, then try again."
                        .formatted(decision.versionId())));
  }

  /**
   * Reads what all items at sites of a decision have in common.
   *
   * @throws Refused GONE where its version was removed
   */
  public DecisionBasis basis(Decision decision) {
    VersionStore.Version version = version(decision);
    SupplyBook book = SupplyBook.of(supply, decision.asOf());
    StockBook stock = StockBook.of(supply, new KitBook(masterData.components()), decision.asOf());
    stock.count(life.accepted(decision.asOf()));
    PurchaseHistory.Known orders = PurchaseHistory.of(supply, book, stock);
    DecisionBasis basis =
        new DecisionBasis(
            decision,
            version,
            book,
            stock,
            orders.awaited(),
            LeadTimes.learn(orders.lines(), decision.asOf(), WINDOW_DAYS),
            rules.book(),
            life.earlier(decision.plan()),
            series(version.versionId()));
    basis.classify(
        totals.paces(version.versionId()),
        masterData.categories(),
        reporting.factors(decision.asOf()));
    return basis;
  }

  /**
   * Returns what all items at sites of the decision of a run have in common, which the steps of one
   * execution read once.
   */
  public DecisionBasis basis(long executionId, long instanceId) {
    OfRun known = running.get();
    if (known == null || known.executionId() != executionId) {
      known = new OfRun(executionId, basis(decisions.ofInstance(instanceId).orElseThrow()));
      running = new SoftReference<>(known);
    }
    return known.basis();
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

  /**
   * Plans the stock of items at their sites, and writes it with what is to be done. What goes wrong
   * with one of them is said of it, and keeps no other from being planned.
   */
  public void plan(DecisionBasis basis, List<ItemPlaces> items) {
    List<Place> places = items.stream().flatMap(i -> i.places().stream()).toList();
    Map<Place, ItemSpread> of = demand.spreads(basis.version(), places);
    List<PlannedStock> planned = new ArrayList<>();
    List<SuggestedOrder> orders = new ArrayList<>();
    for (ItemPlaces item : items) {
      ItemPlan plan = ItemPlan.of(basis, item, of);
      planned.addAll(plan.planned());
      orders.addAll(plan.orders());
    }
    long decisionId = basis.decision().decisionId();
    plans.write(decisionId, planned);
    suggestions.write(
        decisionId,
        places.stream().map(Place::number).toList(),
        orders,
        basis.earlier().numbers(orders));
  }

  /** Ends a decision. */
  public void finish(Decision decision) {
    running.clear();
    long decisionId = decision.decisionId();
    Contents contents = plans.contents(decisionId);
    String hash = ContentHash.of(List.of(contents.hash(), suggestions.contents(decisionId).hash()));
    life.close(decision);
    decisions.finish(decisionId, contents.rows(), hash, clock.now());
    decisions.forget(decision.plan(), KEPT);
    life.forgetOld();
  }
}
