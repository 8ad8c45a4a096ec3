package org.demandwright.core.decide.price;

/**
 * Which prices of an item at a site demand is known at: those of days without promotion on which
 * stock was there.
 *
 * @param usual median price of those days, 0 where there are none
 * @param low lowest price that held for a week at least
 * @param high highest such price
 * @param prices how many different ones
 * @param changes from one to another
 * @param days that tell something
 * @param promotedDays days under promotion, which are left out
 * @param outDays days on which stock was out or ran out, which are left out
 * @param promotedPrices how many different prices there were on days under promotion only
 */
public record PriceSupport(
    String site,
    double usual,
    double low,
    double high,
    int prices,
    int changes,
    int days,
    int promotedDays,
    int outDays,
    int promotedPrices) {

  /** Whether a price lies where demand is known, up to half a per cent beyond. */
  public boolean holds(double price) {
    return prices > 0 && price >= low * 0.995 && price <= high * 1.005;
  }
}
