package org.demandwright.app.decide;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.demandwright.app.Refused;
import org.demandwright.app.Wordbook;
import org.demandwright.app.demand.PlanPromotions;
import org.demandwright.app.demand.TestCalendar;
import org.demandwright.core.DoubleVector;
import org.demandwright.core.decide.promotion.PromotionEffects;
import org.demandwright.core.decide.promotion.WhyUnknown;
import org.demandwright.core.demand.DataScope;
import org.demandwright.core.explain.Contribution;
import org.demandwright.core.explain.Drivers;
import org.demandwright.core.explain.Explanation;
import org.demandwright.core.explain.ForecastExplanation;
import org.demandwright.core.supply.SupplyTable;
import org.demandwright.store.Companies;
import org.demandwright.store.decide.AnyPromotionEffect;
import org.demandwright.store.decide.DecisionStore.Decision;
import org.demandwright.store.decide.PromotionEffectStore;
import org.demandwright.store.decide.StockPlanStore;
import org.demandwright.store.demand.PlannedPromotion;
import org.demandwright.store.demand.PromotionStore;
import org.demandwright.store.forecast.StoredExplanation;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * Of tea of company A two series at S1 and one at S2 forecast 1 in each of three weeks from the 9th
 * of March on; of those at S1 one has 0.7 a week of promotions. Today is the 10th. A promotion of
 * tea sells 50 % more at a depth of 20 %.
 */
class PromotionNeedsTest {
  private static final LocalDate MONDAY = Companies.DAY.plusDays(7);
  private static final DataScope ALL = DataScope.unrestricted();
  private static final long WEB_AT_S1 = 3;

  private TeaShop shop;
  private PromotionStore calendar;
  private PromotionEffectStore effects;
  private PromotionNeeds needs;

  @BeforeEach
  void fill() {
    shop = new TeaShop();
    shop.stores.sql().update("delete from planned_promotion");
    shop.stores.sql().update("delete from promotion");
    calendar = new PromotionStore(shop.stores.sql());
    effects = new PromotionEffectStore(shop.stores.sql());
    effects.replace(TeaShop.TODAY, AnyPromotionEffect.of(List.of("A")));
    StoredExplanation.put(
        shop.stores,
        Companies.VERSION,
        WEB_AT_S1,
        ForecastExplanation.of(
            "Naive",
            new Explanation(
                DoubleVector.of(1, 1, 1),
                List.of(
                    new Contribution(Drivers.LEVEL, DoubleVector.of(0.3, 0.3, 0.3)),
                    new Contribution(Drivers.PROMOTION, DoubleVector.of(0.7, 0.7, 0.7))))));
    needs =
        new PromotionNeeds(
            TestCalendar.of(shop.stores),
            new PromotionsLearned(effects),
            new StockPlanStore(shop.stores.sql()),
            shop.stores.results(),
            shop.stores.masterData(),
            shop.footing);
  }

  private String planned(String site, int from, int to, String depth) {
    PlannedPromotion added =
        calendar.add(
            new PlannedPromotion.Wish(
                TeaShop.TEA,
                Optional.ofNullable(site),
                MONDAY.plusDays(from),
                MONDAY.plusDays(to),
                "",
                Optional.ofNullable(depth).map(BigDecimal::new)),
            "ann",
            Companies.NOW);
    return PlanPromotions.id(added);
  }

  private PromotionNeeds.Needs of(String id) {
    return needs.of(ALL, shop.decided(), id);
  }

  private static PromotionNeeds.Need at(String site, PromotionNeeds.Needs needs) {
    return needs.sites().stream().filter(n -> n.site().equals(site)).findFirst().orElseThrow();
  }

  /** Monday is over: of the first week six of seven days are left, of the second all. */
  @Test
  void what_a_forecast_has_for_days_that_are_over_does_not_count() {
    PromotionNeeds.Need need = at("S1", of(planned("S1", 0, 13, null)));
    assertThat(need.inForecast()).isCloseTo(0.7 * 6 / 7 + 0.7, within(1e-9));
    assertThat(need.usual()).isCloseTo(1.3 * 6 / 7 + 1.3, within(1e-9));
    assertThat(need.need().more())
        .isCloseTo(Math.max(0, need.usual() * 0.5 - need.inForecast()), within(1e-9));
  }

