package org.demandwright.demo.generate;

import java.util.HashMap;
import java.util.Map;

/**
 * What promotions take from other items of their category, where effects are planted: of the extra
 * units that an item sells in one, the share {@link PlantedEffects#taken()} is lacking at the same
 * site on the same day, spread over the items of its category that are sold by pace and have no
 * promotion, in proportion to what they sell. No item loses more than half.
 */
final class Cannibalisation {
  private static final double MOST = 0.5;

  private final Map<String, double[][]> factors = new HashMap<>();
  private final DemandProcess demand;

  Cannibalisation(DemoSize size, Catalogue catalogue, DemandProcess demand) {
    this.demand = demand;
    Map<String, double[][]> others = new HashMap<>();
    for (DemoItem item : catalogue.items()) {
      if (item.paced()) {
        double[][] taken = days(factors, item, size);
        double[][] left = days(others, item, size);
        for (DemoSite site : catalogue.sites()) {
          for (int day = 0; day < size.days(); day++) {
            add(item, site, day, taken[site.number()], left[site.number()]);
          }
        }
      }
    }
    factors.forEach(
        (category, taken) -> {
          for (int s = 0; s < taken.length; s++) {
            for (int day = 0; day < taken[s].length; day++) {
              double left = others.get(category)[s][day];
              taken[s][day] = left > 0 ? Math.max(MOST, 1 - taken[s][day] / left) : 1;
            }
          }
        });
  }

  private static double[][] days(Map<String, double[][]> all, DemoItem item, DemoSize size) {
    return all.computeIfAbsent(
        item.category().name(), category -> new double[size.sites()][size.days()]);
  }

  private void add(DemoItem item, DemoSite site, int day, double[] taken, double[] left) {
    double units = demand.alone(item, site, day) * item.stepsPerLine() * item.step();
    PromotionPlan.Promotion promotion = demand.promotions(item).on(site.number(), day);
    if (promotion == null) {
      left[day] += units;
    } else {
      double extra = units * (1 - 1 / demand.uplift(item, promotion));
      taken[day] += demand.planted(item).taken() * Math.max(0, extra);
    }
  }

  /** Returns what is left of an item's demand, as a share. */
  double factor(DemoItem item, int site, int day) {
    return !item.paced() || demand.promotions(item).on(site, day) != null
        ? 1
        : factors.get(item.category().name())[site][day];
  }
}
