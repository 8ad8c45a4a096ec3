package org.demandwright.core.decide.promotion;

import java.util.List;

/**
 * What was learned of promotions.
 *
 * @param categories with what a promotion of any of their items is taken to do
 * @param items all of them, also those of which nothing can be known
 * @param promotions past ones, by item and day
 * @param again by how much promotions of one item differ from each other, a deviation of the
 *     logarithm of uplift
 * @param slope by how much the logarithm of uplift grows with that of the depth
 */
public record PromotionEffects(
    List<PromotionEffect> categories,
    List<PromotionEffect> items,
    List<PromotionEffect> promotions,
    double again,
    double slope) {
  public PromotionEffects {
    categories = List.copyOf(categories);
    items = List.copyOf(items);
    promotions = List.copyOf(promotions);
  }
}
