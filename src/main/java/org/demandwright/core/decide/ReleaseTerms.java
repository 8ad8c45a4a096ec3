package org.demandwright.core.decide;

import java.math.BigDecimal;
import java.util.Objects;
import java.util.Optional;

/**
 * What holds for all that rules release. Money is in the reporting currency.
 *
 * @param dailyCap money that is released on a day at most; 0 = nothing is released
 * @param fourEyes what may be ordered from one vendor on a day without a person; empty = any sum
 * @param refusedShare share 0–1 of the active items at sites that a decision could not plan, above
 *     which nothing of it is released
 * @param mostDaysOld days that the day of a decision may lie back
 */
public record ReleaseTerms(
    BigDecimal dailyCap, Optional<BigDecimal> fourEyes, BigDecimal refusedShare, int mostDaysOld) {
  private static final int LONGEST = 36_500;

  /** Nothing is released by them. */
  public static final ReleaseTerms DEFAULTS =
      new ReleaseTerms(BigDecimal.ZERO, Optional.empty(), new BigDecimal("0.2"), 3);

  public ReleaseTerms {
    Objects.requireNonNull(fourEyes, "fourEyes");
    requireNotNegative("dailyCap", dailyCap);
    fourEyes.ifPresent(sum -> requireNotNegative("fourEyes", sum));
    if (refusedShare.signum() < 0 || refusedShare.compareTo(BigDecimal.ONE) > 0) {
      throw new IllegalArgumentException(
          "refusedShare is %s; a share is from 0 to 1".formatted(refusedShare.toPlainString()));
    }
    if (mostDaysOld < 0 || mostDaysOld > LONGEST) {
      throw new IllegalArgumentException(
          "mostDaysOld is %d; it must be from 0 to %d".formatted(mostDaysOld, LONGEST));
    }
  }

  private static void requireNotNegative(String what, BigDecimal money) {
    if (money.signum() < 0) {
      throw new IllegalArgumentException(
          "%s is %s; it must not be below 0".formatted(what, money.toPlainString()));
    }
  }
}
