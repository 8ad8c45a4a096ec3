package org.demandwright.core.quality;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.demandwright.core.Quantity;
import org.demandwright.core.Words;

/**
 * A site of a company that brings no more lines.
 *
 * <p>With g = its longest silence, in days, between two days with lines in the last year, it is
 * stale when it has been silent for more than max({@value #LEAST}, {@value #LONGER} g) days before
 * the as-of day. A site with fewer than {@value #LEAST_DAYS} days with lines in that year has no
 * usual yet. Effect = days of silence × mean base units of a day of that year, over all its items;
 * its share is counted in lines, as these items may have different units.
 */
public final class StaleSource {
  /** A long weekend. */
  static final int LEAST = 4;

  /** A holiday may be longer than last year's, but not twice as long. */
  static final int LONGER = 2;

  static final int LEAST_DAYS = 20;
  private static final int YEAR = 365;

  private StaleSource() {}

  /** What a site booked on one day: lines, and base units sold over all items. */
  public record Day(LocalDate day, long lines, double units) {}

  /**
   * Looks at one source.
   *
   * @param source company and site, no item
   * @param days with lines before {@code asOf}, in order
   * @param asOf the first day that is not known yet
   */
  public static Optional<Finding> inspect(Subject source, List<Day> days, LocalDate asOf) {
    List<Day> year =
        days.stream().filter(d -> d.day().isAfter(last(days).minusDays(YEAR))).toList();
    if (year.size() < LEAST_DAYS) {
      return Optional.empty();
    }
    int longest = 0;
    double units = year.get(0).units();
    long lines = year.get(0).lines();
    for (int i = 1; i < year.size(); i++) {
      longest = Math.max(longest, between(year.get(i - 1).day(), year.get(i).day()));
      units += year.get(i).units();
      lines += year.get(i).lines();
    }
    LocalDate last = last(days);
    int silence = between(last, asOf);
    if (silence <= Math.max(LEAST, LONGER * longest)) {
      return Optional.empty();
    }
    int span = between(year.get(0).day(), last) + 2;
    Words what =
        Words.of(
            "quality.stale-source", last, silence, longest, Quantity.words((double) lines / span));
    LineSelection newest = LineSelection.ofDays(last, last, year.get(year.size() - 1).lines());
    return Optional.of(
        new Finding(
            Rule.STALE_SOURCE,
            Severity.HIGH,
            source,
            last.plusDays(1),
            asOf.minusDays(1),
            newest,
            List.of(),
            silence * units / span,
            (double) silence / span,
            Optional.empty(),
            what));
  }

  private static LocalDate last(List<Day> days) {
    return days.isEmpty() ? LocalDate.EPOCH : days.get(days.size() - 1).day();
  }

  /** Returns the days that lie between two days, neither counted. */
  private static int between(LocalDate a, LocalDate b) {
    return (int) (b.toEpochDay() - a.toEpochDay()) - 1;
  }
}
