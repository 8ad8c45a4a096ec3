package org.demandwright.core.demand;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.demandwright.core.DoubleVector;
import org.demandwright.core.Failure.Reason;
import org.demandwright.core.Outcome;
import org.demandwright.core.Words;

/**
 * Turns the daily totals of one series into demand per period, without gaps.
 *
 * <p>The series begins with the period of the first gross demand and ends before the period that
 * holds the as-of day: everything before that day is known, so a period that it cuts is incomplete
 * and dropped, and one that ends with the day before is kept. Dropped, too, is a first period that
 * the item's launch cuts ({@link LaunchPeriod}), unless it is the only one. Periods without a total
 * are zero demand. Sums are exact and converted to double once.
 *
 * <p>Worked example: 2 units on Monday 2024-01-01 and 3 on Sunday 2024-01-14, in weeks as of
 * Wednesday 2024-01-17, give (2, 3); as of Sunday 2024-01-14 they give (2).
 */
public final class DemandAggregator {

  /**
   * A series and what was taken back.
   *
   * @param series gross demand and availability
   * @param returns base units taken back per period, ≥ 0, as long as the series; booked on the day
   *     of the return. Returns before the first demand are not in it
   */
  public record Aggregated(DemandSeries series, DoubleVector returns) {
    public Aggregated {
      Objects.requireNonNull(series, "series");
      if (returns.size() != series.size()) {
        throw new IllegalArgumentException(
            series.key() + ": " + returns.size() + " returns for " + series.size() + " periods");
      }
    }
  }

  private DemandAggregator() {}

  /**
   * Aggregates one series.
   *
   * @param days totals in any order; several of one day are added up
   * @param stockOuts spells in any order; they may overlap
   * @param asOf the first day that is not known yet
   * @return the series, or {@link Reason#NO_DEMAND} where no gross demand lies in a complete period
   *     before {@code asOf}
   */
  public static Outcome<Aggregated> aggregate(
      SeriesKey key, List<DayTotal> days, List<StockOut> stockOuts, Bucket bucket, LocalDate asOf) {
    Period end = Period.of(bucket, asOf);
    LocalDate known = end.start();
    LocalDate firstDay = null;
    for (DayTotal total : days) {
      if (total.gross().signum() > 0
          && total.day().isBefore(known)
          && (firstDay == null || total.day().isBefore(firstDay))) {
        firstDay = total.day();
      }
    }
    if (firstDay == null) {
      return Outcome.failed(Reason.NO_DEMAND, Words.of("failure.no-demand.before", key, known));
    }
    Period first = Period.of(bucket, firstDay);
    boolean cut = first.until(end) > 1 && new LaunchPeriod(days, firstDay, known).cuts(first);
    return Outcome.ok(sum(key, days, stockOuts, cut ? first.plus(1) : first, end));
  }

  private static Aggregated sum(
      SeriesKey key, List<DayTotal> days, List<StockOut> stockOuts, Period first, Period end) {
    int n = first.until(end);
    BigDecimal[] gross = zeros(n);
    BigDecimal[] returned = zeros(n);
    for (DayTotal total : days) {
      int i = first.until(Period.of(first.bucket(), total.day()));
      if (i >= 0 && i < n) {
        gross[i] = gross[i].add(total.gross());
        returned[i] = returned[i].add(total.returned());
      }
    }
    DoubleVector availability = availability(stockOuts, first, n);
    DemandSeries series = new DemandSeries(key, first, toDouble(gross), availability);
    return new Aggregated(series, toDouble(returned));
  }

  /** Returns the share of days of each period on which no spell of stock-out lies. */
  private static DoubleVector availability(List<StockOut> stockOuts, Period first, int n) {
    LocalDate start = first.start();
    int span = Math.toIntExact(first.plus(n).start().toEpochDay() - start.toEpochDay());
    boolean[] out = new boolean[span];
    for (StockOut spell : stockOuts) {
      long from = Math.max(0, spell.from().toEpochDay() - start.toEpochDay());
      long to = Math.min(span, spell.to().toEpochDay() - start.toEpochDay());
      if (from < to) {
        Arrays.fill(out, (int) from, (int) to, true);
      }
    }
    double[] share = new double[n];
    int day = 0;
    for (int i = 0; i < n; i++) {
      int length = first.plus(i).days();
      int available = 0;
      for (int end = day + length; day < end; day++) {
        available += out[day] ? 0 : 1;
      }
      share[i] = (double) available / length;
    }
    return DoubleVector.of(share);
  }

  private static BigDecimal[] zeros(int n) {
    BigDecimal[] sums = new BigDecimal[n];
    Arrays.fill(sums, BigDecimal.ZERO);
    return sums;
  }

  private static DoubleVector toDouble(BigDecimal[] sums) {
    return DoubleVector.of(Arrays.stream(sums).mapToDouble(BigDecimal::doubleValue).toArray());
  }
}
