package org.demandwright.app.decide;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.demandwright.store.Companies.VERSION;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.demandwright.app.Clock;
import org.demandwright.app.GivenConfig;
import org.demandwright.app.Refused;
import org.demandwright.app.Wordbook;
import org.demandwright.app.demand.ReportingCurrency;
import org.demandwright.app.plan.FinalTotals;
import org.demandwright.app.run.ForecastPlans;
import org.demandwright.app.settings.Settings;
import org.demandwright.core.Words;
import org.demandwright.core.decide.ItemSpread;
import org.demandwright.core.decide.LeadTime;
import org.demandwright.core.decide.Policy;
import org.demandwright.core.decide.PolicyField;
import org.demandwright.core.decide.PolicyRule;
import org.demandwright.core.decide.PolicySubject;
import org.demandwright.core.decide.PolicyValues;
import org.demandwright.core.decide.ServiceTarget;
import org.demandwright.core.decide.StockPlan;
import org.demandwright.core.decide.StockPolicy;
import org.demandwright.core.decide.SuggestionKind;
import org.demandwright.core.decide.VendorOrder;
import org.demandwright.core.supply.SupplyRow;
import org.demandwright.core.supply.SupplyTable;
import org.demandwright.store.Companies;
import org.demandwright.store.Stores;
import org.demandwright.store.decide.AnswerStore;
import org.demandwright.store.decide.DecisionStore;
import org.demandwright.store.decide.DecisionStore.Decision;
import org.demandwright.store.decide.PlannedStock;
import org.demandwright.store.decide.PolicyRuleStore;
import org.demandwright.store.decide.StockPlanStore;
import org.demandwright.store.decide.SuggestedOrder;
import org.demandwright.store.decide.SuggestionStore;
import org.demandwright.store.demand.RateStore;
import org.demandwright.store.plan.FinalStore;
import org.demandwright.store.run.PlanStore;
import org.demandwright.store.supply.SupplyStore;
import org.h2.jdbcx.JdbcDataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Two companies with a published version of three weeks, from each series of which 1 is wanted. */
class DecideStockTest {
  private static final String ERP = "dw_sales_line";

  /** The second day of the first week. */
  private static final LocalDate TODAY = Companies.DAY.plusDays(8);

  private final Settings settings = new Settings(new GivenConfig(Map.of()));
  private final Clock clock = new Clock();
  private Stores stores;
  private SupplyStore supply;
  private PolicyRules rules;
  private DecideStock decide;
  private VendorOrders vendorOrders;
  private AnswerStore answers;
  private SuggestionStore suggestions;
  private StockPlans plans;
  private long instance = 100;

