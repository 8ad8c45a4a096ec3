package org.demandwright.core.decide;

import java.util.Objects;
import java.util.Optional;

/**
 * How long it takes from an order until it has arrived, with where that comes from.
 *
 * @param workingDays after which a unit arrives
 * @param source what it mainly rests on
 * @param receipts of this item from this vendor, in whole lines: a line of which half arrived
 *     counts as half
 * @param vendorReceipts of all items of the vendor
 * @param open lines of the item that are awaited and were counted as such
 * @param forgotten open lines of the item that were awaited for so long that nobody waits any more
 * @param weights what it is mixed of
 * @param punctuality how the vendor keeps promises for this item, or in general where none was
 *     given for it
 */
public record LeadTime(
    DayDistribution workingDays,
    Source source,
    double receipts,
    double vendorReceipts,
    int open,
    int forgotten,
    Weights weights,
    Optional<Punctuality> punctuality) {

  /** What a lead time rests on. */
  public enum Source {
    /** On receipts of the item or of its vendor. */
    LEARNED,
    /** On what the vendor promises. */
    PROMISED,
    /** On what the ERP keeps for the item. */
    ERP,
    /** On a setting, since nothing else is known. */
    DEFAULT
  }

  /**
   * What the distribution is mixed of; sums to 1.
   *
   * @param item receipts of the item
   * @param vendor receipts of the vendor, around the promised time where there is one
   * @param stated the promised time, that of the ERP or the default, with the scatter that is usual
   */
  public record Weights(double item, double vendor, double stated) {}

  /**
   * How promises are kept.
   *
   * @param receipts with a promise, in whole lines
   * @param early share 0–1 that arrived before the promised day
   * @param late share 0–1 that arrived after it
   * @param meanLateness working days, negative where it is early
   */
  public record Punctuality(double receipts, double early, double late, double meanLateness) {}

  public LeadTime {
    Objects.requireNonNull(source, "source");
    Objects.requireNonNull(weights, "weights");
    Objects.requireNonNull(punctuality, "punctuality");
    if (workingDays.first() < 0) {
      throw new IllegalArgumentException("a lead time of " + workingDays.first() + " days");
    }
  }

  /** Returns a lead time that is known from a source without receipts. */
  public static LeadTime stated(int workingDays, Source source) {
    return new LeadTime(
        DayDistribution.certain(workingDays),
        source,
        0,
        0,
        0,
        0,
        new Weights(0, 0, 1),
        Optional.empty());
  }

  /** Returns the expected lead time, working days. */
  public double mean() {
    return workingDays.mean();
  }

  /** Returns the standard deviation, working days. */
  public double deviation() {
    return workingDays.deviation();
  }
}
