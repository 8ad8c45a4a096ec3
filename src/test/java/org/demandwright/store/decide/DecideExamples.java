package org.demandwright.store.decide;

import static org.assertj.core.api.Assertions.assertThat;
import static org.demandwright.store.StoreExample.followed;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.demandwright.core.decide.Abc;
import org.demandwright.core.decide.PolicyField;
import org.demandwright.core.decide.PolicyRule;
import org.demandwright.core.decide.PolicySubject;
import org.demandwright.core.decide.PolicyValues;
import org.demandwright.core.decide.ServiceTarget;
import org.demandwright.core.decide.StockPolicy;
import org.demandwright.core.decide.SuggestionAnswer;
import org.demandwright.core.decide.SuggestionKind;
import org.demandwright.core.decide.SuggestionState;
import org.demandwright.core.decide.Xyz;
import org.demandwright.core.decide.promotion.PromotionEffect;
import org.demandwright.core.decide.promotion.PromotionEffect.Level;
import org.demandwright.core.decide.promotion.PromotionEffect.Responds;
import org.demandwright.core.decide.promotion.PromotionEffects;
import org.demandwright.core.decide.promotion.WhyUnknown;
import org.demandwright.core.decide.risk.RiskKind;
import org.demandwright.core.demand.Bucket;
import org.demandwright.core.demand.DataScope;
import org.demandwright.core.demand.ItemKey;
import org.demandwright.store.StoreExample;
import org.demandwright.store.StoreExample.Does;
import org.demandwright.store.Stores;
import org.demandwright.store.decide.DecisionStore.Decision;

/** What the stores of decisions do. */
public final class DecideExamples {
  private static final Instant NOW = Instant.parse("2026-04-01T02:00:00.123456Z");
  private static final LocalDate DAY = LocalDate.of(2026, 4, 1);

  private DecideExamples() {}

  public static List<StoreExample<?>> all() {
    return List.of(
        new StoreExample<>(
            DecisionStore.class, Does.RETURN_WHAT_WAS_WRITTEN, DecideExamples::decisions),
        new StoreExample<>(DecisionStore.class, Does.FORGET, DecideExamples::forgotten),
        new StoreExample<>(
            StockPlanStore.class, Does.RETURN_WHAT_WAS_WRITTEN, DecideExamples::plans),
        new StoreExample<>(StockPlanStore.class, Does.PAGE_IN_ORDER, DecideExamples::pages),
        new StoreExample<>(
            SuggestionStore.class, Does.RETURN_WHAT_WAS_WRITTEN, DecideExamples::suggestions),
        new StoreExample<>(
            SuggestionStore.class, Does.PAGE_IN_ORDER, DecideExamples::pagesOfSuggestions),
        new StoreExample<>(
            StockExceptionStore.class, Does.RETURN_WHAT_WAS_WRITTEN, DecideExamples::exceptions),
        new StoreExample<>(
            StockExceptionStore.class, Does.PAGE_IN_ORDER, DecideExamples::pagesOfExceptions),
        new StoreExample<>(
            StockExceptionStore.class, Does.FORGET, DecideExamples::exceptionsThatAreGone),
        new StoreExample<>(
            ForecastErrorStore.class, Does.RETURN_WHAT_WAS_WRITTEN, DecideExamples::forecastErrors),
        new StoreExample<>(
            ExceptionQualityStore.class,
            Does.RETURN_WHAT_WAS_WRITTEN,
            DecideExamples::qualityOfExceptions),
        new StoreExample<>(
            PromotionEffectStore.class,
            Does.RETURN_WHAT_WAS_WRITTEN,
            DecideExamples::promotionEffects),
        new StoreExample<>(
            PromotionEffectStore.class,
            Does.PAGE_IN_ORDER,
            DecideExamples::pagesOfPromotionEffects),
        new StoreExample<>(
            SuggestionStore.class, Does.PAGE_IN_ORDER, DecideExamples::pagesOfAnswers),
        new StoreExample<>(
            PolicyRuleStore.class, Does.RETURN_WHAT_WAS_WRITTEN, DecideExamples::rules));
  }

