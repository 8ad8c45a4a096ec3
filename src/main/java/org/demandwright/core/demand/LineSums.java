package org.demandwright.core.demand;

import java.math.BigDecimal;
import java.time.LocalDateTime;
import java.util.Objects;

/**
 * Counts and exact sums of the sales lines that changed last within one hour. Two sides that have
 * the same sums hold, for all that can be told without comparing lines, the same lines.
 *
 * @param hour its beginning, UTC
 * @param lines rows of the ERP, demand or not
 * @param counting those that the ERP does not exclude
 * @param quantity sum of their base units, excluded ones too, empty ones as 0
 * @param netAmount sum of their amounts, of whatever currency: a checksum and no money
 * @param keys sum of the ERP's own keys
 */
public record LineSums(
    LocalDateTime hour,
    long lines,
    long counting,
    BigDecimal quantity,
    BigDecimal netAmount,
    BigDecimal keys) {
  public LineSums {
    Objects.requireNonNull(hour, "hour");
    quantity = plain(quantity);
    netAmount = plain(netAmount);
    keys = plain(keys);
  }

  /** Returns the sums of both together. */
  public LineSums plus(LineSums other) {
    if (!hour.equals(other.hour)) {
      throw new IllegalArgumentException(hour + " and " + other.hour + " are two hours");
    }
    return new LineSums(
        hour,
        lines + other.lines,
        counting + other.counting,
        quantity.add(other.quantity),
        netAmount.add(other.netAmount),
        keys.add(other.keys));
  }

  /** Equal numbers are equal however many zeros they end in. */
  private static BigDecimal plain(BigDecimal sum) {
    return sum == null || sum.signum() == 0 ? BigDecimal.ZERO : sum.stripTrailingZeros();
  }
}
