package org.demandwright.app.decide;

import java.util.ArrayList;
import java.util.List;
import org.demandwright.app.Clock;
import org.demandwright.app.demand.ReportingCurrency;
import org.demandwright.app.plan.FinalTotals;
import org.demandwright.app.settings.Settings;
import org.demandwright.store.Stores;
import org.demandwright.store.decide.AnswerStore;
import org.demandwright.store.decide.DecisionStore;
import org.demandwright.store.decide.DecisionStore.Decision;
import org.demandwright.store.decide.ExceptionQualityStore;
import org.demandwright.store.decide.ForecastErrorStore;
import org.demandwright.store.decide.PolicyRuleStore;
import org.demandwright.store.decide.StockException;
import org.demandwright.store.decide.StockExceptionStore;
import org.demandwright.store.decide.StockPlanStore;
import org.demandwright.store.decide.SuggestionStore;
import org.demandwright.store.demand.RateStore;
import org.demandwright.store.supply.SupplyStore;

/** The steps of the job decide one by one, without a server, for the benchmarks. */
public final class DecideSteps {
  private static final String PLAN = "default";
  private static final int PAGE = 10_000;

  private final DecisionStore decisions;
  private final DecideStock decide;
  private final VendorOrders orders;
  private final FindExceptions exceptions;
  private final StockExceptionStore found;

  /**
   * @param stores of a store with a published version
   * @param settings with what is set
   */
  public DecideSteps(Stores stores, Settings settings) {
    Clock clock = new Clock();
    decisions = new DecisionStore(stores.sql());
    StockPlanStore plans = new StockPlanStore(stores.sql());
    SuggestionStore suggestions = new SuggestionStore(stores.sql());
    SupplyStore supply = new SupplyStore(stores.sql());
    DemandOfPlaces demand =
        new DemandOfPlaces(new FinalTotals(stores.totals(), stores.finals()), stores.results());
    ReportingCurrency reporting =
        new ReportingCurrency(new RateStore(stores.sql()), settings, stores.audit(), clock);
    decide =
        new DecideStock(
            decisions,
            plans,
            suggestions,
            new SuggestionLife(
                decisions,
                suggestions,
                plans,
                new AnswerStore(stores.sql()),
                supply,
                settings,
                clock),
            new PolicyRules(new PolicyRuleStore(stores.sql()), stores.audit(), clock),
            stores.versions(),
            stores.totals(),
            demand,
            stores.masterData(),
            supply,
            stores.runs(),
            stores.runDays(),
            reporting,
            clock);
    found = new StockExceptionStore(stores.sql());
    orders = new VendorOrders(suggestions, demand, settings);
    exceptions =
        new FindExceptions(
            demand,
            stores.results(),
            supply,
            stores.masterData(),
            stores.sums(),
            new ForecastErrorStore(stores.sql()),
            found,
            new ExceptionQualityStore(stores.sql()),
            reporting,
            settings);
  }

  /** Begins a decision. */
  public DecisionBasis begin(long instance) {
    return decide.basis(decide.begin(instance, PLAN));
  }

  /** Returns the items in the order in which they are decided. */
  public List<ItemPlaces> items(DecisionBasis basis) {
    return basis.items();
  }

  /** Plans a chunk of items. */
  public void plan(DecisionBasis basis, List<ItemPlaces> items) {
    decide.plan(basis, items);
  }

  /** Returns the vendors that ask for a least value of an order. */
  public List<VendorOrders.Vendor> vendors(DecisionBasis basis) {
    return orders.vendors(basis);
  }

  /** Raises what goes to a vendor. */
  public void raise(DecisionBasis basis, VendorOrders.Vendor vendor) {
    orders.raise(basis, vendor);
  }

  /** Reads what exceptions of all items need. */
  public FindExceptions.Sweep sweep(DecisionBasis basis) {
    return exceptions.sweep(basis);
  }

  /** Finds what may go wrong with a chunk of items. */
  public void find(FindExceptions.Sweep sweep, List<ItemPlaces> items) {
    exceptions.find(sweep, items.stream().flatMap(i -> i.places().stream()).toList());
  }

  /** Closes what is not there any more. */
  public void settle(DecisionBasis basis) {
    exceptions.settle(basis.decision());
  }

  /** Returns what is open, in order, as texts. */
  public List<String> open() {
    List<String> all = new ArrayList<>();
    StockExceptionStore.Position last = StockExceptionStore.Position.START;
    List<StockException> page = page(last);
    while (!page.isEmpty()) {
      page.forEach(e -> all.add(e.toString()));
      last = StockExceptionStore.Position.of(page.get(page.size() - 1));
      page = page(last);
    }
    return all;
  }

  private List<StockException> page(StockExceptionStore.Position after) {
    return found.page(PLAN, StockExceptionStore.Filter.all(), after, PAGE);
  }

  /** Closes the decision and returns it. */
  public Decision close(DecisionBasis basis) {
    decide.finish(basis.decision());
    return decisions.newest(PLAN).orElseThrow();
  }
}