  private static void decisions(DecisionStore store, Stores stores) {
    Decision begun = store.begin(7, "default", 3, DAY, NOW);
    assertThat(store.begin(7, "other", 4, DAY.plusDays(1), NOW)).as("goes on").isEqualTo(begun);
    assertThat(store.newest("default")).as("before it is made").isEmpty();
    assertThat(store.find(begun.decisionId())).isEmpty();
    store.finish(begun.decisionId(), 12, "abc", NOW.plusSeconds(9));
    assertThat(store.newest("default"))
        .contains(
            new Decision(
                begun.decisionId(),
                7,
                "default",
                3,
                DAY,
                NOW,
                Optional.of(NOW.plusSeconds(9)),
                12,
                Optional.of("abc")));
    assertThat(store.find(begun.decisionId())).isEqualTo(store.ofInstance(7));
    Decision next = store.begin(8, "default", 4, DAY, NOW);
    store.finish(next.decisionId(), 12, "abc", NOW);
    assertThat(store.newest("default").map(Decision::instanceId)).contains(8L);
  }

  private static void forgotten(DecisionStore store, Stores stores) {
    StockPlanStore plans = new StockPlanStore(stores.sql());
    SuggestionStore suggestions = new SuggestionStore(stores.sql());
    List<Long> ids = new ArrayList<>();
    for (long instance = 1; instance <= 3; instance++) {
      long id = store.begin(instance, "default", 3, DAY, NOW).decisionId();
      plans.write(id, List.of(AnyStockPlan.planned(1, "A", "tea")));
      suggestions.write(id, List.of(), List.of(AnySuggestion.order(1, "A", "tea", true)), Map.of());
      store.finish(id, 1, "abc", NOW);
      ids.add(id);
    }
    long other = store.begin(4, "other", 3, DAY, NOW).decisionId();
    store.finish(other, 0, "abc", NOW);
    store.forget("default", 2);
    assertThat(store.find(ids.get(0))).isEmpty();
    assertThat(plans.contents(ids.get(0)).rows()).isZero();
    assertThat(suggestions.page(ids.get(0), SuggestionStore.Filter.all(), 0, 0, 9)).isEmpty();
    assertThat(store.find(ids.get(1))).isPresent();
    assertThat(plans.contents(ids.get(2)).rows()).isEqualTo(1);
    assertThat(store.find(other)).isPresent();
  }

  private static List<PlannedStock> all(StockPlanStore store, long decisionId) {
    List<PlannedStock> all = new ArrayList<>();
    store.each(decisionId, all::add);
    return all;
  }

  private static void plans(StockPlanStore store, Stores stores) {
    PlannedStock tea = AnyStockPlan.planned(4, "A", "tea");
    PlannedStock cup = AnyStockPlan.refused(2, "A", "cup");
    store.write(1, List.of(tea, cup));
    store.write(1, List.of(tea));
    assertThat(all(store, 1)).as("written twice").containsExactly(cup, tea);
    store.write(2, List.of(cup));
    assertThat(store.contents(1).rows()).isEqualTo(2);
    assertThat(store.footings(1, List.of(4L, 9L)))
        .isEqualTo(
            Map.of(
                4L,
                new StockPlanStore.Footing(
                    tea.subject(), tea.by(), tea.plan().orElseThrow().beyondHorizon())));
    assertThat(store.refusals(1)).isEqualTo(Map.of(cup.refused().orElseThrow(), 1L));
    store.write(3, List.of(cup));
    store.write(3, List.of(tea));
    assertThat(store.contents(3))
        .as("in whatever order it was planned")
        .isEqualTo(store.contents(1));
    assertThat(store.contents(2).hash()).isNotEqualTo(store.contents(1).hash());

    StockPlanStore.Filter tea1 =
        new StockPlanStore.Filter(
            DataScope.unrestricted(),
            Optional.of("A"),
            Optional.of("tea"),
            Optional.of("S1"),
            Optional.of("goods"),
            Optional.of("V1"),
            Optional.of(Abc.A),
            Optional.of(PlannedStock.By.FORECAST));
    assertThat(store.page(1, tea1, 0, 9)).containsExactly(tea);
    assertThat(store.classes(1, List.of(2L, 4L, 5L)))
        .isEqualTo(
            Map.of(
                2L,
                new StockPlanStore.Classes("", null),
                4L,
                new StockPlanStore.Classes("goods", "A")));
  }

