package org.demandwright.core.demand;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Finds the weekdays on which a source is closed, from the last year of its booking days: at most
 * one in twenty of them saw a line, and so few are improbable (1 in 100) had they been booked like
 * the other weekdays.
 */
final class ClosedWeekdays {
  private static final int YEAR = 364;
  private static final int RARE = 20;
  private static final double IMPROBABLE = 0.01;

  private ClosedWeekdays() {}

  /** Returns the closed weekdays of a source; none where too little is known. */
  static Set<DayOfWeek> of(List<LocalDate> booked) {
    Set<DayOfWeek> closed = EnumSet.noneOf(DayOfWeek.class);
    if (booked.isEmpty()) {
      return closed;
    }
    LocalDate last = booked.get(booked.size() - 1);
    LocalDate first = booked.get(0);
    LocalDate from = first.isBefore(last.minusDays(YEAR)) ? last.minusDays(YEAR) : first;
    int[] seen = new int[8];
    int[] with = new int[8];
    Set<LocalDate> days = new HashSet<>(booked);
    for (LocalDate day = from; !day.isAfter(last); day = day.plusDays(1)) {
      seen[day.getDayOfWeek().getValue()]++;
      with[day.getDayOfWeek().getValue()] += days.contains(day) ? 1 : 0;
    }
    double rate = rateOfOthers(seen, with);
    for (DayOfWeek w : DayOfWeek.values()) {
      int n = seen[w.getValue()];
      int k = with[w.getValue()];
      if (rate > 0 && rare(n, k) && atMost(k, n, rate) < IMPROBABLE) {
        closed.add(w);
      }
    }
    return closed;
  }

  private static boolean rare(int seen, int with) {
    return with * RARE <= seen;
  }

  /** Returns the share of days with lines among weekdays on which they are not rare; 0 = none. */
  private static double rateOfOthers(int[] seen, int[] with) {
    int n = 0;
    int k = 0;
    for (int w = 1; w <= 7; w++) {
      if (!rare(seen[w], with[w])) {
        n += seen[w];
        k += with[w];
      }
    }
    return n == 0 ? 0 : (k + 0.5) / (n + 1);
  }

  /** Returns the chance of at most k successes in n trials. */
  private static double atMost(int k, int n, double p) {
    double term = Math.pow(1 - p, n);
    double sum = term;
    for (int i = 1; i <= k; i++) {
      term *= (double) (n - i + 1) / i * p / (1 - p);
      sum += term;
    }
    return sum;
  }
}