  /** The third week has seven promoted days, of which this promotion has three. */
  @Test
  void what_a_forecast_has_for_other_promotions_is_theirs() {
    planned(null, 17, 20, null);
    assertThat(at("S1", of(planned("S1", 14, 16, null))).inForecast())
        .isCloseTo(0.7 * 3 / 7, within(1e-9));
  }

  @Test
  void a_forecast_has_nothing_for_a_promotion_that_it_did_not_know() {
    String id = planned("S1", 14, 16, null);
    planned("S1", 17, 20, null);
    shop.stores
        .sql()
        .update(
            "update planned_promotion set entered_at = ? where promotion_no = ?",
            Companies.NOW.plusSeconds(1),
            Long.parseLong(id));
    assertThat(at("S1", of(id)).inForecast()).isZero();
  }

  @Test
  void what_deeper_promotions_do_than_were_seen_is_not_made_up() {
    PromotionNeeds.Needs seen = of(planned("S1", 7, 13, "0.2"));
    PromotionNeeds.Needs deeper = of(planned("S1", 7, 13, "0.6"));
    assertThat(deeper.depth()).contains(0.2);
    assertThat(at("S1", deeper).need()).isEqualTo(at("S1", seen).need());
    assertThat(said(deeper)).contains("depth of 60 %");
    assertThat(said(seen)).doesNotContain("depth of");
  }

  private static String said(PromotionNeeds.Needs needs) {
    return Wordbook.english().say(at("S1", needs).said());
  }

  @Test
  void sites_of_which_demand_cannot_be_told_are_named() {
    shop.stores.sql().update("delete from forecast_totals where series_id = ?", 4);
    PromotionNeeds.Needs of = of(planned(null, 7, 13, null));
    assertThat(of.sites()).extracting(PromotionNeeds.Need::site).containsExactly("S1");
    assertThat(of.omitted()).containsExactly("S2");
    assertRefused(planned("S2", 7, 13, null), Refused.Kind.CONFLICT, "cannot be told at S2");
  }

  @Test
  void what_cannot_be_told_says_why() {
    assertRefused(planned("S1", 70, 73, null), Refused.Kind.CONFLICT, "which reaches from");
    effects.replace(
        TeaShop.TODAY,
        new PromotionEffects(
            List.of(),
            List.of(AnyPromotionEffect.unknown(TeaShop.TEA, WhyUnknown.NO_PROMOTION)),
            List.of(),
            0.1,
            0.3));
    assertRefused(planned("S1", 7, 13, null), Refused.Kind.CONFLICT, "It was never on promotion.");
  }

  private void assertRefused(String id, Refused.Kind kind, String why) {
    assertThatThrownBy(() -> of(id))
        .isInstanceOfSatisfying(
            Refused.class, refused -> assertThat(refused.kind()).isEqualTo(kind))
        .hasMessageContaining(why);
  }

  @Test
  void a_version_that_was_removed_is_gone() {
    Decision decision = shop.decided();
    Decision removed =
        new Decision(
            decision.decisionId(),
            decision.instanceId(),
            decision.plan(),
            99,
            decision.asOf(),
            decision.madeAt(),
            decision.finishedAt(),
            decision.places(),
            decision.contentHash());
    String id = planned("S1", 7, 13, null);
    assertThatThrownBy(() -> needs.of(ALL, removed, id))
        .isInstanceOfSatisfying(
            Refused.class, refused -> assertThat(refused.kind()).isEqualTo(Refused.Kind.GONE));
  }

  /** Whoever has it at hand orders on the day before, and not at an unknown time. */
  @Test
  void a_lead_time_of_no_day_is_one() {
    shop.put(SupplyTable.ITEM, "A", "tea", "V1", 0, null, null, null, null, null, true);
    Decision decision = shop.decide.begin(++shop.instance, "default");
    DecisionBasis basis = shop.decide.basis(decision);
    shop.decide.plan(basis, basis.items());
    shop.decide.finish(decision);
    PromotionNeeds.Needs of = needs.of(ALL, decision, planned("S1", 7, 13, null));
    assertThat(at("S1", of).orderBy()).isPresent();
    assertThat(Wordbook.english().say(at("S1", of).said())).contains("Order by");
  }
}
