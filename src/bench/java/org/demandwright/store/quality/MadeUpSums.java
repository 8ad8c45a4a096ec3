package org.demandwright.store.quality;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.demandwright.core.demand.ThirteenWeeks;
import org.demandwright.core.quality.RepeatSums;
import org.demandwright.core.quality.SalesSums;

/** Sums of sales that nobody made, as they are kept. */
public final class MadeUpSums {
  private static final int DAYS = 91;
  private static final int WEEK = 7;

  private MadeUpSums() {}

  /**
   * Returns the sums of thirteen weeks, of a series that sells every so many days.
   *
   * @param every days from one sale to the next, at least 1
   */
  public static byte[] of(ThirteenWeeks span, int every) {
    List<SalesSums.Day> days = new ArrayList<>();
    List<SalesSums.Week> weeks = new ArrayList<>();
    for (int d = 0; d < DAYS; d++) {
      LocalDate day = span.first().plusDays(d);
      if (d % every == 0) {
        days.add(
            new SalesSums.Day(
                day, BigDecimal.valueOf(3 + d % 5), BigDecimal.ZERO, BigDecimal.ZERO, 2, 2));
      }
      if (d % WEEK == 0) {
        SalesSums.Amount amount = new SalesSums.Amount(2, new BigDecimal("4"), new BigDecimal("9"));
        weeks.add(
            new SalesSums.Week(day, "C" + (1 + d / WEEK % every), amount, Map.of("EUR", amount)));
      }
    }
    RepeatSums none = new RepeatSums(days.size(), days.size(), 0, 0, 0, 0, null, null, List.of());
    return SalesSumsCodec.of(new SalesSums(span, days, List.of(), weeks, none));
  }
}