  private static void pages(StockPlanStore store, Stores stores) {
    List<PlannedStock> plans = new ArrayList<>();
    for (long number = 1; number <= 7; number++) {
      plans.add(AnyStockPlan.planned(number, "A", "item" + number));
    }
    store.write(1, plans);
    assertThat(
            followed(
                0L,
                (after, limit) -> store.page(1, StockPlanStore.Filter.all(), after, limit),
                PlannedStock::number))
        .isEqualTo(plans);
  }

  private static void suggestions(SuggestionStore store, Stores stores) {
    SuggestedOrder tea = AnySuggestion.order(4, "A", "tea", true);
    SuggestedOrder cup = AnySuggestion.order(2, "A", "cup", false);
    SuggestedOrder sent = AnySuggestion.transfer(2, "A", "cup");
    store.write(1, List.of(2L, 4L), List.of(tea, cup, sent), Map.of());
    List<SuggestedOrder> first = store.page(1, SuggestionStore.Filter.all(), 0, 0, 9);
    assertThat(first).extracting(SuggestedOrder::number).doesNotContain(0L).doesNotHaveDuplicates();
    assertThat(unnumbered(first)).containsExactly(cup, sent.numbered(1, 0), tea);
    Contents both = store.contents(1);
    store.write(1, List.of(2L, 4L), List.of(tea), Map.of());
    assertThat(unnumbered(store.of(1, List.of(2L, 4L))))
        .as("what is not suggested any more")
        .containsExactly(tea);
    assertThat(store.contents(1)).isNotEqualTo(both);
    store.write(2, List.of(4L), List.of(tea), store.before(1));
    assertThat(store.of(2, List.of(4L)))
        .as("under the number that it had")
        .isEqualTo(store.of(1, List.of(4L)));
    store.write(3, List.of(4L), List.of(tea), Map.of());
    assertThat(store.of(3, List.of(4L))).isNotEqualTo(store.of(1, List.of(4L)));
    assertThat(store.contents(3)).as("whatever its number").isEqualTo(store.contents(1));
    store.write(3, List.of(2L), List.of(cup, sent), Map.of());
    SuggestedOrder more = AnySuggestion.order(2, "A", "cup", true);
    store.replace(3, List.of(more), Map.of());
    assertThat(unnumbered(store.of(3, List.of(2L)))).containsExactly(more, sent.numbered(1, 0));
    LocalDate by = tea.suggestion().orderBy();
    assertThat(unnumbered(store.page(1, wanted(SuggestionKind.BUY, by), 0, 0, 9)))
        .containsExactly(tea);
    assertThat(store.page(1, wanted(SuggestionKind.CANCEL, by), 0, 0, 9)).isEmpty();
    assertThat(store.page(1, wanted(SuggestionKind.BUY, by.minusDays(1)), 0, 0, 9)).isEmpty();
  }

  private static SuggestionStore.Filter wanted(SuggestionKind kind, LocalDate orderBy) {
    return new SuggestionStore.Filter(
        DataScope.unrestricted(),
        Optional.of("A"),
        Optional.of("tea"),
        Optional.of("S1"),
        Optional.of("V1"),
        Optional.of(kind),
        Optional.of(orderBy));
  }

  private static List<SuggestedOrder> unnumbered(List<SuggestedOrder> orders) {
    return orders.stream().map(o -> o.numbered(o.line(), 0)).toList();
  }

  private static void pagesOfSuggestions(SuggestionStore store, Stores stores) {
    List<SuggestedOrder> orders = new ArrayList<>();
    for (long place = 1; place <= 4; place++) {
      String item = "item" + place;
      orders.add(AnySuggestion.order(place, "A", item, place % 2 == 0));
      orders.add(AnySuggestion.transfer(place, "A", item).numbered(1, 0));
    }
    store.write(1, List.of(), orders, Map.of());
    List<SuggestedOrder> found = new ArrayList<>();
    List<SuggestedOrder> page = store.page(1, SuggestionStore.Filter.all(), 0, 0, 3);
    while (!page.isEmpty()) {
      found.addAll(page);
      SuggestedOrder last = page.get(page.size() - 1);
      page = store.page(1, SuggestionStore.Filter.all(), last.place(), last.line(), 3);
    }
    assertThat(unnumbered(found)).isEqualTo(orders);
  }

