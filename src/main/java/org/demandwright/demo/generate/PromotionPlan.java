package org.demandwright.demo.generate;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Promotions of one item: about four a year of one to two weeks, at all sites or at one, planned as
 * far as the prices are. An item of {@link DemoItem.Pattern#INTERMITTENT} or lumpy demand has none.
 */
public final class PromotionPlan {
  /**
   * One promotion.
   *
   * @param site number of the site, −1 = all
   * @param discount share 0–1 off the list price
   */
  public record Promotion(
      long id, int item, int site, LocalDate from, LocalDate to, double discount) {}

  private final Promotion[][] bySiteAndDay;
  private final List<Promotion> promotions = new ArrayList<>();

  PromotionPlan(DemoSize size, DemoItem item) {
    this(size, item, !item.paced(), false);
  }

  /** Promotions where effects are planted: prices are moved by them at all sites. */
  PromotionPlan(DemoSize size, DemoItem item, PlantedEffects.Form form) {
    this(
        size,
        item,
        !item.paced() && form != PlantedEffects.Form.WITH_PROMOTION,
        form == PlantedEffects.Form.WITH_PROMOTION);
  }

  private PromotionPlan(DemoSize size, DemoItem item, boolean none, boolean everywhere) {
    int days = size.days() + PricePlan.PLANNED_DAYS;
    bySiteAndDay = new Promotion[size.sites()][days];
    if (none) {
      return;
    }
    Dice dice = Dice.of(size.seed(), "promotion", item.number());
    int day = dice.between(5, 60);
    while (day < days) {
      int last = Math.min(days - 1, day + dice.between(6, 13));
      int site = dice.chance(0.8) || everywhere ? -1 : dice.between(0, size.sites() - 1);
      add(size, item, site, day, last, dice.between(2, 8) * 0.05);
      day = last + dice.between(40, 130);
    }
  }

  private void add(DemoSize size, DemoItem item, int site, int day, int last, double discount) {
    Promotion promotion =
        new Promotion(
            item.number() * 1000L + promotions.size() + 1,
            item.number(),
            site,
            size.firstDay().plusDays(day),
            size.firstDay().plusDays(last),
            discount);
    promotions.add(promotion);
    for (int s = 0; s < bySiteAndDay.length; s++) {
      if (site < 0 || site == s) {
        Arrays.fill(bySiteAndDay[s], day, last + 1, promotion);
      }
    }
  }

  /** Returns the promotion at a site on a day, null where there is none. */
  Promotion on(int site, int day) {
    return bySiteAndDay[site][day];
  }

  /** Whether a promotion at a site ended at most so many days before a day without one. */
  boolean endedWithin(int site, int day, int days) {
    for (int d = day; d >= Math.max(0, day - days); d--) {
      if (bySiteAndDay[site][d] != null) {
        return d < day;
      }
    }
    return false;
  }

  public List<Promotion> promotions() {
    return List.copyOf(promotions);
  }
}
