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
import org.demandwright.app.demand.ReportingCurrency;
import org.demandwright.app.plan.FinalTotals;
import org.demandwright.app.run.ForecastPlans;
import org.demandwright.app.settings.Settings;
import org.demandwright.core.Words;
import org.demandwright.core.decide.PolicyRule;
import org.demandwright.core.decide.ReleaseLimit;
import org.demandwright.core.decide.ReleaseRule;
import org.demandwright.core.decide.ReleaseTerms;
import org.demandwright.core.decide.SuggestionAnswer;
import org.demandwright.core.decide.SuggestionState;
import org.demandwright.core.demand.DataScope;
import org.demandwright.core.supply.SupplyRow;
import org.demandwright.core.supply.SupplyTable;
import org.demandwright.security.audit.AuditTrail;
import org.demandwright.store.Companies;
import org.demandwright.store.Stores;
import org.demandwright.store.decide.AnswerStore;
import org.demandwright.store.decide.DecisionStore;
import org.demandwright.store.decide.DecisionStore.Decision;
import org.demandwright.store.decide.HandoverStore;
import org.demandwright.store.decide.PolicyRuleStore;
import org.demandwright.store.decide.ReleaseRuleStore;
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
 * Of tea and cups at one site there is little: 36 of tea for 90 and 40 cups for 40 are suggested.
 */
class ReleaseSuggestionsTest {
  private static final String ERP = "dw_sales_line";
  private static final LocalDate TODAY = Companies.DAY.plusDays(8);
  private static final DataScope ALL = DataScope.unrestricted();
  private static final int ANY_AGE = 36_500;

  private final Clock clock = new Clock();
  private Stores stores;
  private SupplyStore supply;
  private AnswerStore answers;
  private DecideStock decide;
  private DecisionStore decisions;
  private Suggestions suggestions;
  private AnswerSuggestions answering;
  private ReleaseStore releases;
  private ReleaseRules rules;
  private ReleaseSuggestions release;
  private PreviewRelease preview;
  private long instance = 100;

  @BeforeEach
  void fill() {
    fill(Map.of("dw.reporting.currency", "EUR"));
  }

  private void fill(Map<String, String> config) {
    Settings settings = new Settings(new GivenConfig(config));
    JdbcDataSource database = new JdbcDataSource();
    database.setURL("jdbc:h2:mem:release-" + System.nanoTime() + ";DB_CLOSE_DELAY=-1");
    stores = Stores.of(database);
    Companies.fill(stores, "A", "B");
    for (String table :
        List.of(
            "final_step",
            "suggestion_case",
            "suggestion_order",
            "release_done",
            "release_run",
            "release_kept",
            "decision")) {
      stores.sql().update("delete from " + table);
    }
    stores
        .sql()
        .update("update forecast_version set data_as_of = ?, last_demand = ?", TODAY, TODAY);
    supply = new SupplyStore(stores.sql());
    supply.keepSources(List.of());
    answers = new AnswerStore(stores.sql());
    decisions = new DecisionStore(stores.sql());
    StockPlanStore planned = new StockPlanStore(stores.sql());
    SuggestionStore store = new SuggestionStore(stores.sql());
    AuditTrail audit = stores.audit();
    DemandOfPlaces demand =
        new DemandOfPlaces(new FinalTotals(stores.totals(), stores.finals()), stores.results());
    ForecastPlans plans = new ForecastPlans(new PlanStore(stores.sql()), settings, clock, audit);
    ReportingCurrency reporting =
        new ReportingCurrency(new RateStore(stores.sql()), settings, audit, clock);
    PolicyRules policies = new PolicyRules(new PolicyRuleStore(stores.sql()), audit, clock);
    decide =
        new DecideStock(
            decisions,
            planned,
            store,
            new SuggestionLife(decisions, store, planned, answers, supply, settings, clock),
            policies,
            stores.versions(),
            stores.totals(),
            demand,
            stores.masterData(),
            supply,
            stores.runs(),
            stores.runDays(),
            reporting,
            clock);
    releases = new ReleaseStore(stores.sql());
    suggestions =
        new Suggestions(
            store, answers, releases, decisions, stores.versions(), plans, settings, clock);
    answering =
        new AnswerSuggestions(
            suggestions,
            answers,
            decisions,
            supply,
            new HandOver(new HandoverStore(stores.sql()), answers, store, audit, clock),
            audit,
            clock);
    ReleaseRuleStore ruleStore = new ReleaseRuleStore(stores.sql());
    ReleaseObstacles obstacles =
        new ReleaseObstacles(decisions, planned, stores.versions(), reporting, settings);
    rules = new ReleaseRules(ruleStore, audit, clock);
    release =
        new ReleaseSuggestions(
            ruleStore,
            obstacles,
            releases,
            store,
            planned,
            answers,
            supply,
            suggestions,
            answering,
            reporting,
            settings,
            audit,
            clock);
    preview =
        new PreviewRelease(decisions, plans, planned, store, answers, supply, obstacles, reporting);
    terms("T1", "tea", 36, 12, "2.5", "EUR");
    terms("T2", "cup", 40, 40, "1", "EUR");
    put(SupplyTable.STOCK_LEVEL, "A", "tea", "S1", units("1"), null, null);
    put(SupplyTable.STOCK_LEVEL, "A", "cup", "S1", units("1"), null, null);
    line("PO:0", "tea", TODAY.minusDays(300), "30");
    line("PO:1", "tea", TODAY.minusDays(366), "300");
  }

