package org.demandwright.core.demand;

import java.util.Objects;
import org.demandwright.core.DoubleVector;

/**
 * Gross demand per period: a first period and values, so that a gap cannot exist.
 *
 * @param key what the series is about
 * @param first the period of the first value
 * @param units base units demanded per period, ≥ 0
 * @param availability share 0–1 of the period in which the item could be bought; 1 where nothing is
 *     known. A period with availability below 1 is a stock-out and not zero demand; 0 also marks a
 *     period that was not observed
 */
public record DemandSeries(
    SeriesKey key, Period first, DoubleVector units, DoubleVector availability) {

  public DemandSeries {
    Objects.requireNonNull(key, "key");
    Objects.requireNonNull(first, "first");
    if (units.size() != availability.size()) {
      throw new IllegalArgumentException(
          key + ": " + units.size() + " units but " + availability.size() + " availabilities");
    }
    for (int i = 0; i < units.size(); i++) {
      if (units.get(i) < 0) {
        throw new IllegalArgumentException(
            key + ": demand " + units.get(i) + " in " + first.plus(i) + "; gross demand is ≥ 0");
      }
      if (availability.get(i) < 0 || availability.get(i) > 1) {
        throw new IllegalArgumentException(
            key + ": availability " + availability.get(i) + " in " + first.plus(i) + " is not 0–1");
      }
    }
  }

  /** Returns a series that was always available. */
  public static DemandSeries of(SeriesKey key, Period first, double... units) {
    return new DemandSeries(
        key, first, DoubleVector.of(units), DoubleVector.filled(units.length, 1));
  }

  public int size() {
    return units.size();
  }

  /** Returns the period of the value at {@code index}. */
  public Period period(int index) {
    return first.plus(index);
  }

  /** Returns the first period after the series: its forecast origin. */
  public Period end() {
    return first.plus(size());
  }

  /**
   * Returns whether the period at {@code index} was fully available, so that its value is demand.
   */
  public boolean observed(int index) {
    return availability.get(index) == 1;
  }

  /** Returns the first {@code n} periods: the series as it was known at the origin {@code n}. */
  public DemandSeries head(int n) {
    return n == size() ? this : new DemandSeries(key, first, units.head(n), availability.head(n));
  }

  /** Returns the series with other units, for example with corrections applied. */
  public DemandSeries withUnits(DoubleVector other) {
    return new DemandSeries(key, first, other, availability);
  }
}
