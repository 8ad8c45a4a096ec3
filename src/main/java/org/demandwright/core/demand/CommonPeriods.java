package org.demandwright.core.demand;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The periods over which two forecasts of other widths can be compared: the whole periods of the
 * wider bucket that lie within both. Periods of the narrower bucket that reach beyond one of them,
 * as weeks do at the ends of months, count with the share of their days that lie within.
 *
 * @param periods of the wider bucket, in their order; empty where the two have none in common
 */
public record CommonPeriods(List<Period> periods) {

  public CommonPeriods {
    periods = List.copyOf(periods);
  }

  /**
   * What a forecast covers.
   *
   * @param first its first period
   * @param horizon how many periods it has, at least 1
   */
  public record Span(Period first, int horizon) {
    LocalDate end() {
      return first.plus(horizon).start();
    }
  }

  /** Returns the periods that two forecasts have in common. */
  public static CommonPeriods of(Span one, Span other) {
    Bucket wider =
        one.first().bucket().compareTo(other.first().bucket()) > 0
            ? one.first().bucket()
            : other.first().bucket();
    LocalDate start = later(one.first().start(), other.first().start());
    LocalDate end = one.end().isBefore(other.end()) ? one.end() : other.end();
    Period first = Period.of(wider, start);
    Period period = first.start().isBefore(start) ? first.plus(1) : first;
    List<Period> common = new ArrayList<>();
    for (; !period.end().isAfter(end); period = period.plus(1)) {
      common.add(period);
    }
    return new CommonPeriods(common);
  }

  private static LocalDate later(LocalDate one, LocalDate other) {
    return one.isAfter(other) ? one : other;
  }

  /**
   * Returns which share of each step of a forecast lies within all the periods.
   *
   * @return shares above 0 and at most 1 by step, 1 … horizon; steps without a share are missing
   */
  public Map<Integer, Double> shares(Span span) {
    Map<Integer, Double> shares = new TreeMap<>();
    for (Period period : periods) {
      shares(span, period).forEach((step, share) -> shares.merge(step, share, Double::sum));
    }
    return shares;
  }

  /** Returns which share of each step of a forecast lies within one of the periods. */
  public static Map<Integer, Double> shares(Span span, Period within) {
    Map<Integer, Double> shares = new TreeMap<>();
    for (int step = 1; step <= span.horizon(); step++) {
      Period period = span.first().plus(step - 1L);
      long from = later(period.start(), within.start()).toEpochDay();
      long to = Math.min(period.end().toEpochDay(), within.end().toEpochDay());
      if (to > from) {
        shares.put(step, (double) (to - from) / period.days());
      }
    }
    return shares;
  }
}
