package org.demandwright.app.decide;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.demandwright.app.Clock;
import org.demandwright.app.Expected;
import org.demandwright.app.GivenConfig;
import org.demandwright.app.Refused;
import org.demandwright.app.demand.ReportingCurrency;
import org.demandwright.app.plan.FinalTotals;
import org.demandwright.app.run.ForecastPlans;
import org.demandwright.app.settings.Settings;
import org.demandwright.core.decide.price.PriceAdvice;
import org.demandwright.core.decide.price.PriceUnknown;
import org.demandwright.core.demand.DataScope;
import org.demandwright.core.demand.ItemKey;
import org.demandwright.core.demand.Lines;
import org.demandwright.core.demand.Price;
import org.demandwright.core.demand.SeriesKey;
import org.demandwright.core.demand.SeriesLine;
import org.demandwright.core.supply.SupplyRow;
import org.demandwright.core.supply.SupplyTable;
import org.demandwright.store.Companies;
import org.demandwright.store.Stores;
import org.demandwright.store.decide.AnswerStore;
import org.demandwright.store.decide.DecisionStore;
import org.demandwright.store.decide.DecisionStore.Decision;
import org.demandwright.store.decide.PlacePrice;
import org.demandwright.store.decide.PolicyRuleStore;
import org.demandwright.store.decide.PriceResponseStore;
import org.demandwright.store.decide.PriceResponseStore.Lesson;
import org.demandwright.store.decide.Scenario;
import org.demandwright.store.decide.ScenarioStore;
import org.demandwright.store.decide.StockPlanStore;
import org.demandwright.store.decide.SuggestionStore;
import org.demandwright.store.demand.RateStore;
import org.demandwright.store.intake.IntakeRun;
import org.demandwright.store.run.PlanStore;
import org.demandwright.store.supply.SupplyStore;
import org.h2.jdbcx.JdbcDataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * Tea of company A was sold at five prices, 20 · (price ÷ 10)^−1.5 a day; its forecast is 1 a week
 * of each series from a version of three weeks.
 */
class ScenariosTest {
  private static final String ERP = "dw_sales_line";
  private static final LocalDate TODAY = Companies.DAY.plusDays(8);
  private static final int DAYS = 420;
  private static final double[] PRICES = {10, 9, 11, 8, 12};
  private static final DataScope ALL = DataScope.unrestricted();
  private static final ItemKey TEA = new ItemKey("A", "tea");

  private final Settings settings = new Settings(new GivenConfig(Map.of()));
  private final Clock clock = new Clock();
  private Stores stores;
  private SupplyStore supply;
  private DecideStock decide;
  private LearnPrices learn;
  private PriceResponseStore lessons;
  private PriceResponses responses;
  private Scenarios scenarios;
  private long instance = 100;

  @BeforeEach
  void fill() {
    JdbcDataSource database = new JdbcDataSource();
    database.setURL("jdbc:h2:mem:scenarios-" + System.nanoTime() + ";DB_CLOSE_DELAY=-1");
    stores = Stores.of(database);
    Companies.fill(stores, "A", "B");
    for (String table :
        List.of(
            "final_step",
            "suggestion_case",
            "price_response",
            "price_lesson",
            "scenario_site",
            "scenario")) {
      stores.sql().update("delete from " + table);
    }
    stores.sql().update("update forecast_version set data_as_of = ?", TODAY);
    stores.sql().update("update run_day set as_of = ?", TODAY);
    sell();
    supply = new SupplyStore(stores.sql());
    supply.keepSources(List.of());
    DemandOfPlaces demand =
        new DemandOfPlaces(new FinalTotals(stores.totals(), stores.finals()), stores.results());
    SuggestionLife life =
        new SuggestionLife(
            new DecisionStore(stores.sql()),
            new SuggestionStore(stores.sql()),
            new StockPlanStore(stores.sql()),
            new AnswerStore(stores.sql()),
            supply,
            settings,
            clock);
    PolicyRules rules = new PolicyRules(new PolicyRuleStore(stores.sql()), stores.audit(), clock);
    decide =
        new DecideStock(
            new DecisionStore(stores.sql()),
            new StockPlanStore(stores.sql()),
            new SuggestionStore(stores.sql()),
            life,
            rules,
            stores.versions(),
            stores.totals(),
            demand,
            stores.masterData(),
            supply,
            stores.runs(),
            stores.runDays(),
            new ReportingCurrency(new RateStore(stores.sql()), settings, stores.audit(), clock),
            clock);
    ForecastPlans plans =
        new ForecastPlans(new PlanStore(stores.sql()), settings, clock, stores.audit());
    lessons = new PriceResponseStore(stores.sql());
    learn = new LearnPrices(lessons, stores.masterData(), stores.sums(), settings, clock);
    responses = new PriceResponses(lessons, plans);
    scenarios =
        new Scenarios(
            responses,
            new StockPlans(
                new DecisionStore(stores.sql()),
                new StockPlanStore(stores.sql()),
                plans,
                rules,
                decide),
            new ScenarioStore(stores.sql()),
            stores.versions(),
            stores.totals(),
            demand,
            stores.masterData(),
            supply,
            life,
            stores.audit(),
            clock);
  }

