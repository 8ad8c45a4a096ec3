package org.demandwright.app.decide;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import org.demandwright.core.decide.promotion.PromotionEffect;
import org.demandwright.core.decide.promotion.PromotionEffect.Level;
import org.demandwright.core.demand.DataScope;
import org.demandwright.core.demand.Promotion;
import org.demandwright.store.decide.DecisionStore.Decision;
import org.demandwright.store.decide.PromotionEffectStore;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Tea of company A sells 10 a day at S1, and 20 on promotions of eight days. */
class LearnPromotionsTest {
  private static final int[] FIRST = {100, 180, 260, 340};
  private static final int LENGTH = 8;

  private TeaShop shop;
  private PromotionEffectStore effects;
  private LearnPromotions learn;

  @BeforeEach
  void fill() {
    shop = new TeaShop();
    shop.stores.sql().update("delete from planned_promotion");
    shop.stores.masterData().replacePrices(List.of());
    shop.stores
        .masterData()
        .replacePromotions(
            Arrays.stream(FIRST)
                .mapToObj(
                    first ->
                        new Promotion(
                            "P" + first,
                            TeaShop.TEA,
                            "S1",
                            TeaShop.TODAY.minusDays(TeaShop.DAYS - first),
                            TeaShop.TODAY.minusDays(TeaShop.DAYS - first - LENGTH + 1)))
                .toList());
    shop.sell(day -> isPromoted(day) ? 20 : 10);
    shop.sellCups(day -> 200);
    effects = new PromotionEffectStore(shop.stores.sql());
    learn = new LearnPromotions(shop.stores.masterData(), shop.stores.sums(), effects);
  }

  private static boolean isPromoted(int day) {
    return Arrays.stream(FIRST).anyMatch(first -> day >= first && day < first + LENGTH);
  }

  private PromotionEffect tea() {
    return effects
        .page(PromotionEffectStore.Filter.of(DataScope.unrestricted(), Level.ITEM), 0, 99)
        .stream()
        .map(PromotionEffectStore.Entry::effect)
        .filter(e -> e.item().equals(TeaShop.TEA))
        .findFirst()
        .orElseThrow();
  }

  @Test
  void what_promotions_did_is_learned_and_after_a_week_again() {
    Decision decision = shop.decided();
    assertThat(learn.isDue(decision)).isTrue();
    learn.learn(shop.decide.basis(decision));
    assertThat(tea().evidence().promotions()).isEqualTo(FIRST.length);
    assertThat(tea().uplift().orElseThrow().value()).isCloseTo(1, within(0.1));
    assertThat(learn.isDue(decision)).as("learned today").isFalse();
    shop.stores.sql().update("update run_day set as_of = ?", TeaShop.TODAY.plusDays(7));
    assertThat(learn.isDue(shop.decided())).isTrue();
  }
}
