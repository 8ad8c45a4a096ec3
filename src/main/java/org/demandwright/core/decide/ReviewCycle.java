package org.demandwright.core.decide;

import java.time.LocalDate;
import java.util.Objects;

/**
 * The stretches of time that a stock has to cover, calendar days from today on.
 *
 * <p>What is ordered at the next occasion arrives after {@code lead}; nothing that is ordered later
 * arrives before {@code protection}. So the stock with all that is on order has to last for the
 * whole protection interval, L + R of the textbooks.
 *
 * @param reviewDays R, calendar days from one order to the next; 0 = at any time
 * @param lead until the next order arrives
 * @param protection until the order after it arrives; never sooner
 */
public record ReviewCycle(int reviewDays, DayDistribution lead, DayDistribution protection) {
  public ReviewCycle {
    Objects.requireNonNull(lead, "lead");
    Objects.requireNonNull(protection, "protection");
    if (reviewDays < 0 || lead.first() < 0 || protection.mean() < lead.mean() - 1e-9) {
      throw new IllegalArgumentException(
          "review every %d days, lead time %s, protection %s"
              .formatted(reviewDays, lead, protection));
    }
  }

  /** Returns the cycle of a lead time in calendar days, where all days are alike. */
  public static ReviewCycle of(DayDistribution lead, int reviewDays) {
    return new ReviewCycle(reviewDays, lead, lead.plus(reviewDays));
  }

  /**
   * Returns the cycle that begins today, with the days on which one can order and receive.
   *
   * @param workingDays lead time
   */
  public static ReviewCycle from(
      LocalDate today, SupplyDays days, DayDistribution workingDays, int reviewDays) {
    LocalDate first = days.order().onOrAfter(today);
    LocalDate next = days.orderAfter(first, reviewDays, workingDays);
    return new ReviewCycle(
        reviewDays,
        days.arrivals(today, first, workingDays),
        days.arrivals(today, next, workingDays));
  }
}
