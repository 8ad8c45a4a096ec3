package org.demandwright.core.quality;

import java.time.LocalDate;
import java.util.List;
import org.demandwright.core.demand.Correction;
import org.demandwright.core.demand.DemandSeries;
import org.demandwright.core.demand.Period;

/**
 * The peaks that {@link org.demandwright.core.demand.DemandCleaner} lowers before a model sees
 * them: there is no second definition of an outlier. A peak that something known explains is none:
 * an occasion of the calendar in its period, or a promotion under which at least half of it was
 * sold. Effect = what was lowered.
 */
final class Outliers implements SeriesRule {
  private static final double MOSTLY = 0.5;

  @Override
  public List<Finding> inspect(InspectedSeries s) {
    return s.cleaned().stream()
        .flatMap(
            cleaned ->
                cleaned.corrections().stream()
                    .filter(c -> c.kind() == Correction.Kind.OUTLIER)
                    .filter(c -> !explained(s, cleaned.raw().period(c.index())))
                    .map(c -> finding(s, cleaned.raw(), c)))
        .toList();
  }

  private static boolean explained(InspectedSeries s, Period period) {
    LocalDate last = period.end().minusDays(1);
    return s.events().touches(period.start(), last)
        || s.profile().promotedShare(period.start(), last) >= MOSTLY;
  }

  private static Finding finding(InspectedSeries s, DemandSeries raw, Correction c) {
    LocalDate first = raw.period(c.index()).start();
    LocalDate last = raw.period(c.index()).end().minusDays(1);
    LineSelection lines = LineSelection.ofDays(first, last, s.profile().lines(first, last));
    return s.finding(Rule.OUTLIER, first, last, lines, c.from() - c.to(), c.reason());
  }
}
