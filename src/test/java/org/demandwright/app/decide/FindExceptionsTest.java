package org.demandwright.app.decide;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.demandwright.app.Clock;
import org.demandwright.app.GivenConfig;
import org.demandwright.app.Wordbook;
import org.demandwright.app.demand.ReportingCurrency;
import org.demandwright.app.plan.FinalTotals;
import org.demandwright.app.settings.Settings;
import org.demandwright.core.decide.risk.RiskKind;
import org.demandwright.core.supply.SupplyRow;
import org.demandwright.core.supply.SupplyTable;
import org.demandwright.store.Companies;
import org.demandwright.store.Stores;
import org.demandwright.store.decide.AnswerStore;
import org.demandwright.store.decide.AnyException;
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
import org.h2.jdbcx.JdbcDataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Two companies with a published version of three weeks, from each series of which 1 is wanted. */
class FindExceptionsTest {
  private static final String ERP = "dw_sales_line";
  private static final LocalDate TODAY = Companies.DAY.plusDays(8);

  private final Settings settings = new Settings(new GivenConfig(Map.of()));
  private final Clock clock = new Clock();
  private Stores stores;
  private SupplyStore supply;
  private StockExceptionStore exceptions;
  private DecideStock decide;
  private FindExceptions find;
  private long instance = 100;

