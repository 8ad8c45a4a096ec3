package org.demandwright.core.feature;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.demandwright.core.demand.EventCalendar;

/**
 * What the calendar does to a period, the same for all series that share one: the effects of
 * holidays and events are looked up once for each calendar, not for each series. Safe for several
 * threads.
 */
final class CalendarEffects {
  private static final double[] NOTHING = {};

  private final List<PlannedFeature> features;
  private final double[] coefficients;
  private final int from;
  private final Map<EventCalendar, Known> known = new HashMap<>();

  /** β·x of each period of a stretch, of those features that are not 0, in their order. */
  private record Known(long first, double[][] parts) {
    boolean covers(long ordinal, int periods) {
      return first <= ordinal && ordinal + periods <= first + parts.length;
    }
  }

  /** Makes the effects of the features from number {@code from} on, all of them of the calendar. */
  CalendarEffects(List<PlannedFeature> features, double[] coefficients, int from) {
    this.features = features;
    this.coefficients = coefficients;
    this.from = from;
  }

  /**
   * Adds the effects of the first periods of a history to exponents, each in the order of the
   * features, so that the sums are those of one feature after the other.
   */
  void addTo(double[] exponents, History history) {
    long first = history.series().first().ordinal();
    Known calendar = of(history, first, exponents.length);
    int shift = Math.toIntExact(first - calendar.first());
    for (int i = 0; i < exponents.length; i++) {
      for (double part : calendar.parts()[shift + i]) {
        exponents[i] += part;
      }
    }
  }

  private synchronized Known of(History history, long first, int periods) {
    Known before = known.get(history.covariates().events());
    if (before != null && before.covers(first, periods)) {
      return before;
    }
    long begin = before == null ? first : Math.min(first, before.first());
    long end =
        before == null
            ? first + periods
            : Math.max(first + periods, before.first() + before.parts().length);
    double[][] parts = new double[Math.toIntExact(end - begin)][];
    for (int i = 0; i < parts.length; i++) {
      parts[i] = parts(history, Math.toIntExact(begin + i - first));
    }
    Known wider = new Known(begin, parts);
    known.put(history.covariates().events(), wider);
    return wider;
  }

  /** The calendar knows periods before a history begins, too: their index is below 0. */
  private double[] parts(History history, int index) {
    double[] parts = NOTHING;
    for (int c = from; c < coefficients.length; c++) {
      double value = features.get(c).at(history, index);
      if (value != 0) {
        parts = Arrays.copyOf(parts, parts.length + 1);
        parts[parts.length - 1] = coefficients[c] * value;
      }
    }
    return parts;
  }
}
