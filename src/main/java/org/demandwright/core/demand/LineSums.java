package org.demandwright.core.demand;

import java.math.BigDecimal;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.util.Objects;

/**
 * Counts and exact sums of the sales lines that changed last within one hour, or one day. Two sides
 * that have the same sums hold, for all that can be told without comparing lines, the same lines.
 *
 * @param from the beginning of the hour or day, UTC
 * @param lines rows of the ERP, demand or not
 * @param counting those that the ERP does not exclude
 * @param quantity sum of their base units, excluded ones too, empty ones as 0
 * @param netAmount sum of their amounts, of whatever currency: a checksum and no money
 * @param keys sum of the ERP's own keys
 */
public record LineSums(
    LocalDateTime from,
    long lines,
    long counting,
    BigDecimal quantity,
    BigDecimal netAmount,
    BigDecimal keys) {
  public LineSums {
    Objects.requireNonNull(from, "from");
    quantity = plain(quantity);
    netAmount = plain(netAmount);
    keys = plain(keys);
  }

  /** Returns the sums of both together. */
  public LineSums plus(LineSums other) {
    if (!from.equals(other.from)) {
      throw new IllegalArgumentException(from + " and " + other.from + " are two periods");
    }
    return new LineSums(
        from,
        lines + other.lines,
        counting + other.counting,
        quantity.add(other.quantity),
        netAmount.add(other.netAmount),
        keys.add(other.keys));
  }

  /** Returns the same sums as those of a part of the day on which they fall. */
  public LineSums ofDay() {
    return new LineSums(
        from.truncatedTo(ChronoUnit.DAYS), lines, counting, quantity, netAmount, keys);
  }

  /** Equal numbers are equal however many zeros they end in. */
  private static BigDecimal plain(BigDecimal sum) {
    return sum == null || sum.signum() == 0 ? BigDecimal.ZERO : sum.stripTrailingZeros();
  }
}
