package org.demandwright.app.decide;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.demandwright.core.demand.Price;
import org.demandwright.core.demand.Promotion;
import org.demandwright.core.quality.SalesDays;
import org.demandwright.core.quality.SalesSums;
import org.demandwright.store.demand.MasterDataStore.StockOutDays;
import org.demandwright.store.forecast.TotalsStore;

/**
 * The past of places, day by day: what was sold, at which price, under promotion, and when nothing
 * was there.
 *
 * @param first day
 * @param count of days
 */
record PastDays(LocalDate first, int count) {
  /** A day counted from the first: −1 before it, as many as there are behind the last. */
  private int day(LocalDate day) {
    return (int) Math.max(-1, Math.min(count, ChronoUnit.DAYS.between(first, day)));
  }

  /** What was sold at a place by all of its channels. */
  double[] units(Place place, Map<Long, List<SalesDays>> sold) {
    double[] units = new double[count];
    for (TotalsStore.Entry series : place.series()) {
      sold.getOrDefault(series.seriesId(), List.of()).forEach(days -> add(units, days.days()));
    }
    return units;
  }

  /** Adds what was sold on days. */
  void add(double[] units, List<SalesSums.Day> days) {
    for (SalesSums.Day day : days) {
      int at = day(day.day());
      if (at >= 0 && at < count) {
        units[at] += day.gross().doubleValue();
      }
    }
  }

  /**
   * The price of each day, 0 where none is told: one of the site goes before one of every site, a
   * later one before an earlier.
   *
   * @param prices of one currency, in the order of their first days
   */
  double[] prices(String site, List<Price> prices) {
    double[] days = new double[count];
    for (boolean own : new boolean[] {false, true}) {
      for (Price p : prices) {
        if ((own ? site.equals(p.siteId()) : p.siteId() == null) && p.unitPrice().signum() > 0) {
          fill(days, p);
        }
      }
    }
    return days;
  }

  private void fill(double[] days, Price p) {
    int from = p.validFrom() == null ? 0 : Math.max(0, day(p.validFrom()));
    int to = p.validTo() == null ? count : Math.min(count, day(p.validTo()) + 1);
    if (from < to) {
      Arrays.fill(days, from, to, p.unitPrice().doubleValue());
    }
  }

  /**
   * The days on which not all could be sold: the day before nothing was left is one on which it ran
   * out.
   */
  boolean[] out(String site, List<StockOutDays> spells) {
    boolean[] days = new boolean[count];
    for (StockOutDays spell : spells) {
      if (spell.siteId().equals(site)) {
        fill(days, day(spell.from().minusDays(1)), day(spell.to()));
      }
    }
    return days;
  }

  /** The days under promotion. */
  boolean[] promoted(String site, List<Promotion> promotions) {
    boolean[] days = new boolean[count];
    for (Promotion p : promotions) {
      if (p.siteId() == null || p.siteId().equals(site)) {
        fill(days, day(p.from()), day(p.to().plusDays(1)));
      }
    }
    return days;
  }

  private static void fill(boolean[] days, int from, int to) {
    int begin = Math.max(0, from);
    if (begin < to) {
      Arrays.fill(days, begin, to, true);
    }
  }
}
