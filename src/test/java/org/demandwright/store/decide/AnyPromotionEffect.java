package org.demandwright.store.decide;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.demandwright.core.decide.promotion.Pooled;
import org.demandwright.core.decide.promotion.PromotionEffect;
import org.demandwright.core.decide.promotion.PromotionEffects;
import org.demandwright.core.decide.promotion.WhyUnknown;
import org.demandwright.core.demand.ItemKey;

/** Effects of promotions that are learned. */
public final class AnyPromotionEffect {
  private static final LocalDate DAY = LocalDate.of(2026, 3, 2);
  private static final Pooled FIGURE = new Pooled(0.5, 0.25, 0.75, 0.5);

  private AnyPromotionEffect() {}

  /** Returns one of a category, of an item and of a promotion, for each company. */
  public static PromotionEffects of(List<String> orgs) {
    List<PromotionEffect> categories = new ArrayList<>();
    List<PromotionEffect> items = new ArrayList<>();
    List<PromotionEffect> promotions = new ArrayList<>();
    for (String org : orgs) {
      categories.add(known(new ItemKey(org, ""), Optional.empty()));
      items.add(known(new ItemKey(org, "tea"), Optional.empty()));
      promotions.add(
          known(
              new ItemKey(org, "tea"),
              Optional.of(new PromotionEffect.Once("PR1", DAY, DAY.plusDays(1)))));
    }
    return new PromotionEffects(categories, items, promotions, 0.1, 0.3);
  }

  static PromotionEffect known(ItemKey item, Optional<PromotionEffect.Once> once) {
    return new PromotionEffect(
        item,
        "goods of " + item.orgId(),
        once,
        evidence(3, 2, 1, 20, 15, 10),
        Optional.of(0.2),
        Optional.of(FIGURE),
        Optional.of(new Pooled(-0.1, -0.2, 0.1, 0.25)),
        Optional.empty(),
        Optional.of(FIGURE),
        Optional.empty());
  }

  private static PromotionEffect.Evidence evidence(
      int promotions, int usable, int items, int days, double sold, double expected) {
    return new PromotionEffect.Evidence(
        promotions, usable, items, days, Optional.of(new PromotionEffect.Units(sold, expected)));
  }

  /** Returns one of an item that cannot be known. */
  public static PromotionEffect unknown(ItemKey item, WhyUnknown why) {
    return new PromotionEffect(
        item,
        "goods of " + item.orgId(),
        Optional.empty(),
        evidence(0, 0, 1, 0, 0, 0),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.of(why));
  }
}
