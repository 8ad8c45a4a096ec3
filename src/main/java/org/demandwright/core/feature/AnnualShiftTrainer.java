package org.demandwright.core.feature;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.demandwright.core.DoubleVector;
import org.demandwright.core.demand.Bucket;

/**
 * Learns the {@link AnnualShift} of a panel from the same time of the last one to three years.
 *
 * <p>For each part of the horizon and each year looked at, the pooled demand of those periods
 * against the quarter before gives r = log ratio (see {@link YearAgo}). The shift of a part is
 * exp(0.8 w r̄), with r̄ the mean of r over the years, 0 unless units, equally weighted series, and
 * both without the year's growth, agree about the direction in every year. The guard w belongs to
 * the horizon: it rises from 0 to 1 while the least of all these measures, in the part where it is
 * largest, is between 0.15 and 0.25. A movement that was seen once must thus be large and broad;
 * one that can be looked at in two or three years must have come back each time.
 *
 * <p>Days and weeks only: the season of months and quarters is estimated by each series. A look
 * needs {@value #LEAST_SERIES} series that sold a quarter before it. Worked example: weekly demand
 * of 100 series that doubled in the 13 weeks after the same week last year, and nothing else in one
 * and a quarter years, gives r = 0.69 and a factor of 1.74.
 */
public final class AnnualShiftTrainer {
  private static final int LEAST_SERIES = 100;
  private static final int MOST_YEARS = 3;
  private static final double STRENGTH = 0.8;
  private static final double NOTHING_BELOW = 0.15;
  private static final double FULL_FROM = 0.25;

  private final int year;
  private final int quarter;

  public AnnualShiftTrainer(Bucket bucket) {
    year = yearOf(bucket);
    quarter = year / 4;
  }

  /** Returns the periods of a year of whole weeks, 0 for a bucket that has no annual shift. */
  private static int yearOf(Bucket bucket) {
    return switch (bucket) {
      case DAY -> 364;
      case WEEK -> 52;
      case MONTH, QUARTER -> 0;
    };
  }

  /**
   * Learns the shift.
   *
   * @param demand of each series, taken one after the other; oldest first, all ending at the
   *     origin, known effects divided out, NaN where not observed
   * @param parts ends of the parts of the horizon, exclusive and ascending, each of which has a
   *     factor of its own; the last one is the horizon
   */
  public AnnualShift train(Stream<double[]> demand, int... parts) {
    int horizon = parts[parts.length - 1];
    if (year == 0 || horizon > year) {
      return AnnualShift.none();
    }
    List<List<YearAgo.Look>> all = new ArrayList<>();
    int from = 0;
    for (int to : parts) {
      all.add(looks(from, to, horizon));
      from = to;
    }
    demand.forEachOrdered(y -> all.forEach(part -> part.forEach(look -> look.at(y))));
    List<List<YearAgo>> looks = all.stream().map(AnnualShiftTrainer::seen).toList();
    double guard = looks.stream().mapToDouble(AnnualShiftTrainer::guard).max().orElse(0);
    return guard > 0 ? shift(looks, guard, parts) : AnnualShift.none();
  }

  private List<YearAgo.Look> looks(int from, int to, int horizon) {
    List<YearAgo.Look> looks = new ArrayList<>();
    for (int k = 1; k <= MOST_YEARS; k++) {
      looks.add(new YearAgo.Look(k * year, quarter, from, to, horizon));
    }
    return looks;
  }

  /** Returns what the looks have seen, up to the first that saw too few series. */
  private static List<YearAgo> seen(List<YearAgo.Look> looks) {
    return looks.stream()
        .map(YearAgo.Look::seen)
        .takeWhile(look -> look.series() >= LEAST_SERIES)
        .toList();
  }

  private static double guard(List<YearAgo> looks) {
    double above = Math.abs(agreed(looks)) - NOTHING_BELOW;
    return Math.max(0, Math.min(1, above / (FULL_FROM - NOTHING_BELOW)));
  }

  private static double agreed(List<YearAgo> looks) {
    return looks.stream().mapToDouble(YearAgo::agreed).reduce(YearAgo::agreed).orElse(0);
  }

  private static AnnualShift shift(List<List<YearAgo>> looks, double guard, int... parts) {
    double[] factor = new double[parts[parts.length - 1]];
    int step = 0;
    for (int p = 0; p < parts.length; p++) {
      List<YearAgo> years = looks.get(p);
      double mean = years.stream().mapToDouble(YearAgo::rooted).average().orElse(0);
      double r = agreed(years) == 0 ? 0 : mean;
      while (step < parts[p]) {
        factor[step++] = Math.exp(STRENGTH * guard * r);
      }
    }
    return new AnnualShift(DoubleVector.of(factor));
  }
}
