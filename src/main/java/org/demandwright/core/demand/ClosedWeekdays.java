package org.demandwright.core.demand;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Finds the weekdays on which a source is closed, from the last 52 weeks in which it booked at all:
 * at most one in twenty of them saw a line, and so few are improbable (1 in 100) had they been
 * booked like the other weekdays.
 */
final class ClosedWeekdays {
  private static final int WEEKS = 52;
  private static final int RARE = 20;
  private static final double IMPROBABLE = 0.01;

  private ClosedWeekdays() {}

  /** Returns the closed weekdays of a source; none where too little is known. */
  static Set<DayOfWeek> of(List<LocalDate> booked) {
    Set<DayOfWeek> closed = EnumSet.noneOf(DayOfWeek.class);
    if (booked.isEmpty()) {
      return closed;
    }
    int[] seen = new int[8];
    int[] with = new int[8];
    Set<LocalDate> days = new HashSet<>(booked);
    LocalDate first = booked.get(0);
    LocalDate last = booked.get(booked.size() - 1);
    for (LocalDate monday : weeks(booked)) {
      for (int i = 0; i < 7; i++) {
        LocalDate day = monday.plusDays(i);
        if (!day.isBefore(first) && !day.isAfter(last)) {
          seen[i + 1]++;
          with[i + 1] += days.contains(day) ? 1 : 0;
        }
      }
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

  /** Returns the last weeks in which lines were booked, by their Mondays. */
  private static List<LocalDate> weeks(List<LocalDate> booked) {
    List<LocalDate> mondays =
        booked.stream().map(d -> Period.of(Bucket.WEEK, d).start()).distinct().toList();
    return mondays.subList(Math.max(0, mondays.size() - WEEKS), mondays.size());
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