  private static double price(int day) {
    return PRICES[day / 28 % PRICES.length];
  }

  /** Tea at S1, by one channel, day by day before today. */
  private void sell() {
    List<SeriesLine> lines = new ArrayList<>();
    List<Price> prices = new ArrayList<>();
    SeriesKey key = new SeriesKey("A", "tea", "S1", "web");
    for (int day = 0; day < DAYS; day++) {
      LocalDate at = TODAY.minusDays(DAYS - day);
      double units = 20 * Math.pow(price(day) / 10, -1.5) + (day * 7 % 5 - 2);
      lines.add(
          new SeriesLine(
              Optional.of(key),
              Lines.line(
                  "lineId",
                  "sold/" + day,
                  "sourceKind",
                  "SOL",
                  "sourceKey",
                  10_000L + day,
                  "documentNo",
                  "S" + day,
                  "lineKind",
                  "ORDER",
                  "bookedOn",
                  at,
                  "itemId",
                  "tea",
                  "quantity",
                  BigDecimal.valueOf(Math.rint(units)),
                  "uomId",
                  "EA",
                  "unitPrice",
                  BigDecimal.TEN,
                  "netAmount",
                  BigDecimal.TEN,
                  "currency",
                  "EUR",
                  "changedAt",
                  Companies.STAMP)));
      if (day % 28 == 0) {
        prices.add(
            new Price(
                "P" + day,
                TEA,
                null,
                at,
                day + 28 >= DAYS ? null : at.plusDays(27),
                BigDecimal.valueOf(price(day)),
                "EUR"));
      }
    }
    stores
        .intake()
        .write(lines, List.of(), Map.of(), new IntakeRun(Companies.RUN, ERP, Companies.NOW, false));
    stores.masterData().replacePrices(prices);
  }

  private Decision decided() {
    Decision decision = decide.begin(++instance, "default");
    decide.finish(decision);
    return decision;
  }

  private Lesson learned() {
    Decision decision = decided();
    Lesson lesson = learn.begin(decision, instance).orElseThrow();
    DecisionBasis basis = decide.basis(decision);
    LearnPrices.Sweep sweep = learn.sweep(basis, lesson);
    for (ItemPlaces item : basis.items()) {
      learn.learn(sweep, List.of(item));
    }
    learn.pool(lesson);
    return lesson;
  }

  private PlacePrice of(Lesson lesson, String org, String item, String site) {
    return responses.ofItem(ALL, lesson, Optional.of(org), item).stream()
        .filter(p -> p.key().site().equals(site))
        .findFirst()
        .orElseThrow();
  }

  private static Scenarios.Question question(String item, String price, String... sites) {
    return new Scenarios.Question(
        "cheaper",
        Optional.empty(),
        Optional.of("A"),
        item,
        List.of(sites),
        TODAY,
        TODAY.plusDays(6),
        new BigDecimal(price));
  }

  private void put(SupplyTable table, Object... values) {
    supply.put(ERP, table, List.of(SupplyRow.of(table, values)));
  }

  @Test
  void what_the_past_tells_of_a_price_is_learned_and_of_others_why_not() {
    Lesson lesson = learned();
    PlacePrice tea = of(lesson, "A", "tea", "S1");
    assertThat(tea.response().isKnown()).as("%s", tea).isTrue();
    assertThat(tea.response().elasticity()).isBetween(-1.65, -1.35);
    assertThat(tea.support().low()).isEqualTo(8);
    assertThat(tea.support().high()).isEqualTo(12);
    assertThat(tea.currency()).contains("EUR");
    assertThat(tea.category()).isEqualTo("goods of A");
    assertThat(of(lesson, "A", "cup", "S1").response().unknown()).contains(PriceUnknown.NO_PRICE);
  }

  @Test
  void it_is_learned_anew_after_a_week_and_a_run_that_broke_off_goes_on() {
    Lesson lesson = learned();
    Decision again = decided();
    assertThat(learn.begin(again, instance)).as("not due").isEmpty();
    assertThat(learn.begin(again, lesson.instanceId())).as("its own run").isPresent();
    stores.sql().update("update run_day set as_of = ?", TODAY.plusDays(7));
    Decision later = decided();
    Lesson begun = learn.begin(later, instance).orElseThrow();
    assertThat(learn.begin(later, instance)).contains(begun);
    assertThat(responses.newest(Optional.empty()).lessonId())
        .as("until it is made")
        .isEqualTo(lesson.lessonId());
  }

