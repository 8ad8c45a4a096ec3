package org.demandwright.core.quality;

import java.util.List;
import java.util.Optional;
import org.demandwright.core.Words;
import org.demandwright.core.quality.SeriesProfile.Repeats;

/**
 * Lines that repeat another of the same document, day, customer and quantity, when some quantity,
 * or the rarest quantities together, do so in more documents than chance explains, see {@link
 * RepeatChance}; or any that the ERP's view itself flags as {@code EXACT_REPEAT}. One finding a
 * series. Effect = the units of the lines that repeat, without those that chance explains; at most,
 * as some customers do order twice.
 */
final class Duplicates implements SeriesRule {
  /** One series in thirty thousand, at most, is reported for what chance did. */
  static final double CHANCE = 1.0 / 30_000;

  @Override
  public List<Finding> inspect(InspectedSeries s) {
    Repeats r = s.profile().repeats();
    Optional<RepeatGroup> unlikely = r.leastLikely().filter(g -> g.chance() < CHANCE);
    if (r.surplus() == 0 || (r.flagged() == 0 && unlikely.isEmpty())) {
      return List.of();
    }
    LineSelection lines =
        new LineSelection(
            r.first(), r.last(), Optional.empty(), true, Optional.empty(), r.involved());
    return List.of(
        s.finding(
            Rule.DUPLICATE, r.first(), r.last(), lines, r.unitsBeyondChance(), text(r, unlikely)));
  }

  private static Words text(Repeats r, Optional<RepeatGroup> unlikely) {
    Words repeats = Words.of("quality.duplicate", r.surplus());
    Words withChance = unlikely.map(g -> repeats.and(chance(g))).orElse(repeats);
    return r.flagged() > 0
        ? withChance.and(Words.of("quality.duplicate.flagged", r.flagged()))
        : withChance;
  }

  private static Words chance(RepeatGroup g) {
    return Words.of(
        "quality.duplicate.chance", g.words(), g.documents(), Words.decimal(g.expected(), 1));
  }
}
