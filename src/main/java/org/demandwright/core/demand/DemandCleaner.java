package org.demandwright.core.demand;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.demandwright.core.demand.Correction.Kind;

/**
 * Cleans a series of what was not demand, as corrections that can be taken back.
 *
 * <p>The yardstick is the usual demand of a period: the local level times a seasonal factor, see
 * {@link UsualDemand}. Two corrections are made:
 *
 * <ul>
 *   <li>A period with availability below 1 is lifted to the usual demand, never lowered.
 *   <li>A peak of one or two periods that lies more than {@value #SPREADS} robust spreads above the
 *       usual is lowered to that limit (Hampel 1974: median and median absolute deviation). Never
 *       lowered are promoted periods, peaks that came at the same time of another year, the newest
 *       periods (a new level cannot be told from a peak yet), and intermittent demand, where a
 *       large order is nothing unusual. Low values are never lifted: stock-outs are known from the
 *       ledger.
 * </ul>
 *
 * <p>It sees only the series it is given, so a series cut at an origin is cleaned by what was known
 * there. O(n log n).
 *
 * <p>Reference: F. R. Hampel, The influence curve and its role in robust estimation, JASA 69 (1974)
 * 383–393.
 */
public final class DemandCleaner {
  /** Robust standard deviations above the usual demand from which a peak is an outlier. */
  static final double SPREADS = 6;

  /** A peak of more periods than this is a new level or a season. */
  private static final int LONGEST_PEAK = 2;

  /** A peak recurs if another year reached this share of its height above the usual. */
  private static final double RECURRING_SHARE = 0.5;

  private DemandCleaner() {}

  /**
   * Cleans one series.
   *
   * @param covariates of which the promotions are used
   * @param season periods of one season, 1 for none
   */
  public static Cleaned clean(DemandSeries series, Covariates covariates, int season) {
    DemandPattern pattern = DemandPattern.of(series);
    if (pattern == DemandPattern.NONE) {
      return new Cleaned(series, List.of());
    }
    UsualDemand usual = UsualDemand.of(series, season, pattern);
    boolean[] outlier =
        pattern.intermittent()
            ? new boolean[series.size()]
            : outliers(series, covariates, season, usual);
    List<Correction> corrections = new ArrayList<>();
    for (int i = 0; i < series.size(); i++) {
      if (!series.observed(i)) {
        addStockOut(corrections, series, usual, i);
      } else if (outlier[i]) {
        addOutlier(corrections, series, usual, i);
      }
    }
    return new Cleaned(series, corrections);
  }

  private static void addStockOut(
      List<Correction> corrections, DemandSeries series, UsualDemand usual, int i) {
    double sold = series.units().get(i);
    double expected = usual.at(i);
    if (expected > sold) {
      String reason =
          String.format(
              Locale.ROOT,
              "%s: available %.0f %% of the time and sold %s; usual demand is %.4g",
              series.period(i),
              100 * series.availability().get(i),
              sold,
              expected);
      corrections.add(new Correction(Kind.STOCK_OUT, i, sold, expected, reason));
    }
  }

  private static void addOutlier(
      List<Correction> corrections, DemandSeries series, UsualDemand usual, int i) {
    double sold = series.units().get(i);
    double limit = usual.at(i) + SPREADS * usual.spreadAt(i);
    String reason =
        String.format(
            Locale.ROOT,
            "%s: sold %s, usual demand is %.4g and %.0f spreads above it are %.4g",
            series.period(i),
            sold,
            usual.at(i),
            SPREADS,
            limit);
    corrections.add(new Correction(Kind.OUTLIER, i, sold, limit, reason));
  }

  private static boolean[] outliers(
      DemandSeries series, Covariates covariates, int season, UsualDemand usual) {
    int n = series.size();
    boolean[] high = new boolean[n];
    for (int i = 0; i < n; i++) {
      high[i] = series.units().get(i) > usual.at(i) + SPREADS * usual.spreadAt(i);
    }
    boolean[] outlier = new boolean[n];
    for (int i = 0; i < n; i++) {
      outlier[i] =
          high[i]
              && series.observed(i)
              && covariates.promotionAt(i) == 0
              && isShortAndPast(high, i)
              && !recurs(series, usual, i, season, 0)
              && !recurs(series, usual, i, year(series), slack(series));
    }
    return outlier;
  }

  private static boolean isShortAndPast(boolean[] high, int i) {
    int from = i;
    while (from > 0 && high[from - 1]) {
      from--;
    }
    int to = i + 1;
    while (to < high.length && to - from <= LONGEST_PEAK && high[to]) {
      to++;
    }
    return to < high.length && to - from <= LONGEST_PEAK;
  }

  /** Returns whether a year or season before or after, give or take the slack, was as unusual. */
  private static boolean recurs(
      DemandSeries series, UsualDemand usual, int i, int distance, int slack) {
    double height = series.units().get(i) / Math.max(usual.at(i), Double.MIN_NORMAL);
    double enough = 1 + RECURRING_SHARE * (height - 1);
    for (int step = -1; distance > 1 && step <= 1; step += 2) {
      int centre = i + step * distance;
      for (int j = Math.max(0, centre - slack);
          j <= Math.min(series.size() - 1, centre + slack);
          j++) {
        if (j != i && series.units().get(j) >= enough * usual.at(j)) {
          return true;
        }
      }
    }
    return false;
  }

  private static int year(DemandSeries series) {
    return switch (series.first().bucket()) {
      case DAY -> 365;
      case WEEK -> 52;
      case MONTH -> 12;
      case QUARTER -> 4;
    };
  }

  /** Returns by how many periods a yearly feast may move. */
  private static int slack(DemandSeries series) {
    return switch (series.first().bucket()) {
      case DAY -> 10;
      case WEEK -> 2;
      case MONTH, QUARTER -> 0;
    };
  }
}
