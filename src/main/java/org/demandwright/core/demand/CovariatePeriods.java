package org.demandwright.core.demand;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.demandwright.core.DoubleVector;

/** Spreads price lists and promotion plans, which are days, over periods. */
public final class CovariatePeriods {
  private CovariatePeriods() {}

  /**
   * Returns the mean price of each period relative to the median of the days before the origin, so
   * that 1 is the usual price; empty where no price is known. A day without a price has the usual
   * one; a price of the site goes before one of every site, a later one before an earlier.
   *
   * <p>Prices of several currencies are never compared: the one that is known for most days before
   * the origin tells the price, of equals the first by its code.
   *
   * @param periods number of periods from the first
   * @param known number of periods before the origin
   */
  public static DoubleVector relativePrice(
      List<Price> prices, Period first, int periods, int known) {
    if (prices.isEmpty()) {
      return DoubleVector.empty();
    }
    Map<String, List<Price>> byCurrency =
        prices.stream()
            .collect(
                Collectors.groupingBy(
                    p -> p.currency() == null ? "" : p.currency(),
                    TreeMap::new,
                    Collectors.toList()));
    int days = days(first, periods);
    double[] byDay = {};
    double[] past = {};
    for (List<Price> ofCurrency : byCurrency.values()) {
      double[] spread = spread(ofCurrency, first.start(), days);
      double[] priced =
          Arrays.stream(spread, 0, days(first, known)).filter(v -> v > 0).sorted().toArray();
      if (priced.length > past.length) {
        byDay = spread;
        past = priced;
      }
    }
    if (past.length == 0) {
      return DoubleVector.empty();
    }
    double usual = past[past.length / 2];
    for (int d = 0; d < days; d++) {
      byDay[d] = byDay[d] > 0 ? byDay[d] / usual : 1;
    }
    return means(byDay, first, periods);
  }

  /** Returns the price of each day, 0 where none is known. */
  private static double[] spread(List<Price> prices, LocalDate start, int days) {
    double[] byDay = new double[days];
    fill(byDay, prices.stream().filter(p -> p.siteId() == null).toList(), start);
    fill(byDay, prices.stream().filter(p -> p.siteId() != null).toList(), start);
    return byDay;
  }

  private static void fill(double[] byDay, List<Price> prices, LocalDate start) {
    for (Price p : prices) {
      if (p.unitPrice().compareTo(BigDecimal.ZERO) > 0) {
        int from = index(p.validFrom(), start, byDay.length);
        int to =
            p.validTo() == null
                ? byDay.length
                : index(p.validTo().plusDays(1), start, byDay.length);
        Arrays.fill(byDay, from, Math.max(from, to), p.unitPrice().doubleValue());
      }
    }
  }

  /** Returns the share of each period's days under promotion; empty where none is planned. */
  public static DoubleVector promotedShare(List<Promotion> promotions, Period first, int periods) {
    if (promotions.isEmpty()) {
      return DoubleVector.empty();
    }
    double[] byDay = new double[days(first, periods)];
    for (Promotion p : promotions) {
      int from = index(p.from(), first.start(), byDay.length);
      int to = index(p.to().plusDays(1), first.start(), byDay.length);
      Arrays.fill(byDay, from, Math.max(from, to), 1);
    }
    return means(byDay, first, periods);
  }

  private static DoubleVector means(double[] byDay, Period first, int periods) {
    double[] mean = new double[periods];
    int d = 0;
    for (int i = 0; i < periods; i++) {
      int days = first.plus(i).days();
      for (int k = 0; k < days; k++) {
        mean[i] += byDay[d++];
      }
      mean[i] /= days;
    }
    return DoubleVector.of(mean);
  }

  private static int days(Period first, int periods) {
    return Math.toIntExact(first.plus(periods).start().toEpochDay() - first.start().toEpochDay());
  }

  private static int index(LocalDate day, LocalDate start, int days) {
    return (int) Math.max(0, Math.min(days, day.toEpochDay() - start.toEpochDay()));
  }
}
