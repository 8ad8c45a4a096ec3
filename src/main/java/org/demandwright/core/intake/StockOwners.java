package org.demandwright.core.intake;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;

/**
 * Whose stock counts at a site on which days: of the sources that know the site, one whose lines
 * count on a day goes before one whose do not, and of those alike the earlier one.
 */
public final class StockOwners {
  private StockOwners() {}

  /** A source, on the days on which its lines count. */
  public record Teller(String source, DaySpan counts) {}

  /** Days on which a source's stock counts. */
  public record Turn(String source, DaySpan days) {}

  /**
   * Returns the turns of a site, in the order of their days.
   *
   * @param tellers those that know the site, in their order; at least one
   */
  public static List<Turn> of(List<Teller> tellers) {
    TreeSet<LocalDate> begins = new TreeSet<>(List.of(DaySpan.ALL.first()));
    for (Teller teller : tellers) {
      begins.add(teller.counts().first());
      if (teller.counts().last().isBefore(DaySpan.ALL.last())) {
        begins.add(teller.counts().last().plusDays(1));
      }
    }
    List<Turn> turns = new ArrayList<>();
    for (LocalDate begin : begins) {
      LocalDate next = begins.higher(begin);
      DaySpan days = new DaySpan(begin, next == null ? DaySpan.ALL.last() : next.minusDays(1));
      String owner =
          tellers.stream()
              .filter(t -> t.counts().and(days).isPresent())
              .findFirst()
              .orElse(tellers.get(0))
              .source();
      int before = turns.size() - 1;
      if (before >= 0 && turns.get(before).source().equals(owner)) {
        turns.set(
            before, new Turn(owner, new DaySpan(turns.get(before).days().first(), days.last())));
      } else {
        turns.add(new Turn(owner, days));
      }
    }
    return turns;
  }
}
