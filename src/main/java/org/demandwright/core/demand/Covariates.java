package org.demandwright.core.demand;

import java.util.Objects;
import org.demandwright.core.DoubleVector;

/**
 * What is known beside the demand, per period from the series' first period to the end of the
 * horizon: prices and promotions are plans, so their future is known at the origin. Signals are
 * not: of them only the past is known.
 *
 * @param price price relative to the item's usual price (1 = usual); empty where unknown
 * @param promotion share 0–1 of the period under promotion; empty where unknown
 * @param category the item's category, empty where unknown
 * @param events holidays and other events that concern the series, shared with other series
 * @param signals page views, carts, a market index and the like
 */
public record Covariates(
    DoubleVector price,
    DoubleVector promotion,
    String category,
    EventCalendar events,
    Signals signals) {
  private static final Covariates NONE =
      new Covariates(DoubleVector.empty(), DoubleVector.empty(), "");

  public Covariates {
    Objects.requireNonNull(price, "price");
    Objects.requireNonNull(promotion, "promotion");
    Objects.requireNonNull(category, "category");
    Objects.requireNonNull(events, "events");
    Objects.requireNonNull(signals, "signals");
  }

  /** Makes covariates of a series without signals. */
  public Covariates(
      DoubleVector price, DoubleVector promotion, String category, EventCalendar events) {
    this(price, promotion, category, events, Signals.none());
  }

  /** Makes covariates of a series that no event concerns. */
  public Covariates(DoubleVector price, DoubleVector promotion, String category) {
    this(price, promotion, category, EventCalendar.none());
  }

  /** Returns the same with these signals. */
  public Covariates with(Signals signals) {
    return new Covariates(price, promotion, category, events, signals);
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
   * Returns what was known at an origin: the same prices, relative to the median of those before
   * it, for what later periods cost does not tell what was usual then; and the signals before it.
   *
   * @param known number of periods before the origin
   */
  public Covariates asKnownAt(int known) {
    Signals then = signals.head(known);
    double[] past =
        price.head(Math.min(known, price.size())).stream().filter(p -> p > 0).sorted().toArray();
    double usual = past.length == 0 ? 1 : past[past.length / 2];
    DoubleVector relative = usual == 1 ? price : price.map(p -> p / usual);
    return usual == 1 && then == signals
        ? this
        : new Covariates(relative, promotion, category, events, then);
  }

  /** Returns what is known of the first {@code periods}; the calendar is not cut. */
  public Covariates head(int periods) {
    return new Covariates(
        price.head(Math.min(periods, price.size())),
        promotion.head(Math.min(periods, promotion.size())),
        category,
        events,
        signals.head(periods));
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
