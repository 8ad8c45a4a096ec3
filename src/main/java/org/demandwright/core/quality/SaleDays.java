package org.demandwright.core.quality;

import java.time.LocalDate;
import java.util.Arrays;
import org.demandwright.core.demand.StockOut;

/**
 * The days of one series from its first sale to the day before as-of, by index: on which it could
 * be bought and on which it sold. Ranges are [from, to) and may reach beyond either end.
 */
final class SaleDays {
  private final LocalDate first;
  private final int[] available;
  private final int[] soldInStock;
  private final double[] units;
  private final boolean[] sold;

  private SaleDays(LocalDate first, boolean[] inStock, double[] unitsOfDay) {
    int n = inStock.length;
    this.first = first;
    available = new int[n + 1];
    soldInStock = new int[n + 1];
    units = new double[n + 1];
    sold = new boolean[n];
    for (int i = 0; i < n; i++) {
      sold[i] = unitsOfDay[i] > 0;
      // A day that sold was in stock, whatever the ledger says.
      boolean open = inStock[i] || sold[i];
      available[i + 1] = available[i] + (open ? 1 : 0);
      soldInStock[i + 1] = soldInStock[i] + (sold[i] ? 1 : 0);
      units[i + 1] = units[i] + unitsOfDay[i];
    }
  }

  static SaleDays of(InspectedSeries s) {
    LocalDate first =
        s.profile().days().stream()
            .filter(d -> d.gross().signum() > 0 && d.day().isBefore(s.asOf()))
            .map(SeriesProfile.Day::day)
            .findFirst()
            .orElse(s.asOf());
    int n = Math.toIntExact(s.asOf().toEpochDay() - first.toEpochDay());
    boolean[] inStock = new boolean[n];
    Arrays.fill(inStock, true);
    for (StockOut spell : s.stockOuts()) {
      int from = index(first, spell.from(), n);
      Arrays.fill(inStock, from, Math.max(from, index(first, spell.to(), n)), false);
    }
    double[] units = new double[n];
    for (SeriesProfile.Day d : s.profile().days()) {
      if (!d.day().isBefore(first) && d.day().isBefore(s.asOf())) {
        units[index(first, d.day(), n)] = d.gross().doubleValue();
      }
    }
    return new SaleDays(first, inStock, units);
  }

  private static int index(LocalDate first, LocalDate day, int n) {
    return (int) Math.max(0, Math.min(n, day.toEpochDay() - first.toEpochDay()));
  }

  int size() {
    return sold.length;
  }

  LocalDate day(int index) {
    return first.plusDays(index);
  }

  /** Returns the first day from {@code from} on with a sale, or the end. */
  int endOfSilence(int from) {
    int to = from;
    while (to < sold.length && !sold[to]) {
      to++;
    }
    return to;
  }

  /** Returns the number of days on which it could be bought. */
  int available(int from, int to) {
    return available[inside(to)] - available[inside(from)];
  }

  /** Returns the share of those days on which it sold, 0 where there is none. */
  double soldShare(int from, int to) {
    int days = available(from, to);
    return days == 0 ? 0 : (double) (soldInStock[inside(to)] - soldInStock[inside(from)]) / days;
  }

  /** Returns the mean base units of a day on which it could be bought. */
  double unitsPerDay(int from, int to) {
    int days = available(from, to);
    return days == 0 ? 0 : (units[inside(to)] - units[inside(from)]) / days;
  }

  /** Returns the most days in stock between two sales of the range. */
  int longestSilence(int from, int to) {
    int longest = 0;
    int since = inside(from);
    for (int i = inside(from); i < inside(to); i++) {
      if (sold[i]) {
        longest = Math.max(longest, available(since, i));
        since = i + 1;
      }
    }
    return longest;
  }

  private int inside(int index) {
    return Math.max(0, Math.min(sold.length, index));
  }
}