  private void terms(
      String id, String item, int minimum, int multiple, String price, String currency) {
    put(
        SupplyTable.SUPPLIER_TERMS,
        "A",
        id,
        item,
        "V2",
        null,
        true,
        null,
        null,
        3,
        BigDecimal.valueOf(minimum),
        null,
        "BOX",
        BigDecimal.valueOf(multiple),
        units(price),
        currency);
  }

  private void put(SupplyTable table, Object... values) {
    List<SupplyRow> rows = new ArrayList<>();
    supply.each(table, rows::add);
    rows.add(SupplyRow.of(table, values));
    supply.put(ERP, table, rows);
  }

  private void line(String id, String item, LocalDate ordered, String quantity) {
    put(
        SupplyTable.PURCHASE_LINE,
        "A",
        id,
        "D-" + id,
        item,
        "S1",
        "V2",
        ordered,
        ordered.plusDays(3),
        units(quantity),
        units("0"),
        true,
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

  private static ReleaseRule rule(String name, String item, String money, String change) {
    return new ReleaseRule(
        name,
        new ReleaseRule.Scope(
            new PolicyRule.Conditions(
                Set.of(),
                item.isEmpty() ? Set.of() : Set.of(item),
                Set.of(),
                Set.of(),
                Set.of(),
                Set.of(),
                Set.of()),
            Set.of()),
        new ReleaseRule.Limits(
            Optional.empty(),
            Optional.ofNullable(money).map(BigDecimal::new),
            Optional.ofNullable(change).map(BigDecimal::new),
            new ReleaseRule.Confidence(false, Optional.empty(), false, ReleaseRule.Lateness.ANY)));
  }

  private static ReleaseTerms terms(String cap, String fourEyes) {
    return new ReleaseTerms(
        units(cap), Optional.ofNullable(fourEyes).map(BigDecimal::new), units("1"), ANY_AGE);
  }

  private void on(ReleaseTerms terms, ReleaseRule... all) {
    rules.replace(List.of(all), terms, Expected.anything(), "ann");
    rules.turn(true, "tried", true, Expected.anything(), "ann");
  }

  private int released(Decision decision) {
    return release.begin(decision).stream().mapToInt(release::release).sum();
  }

  private Optional<Words> stopped(Decision decision) {
    return releases.run(decision.decisionId()).flatMap(ReleaseStore.Run::stopped);
  }

  private SuggestionCase of(String item) {
    List<SuggestionCase> found = new ArrayList<>();
    answers.each(ALL, "default", TODAY, TODAY.plusDays(99), found::add);
    return found.stream().filter(c -> c.itemId().equals(item)).findFirst().orElseThrow();
  }

  private List<ReleaseLimit> kept(Decision decision) {
    return releases.keptBy(decision.decisionId()).stream().map(ReleaseStore.KeptCount::by).toList();
  }

  @Test
  void off_it_releases_nothing_and_that_is_how_it_begins() {
    rules.replace(
        List.of(rule("all", "", null, null)), terms("1000", null), Expected.anything(), "ann");
    Decision decision = decided(TODAY);
    assertThat(of("tea").quantity()).isEqualByComparingTo("36");
    assertThat(of("cup").quantity()).isEqualByComparingTo("40");
    assertThat(released(decision)).isZero();
    assertThat(releases.run(decision.decisionId())).isEmpty();
    assertThat(of("tea").state()).isEqualTo(SuggestionState.OPEN);
  }

  @Test
  void what_a_rule_releases_is_accepted_in_its_name_like_a_persons() {
    on(terms("1000", null), rule("only tea", "tea", "90", null));
    Decision decision = decided(TODAY);
    assertThat(released(decision)).isEqualTo(1);
    SuggestionCase tea = of("tea");
    assertThat(tea.state()).isEqualTo(SuggestionState.ACCEPTED);
    assertThat(tea.answeredBy()).isEqualTo("rule:only tea");
    assertThat(tea.accepted()).isEqualByComparingTo("36");
    assertThat(tea.acceptedCost()).isEqualByComparingTo("90");
    assertThat(answers.answers(tea.suggestionNo()))
        .extracting(AnswerStore.Answered::answer)
        .containsExactly(SuggestionAnswer.ACCEPTED);
    assertThat(kept(decision)).containsExactly(ReleaseLimit.NO_RULE);
    assertThat(releases.kept(decision.decisionId(), of("cup").suggestionNo()).orElseThrow().why())
        .isEqualTo(Words.of("decide.release.no-rule"));
    assertThat(suggestions.one(ALL, of("cup").suggestionNo()).notes())
        .as("no rule is about it, and none kept it")
        .noneMatch(note -> note.key().startsWith("decide.note.kept"));
    ReleaseStore.Released told = releases.released(decision.decisionId()).get(0);
    assertThat(told.money()).isEqualByComparingTo("90");
    assertThat(
            stores
                .sql()
                .list(
                    row -> row.getString(1),
                    "select after_json from audit_event where action = 'suggestion.release'"))
        .singleElement()
        .asString()
        .contains("only tea");

    Decision next = decided(TODAY.plusDays(1));
    assertThat(released(next)).as("it is on its way").isZero();
  }

  @Test
  void gone_through_again_it_releases_nothing_twice_and_what_somebody_took_back_stays() {
    on(terms("1000", null), rule("all", "", null, null));
    Decision decision = decided(TODAY);
    assertThat(released(decision)).isEqualTo(2);
    assertThat(released(decision)).isZero();
    long tea = of("tea").suggestionNo();
    answering.answer(
        new AnswerSuggestions.Target(ALL, tea, Expected.anything()), AnswerRequest.reopen(), "ann");
    Decision next = decided(TODAY.plusDays(1));
    assertThat(of("tea").suggestionNo()).isEqualTo(tea);
    assertThat(released(next)).isZero();
    assertThat(kept(next)).containsExactly(ReleaseLimit.TAKEN_BACK);
  }

  @Test
  void the_money_of_the_day_is_spent_once_whatever_is_decided_on_it() {
    on(terms("100", null), rule("all", "", null, null));
    Decision decision = decided(TODAY);
    assertThat(released(decision)).isEqualTo(1);
    assertThat(kept(decision)).containsExactly(ReleaseLimit.DAILY_CAP);
    Decision again = decided(TODAY);
    assertThat(released(again)).isZero();
    assertThat(kept(again)).containsExactly(ReleaseLimit.DAILY_CAP);
    stores.sql().update("update release_done set released_on = ?", TODAY.minusDays(3));
    assertThat(released(decided(TODAY))).as("tomorrow has money of its own").isEqualTo(1);
  }

  @Test
  void above_a_sum_a_person_orders_from_a_vendor() {
    on(terms("1000", "129.99"), rule("all", "", null, null));
    Decision decision = decided(TODAY);
    assertThat(released(decision)).isZero();
    assertThat(kept(decision)).containsExactly(ReleaseLimit.FOUR_EYES);
    assertThat(releases.keptBy(decision.decisionId()).get(0).count()).isEqualTo(2);
    long tea = of("tea").suggestionNo();
    assertThat(suggestions.one(ALL, tea).notes())
        .anySatisfy(
            note -> {
              assertThat(note.key()).isEqualTo("decide.note.kept");
              assertThat(note.arguments().get(1)).asString().contains("four-eyes");
            });
    assertThat(suggestions.one(DataScope.ofCompanies(Set.of("A")), tea).notes())
        .as("who sees a part is not told what all of it sums up to")
        .contains(Words.of("decide.note.kept-by-sum", "all"));
    on(terms("1000", "130"), rule("all", "", null, null));
    assertThat(released(decision)).isEqualTo(2);
  }

  @Test
  void what_people_accept_of_a_vendor_counts_into_the_sum() {
    on(terms("1000", "100"), rule("all", "", null, null));
    Decision decision = decided(TODAY);
    answering.answer(
        new AnswerSuggestions.Target(ALL, of("tea").suggestionNo(), Expected.anything()),
        AnswerRequest.accept(),
        "ann");
    assertThat(released(decision)).isZero();
    assertThat(kept(decision)).containsExactly(ReleaseLimit.FOUR_EYES);
  }

  @Test
  void the_largest_line_of_a_year_says_what_is_usual() {
    on(terms("1000", null), rule("all", "", null, "1.2"));
    Decision decision = decided(TODAY);
    assertThat(released(decision)).as("36 of tea, after 30; nothing is known of cups").isEqualTo(1);
    assertThat(of("tea").state()).isEqualTo(SuggestionState.ACCEPTED);
    assertThat(releases.kept(decision.decisionId(), of("cup").suggestionNo()).orElseThrow().why())
        .isEqualTo(Words.of("decide.release.change-unknown"));
  }

  @Test
  void changed_much_it_is_kept() {
    on(terms("1000", null), rule("all", "", null, "1.19"));
    Decision decision = decided(TODAY);
    assertThat(released(decision)).as("300 were more than a year ago").isZero();
  }

  @Test
  void switched_off_in_between_it_stops_and_says_so() {
    on(terms("1000", null), rule("all", "", null, null));
    Decision decision = decided(TODAY);
    List<ReleaseSuggestions.Together> all = release.begin(decision);
    assertThat(all).hasSize(2);
    assertThat(release.release(all.get(0))).isEqualTo(1);
    rules.turn(false, "odd orders", false, Expected.anything(), "bob");
    assertThat(release.release(all.get(1))).isZero();
    assertThat(stopped(decision)).contains(Words.of("decide.release.off"));
    assertThat(answers.waiting()).hasSize(1);
    rules.turn(true, "seen through", true, Expected.anything(), "ann");
    assertThat(released(decision)).as("it goes on where it was").isEqualTo(1);
    assertThat(stopped(decision)).isEmpty();
  }

  @Test
  void rules_that_are_changed_in_between_count_from_the_next_decision_on() {
    on(terms("1000", null), rule("all", "", null, null));
    Decision decision = decided(TODAY);
    List<ReleaseSuggestions.Together> all = release.begin(decision);
    rules.replace(List.of(), terms("1000", null), Expected.anything(), "ann");
    assertThat(release.release(all.get(0))).isZero();
    assertThat(stopped(decision)).contains(Words.of("decide.release.rules-changed"));
  }

  @Test
  void what_somebody_answers_in_between_stays_as_they_answered() {
    on(terms("1000", null), rule("all", "", null, null));
    Decision decision = decided(TODAY);
    List<ReleaseSuggestions.Together> all = release.begin(decision);
    answering.answer(
        new AnswerSuggestions.Target(ALL, of("tea").suggestionNo(), Expected.anything()),
        AnswerRequest.reject("no room"),
        "ann");
    assertThat(all.stream().mapToInt(release::release).sum()).isEqualTo(1);
    assertThat(of("tea").state()).isEqualTo(SuggestionState.REJECTED);
  }

  @Test
  void what_is_put_off_is_not_released() {
    on(terms("1000", null), rule("all", "", null, null));
    Decision decision = decided(TODAY);
    answering.answer(
        new AnswerSuggestions.Target(ALL, of("tea").suggestionNo(), Expected.anything()),
        AnswerRequest.snooze(suggestions.today().plusDays(2)),
        "ann");
    assertThat(released(decision)).isEqualTo(1);
    assertThat(of("tea").state()).isEqualTo(SuggestionState.SNOOZED);
  }

  @Test
  void what_cannot_be_relied_on_stops_it_with_a_reason() {
    on(terms("1000", null), rule("all", "", null, null));
    Decision decision = decided(TODAY);
    long version = decision.versionId();
    stores.sql().update("update forecast_version set status = ?", VersionStatus.HELD);
    assertThat(released(decision)).isZero();
    assertThat(stopped(decision).orElseThrow().key()).contains("held");
    stores.sql().update("update forecast_version set status = ?", VersionStatus.SUPERSEDED);
    stores
        .sql()
        .update(
            "update forecast_version set last_demand = ? where version_id = ?",
            TODAY.minusDays(8),
            version);
    assertThat(released(decision)).isZero();
    assertThat(stopped(decision))
        .contains(Words.of("decide.release.stale", version, TODAY.minusDays(8), 8));
    stores.sql().update("update forecast_version set last_demand = ?", TODAY);
    stores.sql().update("update publication set version_id = ?", version + 1);
    assertThat(released(decision)).isZero();
    assertThat(stopped(decision))
        .contains(Words.of("decide.release.superseded", version, version + 1));
    stores.sql().update("update publication set version_id = ?", version);
    assertThat(released(decision)).isEqualTo(2);
    assertThat(stopped(decision)).isEmpty();
  }

  @Test
  void a_decision_that_is_old_or_was_followed_or_could_not_plan_enough_stops_it() {
    on(
        new ReleaseTerms(units("1000"), Optional.empty(), units("1"), 3),
        rule("all", "", null, null));
    Decision old = decided(TODAY);
    assertThat(released(old)).isZero();
    assertThat(stopped(old).orElseThrow().key()).isEqualTo("decide.release.old");
    on(terms("1000", null), rule("all", "", null, null));
    decided(TODAY);
    assertThat(released(old)).isZero();
    assertThat(stopped(old)).contains(Words.of("decide.release.not-newest"));
    Decision newest = decisions.newest("default").orElseThrow();
    on(
        new ReleaseTerms(units("1000"), Optional.empty(), units("0.3"), ANY_AGE),
        rule("all", "", null, null));
    stores
        .sql()
        .update(
            "update stock_plan set refused = ?, planned_by = null where item_id = 'tea'",
            Words.of("decide.inactive").text());
    assertThat(stopped(newest)).isEmpty();
    assertThat(released(newest)).as("what is not active is refused rightly").isPositive();
    stores
        .sql()
        .update(
            "update stock_plan set refused = ?, planned_by = null where item_id = 'tea'",
            Words.of("decide.no-rate").text());
    assertThat(released(newest)).isZero();
    assertThat(stopped(newest).orElseThrow().key()).isEqualTo("decide.release.refused");
  }

  @Test
  void without_a_reporting_currency_or_a_rate_nothing_is_released_and_it_says_so() {
    fill(Map.of());
    on(terms("1000", null), rule("all", "", null, null));
    Decision decision = decided(TODAY);
    assertThat(released(decision)).isZero();
    assertThat(stopped(decision)).contains(Words.of("decide.release.no-currency"));
    fill(Map.of("dw.reporting.currency", "CHF"));
    on(terms("1000", null), rule("all", "", null, null));
    Decision francs = decided(TODAY);
    assertThat(released(francs)).isZero();
    assertThat(kept(francs)).containsExactly(ReleaseLimit.RATE);
  }

  @Test
  void only_who_may_switches_it_on_and_only_where_something_would_be_released() {
    assertThatThrownBy(() -> rules.turn(true, "go", true, Expected.anything(), "ann"))
        .isInstanceOfSatisfying(
            Refused.class, r -> assertThat(r.kind()).isEqualTo(Refused.Kind.CONFLICT));
    rules.replace(
        List.of(rule("all", "", null, null)), terms("0", null), Expected.anything(), "ann");
    assertThatThrownBy(() -> rules.turn(true, "go", true, Expected.anything(), "ann"))
        .hasMessageContaining("money that may be released");
    rules.replace(
        List.of(rule("all", "", null, null)), terms("1", null), Expected.anything(), "ann");
    assertThatThrownBy(() -> rules.turn(true, "go", false, Expected.anything(), "bob"))
        .isInstanceOfSatisfying(
            Refused.class, r -> assertThat(r.kind()).isEqualTo(Refused.Kind.FORBIDDEN));
    assertThatThrownBy(() -> rules.turn(false, " ", false, Expected.anything(), "bob"))
        .hasMessageContaining("Say why");
    assertThat(rules.turn(true, "go", true, Expected.anything(), "ann").on()).isTrue();
    assertThat(rules.turn(false, "stop", false, Expected.anything(), "bob").on()).isFalse();
    assertThatThrownBy(
            () ->
                rules.replace(
                    List.of(rule("a", "", null, null), rule("a", "", null, null)),
                    terms("1", null),
                    Expected.anything(),
                    "ann"))
        .hasMessageContaining("Two rules are called 'a'");
  }

  @Test
  void a_dry_run_tells_night_by_night_what_would_have_been_released_and_how_people_answered() {
    Decision first = decided(TODAY);
    answering.answer(
        new AnswerSuggestions.Target(ALL, of("cup").suggestionNo(), Expected.anything()),
        AnswerRequest.reject("no room"),
        "ann");
    decided(TODAY.plusDays(1));
    answering.answer(
        new AnswerSuggestions.Target(ALL, of("tea").suggestionNo(), Expected.anything()),
        AnswerRequest.modify(units("48"), false),
        "ann");
    PreviewRelease.Preview told =
        preview.of(
            Optional.empty(),
            List.of(rule("strict", "cup", "39", null), rule("all", "", null, null)),
            terms("1000", null));
    assertThat(told.currency()).isEqualTo("EUR");
    assertThat(told.nights()).hasSize(2);
    PreviewRelease.Night night = told.nights().get(0);
    assertThat(night.decision().decisionId()).isEqualTo(first.decisionId());
    assertThat(night.stopped()).isEmpty();
    PreviewRelease.OfRule all = night.rules().get(1);
    assertThat(all.rule()).contains("all");
    assertThat(all.released()).isEqualTo(1);
    assertThat(all.units()).isEqualByComparingTo("36");
    assertThat(all.money()).isEqualByComparingTo("90");
    assertThat(all.answers()).isEqualTo(new PreviewRelease.Answers(0, 1, 0, 0, 0));
    assertThat(night.rules().get(0).kept()).isEqualTo(Map.of(ReleaseLimit.MONEY, 1));
    assertThat(told.nights().get(1).rules())
        .as("what was released in the first night is not again")
        .allSatisfy(r -> assertThat(r.released()).isZero());
    assertThat(told.answers()).isEqualTo(new PreviewRelease.Answers(0, 1, 0, 0, 0));

    PreviewRelease.Preview cups =
        preview.of(Optional.empty(), List.of(rule("cups", "cup", null, null)), terms("1000", null));
    assertThat(cups.answers()).isEqualTo(new PreviewRelease.Answers(0, 0, 1, 0, 0));
    assertThat(answers.waiting()).as("nothing is released").hasSize(1);
    assertThat(releases.run(first.decisionId())).isEmpty();
  }
}