  @Test
  void another_price_is_answered_with_money_and_stock() {
    learned();
    put(SupplyTable.ITEM, "A", "tea", "V1", 3, null, null, new BigDecimal("6"), "EUR", null, true);
    put(SupplyTable.STOCK_LEVEL, "A", "tea", "S1", BigDecimal.ONE, null, null);
    Scenario told = scenarios.ask(ALL, question("tea", "9", "S1"), "ann");
    assertThat(told.scenarioId()).isZero();
    assertThat(told.currency()).isEqualTo("EUR");
    assertThat(told.sites()).hasSize(1);
    var outcome = told.sites().get(0).outcome();
    double ratio =
        outcome.units().expected().doubleValue() / outcome.unitsBefore().expected().doubleValue();
    double now = outcome.before().doubleValue();
    assertThat(Math.log(ratio) / Math.log(9 / now)).isBetween(-1.65, -1.35);
    assertThat(outcome.cost()).contains(new BigDecimal("6.000000"));
    assertThat(outcome.profit()).isPresent();
    assertThat(outcome.stock().orElseThrow().available()).isEqualByComparingTo("1");
    assertThat(outcome.stock().orElseThrow().runsOutOn()).isPresent();
    assertThat(stores.sql().number("select count(*) from scenario")).isZero();
  }

  @Test
  void a_price_that_was_never_seen_is_refused_with_the_counts() {
    learned();
    assertThatThrownBy(() -> scenarios.ask(ALL, question("tea", "7", "S1"), "ann"))
        .isInstanceOf(Refused.class)
        .hasMessageContaining("7.00 lies outside of the prices from 8.00 to 12.00")
        .hasMessageContaining("5 prices");
    assertThatThrownBy(() -> scenarios.ask(ALL, question("cup", "7", "S1"), "ann"))
        .isInstanceOf(Refused.class)
        .hasMessageContaining("cannot be known")
        .hasMessageContaining("No price of it is told");
    assertThatThrownBy(() -> scenarios.ask(ALL, question("soap", "7", "S1"), "ann"))
        .isInstanceOf(Refused.class)
        .hasMessageContaining("nothing was learned");
  }

  @Test
  void days_beyond_the_forecast_are_refused() {
    learned();
    Scenarios.Question q = question("tea", "9", "S1");
    assertThatThrownBy(
            () ->
                scenarios.ask(
                    ALL,
                    new Scenarios.Question(
                        q.name(),
                        q.plan(),
                        q.org(),
                        q.item(),
                        q.sites(),
                        q.first(),
                        q.first().plusDays(90),
                        q.price()),
                    "ann"))
        .isInstanceOf(Refused.class)
        .hasMessageContaining("where the forecast ends");
  }

  @Test
  void what_is_kept_is_listed_and_forgotten_within_the_scope() {
    learned();
    Scenario kept = scenarios.add(ALL, question("tea", "9", "S1"), "ann");
    DataScope elsewhere =
        new DataScope(Optional.empty(), Optional.of(Set.of("S2")), Optional.empty());
    assertThat(scenarios.page(ALL, Optional.empty(), Optional.empty(), Optional.empty(), 9).rows())
        .containsExactly(kept);
    assertThat(
            scenarios
                .page(elsewhere, Optional.empty(), Optional.empty(), Optional.empty(), 9)
                .rows())
        .isEmpty();
    assertThatThrownBy(() -> scenarios.remove(elsewhere, kept.scenarioId(), Expected.anything()))
        .isInstanceOf(Refused.class);
    scenarios.remove(ALL, kept.scenarioId(), Expected.anything());
    assertThatThrownBy(() -> scenarios.scenario(ALL, kept.scenarioId()))
        .isInstanceOf(Refused.class);
    assertThat(
            stores.sql().number("select count(*) from audit_event where action like 'scenario.%'"))
        .isEqualTo(2);
  }

  /** Elasticity −1.5 and cost 5: 5 · 1.5 ÷ 0.5 = 15, which lies beyond all limits. */
  @Test
  void a_suggested_price_keeps_to_what_is_known_and_asked() {
    learned();
    put(SupplyTable.ITEM, "A", "tea", "V1", 3, null, null, new BigDecimal("5"), "EUR", null, true);
    Scenarios.Suggested suggested =
        scenarios.suggest(
            ALL,
            Optional.empty(),
            Optional.of("A"),
            "tea",
            "S1",
            new PriceAdvice.Limits(
                BigDecimal.ZERO, new BigDecimal("0.1"), BigDecimal.ONE, new BigDecimal("0.90")));
    double now = suggested.worth().price().doubleValue();
    double price = suggested.advice().orElseThrow().price().doubleValue();
    assertThat(price).isBetween(now * 0.9, Math.min(12, now * 1.1));
    assertThat(price % 1).isCloseTo(0.9, within(1e-9));
  }
}