  private static List<StockException> open(StockExceptionStore store) {
    return store.page(
        "default", StockExceptionStore.Filter.all(), StockExceptionStore.Position.START, 99);
  }

  private static void write(
      StockExceptionStore store, long decision, LocalDate day, StockException.Found... found) {
    List<PolicySubject.Key> places =
        List.of(new PolicySubject.Key("A", "tea", "S1"), new PolicySubject.Key("A", "cup", "S1"));
    store.write("default", decision, day, places, List.of(found));
    store.closeUnseen("default", decision, day);
  }

  private static void exceptions(StockExceptionStore store, Stores stores) {
    StockException.Found tea = AnyException.found(RiskKind.STOCK_OUT, "A", "tea", "200");
    StockException.Found late = AnyException.found(RiskKind.SUPPLIER_LATE, "A", "tea", "90");
    write(store, 1, DAY, late, tea);
    List<StockException> first = open(store);
    assertThat(first).extracting(StockException::risk).containsExactly(tea.risk(), late.risk());
    assertThat(first).extracting(StockException::stake).containsExactly(tea.stake(), late.stake());
    assertThat(first).allSatisfy(e -> assertThat(e.since()).isEqualTo(DAY));

    StockException.Found less = AnyException.found(RiskKind.STOCK_OUT, "A", "tea", "50");
    write(store, 2, DAY.plusDays(1), less);
    write(store, 2, DAY.plusDays(1), less);
    StockException again = open(store).get(0);
    assertThat(open(store)).as("one is gone").hasSize(1);
    assertThat(again.number()).as("it is the same").isEqualTo(first.get(0).number());
    assertThat(again.since()).isEqualTo(DAY);
    assertThat(again.seenOn()).isEqualTo(DAY.plusDays(1));
    assertThat(again.stake()).isEqualTo(less.stake());
    assertThat(again.worstMoney()).isEqualTo(tea.stake().amount());
    assertThat(store.find(DataScope.unrestricted(), first.get(1).number()).orElseThrow().closedOn())
        .contains(DAY.plusDays(1));

    write(store, 3, DAY.plusDays(2), less, late);
    assertThat(open(store).stream().filter(e -> e.risk().kind() == RiskKind.SUPPLIER_LATE))
        .as("what was gone and comes again is another one")
        .allSatisfy(e -> assertThat(e.number()).isNotEqualTo(first.get(1).number()))
        .allSatisfy(e -> assertThat(e.since()).isEqualTo(DAY.plusDays(2)));

    StockExceptionStore.Filter wanted =
        new StockExceptionStore.Filter(
            DataScope.unrestricted(),
            Optional.of(RiskKind.SUPPLIER_LATE),
            Optional.of("A"),
            Optional.of("tea"),
            Optional.of("S1"),
            Optional.of("V1"),
            Optional.of(new BigDecimal("90")),
            Optional.of(DAY.plusDays(2)));
    assertThat(store.page("default", wanted, StockExceptionStore.Position.START, 9)).hasSize(1);
    assertThat(
            store.page(
                "other", StockExceptionStore.Filter.all(), StockExceptionStore.Position.START, 9))
        .isEmpty();
  }

