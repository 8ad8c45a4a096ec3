package org.demandwright.app.decide;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.demandwright.app.Expected;
import org.demandwright.app.Refused;
import org.demandwright.app.Wordbook;
import org.demandwright.core.decide.price.PriceAdvice;
import org.demandwright.core.decide.price.PriceUnknown;
import org.demandwright.core.decide.price.PriceWords;
import org.demandwright.core.demand.DataScope;
import org.demandwright.core.demand.ItemKey;
import org.demandwright.core.demand.Price;
import org.demandwright.core.supply.SupplyTable;
import org.demandwright.store.Stores;
import org.demandwright.store.decide.DecisionStore.Decision;
import org.demandwright.store.decide.PlacePrice;
import org.demandwright.store.decide.PriceResponseStore;
import org.demandwright.store.decide.PriceResponseStore.Lesson;
import org.demandwright.store.decide.Scenario;
import org.demandwright.store.decide.ScenarioStore;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * Tea of company A was sold at five prices, 20 · (price ÷ 10)^−1.5 a day; its forecast is 1 a week
 * of each series from a version of three weeks.
 */
class ScenariosTest {
  private static final LocalDate TODAY = TeaShop.TODAY;
  private static final DataScope ALL = DataScope.unrestricted();
  private static final ItemKey TEA = TeaShop.TEA;

  private TeaShop shop;
  private Stores stores;
  private LearnPrices learn;
  private PriceResponses responses;
  private PriceQuestions questions;
  private Scenarios scenarios;

  @BeforeEach
  void fill() {
    shop = new TeaShop();
    shop.sellAtPrices();
    stores = shop.stores;
    PriceResponseStore lessons = new PriceResponseStore(stores.sql());
    learn = new LearnPrices(lessons, stores.masterData(), stores.sums(), shop.settings, shop.clock);
    responses = new PriceResponses(lessons, shop.plans);
    questions = new PriceQuestions(responses, shop.stockPlans, shop.footing, shop.clock);
    scenarios =
        new Scenarios(questions, responses, new ScenarioStore(stores.sql()), stores.audit());
  }

  private static List<Price> at(String site, List<Price> prices) {
    return prices.stream()
        .map(
            p ->
                new Price(
                    p.priceId(),
                    p.item(),
                    site,
                    p.validFrom(),
                    p.validTo(),
                    p.unitPrice(),
                    p.currency()))
        .toList();
  }

  private static void assertRefused(ThrowingCallable asked, Refused.Kind kind, String field) {
    assertThatThrownBy(asked)
        .isInstanceOfSatisfying(
            Refused.class,
            refused -> {
              assertThat(refused.kind()).as(refused.getMessage()).isEqualTo(kind);
              assertThat(refused.field()).as(refused.getMessage()).isEqualTo(field);
            });
  }

  private PriceQuestions.Suggested suggest(Optional<String> org, String item, String site) {
    return questions.suggest(ALL, Optional.empty(), org, item, site, PriceAdvice.Limits.USUAL);
  }

