package org.demandwright.core.decide.simulate;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.demandwright.core.demand.Period;

/**
 * What was wanted of one item at one site, day by day, in whole smallest units of the item, so that
 * sums are exact.
 *
 * <p>Worked: 10 units of a week of seven days come as 1, 1, 2, 1, 2, 1, 2.
 */
public final class DailyDemand {
  private final LocalDate first;

  /** Units of the first n days, and the sum of their squares. */
  private final long[] sums;

  private final double[] squares;

  private DailyDemand(LocalDate first, long[] units) {
    this.first = first;
    this.sums = new long[units.length + 1];
    this.squares = new double[units.length + 1];
    for (int d = 0; d < units.length; d++) {
      if (units[d] < 0) {
        throw new IllegalArgumentException(
            "demand of %d units on %s; it must be 0 or more"
                .formatted(units[d], first.plusDays(d)));
      }
      sums[d + 1] = sums[d] + units[d];
      squares[d + 1] = squares[d] + (double) units[d] * units[d];
    }
  }

  /** Returns demand that is known by the day. */
  public static DailyDemand of(LocalDate first, long... units) {
    return new DailyDemand(first, units);
  }

  /**
   * Returns demand that is known by longer periods alone: the units of each are spread over its
   * days as evenly as whole units allow, which is smoother than demand is. Who replays it has to
   * say so.
   */
  public static DailyDemand spread(Period first, List<Long> units) {
    long days = ChronoUnit.DAYS.between(first.start(), first.plus(units.size()).start());
    long[] daily = new long[Math.toIntExact(days)];
    int day = 0;
    for (int p = 0; p < units.size(); p++) {
      int length = first.plus(p).days();
      long before = 0;
      for (int d = 1; d <= length; d++) {
        long upTo = units.get(p) * d / length;
        daily[day++] = upTo - before;
        before = upTo;
      }
    }
    return new DailyDemand(first.start(), daily);
  }

  public LocalDate first() {
    return first;
  }

  /** Returns the day after the last. */
  public LocalDate end() {
    return first.plusDays(sums.length - 1L);
  }

  /** Returns what was wanted on a day, smallest units. */
  public long on(LocalDate day) {
    int at = index(day);
    if (at >= sums.length - 1) {
      throw outside(day);
    }
    return sums[at + 1] - sums[at];
  }

  /** Returns what was known of it in the morning of a day. */
  public PastDemand before(LocalDate day) {
    return new PastDemand(this, index(day));
  }

  private int index(LocalDate day) {
    long at = ChronoUnit.DAYS.between(first, day);
    if (at < 0 || at > sums.length - 1) {
      throw outside(day);
    }
    return (int) at;
  }

  private IllegalArgumentException outside(LocalDate day) {
    return new IllegalArgumentException(
        "%s; demand is known from %s to before %s".formatted(day, first, end()));
  }

  long sum(int from, int to) {
    return sums[to] - sums[from];
  }

  double squares(int from, int to) {
    return squares[to] - squares[from];
  }
}
