package org.demandwright.core.demand;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.demandwright.core.Quantity;
import org.demandwright.core.Words;
import org.demandwright.core.demand.Correction.Kind;

/**
 * Cleans a series of what was not demand, as corrections that can be taken back.
 *
 * <p>The yardstick is the usual demand of a period: the local level times a seasonal factor, see
 * {@link UsualDemand}. Three corrections are made:
 *
 * <ul>
 *   <li>A period with availability below 1 is lifted to the usual demand, never lowered.
 *   <li>A peak of one or two periods that lies more than {@value #SPREADS} robust spreads above the
 *       usual is lowered to that limit (Hampel 1974: median and median absolute deviation). Never
 *       lowered are promoted periods, peaks that came at the same time of another year, and
 *       intermittent demand, where a large order is nothing unusual. Low values are never lifted:
 *       stock-outs are known from the ledger.
 *   <li>The newest one or two periods, where they lie as far above or below the usual, count in
 *       part until later ones confirm them, see {@link UnconfirmedNews}.
 * </ul>
 *
 * <p>It sees only the series it is given, so a series cut at an origin is cleaned by what was known
 * there. O(n log n).
 *
 * <p>Reference: F. R. Hampel, The influence curve and its role in robust estimation, JASA 69 (1974)
 * 383–393.
 */
public final class DemandCleaner {
  /** Robust standard deviations from the usual demand beyond which a period is unusual. */
  static final double SPREADS = 6;

  /** A peak of more periods than this is a new level or a season. */
  private static final int LONGEST_PEAK = 2;

  /** The least seasonal factor of a period that tells of the level. */
  private static final double TELLS = 0.2;

  private final DemandSeries series;
  private final Covariates covariates;
  private final boolean intermittent;
  private final int season;
  private final UsualDemand usual;
  private final int[] told;

  private DemandCleaner(
      DemandSeries series, Covariates covariates, int season, DemandPattern pattern) {
    this.series = series;
    this.covariates = covariates;
    this.season = season;
    this.intermittent = pattern.intermittent();
    this.usual = UsualDemand.of(series, season, pattern);
    this.told =
        UsualDemand.sinceFirstDemand(series)
            .filter(i -> series.observed(i) && usual.factorAt(i) >= TELLS)
            .toArray();
  }

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
    return new Cleaned(
        series, new DemandCleaner(series, covariates, season, pattern).corrections());
  }

  private List<Correction> corrections() {
    List<Correction> corrections = new ArrayList<>(news());
    int settled = corrections.isEmpty() ? series.size() : corrections.get(0).index();
    if (!intermittent) {
      addOutliers(corrections, settled);
    }
    for (int i = 0; i < series.size(); i++) {
      if (!series.observed(i)) {
        addStockOut(corrections, i);
      }
    }
    corrections.sort(Comparator.comparing(Correction::index));
    return corrections;
  }

  private List<Correction> news() {
    boolean rare = intermittent || sellsRarelyNow();
    UsualDemand yardstick = rare ? UsualDemand.ofSizes(series) : usual;
    int[] telling = rare ? withDemand() : told;
    UnconfirmedNews news = new UnconfirmedNews(series, yardstick, telling, rare);
    Recurrence recurrence = new Recurrence(series, yardstick, season);
    int run = news.periods();
    boolean known =
        IntStream.range(0, run)
            .map(j -> news.index(run, j))
            .anyMatch(i -> covariates.promotionAt(i) > 0 || recurrence.ofSeason(i));
    return run == 0 || known ? List.of() : news.corrections(run);
  }

  /** Returns whether most of the newest periods that tell of the level have no demand. */
  private boolean sellsRarelyNow() {
    int from = Math.max(0, told.length - usual.reach());
    long sold = IntStream.range(from, told.length).filter(k -> sold(told[k])).count();
    return 2 * sold <= told.length - from;
  }

  private int[] withDemand() {
    return Arrays.stream(told).filter(this::sold).toArray();
  }

  private boolean sold(int i) {
    return series.units().get(i) > 0;
  }

  private void addStockOut(List<Correction> corrections, int i) {
    double sold = series.units().get(i);
    double expected = usual.at(i);
    if (expected > sold) {
      Words reason =
          Words.of(
              "demand.stock-out",
              series.period(i),
              Words.decimal(100 * series.availability().get(i), 0),
              Quantity.words(sold),
              Quantity.words(expected));
      corrections.add(new Correction(Kind.STOCK_OUT, i, sold, expected, reason));
    }
  }

  /** Adds the peaks before {@code end}, an index. */
  private void addOutliers(List<Correction> corrections, int end) {
    Recurrence recurrence = new Recurrence(series, usual, season);
    int n = told.length;
    for (int from = 0; from < n; from++) {
      int to = from;
      while (to < n && isHigh(told[to])) {
        to++;
      }
      if (to < n && to - from <= LONGEST_PEAK) {
        for (int k = from; k < to && told[k] < end; k++) {
          if (covariates.promotionAt(told[k]) == 0 && !recurrence.of(told[k])) {
            addOutlier(corrections, told[k]);
          }
        }
      }
      from = to;
    }
  }

  private boolean isHigh(int i) {
    return series.units().get(i) > usual.at(i) + SPREADS * usual.spreadAt(i);
  }

  private void addOutlier(List<Correction> corrections, int i) {
    double sold = series.units().get(i);
    double limit = usual.at(i) + SPREADS * usual.spreadAt(i);
    Words reason =
        Words.of(
            "demand.outlier",
            series.period(i),
            Quantity.words(sold),
            Quantity.words(usual.at(i)),
            Words.decimal(SPREADS, 0),
            Quantity.words(limit));
    corrections.add(new Correction(Kind.OUTLIER, i, sold, limit, reason));
  }
}
