package org.demandwright.demo.generate;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * List prices of one item, from the first day of history to {@link #PLANNED_DAYS} beyond the last:
 * a new price every four to ten months, mostly a little higher.
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
    prices = List.copyOf(plan);
  }

  /** Returns the list price on a day, counted from the first day of history. */
  double on(int day) {
    return byDay[day];
  }

  public List<Price> prices() {
    return prices;
  }
}
