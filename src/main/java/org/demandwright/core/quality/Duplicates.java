package org.demandwright.core.quality;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.demandwright.core.quality.SeriesProfile.Repeats;

/**
 * Lines that repeat another of the same document, day, customer and quantity, when there are more
 * of them than chance explains: more than e + {@value #DEVIATIONS} √(e + 1), where e is the number
 * to be expected, see {@link RepeatCount}; or any that the ERP's view itself flags as {@code
 * EXACT_REPEAT}. One finding a series. Effect = the units of the surplus lines, at most: some
 * customers do order twice.
 */
final class Duplicates implements SeriesRule {
  /** One series in about thirty thousand by chance, were repeats as Poisson as they seem. */
  static final double DEVIATIONS = 4;

  @Override
  public List<Finding> inspect(InspectedSeries s) {
    Repeats r = s.profile().repeats();
    boolean tooMany = r.surplus() > r.expected() + DEVIATIONS * Math.sqrt(r.expected() + 1);
    if (r.surplus() == 0 || (r.flagged() == 0 && !tooMany)) {
      return List.of();
    }
    String what =
        String.format(
            Locale.ROOT,
            "%d lines repeat another of the same document, day, customer and quantity; by chance"
                + " %.1f would.%s",
            r.surplus(),
            r.expected(),
            r.flagged() > 0 ? " The ERP's view flags " + r.flagged() + " as exact repeats." : "");
    LineSelection lines =
        new LineSelection(
            r.first(), r.last(), Optional.empty(), true, Optional.empty(), r.involved());
    return List.of(s.finding(Rule.DUPLICATE, r.first(), r.last(), lines, r.surplusUnits(), what));
  }
}
