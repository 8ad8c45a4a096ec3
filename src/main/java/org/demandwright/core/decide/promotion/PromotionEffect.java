package org.demandwright.core.decide.promotion;

import java.time.LocalDate;
import java.util.Objects;
import java.util.Optional;
import org.demandwright.core.demand.ItemKey;

/**
 * What promotions do to the demand of an item, of a category, or did once.
 *
 * @param item its key; of a category the item is empty
 * @param category empty where unknown
 * @param once which promotion it is about; empty = about all of them
 * @param evidence what it rests on
 * @param depth what is paid less than usual, share 0–1; empty where not known
 * @param uplift share of usual demand that is sold more while it runs
 * @param dip share of usual demand that is sold more in the {@value PromotionStudy#BEHIND} days
 *     behind it, so that a dip is negative
 * @param taken share of what is sold more that others of the category sell less
 * @param net uplift with the dip and without what is taken, for a usual day of the promotion
 * @param unknown why it cannot be known, empty where it is
 */
public record PromotionEffect(
    ItemKey item,
    String category,
    Optional<Once> once,
    Evidence evidence,
    Optional<Double> depth,
    Optional<Pooled> uplift,
    Optional<Pooled> dip,
    Optional<Pooled> taken,
    Optional<Pooled> net,
    Optional<WhyUnknown> unknown) {

  /** What an effect is about. */
  public enum Level {
    /** All promotions of the items of a category. */
    CATEGORY,
    /** All promotions of an item. */
    ITEM,
    /** One promotion of an item. */
    PROMOTION
  }

  /** Whether demand answers to promotions. */
  public enum Responds {
    /** The whole band lies above no effect. */
    YES,
    /** The whole band lies below a tenth more. */
    NO,
    /** It may or may not. */
    UNSURE
  }

  /** One promotion of an item at all sites that had it. */
  public record Once(String promotionId, LocalDate from, LocalDate to) {}

  /**
   * What an effect rests on.
   *
   * @param promotions that were found
   * @param usable of these, those that tell something
   * @param items that had them
   * @param days of an item at a site that tell something
   * @param units on these days; empty for whoever may not see all sites
   */
  public record Evidence(int promotions, int usable, int items, int days, Optional<Units> units) {
    static Evidence of(
        int promotions, int usable, int items, int days, double sold, double expected) {
      return new Evidence(promotions, usable, items, days, Optional.of(new Units(sold, expected)));
    }

    double sold() {
      return units.orElseThrow().sold();
    }

    double expected() {
      return units.orElseThrow().expected();
    }
  }

  /**
   * Base units of all sites together.
   *
   * @param sold on promoted days
   * @param expected what they would have been without a promotion
   */
  public record Units(double sold, double expected) {}

  /** An uplift whose whole band lies below is none. */
  public static final double NO_EFFECT = 0.1;

  public PromotionEffect {
    Objects.requireNonNull(item, "item");
    if (uplift.isPresent() == unknown.isPresent()) {
      throw new IllegalArgumentException(
          "%s is either known or not: %s, %s".formatted(item, uplift, unknown));
    }
  }

  public Level level() {
    return once.isPresent()
        ? Level.PROMOTION
        : item.itemId().isEmpty() ? Level.CATEGORY : Level.ITEM;
  }

  /** Returns whether demand answers; empty where that is not known. */
  public Optional<Responds> responds() {
    return uplift.map(
        u -> u.low() > 0 ? Responds.YES : u.high() < NO_EFFECT ? Responds.NO : Responds.UNSURE);
  }
}
