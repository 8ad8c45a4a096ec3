package org.demandwright.app.decide;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

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
import org.demandwright.app.Wordbook;
import org.demandwright.app.decide.AnswerSuggestions.Target;
import org.demandwright.app.demand.ReportingCurrency;
import org.demandwright.app.plan.FinalTotals;
import org.demandwright.app.run.ForecastPlans;
import org.demandwright.app.settings.Settings;
import org.demandwright.core.decide.SuggestionAnswer;
import org.demandwright.core.decide.SuggestionKind;
import org.demandwright.core.decide.SuggestionState;
import org.demandwright.core.demand.DataScope;
import org.demandwright.core.supply.SupplyRow;
import org.demandwright.core.supply.SupplyTable;
import org.demandwright.store.Companies;
import org.demandwright.store.Stores;
import org.demandwright.store.decide.AnswerStore;
import org.demandwright.store.decide.DecisionStore;
import org.demandwright.store.decide.DecisionStore.Decision;
import org.demandwright.store.decide.Handover;
import org.demandwright.store.decide.HandoverState;
import org.demandwright.store.decide.HandoverStore;
import org.demandwright.store.decide.PolicyRuleStore;
import org.demandwright.store.decide.ReleaseStore;
import org.demandwright.store.decide.StockPlanStore;
import org.demandwright.store.decide.SuggestionCase;
import org.demandwright.store.decide.SuggestionStore;
import org.demandwright.store.demand.RateStore;
import org.demandwright.store.forecast.VersionStatus;
import org.demandwright.store.run.PlanStore;
import org.demandwright.store.supply.SupplyStore;
import org.h2.jdbcx.JdbcDataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * Of tea at one site there is little: every morning it is suggested in boxes of 12, at least 36,
 * which arrive after three days.
 */
class SuggestionLifeTest {
  private static final String ERP = "dw_sales_line";
  private static final LocalDate TODAY = Companies.DAY.plusDays(8);
  private static final DataScope ALL = DataScope.unrestricted();

  private final Settings settings = new Settings(new GivenConfig(Map.of()));
  private final Clock clock = new Clock();
  private Stores stores;
  private SupplyStore supply;
  private AnswerStore answers;
  private DecideStock decide;
  private DecisionStore decisions;
  private Suggestions suggestions;
  private AnswerSuggestions answering;
  private HandOver handOver;
  private VendorOutlook outlook;
  private StockPlanStore planned;
  private long instance = 100;