  @BeforeEach
  void fill() {
    JdbcDataSource database = new JdbcDataSource();
    database.setURL("jdbc:h2:mem:decide-" + System.nanoTime() + ";DB_CLOSE_DELAY=-1");
    stores = Stores.of(database);
    Companies.fill(stores, "A", "B");
    stores.sql().update("delete from final_step");
    stores.sql().update("update forecast_version set data_as_of = ?", TODAY);
    stores.sql().update("update run_day set as_of = ?", TODAY);
    supply = new SupplyStore(stores.sql());
    supply.keepSources(List.of());
    DecisionStore decisions = new DecisionStore(stores.sql());
    StockPlanStore planned = new StockPlanStore(stores.sql());
    suggestions = new SuggestionStore(stores.sql());
    rules = new PolicyRules(new PolicyRuleStore(stores.sql()), stores.audit(), clock);
    DemandOfPlaces demand =
        new DemandOfPlaces(new FinalTotals(stores.totals(), stores.finals()), stores.results());
    vendorOrders = new VendorOrders(suggestions, demand, settings);
    answers = new AnswerStore(stores.sql());
    stores.sql().update("delete from suggestion_case");
    stores.sql().update("delete from suggestion_order");
    SuggestionLife life =
        new SuggestionLife(decisions, suggestions, planned, answers, supply, settings, clock);
    decide =
        new DecideStock(
            decisions,
            planned,
            suggestions,
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
    plans =
        new StockPlans(
            decisions,
            planned,
            new ForecastPlans(new PlanStore(stores.sql()), settings, clock, stores.audit()),
            rules,
            decide);
  }

  private Decision decided() {
    Decision begun = decide.begin(++instance, "default");
    DecisionBasis basis = decide.basis(begun);
    decide.plan(basis, basis.items());
    vendorOrders.vendors(basis).forEach(vendor -> vendorOrders.raise(basis, vendor));
    decide.finish(begun);
    return plans.newest(Optional.empty());
  }

  private List<PlannedStock> all() {
    return plans
        .page(decided().decisionId(), StockPlanStore.Filter.all(), Optional.empty(), 100)
        .rows();
  }

  private PlannedStock tea() {
    return all().stream()
        .filter(p -> p.subject().key().item().equals("tea"))
        .filter(p -> p.subject().key().org().equals("A"))
        .filter(p -> p.subject().key().site().equals("S1"))
        .findFirst()
        .orElseThrow();
  }

  private void put(SupplyTable table, Object... values) {
    List<SupplyRow> rows = new ArrayList<>();
    supply.each(table, rows::add);
    rows.add(SupplyRow.of(table, values));
    supply.put(ERP, table, rows);
  }

  private static BigDecimal units(String text) {
    return new BigDecimal(text);
  }

  @Test
  void every_item_at_every_site_is_planned_once_whatever_its_channels() {
    List<PlannedStock> all = all();
    assertThat(all).extracting(p -> p.subject().key()).doesNotHaveDuplicates();
    long places =
        stores.series().all().stream()
            .map(r -> r.key().org() + "/" + r.key().item() + "/" + r.key().site())
            .distinct()
            .count();
    assertThat(all).hasSize((int) places);
    assertThat(places).isLessThan(stores.series().all().size());
    assertThat(all)
        .allSatisfy(
            p -> {
              assertThat(p.by()).contains(PlannedStock.By.FORECAST);
              assertThat(p.plan().orElseThrow().orderUpTo()).isPositive();
              assertThat(p.stock().onHand()).as("the ERP tells none").isEmpty();
              assertThat(p.stock().stockOut()).isEmpty();
              assertThat(p.lead().source()).isEqualTo(LeadTime.Source.DEFAULT);
            });
  }

  @Test
  void the_same_is_decided_again_and_the_version_stays_as_it_is() {
    List<Map<Long, byte[]>> before = List.of(stores.totals().bytes(VERSION, List.of(1L, 2L)));
    Decision first = decided();
    Decision second = decided();
    assertThat(second.decisionId()).isNotEqualTo(first.decisionId());
    assertThat(second.contentHash()).isEqualTo(first.contentHash()).isPresent();
    assertThat(second.versionId()).isEqualTo(VERSION);
    assertThat(stores.totals().bytes(VERSION, List.of(1L, 2L)).get(1L))
        .isEqualTo(before.get(0).get(1L));

    put(SupplyTable.STOCK_LEVEL, "A", "tea", "S1", units("4"), null, null);
    assertThat(decided().contentHash()).isNotEqualTo(first.contentHash());
  }

  @Test
  void what_erp_and_vendors_say_is_kept_to() {
    PlannedStock usual = tea();
    put(
        SupplyTable.SUPPLIER_TERMS,
        "A",
        "T1",
        "tea",
        "V2",
        null,
        true,
        null,
        null,
        10,
        units("24"),
        units("12"),
        "BOX",
        units("12"),
        units("2.5"),
        "EUR");
    put(
        SupplyTable.SUPPLIER_TERMS,
        "A",
        "T2",
        "tea",
        "V3",
        null,
        false,
        null,
        null,
        1,
        null,
        null,
        null,
        null,
        units("1"),
        "EUR");
    put(SupplyTable.STOCK_LEVEL, "A", "tea", "S1", units("9"), units("7"), null);
    put(
        SupplyTable.OPEN_SUPPLY,
        "PO:1",
        "A",
        "tea",
        "S1",
        units("5"),
        TODAY,
        null,
        null,
        null,
        null);
    PlannedStock tea = tea();
    assertThat(tea.subject().vendor()).as("the preferred one").isEqualTo("V2");
    assertThat(tea.said())
        .contains(
            new PlannedStock.Said("minimumOrder", "24", Policy.Origin.ERP, ""),
            new PlannedStock.Said("multiple", "12", Policy.Origin.ERP, ""),
            new PlannedStock.Said("reviewDays", "7", Policy.Origin.DEFAULT, ""));
    assertThat(tea.lead().source()).isEqualTo(LeadTime.Source.PROMISED);
    assertThat(tea.lead().mean()).isEqualTo(10);
    assertThat(tea.stock().onHand()).contains(units("9.000000"));
    assertThat(tea.stock().reserved()).as("on hand less available").isEqualByComparingTo("2");
    assertThat(tea.stock().onOrder()).isEqualByComparingTo("5");
    assertThat(tea.stock().stockOut().orElseThrow()).isBetween(0.0, 1.0);
    assertThat(tea.protectionDays() - usual.protectionDays())
        .as("ten days instead of a week")
        .isEqualTo(3);
    assertThat(tea.plan().orElseThrow().demand())
        .isGreaterThan(usual.plan().orElseThrow().demand());
  }

  @Test
  void lead_times_are_learned_from_receipts() {
    put(SupplyTable.ITEM, "A", "tea", "V1", 3, null, null, null, null, null, null);
    for (int i = 0; i < 30; i++) {
      LocalDate ordered = TODAY.minusDays(20 + 7L * i);
      put(
          SupplyTable.PURCHASE_LINE,
          "A",
          "PO:" + i,
          null,
          "tea",
          "S1",
          "V1",
          ordered,
          ordered.plusDays(3),
          units("10"),
          units("10"),
          true,
          null,
          null);
      put(
          SupplyTable.PURCHASE_RECEIPT,
          "GR:" + i,
          "A",
          "tea",
          "S1",
          "V1",
          ordered,
          ordered.plusDays(i % 2 == 0 ? 11 : 13),
          units("10"),
          "PO:" + i);
    }
    PlannedStock tea = tea();
    assertThat(tea.lead().source()).isEqualTo(LeadTime.Source.LEARNED);
    assertThat(tea.lead().mean()).isBetween(11.0, 13.0);
    assertThat(tea.lead().receipts()).isEqualTo(30);
    assertThat(tea.lead().late()).contains(1.0);
  }

  @Test
  void what_is_final_counts() {
    BigDecimal forecast = tea().plan().orElseThrow().orderUpTo();
    List<Long> ids = stores.series().all().stream().map(r -> r.seriesId()).toList();
    stores
        .finals()
        .replace(
            VERSION,
            ids,
            ids.stream()
                .map(
                    id ->
                        new FinalStore.Final(
                            id,
                            1,
                            Optional.of(units("20")),
                            Optional.of(units("20")),
                            Optional.empty(),
                            Companies.NOW))
                .toList());
    assertThat(tea().plan().orElseThrow().orderUpTo()).isGreaterThan(forecast);
  }

  @Test
  void rules_count_in_their_order_and_are_tried_before() {
    BigDecimal usual = tea().plan().orElseThrow().orderUpTo();
    PolicyRule fine =
        new PolicyRule(
            "tea",
            new PolicyRule.Conditions(
                Set.of("A"), Set.of("tea"), Set.of(), Set.of(), Set.of(), Set.of(), Set.of()),
            PolicyValues.NONE
                .with(PolicyField.SERVICE, ServiceTarget.cycle(0.5))
                .with(PolicyField.LEAD_DAYS, 2));
    PolicyRule any =
        new PolicyRule(
            "all",
            PolicyRule.Conditions.ANY,
            PolicyValues.NONE
                .with(PolicyField.SERVICE, ServiceTarget.cycle(0.95))
                .with(PolicyField.MINIMUM_STOCK, units("3")));
    StockPlans.Preview preview = plans.preview(Optional.empty(), List.of(fine, any));
    assertThat(preview.items()).isEqualTo(all().size());
    assertThat(preview.rules())
        .extracting(StockPlans.RuleTouches::name)
        .containsExactly("tea", "all");
    assertThat(preview.rules().get(0).touches()).isLessThan(preview.rules().get(1).touches());
    assertThat(tea().plan().orElseThrow().orderUpTo()).as("only tried").isEqualTo(usual);

    rules.replace(List.of(fine, any), now -> {}, "ann");
    PlannedStock tea = tea();
    assertThat(tea.said())
        .contains(
            new PlannedStock.Said("service", "CYCLE_SERVICE 0.5", Policy.Origin.RULE, "tea"),
            new PlannedStock.Said("minimumStock", "3", Policy.Origin.RULE, "all"));
    assertThat(tea.lead().mean()).isEqualTo(2);
    assertThatThrownBy(() -> rules.replace(List.of(any, any), now -> {}, "bob"))
        .isInstanceOf(Refused.class)
        .hasMessageContaining("'all'");
  }

  @Test
  void of_what_is_not_sold_any_more_nothing_is_kept() {
    put(SupplyTable.ITEM, "A", "tea", "V1", 3, null, null, null, null, null, false);
    put(SupplyTable.STOCK_LEVEL, "A", "tea", "S1", units("0"), null, null);
    assertThat(tea().plan()).isEmpty();
    assertThat(tea().refused().map(Words::key)).contains("decide.inactive");
    assertThat(suggested()).isEmpty();
    assertThat(all()).filteredOn(p -> p.plan().isPresent()).isNotEmpty();
  }

  @Test
  void a_version_without_totals_says_so() {
    stores.sql().update("delete from forecast_totals");
    assertThat(all())
        .isNotEmpty()
        .allSatisfy(p -> assertThat(p.refused().map(Words::key)).contains("decide.no-totals"));
  }

  @Test
  void prices_in_several_currencies_are_not_compared_without_rates() {
    put(SupplyTable.ITEM, "A", "tea", "V1", 3, null, null, units("2"), "EUR", null, null);
    assertThat(tea().subject().abc()).isPresent();
    put(SupplyTable.ITEM, "A", "cup", "V1", 3, null, null, units("2"), "JPY", null, null);
    assertThat(all())
        .filteredOn(p -> p.subject().key().org().equals("A"))
        .allSatisfy(p -> assertThat(p.subject().abc()).isEmpty());
  }

  @Test
  void rules_are_not_tried_on_a_version_that_is_removed() {
    decided();
    stores.sql().update("update decision set version_id = 999");
    assertThatThrownBy(() -> plans.preview(Optional.empty(), List.of()))
        .isInstanceOf(Refused.class)
        .hasMessageContaining("run the job decide");
  }

  private List<SuggestedOrder> suggested() {
    return suggestions.page(decided().decisionId(), SuggestionStore.Filter.all(), 0, 0, 100);
  }

  @Test
  void what_is_short_is_suggested_as_the_vendor_takes_it_and_no_other() {
    assertThat(suggested()).as("no stock is told").isEmpty();
    put(
        SupplyTable.SUPPLIER_TERMS,
        "A",
        "T1",
        "tea",
        "V2",
        null,
        true,
        null,
        null,
        3,
        units("30"),
        null,
        "BOX",
        units("12"),
        units("2.5"),
        "EUR");
    put(SupplyTable.STOCK_LEVEL, "A", "tea", "S1", units("1"), null, null);
    List<SuggestedOrder> orders = suggested();
    assertThat(orders).hasSize(1);
    SuggestedOrder order = orders.get(0);
    assertThat(order.source()).isEqualTo(SuggestedOrder.Source.vendor("V2"));
    assertThat(order.unit()).contains(new SuggestedOrder.PurchaseUnit("BOX", units("12.000000")));
    assertThat(order.suggestion().quantity()).as("boxes, at least 30").isEqualByComparingTo("36");
    assertThat(order.suggestion().cost().orElseThrow()).isEqualByComparingTo("90");
    assertThat(order.currency()).contains("EUR");
    assertThat(order.suggestion().orderOn()).isEqualTo(TODAY);
    assertThat(order.suggestion().expectedOn()).isEqualTo(TODAY.plusDays(3));
    assertThat(order.suggestion().stockOutWith()).isLessThan(order.suggestion().stockOutWithout());
    assertThat(Wordbook.english().say(order.suggestion().reason())).startsWith("Covers ");

    put(
        SupplyTable.OPEN_SUPPLY,
        "PO:1",
        "A",
        "tea",
        "S1",
        units("500"),
        TODAY.plusDays(1),
        null,
        "V2",
        "4711",
        null);
    assertThat(suggested()).as("enough is on its way").isEmpty();
  }

  private void waits(String id, LocalDate due, String quantity, boolean dropShip) {
    put(SupplyTable.OPEN_DEMAND, "A", id, "SO1", "tea", "S1", due, units(quantity), null, dropShip);
  }

  @Test
  void customers_that_wait_raise_what_is_suggested_and_are_its_reason() {
    bought("tea", "0");
    stock("tea", "S1", "0");
    Decision without = decided();
    SuggestedOrder usual =
        suggestions.page(without.decisionId(), SuggestionStore.Filter.all(), 0, 0, 9).get(0);
    assertThat(usual.suggestion().unreserved()).isEmpty();
    assertThat(tea().stock().waiting()).as("the ERP does not tell of customers").isEmpty();
    waits("SOL:9", TODAY, "400", true);
    assertThat(suggested().get(0).suggestion())
        .as("what the vendor delivers wants no stock")
        .isEqualTo(usual.suggestion());
    assertThat(decided().contentHash()).isNotEqualTo(without.contentHash());

    waits("SOL:1", TODAY.minusDays(3), "40", false);
    waits("SOL:2", null, "60", false);

    SuggestedOrder more = suggested().get(0);
    assertThat(more.suggestion().quantity().subtract(usual.suggestion().quantity()))
        .as("what is late comes on top")
        .isEqualByComparingTo("100");
    assertThat(more.suggestion().unreserved().orElseThrow()).isEqualByComparingTo("100");
    assertThat(Wordbook.english().say(more.reason()))
        .endsWith(" Customers have ordered 100 that are not reserved.");
    PlannedStock.Stock tea = tea().stock();
    assertThat(tea.stockOut()).contains(1.0);
    assertThat(tea.waiting().orElseThrow().ordered()).isEqualByComparingTo("100");
    assertThat(tea.waiting().orElseThrow().unreserved()).isEqualByComparingTo("100");
    assertThat(tea.waiting().orElseThrow().dropShip()).isEqualByComparingTo("400");

    supply.put(ERP, SupplyTable.OPEN_DEMAND, List.of());
    supply.keep(ERP, SupplyTable.OPEN_DEMAND, Set.of());
    assertThat(decided().contentHash()).isEqualTo(without.contentHash());
  }

  @Test
  void what_customers_wait_for_at_a_depot_it_does_not_give() {
    bought("tea", "0");
    stock("tea", "S1", "0");
    put(SupplyTable.TRANSFER_LANE, "A", "DEPOT", "S1", "", 1, null, null);
    stock("tea", "DEPOT", "5");
    assertThat(suggested(SuggestionKind.TRANSFER).get(0).suggestion().quantity())
        .isEqualByComparingTo("5");
    put(
        SupplyTable.OPEN_DEMAND,
        "A",
        "SOL:1",
        "SO1",
        "tea",
        "DEPOT",
        TODAY.plusDays(9),
        units("3"),
        null,
        false);
    assertThat(suggested(SuggestionKind.TRANSFER).get(0).suggestion().quantity())
        .isEqualByComparingTo("2");
  }

  private List<SuggestedOrder> suggested(SuggestionKind kind) {
    return suggested().stream().filter(o -> o.suggestion().kind() == kind).toList();
  }

  private void bought(String item, String minimum) {
    put(
        SupplyTable.SUPPLIER_TERMS,
        "A",
        "T-" + item,
        item,
        "V2",
        null,
        true,
        null,
        null,
        3,
        units(minimum),
        null,
        null,
        null,
        units("2.5"),
        "EUR");
  }

  private void stock(String item, String site, String onHand) {
    put(SupplyTable.STOCK_LEVEL, "A", item, site, units(onHand), null, null);
  }

  @Test
  void a_suggestion_keeps_its_number_and_while_it_changes_little_its_quantity() {
    bought("tea", "0");
    stock("tea", "S1", "0");
    SuggestedOrder first = suggested().get(0);
    stock("tea", "S1", "0.1");
    SuggestedOrder second = suggested().get(0);
    assertThat(second.number()).isEqualTo(first.number());
    assertThat(second.suggestion().quantity()).isEqualTo(first.suggestion().quantity());
    stock("tea", "S1", "1000");
    assertThat(suggested()).isEmpty();
    stock("tea", "S1", "0");
    assertThat(suggested().get(0).number())
        .as("what was not needed in between is another suggestion")
        .isGreaterThan(first.number());
  }

  @Test
  void what_another_site_can_spare_is_sent_before_any_is_bought() {
    bought("tea", "0");
    stock("tea", "S1", "0");
    SuggestedOrder whole = suggested().get(0);
    put(SupplyTable.TRANSFER_LANE, "A", "S2", "S1", "", 1, null, null);
    stock("tea", "S2", "1000");
    List<SuggestedOrder> sent = suggested();
    assertThat(sent).hasSize(1);
    assertThat(sent.get(0).source()).isEqualTo(SuggestedOrder.Source.site("S2"));
    assertThat(sent.get(0).key().site()).isEqualTo("S1");
    assertThat(sent.get(0).suggestion().expectedOn()).isEqualTo(TODAY.plusDays(1));
    assertThat(sent.get(0).suggestion().quantity())
        .isEqualByComparingTo(whole.suggestion().quantity());
    assertThat(sent.get(0).suggestion().stockOutWith())
        .isLessThan(sent.get(0).suggestion().stockOutWithout());

    put(SupplyTable.TRANSFER_LANE, "A", "S2", "S1", "tea", 30, null, null);
    assertThat(suggested())
        .as("the way of the item itself counts, and is slower than to buy")
        .extracting(o -> o.suggestion().kind())
        .containsExactly(SuggestionKind.BUY);
  }

  @Test
  void a_depot_of_which_nobody_buys_gives_all_that_it_has_and_the_rest_is_bought() {
    bought("tea", "0");
    stock("tea", "S1", "0");
    BigDecimal whole = suggested().get(0).suggestion().quantity();
    put(SupplyTable.TRANSFER_LANE, "A", "DEPOT", "S1", "", 2, null, null);
    stock("tea", "DEPOT", "6");
    List<SuggestedOrder> both = suggested();
    assertThat(both)
        .extracting(o -> o.suggestion().kind())
        .containsExactly(SuggestionKind.TRANSFER, SuggestionKind.BUY);
    assertThat(both.get(0).suggestion().quantity()).isEqualByComparingTo("6");
    assertThat(both.get(1).suggestion().quantity())
        .isEqualByComparingTo(whole.subtract(units("6")));
  }

  @Test
  void orders_that_come_too_late_or_for_nothing_are_to_be_moved() {
    bought("tea", "0");
    stock("tea", "S1", "0");
    put(
        SupplyTable.OPEN_SUPPLY,
        "PO:1",
        "A",
        "tea",
        "S1",
        units("9"),
        TODAY.plusDays(12),
        null,
        "V2",
        "4711",
        null);
    SuggestedOrder sooner = suggested(SuggestionKind.EXPEDITE).get(0);
    assertThat(sooner.source())
        .isEqualTo(
            new SuggestedOrder.Source(
                Optional.of("V2"), Optional.empty(), Optional.of("PO:1"), Optional.of("4711")));
    assertThat(sooner.suggestion().quantity()).isEqualByComparingTo("9");
    assertThat(sooner.suggestion().expectedOn()).isEqualTo(TODAY.plusDays(12));
    assertThat(sooner.suggestion().receiptBy().orElseThrow())
        .isBetween(TODAY.plusDays(1), TODAY.plusDays(4));
    assertThat(Wordbook.english().say(sooner.reason())).contains("Ask for it sooner");

    stock("tea", "S1", "1000");
    SuggestedOrder never = suggested(SuggestionKind.CANCEL).get(0);
    assertThat(never.suggestion().receiptBy()).isEmpty();
    assertThat(Wordbook.english().say(never.reason())).contains("Cancel it");
  }

  @Test
  void an_order_is_raised_to_the_least_value_that_its_vendor_takes_and_says_so() {
    bought("tea", "0");
    bought("cup", "0");
    rules.replace(
        List.of(
            new PolicyRule(
                "cups at a point",
                new PolicyRule.Conditions(
                    Set.of("A"), Set.of("cup"), Set.of(), Set.of(), Set.of(), Set.of(), Set.of()),
                PolicyValues.NONE.with(
                    PolicyField.ORDERING, StockPolicy.REORDER_POINT_ORDER_UP_TO))),
        now -> {},
        "ann");
    stock("tea", "S1", "0");
    BigDecimal full =
        all().stream()
            .filter(p -> p.subject().key().equals(new PolicySubject.Key("A", "cup", "S1")))
            .map(p -> p.plan().orElseThrow().orderUpTo())
            .findFirst()
            .orElseThrow();
    stock("cup", "S1", full.subtract(units("0.5")).toPlainString());
    List<SuggestedOrder> due = suggested();
    assertThat(due).extracting(o -> o.key().item()).containsExactly("tea");
    assertThat(due.get(0).minimum()).isEmpty();

    BigDecimal least = due.get(0).suggestion().cost().orElseThrow().add(units("8"));
    put(SupplyTable.VENDOR, "A", "V2", null, least, "EUR", null, null);
    List<SuggestedOrder> raised = suggested();
    assertThat(raised).extracting(o -> o.key().item()).containsExactlyInAnyOrder("tea", "cup");
    BigDecimal value =
        raised.stream()
            .map(o -> o.suggestion().cost().orElseThrow())
            .reduce(BigDecimal.ZERO, BigDecimal::add);
    assertThat(value).isGreaterThanOrEqualTo(least).isLessThan(least.add(units("5")));
    assertThat(raised)
        .allSatisfy(
            o -> {
              assertThat(o.minimum().orElseThrow().missing()).isZero();
              assertThat(Wordbook.english().say(o.reason()))
                  .contains(
                      "reaches the vendor's minimum of "
                          + least.stripTrailingZeros().toPlainString()
                          + " EUR");
            });
    SuggestedOrder tea =
        raised.stream().filter(o -> o.key().item().equals("tea")).findFirst().get();
    assertThat(tea.number()).as("the same suggestion").isEqualTo(due.get(0).number());
    assertThat(tea.why()).isEqualTo(VendorOrder.Why.TOPPED_UP);

    put(SupplyTable.VENDOR, "A", "V2", null, least, "USD", null, null);
    assertThat(suggested())
        .as("values in other currencies are not compared")
        .extracting(o -> o.key().item())
        .containsExactly("tea");
  }

  @Test
  void what_broke_off_goes_on_to_what_is_decided_without_a_break() {
    put(SupplyTable.VENDOR, "A", "V1", null, units("60"), "EUR", null, null);
    put(SupplyTable.VENDOR, "B", "V1", null, units("60"), "EUR", null, null);
    for (String org : List.of("A", "B")) {
      for (String item : List.of("tea", "cup")) {
        put(SupplyTable.ITEM, org, item, "V1", 3, null, null, units("2"), "EUR", null, null);
      }
      put(SupplyTable.STOCK_LEVEL, org, "tea", "S1", units("0"), null, null);
      put(SupplyTable.STOCK_LEVEL, org, "cup", "S1", units("5"), null, null);
    }
    decided();
    Decision whole = decided();
    assertThat(suggestions.contents(whole.decisionId()).rows()).isGreaterThan(2);

    Decision begun = decide.begin(++instance, "default");
    DecisionBasis before = decide.basis(begun);
    decide.plan(before, before.items().subList(0, 3));
    DecisionBasis after = decide.basis(decide.begin(instance, "default"));
    assertThat(decide.begin(instance, "default")).isEqualTo(begun);
    decide.plan(after, after.items().subList(2, after.items().size()));
    List<VendorOrders.Vendor> vendors = vendorOrders.vendors(after);
    assertThat(vendors).hasSize(2);
    vendorOrders.raise(after, vendors.get(0));
    vendorOrders.raise(decide.basis(begun), vendors.get(1));
    decide.finish(begun);
    assertThat(plans.newest(Optional.empty()).decisionId()).isEqualTo(begun.decisionId());
    assertThat(plans.newest(Optional.empty()).contentHash()).isEqualTo(whole.contentHash());
  }

  @Test
  void a_plan_tells_the_spread_of_its_item_and_what_it_rests_on() {
    ItemSpread.Deviation spread = tea().spread().orElseThrow();
    assertThat(spread.windows()).isPositive();
    assertThat(spread.weight())
        .isCloseTo(spread.windows() / (spread.windows() + 1.5), within(1e-9));
    assertThat(spread.used())
        .isBetween(
            Math.min(spread.own(), spread.told()) - 1e-9,
            Math.max(spread.own(), spread.told()) + 1e-9);
  }

  @Test
  void where_costs_are_known_and_no_service_is_said_it_is_the_one_that_costs_least() {
    bought("tea", "0");
    PolicyValues costs =
        PolicyValues.NONE
            .with(PolicyField.HOLDING_RATE, 0.25)
            .with(PolicyField.ORDERING_COST, 2.0)
            .with(PolicyField.SHORTAGE_COST, 4.0);
    rules.replace(List.of(forTea(costs)), now -> {}, "ann");
    PlannedStock least = tea();
    assertThat(least.plan().orElseThrow().remarks()).contains(StockPlan.Remark.LEAST_COST);
    assertThat(least.plan().orElseThrow().policy())
        .isEqualTo(StockPolicy.REORDER_POINT_ORDER_UP_TO);
    assertThat(least.said())
        .filteredOn(s -> s.field().equals("service"))
        .allSatisfy(
            s -> {
              assertThat(s.value()).startsWith("FILL_RATE 0.");
              assertThat(s.origin()).isEqualTo(Policy.Origin.DEFAULT);
            });

    rules.replace(
        List.of(forTea(costs.with(PolicyField.SERVICE, ServiceTarget.cycle(0.9)))),
        now -> {},
        "ann");
    PlannedStock said = tea();
    assertThat(said.plan().orElseThrow().remarks()).doesNotContain(StockPlan.Remark.LEAST_COST);
    assertThat(said.plan().orElseThrow().policy()).isEqualTo(StockPolicy.ORDER_UP_TO);
  }

  private static PolicyRule forTea(PolicyValues values) {
    return new PolicyRule(
        "tea",
        new PolicyRule.Conditions(
            Set.of("A"), Set.of("tea"), Set.of(), Set.of(), Set.of(), Set.of(), Set.of()),
        values);
  }

  @Test
  void what_goes_wrong_with_one_place_is_said_of_it_and_keeps_no_other_from_being_planned() {
    rules.replace(
        List.of(
            new PolicyRule(
                "at any time",
                new PolicyRule.Conditions(
                    Set.of("A"), Set.of("tea"), Set.of(), Set.of(), Set.of(), Set.of(), Set.of()),
                PolicyValues.NONE.with(PolicyField.REVIEW_DAYS, 0))),
        now -> {},
        "ann");
    List<PlannedStock> all = all();
    assertThat(all)
        .filteredOn(p -> p.refused().isPresent())
        .isNotEmpty()
        .allSatisfy(
            p -> {
              assertThat(p.subject().key().item()).isEqualTo("tea");
              assertThat(Wordbook.english().say(p.refused().orElseThrow()))
                  .startsWith(
                      "It could not be planned: an order-up-to level needs a review period");
            });
    assertThat(all).filteredOn(p -> p.plan().isPresent()).hasSizeGreaterThan(2);
  }

  @Test
  void what_cannot_be_decided_says_why() {
    assertThat(decide.obstacle(99, "unknown").map(Words::key)).contains("decide.no-version");
    assertThat(decide.obstacle(99, "default")).isEmpty();
    stores.sql().update("update run_day set as_of = ?", TODAY.plusYears(1));
    assertThat(decide.obstacle(99, "default").map(Words::key)).contains("decide.version-too-old");
  }
}
