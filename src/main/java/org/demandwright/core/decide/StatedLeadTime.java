package org.demandwright.core.decide;

import java.util.Objects;
import java.util.Optional;

/**
 * How long an order should take according to those who say so, in working days: the vendor, else
 * the ERP, else a setting.
 *
 * @param promised by the vendor, in its terms for the item
 * @param erp what the ERP keeps for the item
 * @param otherwise what counts where nobody says anything
 */
public record StatedLeadTime(Optional<Integer> promised, Optional<Integer> erp, int otherwise) {
  private static final double WEEK = 7;

  public StatedLeadTime {
    Objects.requireNonNull(promised, "promised");
    Objects.requireNonNull(erp, "erp");
    if (otherwise < 0 || promised.orElse(0) < 0 || erp.orElse(0) < 0) {
      throw new IllegalArgumentException(
          "lead times of %s, %s, %s days".formatted(promised, erp, otherwise));
    }
  }

  /** Returns how many working days so many calendar days usually are. */
  public static int workingDays(int calendarDays, OpenDays work) {
    return (int) Math.round(calendarDays * work.weekdays().size() / WEEK);
  }

  int days() {
    return promised.or(() -> erp).orElse(otherwise);
  }

  LeadTime.Source source() {
    return promised.isPresent()
        ? LeadTime.Source.PROMISED
        : erp.isPresent() ? LeadTime.Source.ERP : LeadTime.Source.DEFAULT;
  }

  /** Whether somebody said so, and it is not a setting alone. */
  boolean said() {
    return promised.isPresent() || erp.isPresent();
  }
}