  private Lesson learned() {
    Decision decision = shop.decided();
    Lesson lesson = learn.begin(decision, shop.instance).orElseThrow();
    DecisionBasis basis = shop.decide.basis(decision);
    PriceSweep sweep = learn.sweep(basis, lesson);
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

  private static PriceQuestions.Question question(String item, String price, String... sites) {
    return new PriceQuestions.Question(
        "cheaper",
        Optional.empty(),
        Optional.of("A"),
        item,
        List.of(sites),
        TODAY,
        TODAY.plusDays(6),
        new BigDecimal(price));
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
    Decision again = shop.decided();
    assertThat(learn.begin(again, shop.instance)).as("not due").isEmpty();
    assertThat(learn.begin(again, lesson.instanceId())).as("its own run").isPresent();
    stores.sql().update("update run_day set as_of = ?", TODAY.plusDays(7));
    Decision later = shop.decided();
    Lesson begun = learn.begin(later, shop.instance).orElseThrow();
    assertThat(learn.begin(later, shop.instance)).contains(begun);
    assertThat(responses.newest(Optional.empty()).lessonId())
        .as("until it is made")
        .isEqualTo(lesson.lessonId());
  }

  @Test
  void another_price_is_answered_with_money_and_stock() {
    learned();
    shop.put(
        SupplyTable.ITEM, "A", "tea", "V1", 3, null, null, new BigDecimal("6"), "EUR", null, true);
    shop.put(SupplyTable.STOCK_LEVEL, "A", "tea", "S1", BigDecimal.ONE, null, null);
    Scenario told = questions.ask(ALL, question("tea", "9", "S1"), "ann");
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
    assertThatThrownBy(() -> questions.ask(ALL, question("tea", "7", "S1"), "ann"))
        .isInstanceOf(Refused.class)
        .hasMessageContaining("7.00 lies outside of the prices from 8.00 to 12.00")
        .hasMessageContaining("5 prices");
    assertThatThrownBy(() -> questions.ask(ALL, question("cup", "7", "S1"), "ann"))
        .isInstanceOf(Refused.class)
        .hasMessageContaining("cannot be known")
        .hasMessageContaining("No price of it is told");
    assertThatThrownBy(() -> questions.ask(ALL, question("soap", "7", "S1"), "ann"))
        .isInstanceOf(Refused.class)
        .hasMessageContaining("nothing was learned");
  }

  @Test
  void what_an_item_answers_is_told_at_no_site_without_a_price() {
    stores.masterData().replacePrices(at("S1", stores.masterData().prices(List.of("tea"))));
    Lesson lesson = learned();
    assertThat(of(lesson, "A", "tea", "S1").response().isKnown()).isTrue();
    PlacePrice other = of(lesson, "A", "tea", "S2");
    assertThat(other.response().unknown()).contains(PriceUnknown.NO_PRICE);
    assertThat(Wordbook.english().say(PriceWords.of(other.response(), other.support())))
        .contains("sold here");
  }

  @Test
  void a_price_in_another_currency_is_none() {
    List<Price> prices = new ArrayList<>(stores.masterData().prices(List.of("tea")));
    BigDecimal cents = BigDecimal.valueOf(1_000);
    prices.add(new Price("C1", TEA, "S1", TODAY.minusDays(1), null, cents, "JPY"));
    stores.masterData().replacePrices(prices);
    learned();
    Scenario told = questions.ask(ALL, question("tea", "9", "S1"), "ann");
    assertThat(told.currency()).isEqualTo("EUR");
    assertThat(told.sites().get(0).outcome().before()).isLessThan(cents);
  }

  @Test
  void what_cannot_be_known_is_no_fault_of_the_question() {
    learned();
    assertRefused(
        () -> questions.ask(ALL, question("cup", "7", "S1"), "ann"), Refused.Kind.CONFLICT, "");
    assertRefused(
        () -> questions.ask(ALL, question("tea", "7", "S1"), "ann"), Refused.Kind.CONFLICT, "");
    assertRefused(
        () -> questions.ask(ALL, question("tea", "9", "S9"), "ann"), Refused.Kind.INVALID, "sites");
    assertRefused(() -> suggest(Optional.of("A"), "cup", "S1"), Refused.Kind.CONFLICT, "");
    assertRefused(() -> suggest(Optional.of("A"), "tea", "S1"), Refused.Kind.CONFLICT, "");
    assertRefused(() -> suggest(Optional.of("A"), "tea", "S9"), Refused.Kind.NOT_FOUND, "");
    assertRefused(() -> suggest(Optional.empty(), "tea", "S1"), Refused.Kind.INVALID, "");
  }

  @Test
  void a_price_with_too_many_digits_is_refused() {
    learned();
    for (String price : List.of("1e-600000000", "1e2147483647", "1e13", "9.0000000000000000001")) {
      assertRefused(
          () -> questions.ask(ALL, question("tea", price, "S1"), "ann"),
          Refused.Kind.INVALID,
          "price");
    }
  }

  @Test
  void days_beyond_the_forecast_are_refused() {
    learned();
    PriceQuestions.Question q = question("tea", "9", "S1");
    assertThatThrownBy(
            () ->
                questions.ask(
                    ALL,
                    new PriceQuestions.Question(
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
    shop.put(
        SupplyTable.ITEM, "A", "tea", "V1", 3, null, null, new BigDecimal("5"), "EUR", null, true);
    PriceQuestions.Suggested suggested =
        questions.suggest(
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
