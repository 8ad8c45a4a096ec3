package org.demandwright.app.decide;

import static org.assertj.core.api.Assertions.assertThat;
import static org.demandwright.store.Companies.VERSION;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.demandwright.app.Clock;
import org.demandwright.app.GivenConfig;
import org.demandwright.app.demand.ReportingCurrency;
import org.demandwright.app.plan.FinalTotals;
import org.demandwright.app.settings.Settings;
import org.demandwright.core.decide.ItemSpread;
import org.demandwright.core.decide.PolicyField;
import org.demandwright.core.decide.PolicyRule;
import org.demandwright.core.decide.PolicyValues;
import org.demandwright.core.decide.ServiceTarget;
import org.demandwright.core.decide.StockPlan;
import org.demandwright.core.decide.StockPolicy;
import org.demandwright.core.decide.simulate.ForecastDays;
import org.demandwright.core.decide.simulate.PlannedOrders;
import org.demandwright.core.decide.simulate.ReplayWindows;
import org.demandwright.core.decide.simulate.ReplayedPlace;
import org.demandwright.core.decide.simulate.SimulationQuestion;
import org.demandwright.core.decide.simulate.WayOfOrdering;
import org.demandwright.core.demand.DataScope;
import org.demandwright.core.demand.DemandSeries;
import org.demandwright.core.evaluate.TotalDemand;
import org.demandwright.core.supply.SupplyRow;
import org.demandwright.core.supply.SupplyTable;
import org.demandwright.store.Companies;
import org.demandwright.store.Stores;
import org.demandwright.store.decide.AnswerStore;
import org.demandwright.store.decide.DecisionStore;
import org.demandwright.store.decide.PastTotalsStore;
import org.demandwright.store.decide.PolicyRuleStore;
import org.demandwright.store.decide.SimulatedPlaceStore;
import org.demandwright.store.decide.SimulationStore;
import org.demandwright.store.decide.StockPlanStore;
import org.demandwright.store.decide.SuggestionStore;
import org.demandwright.store.demand.RateStore;
import org.demandwright.store.forecast.TotalsStore;
import org.demandwright.store.supply.SupplyStore;
import org.h2.jdbcx.JdbcDataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The job {@code decide} and a simulation plan the same stock for the same place and day. */
class SimulatedPlanTest {
  private static final String ERP = "dw_sales_line";
  private static final LocalDate TODAY = Companies.DAY.plusDays(8);
  private static final PolicyValues COSTS =
      PolicyValues.NONE
          .with(PolicyField.HOLDING_RATE, 0.25)
          .with(PolicyField.ORDERING_COST, 2.0)
          .with(PolicyField.SHORTAGE_COST, 4.0);

  private final Settings settings = new Settings(new GivenConfig(Map.of()));
  private final Clock clock = new Clock();
  private Stores stores;
  private SupplyStore supply;
  private PolicyRules rules;
  private DecideStock decide;
  private ReportingCurrency reporting;

  @BeforeEach
  void fill() {
    JdbcDataSource database = new JdbcDataSource();
    database.setURL("jdbc:h2:mem:simulated-plan-" + UUID.randomUUID() + ";DB_CLOSE_DELAY=-1");
    stores = Stores.of(database);
    Companies.fill(stores, "A", "B");
    stores.sql().update("delete from final_step");
    stores.sql().update("update forecast_version set data_as_of = ?", TODAY);
    stores.sql().update("update run_day set as_of = ?", TODAY);
    supply = new SupplyStore(stores.sql());
    supply.keepSources(List.of());
    put(
        SupplyTable.SUPPLIER_TERMS,
        "A",
        "T-tea",
        "tea",
        "V2",
        null,
        true,
        null,
        null,
        3,
        new BigDecimal("2"),
        null,
        null,
        null,
        new BigDecimal("2.5"),
        "EUR");
    DecisionStore decisions = new DecisionStore(stores.sql());
    StockPlanStore planned = new StockPlanStore(stores.sql());
    SuggestionStore suggestions = new SuggestionStore(stores.sql());
    rules = new PolicyRules(new PolicyRuleStore(stores.sql()), stores.audit(), clock);
    reporting = new ReportingCurrency(new RateStore(stores.sql()), settings, stores.audit(), clock);
    decide =
        new DecideStock(
            decisions,
            planned,
            suggestions,
            new SuggestionLife(
                decisions,
                suggestions,
                planned,
                new AnswerStore(stores.sql()),
                supply,
                settings,
                clock),
            rules,
            stores.versions(),
            stores.totals(),
            new DemandOfPlaces(new FinalTotals(stores.totals(), stores.finals()), stores.results()),
            stores.masterData(),
            supply,
            stores.runs(),
            stores.runDays(),
            reporting,
            clock);
  }

