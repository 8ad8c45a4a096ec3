package org.demandwright.core.feature;

import java.util.BitSet;
import java.util.Locale;
import org.demandwright.core.calendar.Holiday;
import org.demandwright.core.demand.Bucket;

/** 1 in the period into which the holiday falls, 0 elsewhere; it knows the years 1970 to 2199. */
final class HolidayFeature implements PlannedFeature {
  private static final int FIRST_YEAR = 1970;
  private static final int LAST_YEAR = 2199;

  private final Holiday holiday;
  private final BitSet ordinals = new BitSet();

  HolidayFeature(Holiday holiday, Bucket bucket) {
    this.holiday = holiday;
    for (int year = FIRST_YEAR; year <= LAST_YEAR; year++) {
      ordinals.set((int) bucket.ordinalOf(holiday.in(year)));
    }
  }

  @Override
  public String name() {
    return holiday.name().toLowerCase(Locale.ROOT);
  }

  @Override
  public boolean ofCalendar() {
    return true;
  }

  @Override
  public double at(History history, int index) {
    long ordinal = history.series().first().ordinal() + index;
    return ordinal >= 0 && ordinals.get((int) ordinal) ? 1 : 0;
  }
}
