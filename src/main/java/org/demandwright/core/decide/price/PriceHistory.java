package org.demandwright.core.decide.price;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;

/**
 * What the past of an item tells of its price.
 *
 * @param first day, of all sites
 * @param sites at least one, all with as many days
 * @param others what the other items of its category sold in each week counted from the first day,
 *     at all sites; empty where there are none
 */
public record PriceHistory(LocalDate first, List<PricedDays> sites, double[] others) {
  /** Days of a week. */
  public static final int WEEK = 7;

  public PriceHistory {
    Objects.requireNonNull(first, "first");
    sites = List.copyOf(sites);
    if (sites.stream().mapToInt(s -> s.units().length).distinct().count() != 1) {
      throw new IllegalArgumentException("sites with different numbers of days, or none");
    }
    if (others.length > 0 && others.length < weeks(days(sites))) {
      throw new IllegalArgumentException(
          "%d weeks of other items for %d days".formatted(others.length, days(sites)));
    }
  }

  private static int days(List<PricedDays> sites) {
    return sites.get(0).units().length;
  }

  int days() {
    return days(sites);
  }

  /** Returns how many weeks so many days make, the last one maybe not whole. */
  public static int weeks(int days) {
    return (days + WEEK - 1) / WEEK;
  }
}