  private void put(SupplyTable table, Object... values) {
    List<SupplyRow> rows = new ArrayList<>();
    supply.each(table, rows::add);
    rows.add(SupplyRow.of(table, values));
    supply.put(ERP, table, rows);
  }

  private void says(PolicyValues values) {
    rules.replace(
        List.of(
            new PolicyRule(
                "tea",
                new PolicyRule.Conditions(
                    Set.of("A"), Set.of("tea"), Set.of(), Set.of(), Set.of(), Set.of(), Set.of()),
                values)),
        now -> {},
        "ann");
  }

  @Test
  void a_service_that_is_said_is_planned_alike() {
    says(COSTS.with(PolicyField.SERVICE, ServiceTarget.cycle(0.9)));
    assertThat(alike().policy()).isEqualTo(StockPolicy.ORDER_UP_TO);
  }

  @Test
  void the_service_that_costs_least_is_planned_alike() {
    says(COSTS);
    assertThat(alike().policy()).isEqualTo(StockPolicy.REORDER_POINT_ORDER_UP_TO);
  }

  private StockPlan alike() {
    DecisionBasis today = decide.basis(decide.begin(100, "default"));
    Place tea =
        today.places().stream()
            .filter(p -> p.key().org().equals("A") && p.key().item().equals("tea"))
            .filter(p -> p.series().size() > 1)
            .findFirst()
            .orElseThrow();
    ItemSpread spread =
        new DemandOfPlaces(new FinalTotals(stores.totals(), stores.finals()), stores.results())
            .spreads(today.version(), List.of(tea))
            .get(tea);
    StockPlan decided =
        PlacePlan.of(today, tea, Optional.of(spread)).planned().plan().orElseThrow();
    StockPlan simulated = simulated(tea);
    assertThat(simulated.reorderPoint()).isEqualByComparingTo(decided.reorderPoint());
    assertThat(simulated.orderUpTo()).isEqualByComparingTo(decided.orderUpTo());
    assertThat(simulated.policy()).isEqualTo(decided.policy());
    assertThat(simulated.lot()).isEqualByComparingTo(decided.lot());
    return simulated;
  }

  private StockPlan simulated(Place tea) {
    SimulationStore simulations = new SimulationStore(stores.sql());
    PastTotalsStore totals = new PastTotalsStore(stores.sql());
    long id = simulations.add(new SimulationStore.Order("eve", clock.now(), question()));
    SimulationBases bases =
        new SimulationBases(
            simulations,
            new SimulatedPlaceStore(stores.sql()),
            decide,
            stores.versions(),
            stores.snapshots(),
            stores.masterData(),
            supply,
            reporting);
    SimulationBasis basis =
        bases.read(
            bases.wanted(id),
            decide.published("default").orElseThrow(),
            TODAY,
            new ReplayWindows(TODAY.minusWeeks(20), TODAY.minusWeeks(10), TODAY.plusDays(1)));
    totals.write(
        id,
        0,
        SimulationQuestion.PUBLISHED,
        Map.of(tea.number(), List.of(PlaceForecasts.sum(channels(tea)))),
        0);
    List<TotalDemand> forecasts = totals.of(id, tea.number()).get(SimulationQuestion.PUBLISHED);
    ReplayedPlace replayed =
        SimulatedDays.of(
            basis,
            tea,
            PlaceTerms.of(basis, tea, List.of()),
            Map.of(TODAY.minusDays(150), BigDecimal.ONE));
    return ((PlannedOrders) WayOfOrdering.PLANNED.rule(replayed, new ForecastDays(forecasts), 1))
        .plan(TODAY);
  }

  private static SimulationQuestion question() {
    return new SimulationQuestion(
        "default",
        DataScope.unrestricted(),
        Set.of(),
        Set.of(),
        Set.of(),
        Set.of(),
        9,
        10,
        10,
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        true,
        7,
        List.of(WayOfOrdering.PLANNED),
        List.of(SimulationQuestion.PUBLISHED));
  }

  private List<PastForecasts.Version> channels(Place tea) {
    List<Long> series = tea.series().stream().map(TotalsStore.Entry::seriesId).toList();
    Map<Long, FinalTotals.Total> told =
        new FinalTotals(stores.totals(), stores.finals()).of(VERSION, series);
    Map<Long, DemandSeries> pasts = stores.results().cleaned(VERSION, series);
    return series.stream()
        .map(s -> new PastForecasts.Version(told.get(s).demand(), pasts.get(s)))
        .toList();
  }
}
