package org.demandwright.core.decide;

import java.math.BigDecimal;

/**
 * Keeps a suggestion that is still open as it was while it would change by little, so that nobody
 * is shown another number every morning.
 *
 * <p>It stands if all of this holds:
 *
 * <ul>
 *   <li>the quantity would change by no more than one step that the vendor takes, or by no more
 *       than {@value #SHARE} of what was suggested before;
 *   <li>with the quantity from before the risk is accepted, or no larger than with the new one;
 *   <li>shelf life and maximum cover allow it, and the vendor still takes such a quantity.
 * </ul>
 *
 * <p>Dates are always today's. What was accepted is no suggestion any more but open supply ({@link
 * OpenSupply.Kind#ACCEPTED}).
 */
public final class Steadiness {
  /** Share of the quantity by which it may change without a new number. */
  public static final double SHARE = 0.1;

  private static final double DUST = 1e-9;

  private Steadiness() {}

  /**
   * Returns what is shown.
   *
   * @param before quantity of the open suggestion, base units
   * @param now as it would be today
   */
  public static Suggestion keep(BigDecimal before, Suggestion now, Replenishment of) {
    BigDecimal change = now.quantity().subtract(before).abs();
    BigDecimal small = little(before, of.situation().terms().step());
    if (change.signum() == 0 || change.compareTo(small) > 0) {
      return now;
    }
    OrderTerms terms = of.situation().terms();
    boolean taken =
        before.compareTo(terms.minimum()) >= 0 && before.remainder(terms.step()).signum() == 0;
    boolean served = of.stockOutWith(before) <= Math.max(of.accepted(), now.stockOutWith() + DUST);
    boolean allowed =
        before.compareTo(now.quantity()) <= 0
            || of.situation()
                .plan()
                .limit()
                .map(l -> of.position().add(before).compareTo(l.position()) <= 0)
                .orElse(true);
    return taken && served && allowed
        ? of.suggestion(now.order().changedTo(before, OrderQuantity.Cause.KEPT))
        : now;
  }

  /** Returns by how much a quantity may change without another number. */
  private static BigDecimal little(BigDecimal before, BigDecimal step) {
    return step.max(before.multiply(BigDecimal.valueOf(SHARE)));
  }

  /**
   * Returns whether something that was rejected has to be said again: more is needed than was
   * rejected, and not only a little, or it comes too late now and did not then.
   *
   * @param rejected quantity, base units
   * @param wasLate whether it came too late for the risk that is accepted
   * @param now quantity as it would be suggested today
   * @param step that the vendor takes, 0 where there is none
   */
  public static boolean isWorse(
      BigDecimal rejected, boolean wasLate, BigDecimal now, boolean isLate, BigDecimal step) {
    return isLate && !wasLate || now.subtract(rejected).compareTo(little(rejected, step)) > 0;
  }
}
