package org.demandwright.core.decide.price;

import java.util.Objects;

/**
 * An item at a site, day by day from a first day on that all sites of the item share.
 *
 * @param site where
 * @param units that customers took, base units
 * @param price of a unit on each day, 0 = not known
 * @param out whether stock was out, or ran out: what was wanted is not known then
 * @param promoted whether it was under promotion
 */
public record PricedDays(
    String site, double[] units, double[] price, boolean[] out, boolean[] promoted) {
  public PricedDays {
    Objects.requireNonNull(site, "site");
    if (price.length != units.length
        || out.length != units.length
        || promoted.length != units.length) {
      throw new IllegalArgumentException(
          "%s: %d days of units, %d of prices, %d of stock-outs, %d of promotions"
              .formatted(site, units.length, price.length, out.length, promoted.length));
    }
  }

  /** Whether a day tells what demand answers to its price. */
  boolean tells(int day) {
    return price[day] > 0 && !out[day] && !promoted[day];
  }
}
