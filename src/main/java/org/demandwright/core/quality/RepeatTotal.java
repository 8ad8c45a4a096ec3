package org.demandwright.core.quality;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.demandwright.core.quality.RepeatSums.Tally;
import org.demandwright.core.quality.SeriesProfile.Repeats;

/** Adds up what was counted of repeats in the weeks of a series, from the first on. */
final class RepeatTotal {
  /** Quantities that are told apart; repeats of later ones are listed, but not judged. */
  private static final int MOST_QUANTITIES = 10_000;

  private final Map<BigDecimal, Tally> quantities = new HashMap<>();
  private long lines;
  private long documents;
  private double pairs;
  private long surplus;
  private long flagged;
  private long involved;
  private LocalDate first;
  private LocalDate last;

  void add(RepeatSums more) {
    for (Tally tally : more.quantities()) {
      if (quantities.size() < MOST_QUANTITIES || quantities.containsKey(tally.quantity())) {
        quantities.merge(tally.quantity(), tally, Tally::plus);
      }
    }
    lines += more.lines();
    documents += more.documents();
    pairs += more.pairs();
    surplus += more.surplus();
    flagged += more.flagged();
    involved += more.involved();
    first = first == null ? more.first() : first;
    last = more.last() == null ? last : more.last();
  }

  Repeats repeats() {
    RepeatChance chance =
        new RepeatChance(List.copyOf(quantities.values()), lines, documents, pairs);
    return new Repeats(
        surplus, chance.unitsBeyondChance(), chance.leastLikely(), flagged, involved, first, last);
  }
}