  @BeforeEach
  void fill() {
    JdbcDataSource database = new JdbcDataSource();
    database.setURL("jdbc:h2:mem:life-" + System.nanoTime() + ";DB_CLOSE_DELAY=-1");
    stores = Stores.of(database);
    Companies.fill(stores, "A", "B");
    stores.sql().update("delete from final_step");
    stores.sql().update("delete from suggestion_case");
    stores.sql().update("delete from suggestion_order");
    stores.sql().update("update forecast_version set data_as_of = ?", TODAY);
    supply = new SupplyStore(stores.sql());
    supply.keepSources(List.of());
    answers = new AnswerStore(stores.sql());
    decisions = new DecisionStore(stores.sql());
    planned = new StockPlanStore(stores.sql());
    SuggestionStore store = new SuggestionStore(stores.sql());
    DemandOfPlaces demand =
        new DemandOfPlaces(new FinalTotals(stores.totals(), stores.finals()), stores.results());
    ForecastPlans plans =
        new ForecastPlans(new PlanStore(stores.sql()), settings, clock, stores.audit());
    SuggestionLife life =
        new SuggestionLife(decisions, store, planned, answers, supply, settings, clock);
    decide =
        new DecideStock(
            decisions,
            planned,
            store,
            life,
            new PolicyRules(new PolicyRuleStore(stores.sql()), stores.audit(), clock),
            stores.versions(),
            stores.totals(),
            demand,
            stores.masterData(),
            supply,
            stores.runs(),
            stores.runDays(),
            new ReportingCurrency(new RateStore(stores.sql()), settings, stores.audit(), clock),
            clock);
    suggestions =
        new Suggestions(
            store,
            answers,
            new ReleaseStore(stores.sql()),
            decisions,
            stores.versions(),
            plans,
            settings,
            clock);
    handOver = new HandOver(new HandoverStore(stores.sql()), answers, store, stores.audit(), clock);
    outlook = new VendorOutlook(decide, demand, life, suggestions);
    answering =
        new AnswerSuggestions(
            suggestions, answers, decisions, supply, handOver, stores.audit(), clock);
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
        units("36"),
        null,
        "BOX",
        units("12"),
        units("2.5"),
        "EUR");
    put(SupplyTable.PRICE_BREAK, "A", "T1", units("48"), units("2"));
    put(SupplyTable.STOCK_LEVEL, "A", "tea", "S1", units("1"), null, null);
    // some other line, so that the ERP of A is one that tells lines
    line("PO:0", "cup", "V2", TODAY.minusDays(3), "1");
  }

  private void put(SupplyTable table, Object... values) {
    List<SupplyRow> rows = new ArrayList<>();
    supply.each(table, rows::add);
    rows.add(SupplyRow.of(table, values));
    supply.put(ERP, table, rows);
  }

  private void line(String id, String item, String vendor, LocalDate ordered, String quantity) {
    put(
        SupplyTable.PURCHASE_LINE,
        "A",
        id,
        "D-" + id,
        item,
        "S1",
        vendor,
        ordered,
        ordered.plusDays(3),
        units(quantity),
        units("0"),
        false,
        null,
        null);
  }

  private void coming(String id, LocalDate due, String quantity, String kind) {
    put(
        SupplyTable.OPEN_SUPPLY,
        id,
        "A",
        "tea",
        "S1",
        units(quantity),
        due,
        kind,
        "V2",
        null,
        null);
  }

  private static BigDecimal units(String text) {
    return new BigDecimal(text);
  }

  private Decision decided(LocalDate day) {
    stores.sql().update("update run_day set as_of = ?", day);
    Decision begun = decide.begin(++instance, "default");
    DecisionBasis basis = decide.basis(begun);
    decide.plan(basis, basis.items());
    decide.finish(begun);
    return decisions.newest("default").orElseThrow();
  }

  private List<SuggestionStore.Told> in(LocalDate day, SuggestionState state) {
    return suggestions
        .page(decided(day), state, SuggestionStore.Filter.all(), Optional.empty(), 100)
        .rows();
  }

  private SuggestionCase open(LocalDate day) {
    List<SuggestionStore.Told> rows = in(day, SuggestionState.OPEN);
    assertThat(rows).hasSize(1);
    assertThat(rows.get(0).order()).isPresent();
    return rows.get(0).suggestion();
  }

  private SuggestionRecord answer(long number, AnswerRequest request) {
    return answering.answer(new Target(ALL, number, Expected.anything()), request, "ann");
  }

  private SuggestionState state(long number) {
    return suggestions.one(ALL, number).state();
  }

  /** What is on its way to the place by the newest decision. */
  private BigDecimal onOrder() {
    long decision = decisions.newest("default").orElseThrow().decisionId();
    return planned.page(decision, StockPlanStore.Filter.all(), 0, 100).stream()
        .filter(p -> p.subject().key().item().equals("tea"))
        .filter(p -> p.subject().key().org().equals("A"))
        .filter(p -> p.subject().key().site().equals("S1"))
        .map(p -> p.stock().onOrder())
        .findFirst()
        .orElseThrow();
  }

  @Test
  void what_is_open_keeps_its_number_and_outlives_its_decision() {
    SuggestionCase first = open(TODAY);
    assertThat(first.quantity()).isEqualByComparingTo("36");
    assertThat(first.cost()).isEqualByComparingTo("90");
    assertThat(first.because().key()).startsWith("decide.covers");
    SuggestionCase next = open(TODAY.plusDays(1));
    assertThat(next.suggestionNo()).isEqualTo(first.suggestionNo());
    assertThat(next.firstDay()).isEqualTo(TODAY);
    assertThat(next.lastDay()).isEqualTo(TODAY.plusDays(1));
    assertThat(next.decisionId()).isGreaterThan(first.decisionId());
  }

  @Test
  void what_was_accepted_today_is_not_suggested_tomorrow_and_counts_as_on_its_way() {
    SuggestionCase first = open(TODAY);
    SuggestionRecord accepted = answer(first.suggestionNo(), AnswerRequest.accept());
    assertThat(accepted.state()).isEqualTo(SuggestionState.ACCEPTED);
    assertThat(accepted.suggestion().accepted()).isEqualByComparingTo("36");
    assertThat(accepted.suggestion().acceptedCost()).isEqualByComparingTo("90");
    assertThat(accepted.suggestion().acceptedOn()).isEqualTo(TODAY);
    assertThat(in(TODAY.plusDays(1), SuggestionState.OPEN)).isEmpty();
    assertThat(onOrder()).isEqualByComparingTo("36");
    assertThat(in(TODAY.plusDays(1), SuggestionState.ACCEPTED))
        .extracting(t -> t.suggestion().suggestionNo())
        .containsExactly(first.suggestionNo());
  }

  @Test
  void the_order_of_the_erp_takes_its_place_and_the_rest_of_it_goes_on_counting() {
    SuggestionCase first = open(TODAY);
    answer(first.suggestionNo(), AnswerRequest.accept());
    line("PO:1", "tea", "V2", TODAY, "24");
    coming("PO:1", TODAY.plusDays(3), "24", null);
    decided(TODAY.plusDays(1));
    assertThat(state(first.suggestionNo())).isEqualTo(SuggestionState.ACCEPTED);
    assertThat(onOrder()).as("24 of the ERP, 12 that it has not").isEqualByComparingTo("36");

    line("PO:2", "tea", "V2", TODAY.plusDays(1), "12");
    coming("PO:2", TODAY.plusDays(4), "12", null);
    decided(TODAY.plusDays(2));
    assertThat(state(first.suggestionNo())).isEqualTo(SuggestionState.ORDERED);
    assertThat(onOrder()).isEqualByComparingTo("36");
    SuggestionRecord told = suggestions.one(ALL, first.suggestionNo());
    assertThat(told.found()).extracting(f -> f.line()).containsExactly("PO:1", "PO:2");
    assertThat(told.answers())
        .extracting(AnswerStore.Answered::answer)
        .containsExactly(SuggestionAnswer.ACCEPTED, SuggestionAnswer.ORDERED);
    assertThatThrownBy(() -> answer(first.suggestionNo(), AnswerRequest.reopen()))
        .isInstanceOf(Refused.class)
        .hasMessageContaining("is ORDERED");
  }

  @Test
  void an_order_that_was_there_before_or_of_another_vendor_is_not_it() {
    line("PO:7", "tea", "V2", TODAY, "36");
    SuggestionCase first = open(TODAY);
    answer(first.suggestionNo(), AnswerRequest.accept());
    line("PO:8", "tea", "V9", TODAY.plusDays(1), "36");
    decided(TODAY.plusDays(1));
    assertThat(state(first.suggestionNo())).isEqualTo(SuggestionState.ACCEPTED);
  }

  @Test
  void where_the_erp_tells_no_lines_what_is_new_on_its_way_is_it() {
    supply.put(ERP, SupplyTable.PURCHASE_LINE, List.of());
    supply.keep(ERP, SupplyTable.PURCHASE_LINE, Set.of());
    coming("S:1", TODAY.plusDays(1), "1", null);
    SuggestionCase first = open(TODAY);
    answer(first.suggestionNo(), AnswerRequest.accept());
    coming("S:2", TODAY.plusDays(3), "36", null);
    decided(TODAY.plusDays(1));
    assertThat(state(first.suggestionNo())).isEqualTo(SuggestionState.ORDERED);
    assertThat(suggestions.one(ALL, first.suggestionNo()).found())
        .extracting(f -> f.line())
        .containsExactly("S:2");
  }

  @Test
  void what_was_never_ordered_lapses_and_is_suggested_anew_naming_it() {
    SuggestionCase first = open(TODAY);
    answer(first.suggestionNo(), AnswerRequest.accept());
    assertThat(in(first.expectedOn(), SuggestionState.OPEN)).isEmpty();
    SuggestionCase again = open(first.expectedOn().plusDays(1));
    assertThat(state(first.suggestionNo())).isEqualTo(SuggestionState.LAPSED);
    assertThat(again.suggestionNo()).isNotEqualTo(first.suggestionNo());
    assertThat(again.followsNo()).isEqualTo(first.suggestionNo());
    assertThat(onOrder()).isZero();
  }

  @Test
  void what_was_rejected_stays_so_until_it_gets_worse() {
    SuggestionCase first = open(TODAY);
    answer(first.suggestionNo(), AnswerRequest.reject("phased out"));
    assertThat(in(TODAY.plusDays(1), SuggestionState.OPEN)).isEmpty();
    assertThat(in(TODAY.plusDays(2), SuggestionState.OPEN)).isEmpty();
    assertThat(state(first.suggestionNo())).isEqualTo(SuggestionState.REJECTED);

    put(SupplyTable.STOCK_LEVEL, "A", "tea", "S1", units("-60"), null, null);
    supply.put(
        ERP,
        SupplyTable.STOCK_LEVEL,
        List.of(SupplyRow.of(SupplyTable.STOCK_LEVEL, "A", "tea", "S1", units("-60"), null, null)));
    SuggestionCase worse = open(TODAY.plusDays(3));
    assertThat(worse.suggestionNo()).isNotEqualTo(first.suggestionNo());
    assertThat(worse.followsNo()).isEqualTo(first.suggestionNo());
    assertThat(worse.quantity()).isGreaterThan(units("48"));
    assertThat(open(TODAY.plusDays(4)).suggestionNo())
        .as("it has its own number from now on")
        .isEqualTo(worse.suggestionNo());
  }

  @Test
  void snoozed_it_is_open_again_by_itself() {
    SuggestionCase first = open(TODAY);
    LocalDate tomorrow = suggestions.today().plusDays(1);
    answer(first.suggestionNo(), AnswerRequest.snooze(tomorrow));
    assertThat(in(TODAY, SuggestionState.OPEN)).isEmpty();
    assertThat(in(TODAY, SuggestionState.SNOOZED)).hasSize(1);
    stores.sql().update("update suggestion_case set snoozed_until = ?", suggestions.today());
    assertThat(open(TODAY).suggestionNo()).isEqualTo(first.suggestionNo());
    for (LocalDate day :
        List.of(suggestions.today(), suggestions.today().plusDays(181), LocalDate.MIN)) {
      assertThatThrownBy(() -> answer(first.suggestionNo(), AnswerRequest.snooze(day)))
          .isInstanceOf(Refused.class)
          .hasMessageContaining("from " + tomorrow);
    }
  }

  @Test
  void another_quantity_costs_what_the_vendor_asks_for_it() {
    long number = open(TODAY).suggestionNo();
    SuggestionRecord changed = answer(number, AnswerRequest.modify(units("48"), false));
    assertThat(changed.suggestion().acceptedCost())
        .as("cheaper from 48 on")
        .isEqualByComparingTo("96");
    assertThat(changed.suggestion().quantity()).isEqualByComparingTo("36");
    assertThat(changed.answers().get(0).answer()).isEqualTo(SuggestionAnswer.CHANGED);
    decided(TODAY.plusDays(1));
    assertThat(onOrder()).isEqualByComparingTo("48");
  }

  @Test
  void what_the_vendor_may_not_take_has_to_be_meant() {
    long number = open(TODAY).suggestionNo();
    assertThatThrownBy(() -> answer(number, AnswerRequest.modify(units("30"), false)))
        .isInstanceOfSatisfying(
            Refused.class, r -> assertThat(r.kind()).isEqualTo(Refused.Kind.UNLIKELY))
        .hasMessageContaining("30 are to be ordered")
        .hasMessageContaining("no less than 36")
        .hasMessageContaining("multiples of 12");
    assertThatThrownBy(() -> answer(number, AnswerRequest.modify(units("36000"), false)))
        .hasMessageContaining("36 are suggested");
    for (String wrong : List.of("0", "-12", "1000000000000", "0.0000001")) {
      assertThatThrownBy(() -> answer(number, AnswerRequest.modify(units(wrong), true)))
          .isInstanceOfSatisfying(
              Refused.class, r -> assertThat(r.kind()).isEqualTo(Refused.Kind.INVALID));
    }
    assertThat(state(number)).isEqualTo(SuggestionState.OPEN);
    assertThat(answer(number, AnswerRequest.modify(units("30"), true)).state())
        .isEqualTo(SuggestionState.ACCEPTED);
  }

  @Test
  void an_answer_is_given_once_to_what_the_newest_decision_suggests() {
    long number = open(TODAY).suggestionNo();
    assertThatThrownBy(() -> answer(number, AnswerRequest.reject(" ")))
        .hasMessageContaining("Say why");
    answer(number, AnswerRequest.reject("no room"));
    assertThatThrownBy(() -> answer(number, AnswerRequest.accept()))
        .isInstanceOfSatisfying(
            Refused.class, r -> assertThat(r.kind()).isEqualTo(Refused.Kind.CONFLICT))
        .hasMessageContaining("is REJECTED")
        .hasMessageContaining("reopen it first");
    answer(number, AnswerRequest.reopen());
    assertThat(state(number)).isEqualTo(SuggestionState.OPEN);

    coming("S:9", TODAY.plusDays(1), "500", null);
    assertThat(in(TODAY.plusDays(1), SuggestionState.OPEN)).isEmpty();
    assertThatThrownBy(() -> answer(number, AnswerRequest.accept()))
        .isInstanceOfSatisfying(
            Refused.class, r -> assertThat(r.kind()).isEqualTo(Refused.Kind.CONFLICT))
        .hasMessageContaining("does not suggest it");
    assertThatThrownBy(() -> answer(number + 999, AnswerRequest.accept()))
        .isInstanceOfSatisfying(
            Refused.class, r -> assertThat(r.kind()).isEqualTo(Refused.Kind.NOT_FOUND));
    assertThatThrownBy(
            () ->
                answering.answer(
                    new Target(DataScope.ofCompanies(Set.of("B")), number, Expected.anything()),
                    AnswerRequest.accept(),
                    "bob"))
        .isInstanceOfSatisfying(
            Refused.class, r -> assertThat(r.kind()).isEqualTo(Refused.Kind.NOT_FOUND));
  }

  @Test
  void what_is_accepted_and_taken_back_is_suggested_again() {
    long number = open(TODAY).suggestionNo();
    answer(number, AnswerRequest.accept());
    answer(number, AnswerRequest.reopen());
    assertThat(open(TODAY.plusDays(1)).suggestionNo()).isEqualTo(number);
    assertThat(onOrder()).isZero();
  }

  @Test
  void what_is_sent_is_reserved_where_it_is_and_on_its_way_to_where_it_goes() {
    long number = open(TODAY).suggestionNo();
    answer(number, AnswerRequest.accept());
    stores
        .sql()
        .update(
            "update suggestion_case set kind = ?, from_site_id = 'S2', vendor_id = null",
            SuggestionKind.TRANSFER);
    put(SupplyTable.STOCK_LEVEL, "A", "tea", "S2", units("100"), null, null);
    decided(TODAY.plusDays(1));
    assertThat(onOrder()).isEqualByComparingTo("36");
    BigDecimal reserved =
        BookedStock.reserved(supply, answers, "A", "tea", "S2", TODAY.plusDays(1));
    assertThat(reserved).isEqualByComparingTo("36");
    coming("T:1", TODAY.plusDays(3), "36", "TRANSFER");
    decided(TODAY.plusDays(2));
    assertThat(state(number)).isEqualTo(SuggestionState.ORDERED);
    assertThat(BookedStock.reserved(supply, answers, "A", "tea", "S2", TODAY.plusDays(2))).isZero();
  }

  @Test
  void what_people_make_of_suggestions_is_told_by_vendor_and_person() {
    long number = open(TODAY).suggestionNo();
    answer(number, AnswerRequest.modify(units("18"), true));
    line("PO:1", "tea", "V2", TODAY, "18");
    Decision newest = decided(TODAY.plusDays(1));
    SuggestionFeedback feedback = new SuggestionFeedback(answers);
    List<SuggestionFeedback.Told> told = feedback(feedback, newest, SuggestionFeedback.By.VENDOR);
    assertThat(told).hasSize(1);
    assertThat(told.get(0).group()).isEqualTo(new SuggestionFeedback.Group("A", "V2"));
    assertThat(Wordbook.english().say(told.get(0).sentence()))
        .isEqualTo(
            "Vendor V2: 100 % of 1 settled suggestions were cut; in the median 50 % of what was"
                + " suggested was accepted.");
    assertThat(feedback(feedback, newest, SuggestionFeedback.By.PERSON))
        .as("who accepted it, not the job that found it")
        .extracting(t -> t.group().name())
        .containsExactly("ann");
    assertThat(feedback(feedback, newest, SuggestionFeedback.By.CLASS))
        .extracting(t -> t.group().name())
        .containsExactly("A");
    assertThat(
            feedback.of(
                ALL,
                newest,
                SuggestionFeedback.By.CATEGORY,
                Optional.of(TODAY.minusDays(9)),
                Optional.of(TODAY.minusDays(1))))
        .isEmpty();
    assertThatThrownBy(
            () ->
                feedback.of(
                    ALL,
                    newest,
                    SuggestionFeedback.By.CATEGORY,
                    Optional.of(TODAY.plusDays(9)),
                    Optional.empty()))
        .isInstanceOf(Refused.class);
  }

  private static List<SuggestionFeedback.Told> feedback(
      SuggestionFeedback feedback, Decision newest, SuggestionFeedback.By by) {
    return feedback.of(ALL, newest, by, Optional.empty(), Optional.empty());
  }

  @Test
  void what_is_going_to_be_ordered_begins_with_what_is_suggested_or_accepted() {
    long number = open(TODAY).suggestionNo();
    Decision decision = decisions.newest("default").orElseThrow();
    List<VendorOutlook.Line> lines = outlook.of(ALL, decision, Optional.of("V2"));
    assertThat(lines).extracting(l -> l.of().item()).containsOnly("tea");
    assertThat(lines.get(0).week()).isEqualTo(VendorOutlook.weeks(decision).get(0));
    assertThat(lines.get(0).suggested()).isEqualByComparingTo("36");
    assertThat(lines.get(0).cost().orElseThrow()).isEqualByComparingTo("90");
    assertThat(lines)
        .allSatisfy(
            l -> {
              assertThat(VendorOutlook.weeks(decision)).contains(l.week());
              assertThat(l.quantity().remainder(units("12"))).isZero();
            });

    answer(number, AnswerRequest.accept());
    List<VendorOutlook.Line> accepted = outlook.of(ALL, decision, Optional.empty());
    assertThat(accepted.get(0).accepted()).isEqualByComparingTo("36");
    assertThat(accepted.get(0).suggested()).isZero();
    assertThat(accepted)
        .extracting(l -> l.quantity().intValue())
        .isEqualTo(lines.stream().map(l -> l.quantity().intValue()).toList());
    assertThat(outlook.of(ALL, decision, Optional.of("V9"))).isEmpty();
    assertThat(outlook.of(DataScope.ofCompanies(Set.of("B")), decision, Optional.of("V2")))
        .isEmpty();
  }

  @Test
  void a_version_that_is_held_can_be_relied_on_by_a_person_who_is_told() {
    long number = open(TODAY).suggestionNo();
    stores.sql().update("update forecast_version set status = ?", VersionStatus.HELD);
    assertThat(answer(number, AnswerRequest.accept()).notes())
        .extracting(w -> w.key())
        .contains("decide.note.held", "decide.note.stale");
  }

  private Handover handed(long suggestion) {
    return handOver
        .page(
            new HandoverStore.Filter(
                ALL,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty()),
            Optional.empty(),
            100)
        .rows()
        .stream()
        .filter(h -> h.suggestionNo() == suggestion)
        .reduce((first, second) -> second)
        .orElseThrow();
  }

  @Test
  void what_is_accepted_waits_for_the_erp_until_it_is_taken() {
    SuggestionCase open = open(TODAY);
    answer(open.suggestionNo(), AnswerRequest.modify(units("48"), false));
    Handover handed = handed(open.suggestionNo());
    assertThat(handed.state()).isEqualTo(HandoverState.WAITING);
    assertThat(handed.quantity()).isEqualByComparingTo("48");
    assertThat(handed.purchaseQuantity()).isEqualByComparingTo("4");
    assertThat(handed.purchaseUom()).isEqualTo("BOX");
    assertThat(handed.cost()).as("by the price break").isEqualByComparingTo("96");
    assertThat(handed.arriveOn()).isEqualTo(open.expectedOn());

    Handover taken = handOver.taken(ALL, handed.handoverNo(), "P0042", "erp");
    assertThat(taken.state()).isEqualTo(HandoverState.TAKEN);
    assertThat(handOver.taken(ALL, handed.handoverNo(), "P0042", "erp")).isEqualTo(taken);
    assertThatThrownBy(() -> handOver.taken(ALL, handed.handoverNo(), "P0043", "erp"))
        .isInstanceOfSatisfying(
            Refused.class, r -> assertThat(r.kind()).isEqualTo(Refused.Kind.CONFLICT))
        .hasMessageContaining("as P0042");
    assertThat(suggestions.one(ALL, open.suggestionNo()).suggestion().documentNo())
        .as("by which the order is found")
        .isEqualTo("P0042");
    assertThatThrownBy(() -> answer(open.suggestionNo(), AnswerRequest.reopen()))
        .isInstanceOf(Refused.class)
        .hasMessageContaining("The ERP took suggestion");
    assertThat(state(open.suggestionNo())).isEqualTo(SuggestionState.ACCEPTED);
  }

  @Test
  void what_the_erp_refuses_is_open_again_with_its_reason() {
    SuggestionCase open = open(TODAY);
    answer(open.suggestionNo(), AnswerRequest.accept());
    long number = handed(open.suggestionNo()).handoverNo();
    assertThatThrownBy(() -> handOver.refused(ALL, number, " ", "erp"))
        .hasMessageContaining("why the ERP does not take it");
    handOver.refused(ALL, number, "vendor blocked", "erp");
    assertThat(handed(open.suggestionNo()).state()).isEqualTo(HandoverState.REFUSED);
    SuggestionRecord again = suggestions.one(ALL, open.suggestionNo());
    assertThat(again.state()).isEqualTo(SuggestionState.OPEN);
    assertThat(again.suggestion().reason()).isEqualTo("vendor blocked");
    answer(open.suggestionNo(), AnswerRequest.accept());
    assertThat(handed(open.suggestionNo()).state()).as("anew").isEqualTo(HandoverState.WAITING);
    assertThat(handed(open.suggestionNo()).handoverNo()).isGreaterThan(number);
  }

  @Test
  void an_acceptance_that_is_taken_back_is_withdrawn_and_one_of_an_order_is_taken_at_once() {
    SuggestionCase open = open(TODAY);
    answer(open.suggestionNo(), AnswerRequest.accept());
    answer(open.suggestionNo(), AnswerRequest.reopen());
    Handover withdrawn = handed(open.suggestionNo());
    assertThat(withdrawn.state()).isEqualTo(HandoverState.WITHDRAWN);
    assertThatThrownBy(() -> handOver.taken(ALL, withdrawn.handoverNo(), "P1", "erp"))
        .hasMessageContaining("WITHDRAWN");
    answer(
        open.suggestionNo(),
        new AnswerRequest(
            AnswerRequest.Verb.ACCEPT,
            Optional.empty(),
            false,
            Optional.empty(),
            Optional.empty(),
            Optional.of("P0099")));
    assertThat(handed(open.suggestionNo()).state()).isEqualTo(HandoverState.TAKEN);
    assertThat(handed(open.suggestionNo()).documentNo()).isEqualTo("P0099");
  }

  @Test
  void the_published_figures_are_there_for_whoever_reads_by_sql() {
    long rows =
        stores.sql().number("select count(*) from handed_forecast where plan_name = ?", "default");
    assertThat(rows)
        .isPositive()
        .isEqualTo(
            stores
                .sql()
                .number(
                    "select count(*) from forecast f join publication p"
                        + " on p.version_id = f.version_id where p.plan_name = ?",
                    "default"));
  }
}