  private static void pagesOfExceptions(StockExceptionStore store, Stores stores) {
    List<StockException.Found> found =
        List.of(
            AnyException.found(RiskKind.STOCK_OUT, "A", "tea", "1000"),
            AnyException.found(RiskKind.OVERSTOCK, "A", "tea", "999.99"),
            AnyException.found(RiskKind.STOCK_OUT, "A", "cup", "999.99"),
            AnyException.found(RiskKind.EXPIRY, "A", "cup", "9"),
            AnyException.found(RiskKind.EXPIRY, "A", "tea", "5000", "CHF", false),
            AnyException.found(RiskKind.OVERSTOCK, "A", "cup", "10", "CHF", false),
            AnyException.found(RiskKind.DEMAND_BREAK, "A", "cup", "7000", "USD", false),
            AnyException.found(RiskKind.DEMAND_BREAK, "A", "tea", null));
    List<StockException.Found> mixed = new ArrayList<>(found);
    Collections.reverse(mixed);
    Collections.swap(mixed, 5, 6);
    write(store, 1, DAY, mixed.toArray(StockException.Found[]::new));
    assertThat(
            followed(
                    StockExceptionStore.Position.START,
                    (after, limit) ->
                        store.page("default", StockExceptionStore.Filter.all(), after, limit),
                    StockExceptionStore.Position::of)
                .stream()
                .map(e -> e.risk().kind() + e.key().item())
                .toList())
        .isEqualTo(found.stream().map(f -> f.risk().kind() + f.key().item()).toList());
  }

  private static void exceptionsThatAreGone(StockExceptionStore store, Stores stores) {
    write(store, 1, DAY, AnyException.found(RiskKind.STOCK_OUT, "A", "tea", "1"));
    long number = open(store).get(0).number();
    write(store, 2, DAY.plusDays(1));
    store.forgetClosed("default", DAY.plusDays(1));
    assertThat(store.find(DataScope.unrestricted(), number)).as("closed on that day").isPresent();
    store.forgetClosed("default", DAY.plusDays(2));
    assertThat(store.find(DataScope.unrestricted(), number)).isEmpty();
  }

  private static void forecastErrors(ForecastErrorStore store, Stores stores) {
    LocalDate week = LocalDate.of(2026, 3, 2);
    List<Object[]> versions = new ArrayList<>();
    List<Object[]> told = new ArrayList<>();
    for (long version = 1; version <= 2; version++) {
      versions.add(new Object[] {version, "default", "WEEK", week, week.plusWeeks(1), NOW});
      told.add(new Object[] {1L, week, version, 1, 9.0, 10.0 * version, 0.0, 30.0});
      told.add(new Object[] {1L, week.plusWeeks(1), version, 2, 9.0, 99.0, 0.0, 30.0});
    }
    stores
        .sql()
        .insertAll(
            "archived_version",
            "version_id, plan_name, bucket, origin, last_period, published_at",
            versions);
    stores
        .sql()
        .insertAll(
            "forecast_archive",
            "series_id, period_start, version_id, lag, baseline, final_units, p10, p90",
            told);
    stores
        .sql()
        .insertAll(
            "archived_demand",
            "series_id, bucket, period_start, units, observed",
            List.of(
                new Object[] {1L, "WEEK", week, 26.0, true},
                new Object[] {1L, "WEEK", week.plusWeeks(1), 26.0, true}));
    assertThat(store.ofNextPeriod("default", Bucket.WEEK, week, List.of(1L, 2L)))
        .as("by the newest version, of the next period alone")
        .isEqualTo(Map.of(1L, new TreeMap<>(Map.of(week, 6.0))));
    assertThat(store.ofNextPeriod("default", Bucket.WEEK, week.plusDays(1), List.of(1L)))
        .as("too old")
        .isEmpty();
    assertThat(store.ofNextPeriod("other", Bucket.WEEK, week, List.of(1L))).isEmpty();
  }

  private static void qualityOfExceptions(ExceptionQualityStore store, Stores stores) {
    ExceptionQualityStore.Replayed late = AnyException.replayed(RiskKind.SUPPLIER_LATE, false);
    ExceptionQualityStore.Replayed out = AnyException.replayed(RiskKind.STOCK_OUT, true);
    store.replace("default", List.of(late, out));
    store.replace("other", List.of(late));
    assertThat(store.of("default")).containsExactly(out, late);
    store.replace("default", List.of(out));
    assertThat(store.of("default")).containsExactly(out);
    assertThat(store.of("other")).containsExactly(late);
  }

