package org.demandwright.bench;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.demandwright.core.DoubleVector;
import org.demandwright.core.demand.Bucket;
import org.demandwright.core.demand.CovariatePeriods;
import org.demandwright.core.demand.Covariates;
import org.demandwright.core.demand.DemandSeries;
import org.demandwright.core.demand.EventCalendar;
import org.demandwright.core.demand.Period;
import org.demandwright.core.pipeline.SeriesInput;

/**
 * Data whose past is replayed.
 *
 * @param says what is assumed of it
 * @param tuneFrom the first day that is replayed, a Monday: up to {@code testFrom} safety factors
 *     are chosen
 * @param testFrom from then on ways of ordering are judged, a Monday
 * @param testTo the day after the last, a Monday
 */
record SimulatedWorld(
    String name,
    String says,
    LocalDate tuneFrom,
    LocalDate testFrom,
    LocalDate testTo,
    EventCalendar events,
    List<SimulatedItem> items) {
  /** Weeks that are forecast. */
  static final int HORIZON = 13;

  private static final int LEAST_WEEKS = 8;

  /** Returns what was known of all items before a Monday: weeks, prices, promotions, events. */
  List<SeriesInput> known(LocalDate origin) {
    List<SeriesInput> panel = new ArrayList<>();
    Period end = Period.of(Bucket.WEEK, origin);
    for (SimulatedItem item : items) {
      Period first = Period.of(Bucket.WEEK, item.demand().first());
      first = first.start().isBefore(item.demand().first()) ? first.plus(1) : first;
      int weeks = first.until(end);
      double[] units = new double[weeks];
      int sold = weeks;
      for (int w = weeks - 1; w >= 0; w--) {
        units[w] = item.units(first.plus(w).start(), first.plus(w + 1).start());
        sold = units[w] > 0 ? w : sold;
      }
      if (weeks - sold >= LEAST_WEEKS) {
        panel.add(input(item, first.plus(sold), DoubleVector.of(units).slice(sold, weeks)));
      }
    }
    return panel;
  }

  private SeriesInput input(SimulatedItem item, Period first, DoubleVector units) {
    int known = units.size();
    Covariates covariates =
        new Covariates(
            CovariatePeriods.relativePrice(item.prices(), first, known + HORIZON, known),
            CovariatePeriods.promotedShare(item.promotions(), first, known + HORIZON),
            item.category(),
            events);
    return new SeriesInput(
        new DemandSeries(item.key(), first, units, DoubleVector.filled(known, 1)), covariates);
  }
}
