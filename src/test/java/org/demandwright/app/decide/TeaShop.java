package org.demandwright.app.decide;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.IntToDoubleFunction;
import org.demandwright.app.Clock;
import org.demandwright.app.GivenConfig;
import org.demandwright.app.demand.ReportingCurrency;
import org.demandwright.app.plan.FinalTotals;
import org.demandwright.app.run.ForecastPlans;
import org.demandwright.app.settings.Settings;
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
import org.demandwright.store.decide.PolicyRuleStore;
import org.demandwright.store.decide.StockPlanStore;
import org.demandwright.store.decide.SuggestionStore;
import org.demandwright.store.demand.RateStore;
import org.demandwright.store.intake.IntakeRun;
import org.demandwright.store.run.PlanStore;
import org.demandwright.store.supply.SupplyStore;
import org.h2.jdbcx.JdbcDataSource;

/**
 * Two companies with a published version of three weeks, each series of which forecasts 1 a week;
 * tea of company A was sold at S1 by one channel, day by day before today.
 */
final class TeaShop {
  static final LocalDate TODAY = Companies.DAY.plusDays(8);
  static final int DAYS = 420;
  static final ItemKey TEA = new ItemKey("A", "tea");
  private static final String ERP = "dw_sales_line";
  private static final double[] PRICES = {10, 9, 11, 8, 12};

  final Settings settings = new Settings(new GivenConfig(Map.of()));
  final Clock clock = new Clock();
  final Stores stores;
  final SupplyStore supply;
  final DecideStock decide;
  final ForecastPlans plans;
  final StockPlans stockPlans;
  final ItemFooting footing;
  long instance = 100;

  TeaShop() {
    JdbcDataSource database = new JdbcDataSource();
    database.setURL("jdbc:h2:mem:tea-shop-" + System.nanoTime() + ";DB_CLOSE_DELAY=-1");
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
    plans = new ForecastPlans(new PlanStore(stores.sql()), settings, clock, stores.audit());
    stockPlans =
        new StockPlans(
            new DecisionStore(stores.sql()),
            new StockPlanStore(stores.sql()),
            plans,
            rules,
            decide);
    footing = new ItemFooting(decide, stores.totals(), demand, stores.masterData(), supply, life);
  }

  /** The price of a day, another every four weeks. */
  static double price(int day) {
    return PRICES[day / 28 % PRICES.length];
  }

  /** Sells tea at these prices, 20 · (price ÷ 10)^−1.5 a day. */
  void sellAtPrices() {
    List<Price> prices = new ArrayList<>();
    for (int day = 0; day < DAYS; day += 28) {
      LocalDate at = TODAY.minusDays(DAYS - day);
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
    stores.masterData().replacePrices(prices);
    sell(day -> 20 * Math.pow(price(day) / 10, -1.5) + (day * 7 % 5 - 2));
  }

  /** Sells so much tea on each day before today. */
  void sell(IntToDoubleFunction units) {
    sell("tea", 10_000, units);
  }

  /** Sells so much cups on each day before today. */
  void sellCups(IntToDoubleFunction units) {
    sell("cup", 20_000, units);
  }

  private void sell(String item, long number, IntToDoubleFunction units) {
    List<SeriesLine> lines = new ArrayList<>();
    SeriesKey key = new SeriesKey("A", item, "S1", "web");
    for (int day = 0; day < DAYS; day++) {
      lines.add(
          new SeriesLine(
              Optional.of(key),
              Lines.line(
                  "lineId",
                  "sold/" + item + day,
                  "sourceKind",
                  "SOL",
                  "sourceKey",
                  number + day,
                  "documentNo",
                  "S" + item + day,
                  "lineKind",
                  "ORDER",
                  "bookedOn",
                  TODAY.minusDays(DAYS - day),
                  "itemId",
                  item,
                  "quantity",
                  BigDecimal.valueOf(Math.rint(units.applyAsDouble(day))),
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
    }
    stores
        .intake()
        .write(lines, List.of(), Map.of(), new IntakeRun(Companies.RUN, ERP, Companies.NOW, false));
  }

  void put(SupplyTable table, Object... values) {
    supply.put(ERP, table, List.of(SupplyRow.of(table, values)));
  }

  Decision decided() {
    Decision decision = decide.begin(++instance, "default");
    decide.finish(decision);
    return decision;
  }
}
