package org.demandwright.core.decide;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * What to ask of vendors whose orders come too early or too late.
 *
 * <p>What is on its way is taken in the order in which it arrives. With all before it, the first
 * day whose risk is more than accepted says by when it has to be there:
 *
 * <ul>
 *   <li>earlier than it arrives: expedite, to the last day on which it may be received, or the next
 *       one where that has passed;
 *   <li>later by more than a tolerance: postpone to that day;
 *   <li>never, as far as is looked: cancel.
 * </ul>
 *
 * <p>What is moved counts as there when the next one is looked at.
 */
public final class Rescheduling {
  private Rescheduling() {}

  /**
   * What to ask for one of them.
   *
   * @param arrives the day on which it arrives as it stands
   * @param to the day on which it should, empty where it should not at all
   */
  public record Advice(
      OpenSupply supply, SuggestionKind kind, LocalDate arrives, Optional<LocalDate> to) {}

  /**
   * Returns what to ask for; nothing of those that come when they are needed.
   *
   * @param tolerance calendar days by which something may come too early without being postponed
   */
  public static List<Advice> of(Replenishment.Situation at, int tolerance) {
    Replenishment bare = Replenishment.of(at.with(at.position().withSupply(List.of())));
    OpenDays delivery = at.days().delivery();
    List<OpenSupply> inOrder =
        at.position().supply().stream()
            .sorted(
                Comparator.comparing((OpenSupply s) -> Projection.arrival(s, at.today(), delivery))
                    .thenComparing(OpenSupply::id))
            .toList();
    List<Advice> advice = new ArrayList<>();
    BigDecimal before = BigDecimal.ZERO;
    for (OpenSupply supply : inOrder) {
      LocalDate arrives = Projection.arrival(supply, at.today(), delivery);
      Optional<LocalDate> needed = neededBy(bare, before);
      if (needed.isEmpty()) {
        advice.add(new Advice(supply, SuggestionKind.CANCEL, arrives, needed));
        continue;
      }
      LocalDate soonest = delivery.onOrAfter(at.today().plusDays(1));
      LocalDate to = needed.get().isBefore(soonest) ? soonest : needed.get();
      if (to.isBefore(arrives)) {
        advice.add(new Advice(supply, SuggestionKind.EXPEDITE, arrives, Optional.of(to)));
      } else if (to.isAfter(arrives.plusDays(tolerance))) {
        advice.add(new Advice(supply, SuggestionKind.POSTPONE, arrives, Optional.of(to)));
      }
      before = before.add(supply.quantity());
    }
    return advice;
  }

  /** The last day of delivery before the risk is too large with so much more. */
  private static Optional<LocalDate> neededBy(Replenishment bare, BigDecimal more) {
    Projection projection = bare.projection();
    for (int d = 0; d < projection.days().size(); d++) {
      if (projection.stockOut(d, more) > bare.accepted()) {
        LocalDate day = projection.days().get(d).day();
        return Optional.of(bare.situation().days().delivery().onOrBefore(day));
      }
    }
    return Optional.empty();
  }
}