  private static void pagesOfAnswers(SuggestionStore store, Stores stores) {
    Decision decision = new DecisionStore(stores.sql()).begin(7, "default", 3, DAY, NOW);
    List<SuggestedOrder> orders = new ArrayList<>();
    for (long place = 1; place <= 6; place++) {
      orders.add(AnySuggestion.order(place, "A", "item" + place, true));
    }
    store.write(decision.decisionId(), List.of(), orders, Map.of());
    AnswerStore answers = new AnswerStore(stores.sql());
    List<SuggestedOrder> written =
        store.page(decision.decisionId(), SuggestionStore.Filter.all(), 0, 0, 9);
    List<SuggestionStore.Told> open = new ArrayList<>();
    for (SuggestedOrder order : written) {
      SuggestionCase noted =
          SuggestionCase.open(
              new SuggestionCase.Suggested("default", decision.decisionId(), 3, DAY),
              order,
              "goods",
              "A",
              null);
      answers.note(List.of(noted));
      open.add(
          new SuggestionStore.Told(
              answers.find(DataScope.unrestricted(), order.number()).orElseThrow(),
              Optional.of(order)));
      assertThat(store.find(decision.decisionId(), order.number())).contains(order);
    }
    SuggestionCase snoozed = asOf(answers, open.remove(4), SuggestionState.SNOOZED);
    SuggestionCase rejected = asOf(answers, open.remove(0), SuggestionState.REJECTED);
    assertThat(told(store, decision, SuggestionState.OPEN, DAY)).isEqualTo(open);
    assertThat(told(store, decision, SuggestionState.OPEN, DAY.plusDays(3)))
        .as("open again by itself")
        .hasSize(5);
    assertThat(told(store, decision, SuggestionState.SNOOZED, DAY))
        .extracting(SuggestionStore.Told::suggestion)
        .containsExactly(snoozed);
    stores.sql().update("delete from purchase_suggestion");
    assertThat(told(store, decision, SuggestionState.REJECTED, DAY))
        .as("though the decision is gone")
        .containsExactly(new SuggestionStore.Told(rejected, Optional.empty()));
    assertThat(told(store, decision, SuggestionState.OPEN, DAY)).isEmpty();
  }

  private static List<SuggestionStore.Told> told(
      SuggestionStore store, Decision decision, SuggestionState state, LocalDate today) {
    return followed(
        0L,
        (after, limit) ->
            store.told(decision, state, today, SuggestionStore.Filter.all(), after, limit),
        told -> told.suggestion().suggestionNo());
  }

  private static SuggestionCase asOf(
      AnswerStore answers, SuggestionStore.Told of, SuggestionState state) {
    SuggestionCase after =
        of.suggestion()
            .answered(
                new SuggestionCase.Answer(
                    state,
                    "ann",
                    NOW,
                    Optional.of(DAY.plusDays(3)).filter(d -> state == SuggestionState.SNOOZED),
                    Optional.of("why"),
                    Optional.empty()));
    answers.answer(after, AnyCase.logged(after, SuggestionAnswer.SNOOZED));
    return after;
  }

  private static void rules(PolicyRuleStore store, Stores stores) {
    assertThat(store.rules().rules()).isEmpty();
    PolicyRule fine =
        new PolicyRule(
            "A items",
            new PolicyRule.Conditions(
                Set.of("A"),
                Set.of("tea", "cup"),
                Set.of("S1"),
                Set.of("goods"),
                Set.of("V1"),
                Set.of(Abc.A),
                Set.of(Xyz.X, Xyz.Y)),
            PolicyValues.NONE
                .with(PolicyField.SERVICE, ServiceTarget.fillRate(0.985))
                .with(PolicyField.ORDERING, StockPolicy.REORDER_POINT_LOTS)
                .with(PolicyField.REVIEW_DAYS, 3)
                .with(PolicyField.MULTIPLE, new BigDecimal("0.5"))
                .with(PolicyField.HOLDING_RATE, 0.2));
    PolicyRule rest = new PolicyRule("rest", PolicyRule.Conditions.ANY, PolicyValues.NONE);
    long seen = store.rules().revision();
    assertThat(store.replace(List.of(fine, rest), seen, "ann", NOW)).isTrue();
    assertThat(store.rules())
        .isEqualTo(new PolicyRuleStore.Rules(seen + 1, NOW, "ann", List.of(fine, rest)));
    assertThat(store.replace(List.of(), seen, "bob", NOW)).as("changed meanwhile").isFalse();
    assertThat(store.rules().rules()).containsExactly(fine, rest);
  }

