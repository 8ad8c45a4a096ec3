package org.demandwright.store.demand;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import org.demandwright.core.demand.ItemKey;
import org.demandwright.core.demand.Promotion;

/**
 * A promotion of the campaign calendar: one that the ERP tells, or one that somebody planned here.
 *
 * @param promotion its identity is that of the ERP, or {@value #OWN} and the number
 * @param campaign what it belongs to, empty = nothing
 * @param depth share 0–1 that is paid less than usual; empty = not said
 * @param entered by whom; empty = the ERP tells it
 */
public record PlannedPromotion(
    Promotion promotion, String campaign, Optional<BigDecimal> depth, Optional<Entered> entered) {
  /** With which the identities of those begin that were planned here. */
  public static final String OWN = "planned-";

  /** Who planned it. */
  public record Entered(long number, String by, Instant at) {}

  /** What somebody wants. */
  public record Wish(
      ItemKey item,
      Optional<String> site,
      LocalDate from,
      LocalDate to,
      String campaign,
      Optional<BigDecimal> depth) {}

  static PlannedPromotion of(long number, Wish wish, String by, Instant at) {
    return new PlannedPromotion(
        new Promotion(OWN + number, wish.item(), wish.site().orElse(null), wish.from(), wish.to()),
        wish.campaign(),
        wish.depth(),
        Optional.of(new Entered(number, by, at)));
  }
}