  @BeforeEach
  void fill() {
    JdbcDataSource database = new JdbcDataSource();
    database.setURL("jdbc:h2:mem:exceptions-" + System.nanoTime() + ";DB_CLOSE_DELAY=-1");
    stores = Stores.of(database);
    Companies.fill(stores, "A", "B");
    stores.sql().update("delete from final_step");
    stores.sql().update("delete from stock_exception");
    stores.sql().update("delete from suggestion_case");
    stores.sql().update("delete from exception_quality");
    stores.sql().update("update forecast_version set data_as_of = ?", TODAY);
    stores.sql().update("update run_day set as_of = ?", TODAY);
    supply = new SupplyStore(stores.sql());
    supply.keepSources(List.of());
    ReportingCurrency reporting =
        new ReportingCurrency(new RateStore(stores.sql()), settings, stores.audit(), clock);
    DemandOfPlaces demand =
        new DemandOfPlaces(new FinalTotals(stores.totals(), stores.finals()), stores.results());
    decide =
        new DecideStock(
            new DecisionStore(stores.sql()),
            new StockPlanStore(stores.sql()),
            new SuggestionStore(stores.sql()),
            new SuggestionLife(
                new DecisionStore(stores.sql()),
                new SuggestionStore(stores.sql()),
                new StockPlanStore(stores.sql()),
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
    exceptions = new StockExceptionStore(stores.sql());
    find =
        new FindExceptions(
            demand,
            stores.results(),
            supply,
            stores.masterData(),
            stores.sums(),
            new ForecastErrorStore(stores.sql()),
            exceptions,
            new ExceptionQualityStore(stores.sql()),
            reporting,
            settings);
  }

  private List<StockException> found() {
    Decision decision = decide.begin(++instance, "default");
    DecisionBasis basis = decide.basis(decision);
    FindExceptions.Sweep sweep = find.sweep(basis);
    for (Place place : basis.places()) {
      find.find(sweep, List.of(place));
    }
    find.settle(decision);
    return exceptions.page(
        "default", StockExceptionStore.Filter.all(), StockExceptionStore.Position.START, 99);
  }

  private void put(SupplyTable table, Object... values) {
    List<SupplyRow> rows = new ArrayList<>();
    supply.each(table, rows::add);
    SupplyRow row = SupplyRow.of(table, values);
    rows.removeIf(other -> other.key().equals(row.key()));
    rows.add(row);
    supply.put(ERP, table, rows);
  }

  private static BigDecimal units(String text) {
    return new BigDecimal(text);
  }

  private void stock(String onHand) {
    put(SupplyTable.STOCK_LEVEL, "A", "tea", "S1", units(onHand), null, null);
  }

  private static List<StockException> of(RiskKind kind, List<StockException> all) {
    return all.stream().filter(e -> e.risk().kind() == kind).toList();
  }

  @Test
  void of_what_the_erp_tells_no_stock_nothing_is_said_of_it() {
    List<StockException> all = found();
    assertThat(of(RiskKind.STOCK_OUT, all)).isEmpty();
    assertThat(of(RiskKind.OVERSTOCK, all)).isEmpty();
  }

  @Test
  void stock_that_does_not_last_is_said_with_its_figures_and_stays_the_same() {
    stock("0");
    StockException out = of(RiskKind.STOCK_OUT, found()).get(0);
    assertThat(out.key().item()).isEqualTo("tea");
    assertThat(out.risk().score()).isEqualTo(1);
    assertThat(out.risk().units()).isPositive();
    assertThat(Wordbook.english().say(out.risk().said())).startsWith("With 100 % stock runs out");
    assertThat(out.since()).isEqualTo(TODAY);

    stores.sql().update("update run_day set as_of = ?", TODAY.plusDays(1));
    StockException again = of(RiskKind.STOCK_OUT, found()).get(0);
    assertThat(again.number()).isEqualTo(out.number());
    assertThat(again.since()).isEqualTo(TODAY);
    assertThat(again.seenOn()).isEqualTo(TODAY.plusDays(1));

    stock("50");
    assertThat(of(RiskKind.STOCK_OUT, found())).as("is gone").isEmpty();
  }

  @Test
  void stock_that_customers_wait_for_is_not_there_for_others() {
    stock("50");
    assertThat(of(RiskKind.STOCK_OUT, found())).isEmpty();
    put(
        SupplyTable.OPEN_DEMAND,
        "A",
        "SOL:1",
        "SO1",
        "tea",
        "S1",
        TODAY.minusDays(2),
        units("50"),
        null,
        false);
    StockException owed = of(RiskKind.STOCK_OUT, found()).get(0);
    assertThat(owed.risk().score()).isEqualTo(1);
    put(
        SupplyTable.OPEN_DEMAND,
        "A",
        "SOL:1",
        "SO1",
        "tea",
        "S1",
        TODAY.plusDays(1),
        units("50"),
        null,
        false);
    assertThat(of(RiskKind.STOCK_OUT, found())).as("more than is forecast").isNotEmpty();
    put(
        SupplyTable.OPEN_DEMAND,
        "A",
        "SOL:1",
        "SO1",
        "tea",
        "S1",
        TODAY.plusDays(1),
        units("0.5"),
        null,
        false);
    assertThat(of(RiskKind.STOCK_OUT, found())).as("a part of the forecast").isEmpty();
  }

  @Test
  void what_is_at_stake_is_told_in_money_where_its_worth_is_known() {
    stores.sql().update("delete from price");
    stock("0");
    assertThat(of(RiskKind.STOCK_OUT, found()).get(0).stake())
        .isEqualTo(StockException.Stake.UNKNOWN);
    put(SupplyTable.ITEM, "A", "tea", "V1", 3, null, null, units("2.5"), "EUR", null, true);
    StockException out = of(RiskKind.STOCK_OUT, found()).get(0);
    assertThat(out.stake().currency()).contains("EUR");
    assertThat(out.stake().amount().orElseThrow())
        .isCloseTo(out.risk().units().multiply(units("2.5")), within(units("0.000001")));
    assertThat(out.stake().reporting()).as("no reporting currency is set").isEmpty();
  }

  @Test
  void too_much_stock_lots_that_expire_and_orders_that_are_late_are_said() {
    stock("500");
    put(SupplyTable.LOT, "A", "tea", "S1", "L1", units("400"), TODAY.plusDays(9));
    put(
        SupplyTable.PURCHASE_LINE,
        "A",
        "PO:7",
        null,
        "tea",
        "S1",
        "V1",
        TODAY.minusDays(40),
        TODAY.minusDays(10),
        units("10"),
        units("0"),
        false,
        null,
        null);
    List<StockException> all = found();
    StockException much = of(RiskKind.OVERSTOCK, all).get(0);
    assertThat(much.risk().score()).isGreaterThan(0.95);
    assertThat(much.risk().units()).isBetween(units("400"), units("500"));
    StockException expiry = of(RiskKind.EXPIRY, all).get(0);
    assertThat(expiry.risk().units()).isBetween(units("350"), units("400"));
    StockException late = of(RiskKind.SUPPLIER_LATE, all).get(0);
    assertThat(late.risk().about()).isEqualTo("PO:7");
    assertThat(late.risk().vendor()).isEqualTo("V1");
    assertThat(Wordbook.english().say(late.risk().said())).contains("overdue by 10 days");
    assertThat(late.risk().units()).as("there is plenty of stock").isEqualByComparingTo("0");
  }

  @Test
  void of_an_item_that_is_not_active_nothing_is_said() {
    stock("0");
    assertThat(of(RiskKind.STOCK_OUT, found())).isNotEmpty();
    put(SupplyTable.ITEM, "A", "tea", null, null, null, null, null, null, null, false);
    assertThat(of(RiskKind.STOCK_OUT, found())).isEmpty();
  }

  @Test
  void a_replay_says_from_when_on() {
    assertThat(find.thresholds("default")).containsEntry(RiskKind.STOCK_OUT, 0.5);
    new ExceptionQualityStore(stores.sql())
        .replace("default", List.of(AnyException.replayed(RiskKind.STOCK_OUT, true)));
    assertThat(find.thresholds("default"))
        .containsEntry(RiskKind.STOCK_OUT, 0.45)
        .containsEntry(RiskKind.OVERSTOCK, 0.95);
    assertThat(Optional.of(find.thresholds("other").get(RiskKind.STOCK_OUT))).contains(0.5);
  }
}
