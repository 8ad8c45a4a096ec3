package org.demandwright.demo.generate;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/**
 * Where demand comes from. The order lines of an item at a site on a day are Poisson with the mean
 *
 * <pre>pace · share · trend^(t/365) · weekday · year · event · promotion · price · luck of the week
 * </pre>
 *
 * where every factor but the last is written down in {@code true_effect}. Where effects are planted
 * ({@link PlantedEffects}), demand sags after a promotion too, and other items of the category lose
 * a share of what it brings. Days are counted from the first day of history.
 */
public final class DemandProcess {
  private static final double LUCK = 0.12;

  private final DemoSize size;
  private final Catalogue catalogue;
  private final List<PricePlan> prices = new ArrayList<>();
  private final List<PromotionPlan> promotions = new ArrayList<>();
  private final List<PlantedEffects> planted = new ArrayList<>();
  private final Cannibalisation cannibalisation;
  private final double[] eventFactor;
  private final double scale;

  public DemandProcess(DemoSize size, Catalogue catalogue) {
    this.size = size;
    this.catalogue = catalogue;
    for (DemoItem item : catalogue.items()) {
      if (size.planted()) {
        PlantedEffects effects = PlantedEffects.of(size, item);
        PromotionPlan plan = new PromotionPlan(size, item, effects.form());
        planted.add(effects);
        promotions.add(plan);
        prices.add(new PricePlan(size, item, effects.form(), plan));
      } else {
        prices.add(new PricePlan(size, item));
        promotions.add(new PromotionPlan(size, item));
      }
    }
    eventFactor = new double[size.days()];
    for (int day = 0; day < eventFactor.length; day++) {
      eventFactor[day] = Events.factor(size.firstDay().plusDays(day));
    }
    cannibalisation = size.planted() ? new Cannibalisation(size, catalogue, this) : null;
    scale = scaleToLines();
  }

  public PricePlan prices(DemoItem item) {
    return prices.get(item.number());
  }

  public PromotionPlan promotions(DemoItem item) {
    return promotions.get(item.number());
  }

  /** Returns the factor by which paced items are scaled to the number of lines aimed at. */
  private double scaleToLines() {
    double paced = 0;
    double free = 0;
    for (DemoItem item : catalogue.items()) {
      double lines = 0;
      for (DemoSite site : catalogue.sites()) {
        for (int day = 0; day < size.days(); day++) {
          lines += unscaled(item, site, day);
        }
      }
      if (item.paced()) {
        paced += lines;
      } else {
        free += lines;
      }
    }
    return Math.max(0.05, (size.lines() - free) / paced);
  }

  /** Returns the mean number of lines that customers want to order on a day. */
  double mean(DemoItem item, DemoSite site, int day) {
    return unscaled(item, site, day) * (item.paced() ? scale : 1);
  }

  /** Returns the mean with the chance of one series and week in it, the same on all its days. */
  double drawn(DemoItem item, DemoSite site, int day) {
    double mean = mean(item, site, day);
    return mean == 0
        ? 0
        : mean * Dice.of(size.seed(), item.id() + site.id(), day / 7).lognormal(LUCK);
  }

  /**
   * Returns what a planner would expect in base steps a day: level, trend and year, but no events.
   */
  double plannedSteps(DemoItem item, DemoSite site, int day) {
    return level(item, site, day) * (item.paced() ? scale : 1) * item.stepsPerLine();
  }

  private double unscaled(DemoItem item, DemoSite site, int day) {
    double alone = alone(item, site, day);
    return cannibalisation == null
        ? alone
        : alone * cannibalisation.factor(item, site.number(), day);
  }

  /** Returns the mean before scaling as it were if no other item had promotions. */
  double alone(DemoItem item, DemoSite site, int day) {
    LocalDate date = size.firstDay().plusDays(day);
    if (!item.onSale(date)) {
      return 0;
    }
    return level(item, site, day)
        * weekday(item, date.getDayOfWeek())
        * power(eventFactor[day], item.category().eventPower())
        * promotionFactor(item, site, day)
        * priceFactor(item, day)
        * afterPromotion(item, site, day);
  }

  private double level(DemoItem item, DemoSite site, int day) {
    double dayOfYear = size.firstDay().plusDays(day).getDayOfYear();
    double year =
        1 + item.amplitude() * StrictMath.cos(2 * Math.PI * (dayOfYear - item.peakDay()) / 365.25);
    return item.pace() * site.share() * power(item.trend(), day / 365.0) * year;
  }

  private static double weekday(DemoItem item, DayOfWeek day) {
    return day == DayOfWeek.SATURDAY || day == DayOfWeek.SUNDAY
        ? item.weekend()
        : (7 - 2 * item.weekend()) / 5;
  }

  private double promotionFactor(DemoItem item, DemoSite site, int day) {
    PromotionPlan.Promotion promotion = promotions(item).on(site.number(), day);
    return promotion == null ? 1 : uplift(item, promotion);
  }

  /** Returns the true factor of a promotion on the demand. */
  public double uplift(DemoItem item, PromotionPlan.Promotion promotion) {
    return planted.isEmpty()
        ? 1 + item.promotionPower() * promotion.discount()
        : planted(item).uplift(promotion.discount());
  }

  /** Returns what is planted in an item, where effects are. */
  PlantedEffects planted(DemoItem item) {
    return planted.get(item.number());
  }

  /** Whether the list price already has the discounts of an item's promotions in it. */
  boolean pricedByPromotion(DemoItem item) {
    return !planted.isEmpty() && planted(item).form() == PlantedEffects.Form.WITH_PROMOTION;
  }

  /** The factor of the list price; that of a price that only promotions move is in their uplift. */
  private double priceFactor(DemoItem item, int day) {
    double relative = prices(item).on(day) / item.listPrice();
    if (planted.isEmpty()) {
      return power(relative, item.elasticity());
    }
    return pricedByPromotion(item) ? 1 : planted(item).priceFactor(relative);
  }

  private double afterPromotion(DemoItem item, DemoSite site, int day) {
    return !planted.isEmpty()
            && planted(item).dip() > 0
            && promotions(item).endedWithin(site.number(), day, PlantedEffects.DIP_DAYS)
        ? 1 - planted(item).dip()
        : 1;
  }

  private static double power(double base, double exponent) {
    return base == 1 || exponent == 0 ? 1 : StrictMath.pow(base, exponent);
  }
}