  private static void promotionEffects(PromotionEffectStore store, Stores stores) {
    store.replace(DAY.minusDays(7), AnyPromotionEffect.of(List.of("B")));
    PromotionEffects learned = AnyPromotionEffect.of(List.of("A"));
    PromotionEffect never =
        AnyPromotionEffect.unknown(new ItemKey("A", "cup"), WhyUnknown.NO_PROMOTION);
    List<PromotionEffect> items = new ArrayList<>(learned.items());
    items.add(never);
    store.replace(
        DAY,
        new PromotionEffects(
            learned.categories(), items, learned.promotions(), learned.again(), learned.slope()));
    assertThat(store.learning()).contains(new PromotionEffectStore.Learning(DAY, 0.1, 0.3));
    DataScope all = DataScope.unrestricted();
    assertThat(effects(store, PromotionEffectStore.Filter.of(all, Level.CATEGORY)))
        .isEqualTo(learned.categories());
    assertThat(effects(store, PromotionEffectStore.Filter.of(all, Level.ITEM))).isEqualTo(items);
    assertThat(effects(store, PromotionEffectStore.Filter.of(all, Level.PROMOTION)))
        .isEqualTo(learned.promotions());
    assertThat(effects(store, effectFilter(Optional.empty(), Optional.of(false))))
        .containsExactly(never);
    assertThat(effects(store, effectFilter(Optional.of(Responds.YES), Optional.empty())))
        .containsExactlyElementsOf(learned.items());
    assertThat(effects(store, effectFilter(Optional.of(Responds.NO), Optional.empty()))).isEmpty();
    assertThat(effects(store, effectFilter(Optional.of(Responds.UNSURE), Optional.empty())))
        .isEmpty();
    DataScope some = new DataScope(Optional.empty(), Optional.of(Set.of("S1")), Optional.empty());
    assertThat(store.page(PromotionEffectStore.Filter.of(some, Level.PROMOTION), 0, 9))
        .as("of one site alone")
        .isEmpty();
    assertThat(effects(store, PromotionEffectStore.Filter.of(some, Level.ITEM)))
        .isNotEmpty()
        .allSatisfy(e -> assertThat(e.evidence().units()).isEmpty());
    PromotionEffectStore.Depths depths = new PromotionEffectStore.Depths(0.2, 0.2);
    assertThat(store.depths("A", Optional.of("tea"), Optional.empty())).contains(depths);
    assertThat(store.depths("A", Optional.empty(), Optional.of("goods of A"))).contains(depths);
    assertThat(store.depths("A", Optional.of("cup"), Optional.empty())).isEmpty();
    assertThat(store.depths("B", Optional.of("tea"), Optional.empty())).isEmpty();
    assertThat(store.counts(all))
        .containsExactlyInAnyOrder(
            new PromotionEffectStore.Count(Optional.empty(), 1),
            new PromotionEffectStore.Count(Optional.of(WhyUnknown.NO_PROMOTION), 1));
  }

  private static PromotionEffectStore.Filter effectFilter(
      Optional<Responds> responds, Optional<Boolean> known) {
    return new PromotionEffectStore.Filter(
        DataScope.unrestricted(),
        Optional.of(Level.ITEM),
        Optional.of("A"),
        Optional.empty(),
        Optional.of("goods of A"),
        Optional.empty(),
        responds,
        known);
  }

  private static List<PromotionEffect> effects(
      PromotionEffectStore store, PromotionEffectStore.Filter filter) {
    return store.page(filter, 0, 9).stream().map(PromotionEffectStore.Entry::effect).toList();
  }

  private static void pagesOfPromotionEffects(PromotionEffectStore store, Stores stores) {
    store.replace(DAY, AnyPromotionEffect.of(List.of("A", "B", "C", "D", "E")));
    PromotionEffectStore.Filter all =
        PromotionEffectStore.Filter.of(DataScope.unrestricted(), Level.ITEM);
    assertThat(
            followed(
                0L,
                (after, limit) -> store.page(all, after, limit),
                PromotionEffectStore.Entry::number))
        .extracting(e -> e.effect().item().orgId())
        .containsExactly("A", "B", "C", "D", "E");
  }
}
