package org.demandwright.core.decide.simulate;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;

/**
 * The days that are replayed: first those by which knobs are set, then those of the test. Both
 * begin with the same stock for all ways; the first five weeks of each do not count.
 *
 * @param tuneFrom the first day that is replayed
 * @param testFrom the first day of the test
 * @param testTo the day after the last
 */
public record ReplayWindows(LocalDate tuneFrom, LocalDate testFrom, LocalDate testTo) {
  /** Days in which what was there at the beginning is still felt. */
  public static final int WARM_UP = 35;

  public ReplayWindows {
    if (!tuneFrom.plusDays(WARM_UP).isBefore(testFrom)
        || !testFrom.plusDays(WARM_UP).isBefore(testTo)) {
      throw new IllegalArgumentException(
          "from %s, test from %s to before %s; both parts need more than %d days"
              .formatted(tuneFrom, testFrom, testTo, WARM_UP));
    }
  }

  /** Returns the first day of tuning that counts. */
  public LocalDate tunedFrom() {
    return tuneFrom.plusDays(WARM_UP);
  }

  /** Returns the first day of the test that counts. */
  public LocalDate judgedFrom() {
    return testFrom.plusDays(WARM_UP);
  }

  /** Returns how many days of tuning count. */
  public int tunedDays() {
    return (int) ChronoUnit.DAYS.between(tunedFrom(), testFrom);
  }

  /** Returns how many days of the test count. */
  public int judgedDays() {
    return (int) ChronoUnit.DAYS.between(judgedFrom(), testTo);
  }
}
