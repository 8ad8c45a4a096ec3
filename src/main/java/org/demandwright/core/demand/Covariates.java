package org.demandwright.core.demand;

import java.util.Objects;
import org.demandwright.core.DoubleVector;

/**
 * What is known beside the demand, per period from the series' first period to the end of the
 * horizon: prices and promotions are plans, so their future is known at the origin.
 *
 * @param price price relative to the item's usual price (1 = usual); empty where unknown
 * @param promotion share 0–1 of the period under promotion; empty where unknown
 * @param category the item's category, empty where unknown
 * @param events holidays and other events that concern the series, shared with other series
 */
public record Covariates(
    DoubleVector price, DoubleVector promotion, String category, EventCalendar events) {
  private static final Covariates NONE =
      new Covariates(DoubleVector.empty(), DoubleVector.empty(), "");

  public Covariates {
    Objects.requireNonNull(price, "price");
    Objects.requireNonNull(promotion, "promotion");
    Objects.requireNonNull(category, "category");
    Objects.requireNonNull(events, "events");
  }

  /** Makes covariates of a series that no event concerns. */
  public Covariates(DoubleVector price, DoubleVector promotion, String category) {
    this(price, promotion, category, EventCalendar.none());
  }

  /** Returns covariates of a series of which its events alone are known. */
  public static Covariates of(EventCalendar events) {
    return new Covariates(DoubleVector.empty(), DoubleVector.empty(), "", events);
  }

  /** Returns covariates of a series of which nothing but its demand is known. */
  public static Covariates none() {
    return NONE;
  }

  /**
   * Returns what was known of the prices at an origin: the same, relative to the median of the
   * prices before it. What later periods cost does not tell what was usual then.
   *
   * @param known number of periods before the origin
   */
  public Covariates asKnownAt(int known) {
    double[] past =
        price.head(Math.min(known, price.size())).stream().filter(p -> p > 0).sorted().toArray();
    double usual = past.length == 0 ? 1 : past[past.length / 2];
    return usual == 1
        ? this
        : new Covariates(price.map(p -> p / usual), promotion, category, events);
  }

  /** Returns what is known of the first {@code periods}; the calendar is not cut. */
  public Covariates head(int periods) {
    return new Covariates(
        price.head(Math.min(periods, price.size())),
        promotion.head(Math.min(periods, promotion.size())),
        category,
        events);
  }

  /** Returns the relative price at {@code index}, 1 where it is not known. */
  public double priceAt(int index) {
    return index < price.size() ? price.get(index) : 1;
  }

  /** Returns the promoted share at {@code index}, 0 where it is not known. */
  public double promotionAt(int index) {
    return index < promotion.size() ? promotion.get(index) : 0;
  }
}
