package org.demandwright.demo.generate;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.demandwright.demo.generate.PlantedEffects.Form;

/**
 * List prices of one item, from the first day of history to {@link #PLANNED_DAYS} beyond the last:
 * a new price every four to ten months, mostly a little higher. Where effects are planted, a price
 * around the first one every six weeks to five months, unless the form says otherwise.
 */
public final class PricePlan {
  /** Days beyond the last day of history for which prices and promotions are already planned. */
  public static final int PLANNED_DAYS = 90;

  /** A price from a day to another, the last one open. */
  public record Price(LocalDate from, LocalDate to, double price) {}

  private final double[] byDay;
  private final List<Price> prices;

  PricePlan(DemoSize size, DemoItem item) {
    byDay = new double[size.days() + PLANNED_DAYS];
    prices = usual(size, item);
  }

  /** Prices where effects are planted. */
  PricePlan(DemoSize size, DemoItem item, Form form, PromotionPlan promotions) {
    byDay = new double[size.days() + PLANNED_DAYS];
    Arrays.fill(byDay, item.listPrice());
    switch (form) {
      case CONSTANT, SATURATING -> vary(size, item);
      case WITH_PROMOTION ->
          promotions
              .promotions()
              .forEach(p -> cut(p, size.firstDay(), item.listPrice() * (1 - p.discount())));
      case UNCHANGED -> {}
    }
    prices = spells(size.firstDay());
  }

  private void vary(DemoSize size, DemoItem item) {
    Dice dice = Dice.of(size.seed(), "price", item.number());
    int day = dice.between(45, 150);
    while (day < byDay.length) {
      int next = Math.min(byDay.length, day + dice.between(45, 150));
      Arrays.fill(byDay, day, next, Catalogue.cents(item.listPrice() * dice.between(0.82, 1.22)));
      day = next;
    }
  }

  private void cut(PromotionPlan.Promotion promotion, LocalDate first, double price) {
    int from = (int) ChronoUnit.DAYS.between(first, promotion.from());
    int to = (int) ChronoUnit.DAYS.between(first, promotion.to());
    Arrays.fill(byDay, from, to + 1, Catalogue.cents(price));
  }

  private List<Price> spells(LocalDate first) {
    List<Price> spells = new ArrayList<>();
    int from = 0;
    for (int day = 1; day <= byDay.length; day++) {
      if (day == byDay.length || byDay[day] != byDay[from]) {
        LocalDate to = day == byDay.length ? null : first.plusDays(day - 1L);
        spells.add(new Price(first.plusDays(from), to, byDay[from]));
        from = day;
      }
    }
    return List.copyOf(spells);
  }

  private List<Price> usual(DemoSize size, DemoItem item) {
    Dice dice = Dice.of(size.seed(), "price", item.number());
    List<Price> plan = new ArrayList<>();
    double price = item.listPrice();
    int day = 0;
    while (day < byDay.length) {
      int next = Math.min(byDay.length, day + dice.between(120, 300));
      Arrays.fill(byDay, day, next, price);
      plan.add(
          new Price(
              size.firstDay().plusDays(day),
              next == byDay.length ? null : size.firstDay().plusDays(next - 1L),
              price));
      price = Catalogue.cents(price * dice.between(0.92, 1.12));
      day = next;
    }
    return List.copyOf(plan);
  }

  /** Returns the list price on a day, counted from the first day of history. */
  double on(int day) {
    return byDay[day];
  }

  public List<Price> prices() {
    return prices;
  }
}
