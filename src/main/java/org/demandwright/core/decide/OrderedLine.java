package org.demandwright.core.decide;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * A line of a purchase order with what arrived of it: what lead times are learned from.
 *
 * @param vendor who was asked
 * @param item what was ordered
 * @param orderedOn day of the order
 * @param promisedOn day for which the vendor promised it
 * @param ordered base units, above 0
 * @param receipts what arrived, in any order
 * @param open whether the rest is still awaited; the rest of a line that is not was cancelled
 * @param work the days that its lead time is counted in: those of vendor and site
 */
public record OrderedLine(
    String vendor,
    String item,
    LocalDate orderedOn,
    Optional<LocalDate> promisedOn,
    BigDecimal ordered,
    List<Receipt> receipts,
    boolean open,
    OpenDays work) {

  /**
   * What arrived on one day.
   *
   * @param quantity base units, above 0
   */
  public record Receipt(LocalDate on, BigDecimal quantity) {
    public Receipt {
      Objects.requireNonNull(on, "on");
      requireSome(quantity, "a receipt");
    }
  }

  public OrderedLine {
    Objects.requireNonNull(vendor, "vendor");
    Objects.requireNonNull(item, "item");
    Objects.requireNonNull(orderedOn, "orderedOn");
    Objects.requireNonNull(promisedOn, "promisedOn");
    Objects.requireNonNull(work, "work");
    requireSome(ordered, "an ordered line");
    receipts = List.copyOf(receipts);
  }

  private static void requireSome(BigDecimal quantity, String of) {
    if (quantity.signum() <= 0) {
      throw new IllegalArgumentException(
          "%s of %s units; it must be of more than 0".formatted(of, quantity));
    }
  }

  /** Returns what is still awaited, at least 0. */
  public BigDecimal rest() {
    BigDecimal came =
        receipts.stream().map(Receipt::quantity).reduce(BigDecimal.ZERO, BigDecimal::add);
    return open ? ordered.subtract(came).max(BigDecimal.ZERO) : BigDecimal.ZERO;
  }

  /** Returns the working days that were promised; 0 where the promise lies before the order. */
  Optional<Integer> promised() {
    return promisedOn.map(day -> work.between(orderedOn, day));
  }
}
