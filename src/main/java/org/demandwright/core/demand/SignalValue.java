package org.demandwright.core.demand;

import java.time.LocalDate;
import java.util.Objects;

/**
 * What one signal, such as page views, carts or a market index, was on one day.
 *
 * @param signal its name
 * @param item the item, or {@value #EVERY_ITEM} where it concerns the whole market
 * @param site the site, empty where it concerns every one
 * @param value any finite number; relative to its own past it becomes a feature
 * @param knownFrom the first day on which a forecast may have known it, later than {@code day}
 */
public record SignalValue(
    String signal, String item, String site, LocalDate day, double value, LocalDate knownFrom) {
  /** Stands for every item. */
  public static final String EVERY_ITEM = "*";

  private static final int MOST_CHARACTERS = 80;

  public SignalValue {
    requireName("signal", signal, false);
    requireName("item", item, false);
    requireName("site", site, true);
    Objects.requireNonNull(day, "day");
    Objects.requireNonNull(knownFrom, "knownFrom");
    if (!Double.isFinite(value)) {
      throw new IllegalArgumentException("the value of " + signal + " is " + value);
    }
    if (!knownFrom.isAfter(day)) {
      throw new IllegalArgumentException(
          "a day's value is known on the next day at the earliest, not on %s for %s"
              .formatted(knownFrom, day));
    }
  }

  private static void requireName(String what, String name, boolean mayBeEmpty) {
    if (name.length() > MOST_CHARACTERS || (name.isBlank() && !mayBeEmpty)) {
      throw new IllegalArgumentException(
          what + " must have 1 to " + MOST_CHARACTERS + " characters, not " + name.length());
    }
  }
}
