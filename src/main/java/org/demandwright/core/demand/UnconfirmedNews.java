package org.demandwright.core.demand;

import java.math.BigDecimal;
import java.math.MathContext;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.IntToDoubleFunction;
import org.demandwright.core.Words;
import org.demandwright.core.demand.Correction.Kind;

/**
 * The newest one or two periods of a series, where they lie far from all that was to be expected,
 * with and without the season, and no later period has confirmed them: a bulk order, or the first
 * sign of a new level. They count in part.
 *
 * <p>A period that lies z spreads from the expected ({@link RecentDemand}), with z above k =
 * {@value DemandCleaner#SPREADS}, counts as if it lay k²/z spreads from it: the further it lies,
 * the less likely it is a level, as in the posterior mean of a shift beside errors of heavy tails.
 * Two periods confirm each other as far as both go, so for what they have in common k is three
 * times as large. Three are a new level and count whole.
 *
 * <p>Of intermittent demand the sizes are judged, over the periods with demand alone, and only
 * large ones. What a promotion or a season that the methods can continue explains is no news; nor
 * is anything where fewer than {@value UsualDemand#LEAST_OTHERS} periods lie before it.
 *
 * <p>Worked example: with 100 usual and a spread of 10, a last period of 1,500 is 140 spreads away
 * and counts as 100 + 36/140 · 10 = 102.6; one of 180 is 8 away and counts as 145.
 *
 * <p>Reference: A. O'Hagan, On outlier rejection phenomena in Bayes inference, Journal of the Royal
 * Statistical Society B 41 (1979) 358–367.
 */
final class UnconfirmedNews {
  /** So many periods in a row confirm each other. */
  private static final int CONFIRMED = 3;

  /** By how much a second period raises what may count. */
  private static final double SECOND = 2;

  /** The digits of a usual demand in a sentence. */
  private static final int DIGITS = 3;

  private final DemandSeries series;
  private final UsualDemand usual;
  private final int[] told;
  private final boolean sizes;

  /**
   * Looks at the newest periods.
   *
   * @param told indices of the periods that tell of the level, oldest first
   * @param sizes whether these are sizes of intermittent demand
   */
  UnconfirmedNews(DemandSeries series, UsualDemand usual, int[] told, boolean sizes) {
    this.series = series;
    this.usual = usual;
    this.told = told;
    this.sizes = sizes;
  }

  /** Returns how many of the newest periods are news, 0 for none. */
  int periods() {
    for (int run = CONFIRMED; run > 0; run--) {
      if (isNews(run)) {
        return run == CONFIRMED ? 0 : run;
      }
    }
    return 0;
  }

  /** Returns what becomes of so many newest periods, in the order of time. */
  List<Correction> corrections(int run) {
    RecentDemand before = before(run);
    double[] spreads = spreads(run, before);
    double common = run == 1 ? 0 : Arrays.stream(spreads).map(Math::abs).min().orElse(0);
    double confirmed = counted(common, SECOND * DemandCleaner.SPREADS);
    Words reason = reason(run, before);
    List<Correction> corrections = new ArrayList<>();
    for (int j = 0; j < run; j++) {
      int i = index(run, j);
      boolean above = spreads[j] > 0;
      double counts = confirmed + counted(Math.abs(spreads[j]) - common, DemandCleaner.SPREADS);
      double distance = (above ? counts : -counts) * before.spread(above);
      double to = usual.factorAt(i) * Math.max(0, before.expected(above, j + 1) + distance);
      if (counts < Math.abs(spreads[j])) {
        corrections.add(new Correction(Kind.UNCONFIRMED, i, series.units().get(i), to, reason));
      }
    }
    return corrections;
  }

  /** Returns as how many spreads a distance counts of which up to {@code limit} count whole. */
  private static double counted(double spreads, double limit) {
    return spreads > limit ? limit * limit / spreads : spreads;
  }

  private boolean isNews(int run) {
    if (told.length - run < UsualDemand.LEAST_OTHERS) {
      return false;
    }
    double[] spreads = spreads(run, before(run));
    double[] unadjusted = spreads(run, before(run, series.units()::get), series.units()::get);
    return allAbove(spreads) && allAbove(unadjusted)
        || !sizes && allBelow(spreads) && allBelow(unadjusted);
  }

  private static boolean allAbove(double[] spreads) {
    return Arrays.stream(spreads).allMatch(z -> z > DemandCleaner.SPREADS);
  }

  private static boolean allBelow(double[] spreads) {
    return Arrays.stream(spreads).allMatch(z -> z < -DemandCleaner.SPREADS);
  }

  private double[] spreads(int run, RecentDemand before) {
    return spreads(run, before, this::flat);
  }

  private double[] spreads(int run, RecentDemand before, IntToDoubleFunction demand) {
    double[] spreads = new double[run];
    Arrays.setAll(spreads, j -> before.spreadsFrom(demand.applyAsDouble(index(run, j)), j + 1));
    return spreads;
  }

  private RecentDemand before(int run) {
    return before(run, this::flat);
  }

  private RecentDemand before(int run, IntToDoubleFunction demand) {
    int end = told.length - run;
    int from = Math.max(0, end - usual.reach());
    return new RecentDemand(Arrays.stream(told, from, end).mapToDouble(demand).toArray());
  }

  private double flat(int index) {
    return series.units().get(index) / usual.factorAt(index);
  }

  /** Returns the index of the period {@code j} of the newest ones. */
  int index(int run, int j) {
    return told[told.length - run + j];
  }

  private Words reason(int run, RecentDemand before) {
    List<Object> figures = new ArrayList<>();
    for (int j = 0; j < run; j++) {
      figures.add(figure(series.units().get(index(run, j))));
    }
    int first = index(run, 0);
    boolean above = flat(first) > before.expected(true, 1);
    double expected = usual.factorAt(first) * before.expected(above, 1);
    figures.add(figure(new BigDecimal(expected, new MathContext(DIGITS)).doubleValue()));
    return new Words(
        "demand.news." + (sizes ? "demand" : "period") + (run == 1 ? "" : "s"), figures);
  }

  private static String figure(double units) {
    return new DecimalFormat("#,##0.###", DecimalFormatSymbols.getInstance(Locale.ROOT))
        .format(units);
  }
}
