package org.demandwright.core.demand;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * How a new item comes to its level, week by week since its launch.
 *
 * <p>Linear over n weeks: the share of week k = 1 … n is k ÷ (n + 1), at least {@value #LEAST}. As
 * another item did: what that one sold in its k-th week ÷ the mean of its weeks n + 1 … 2n, between
 * {@value #LEAST} and 1; a launch is seen where that item sold nothing in the four weeks before
 * although others did.
 *
 * @param launch the first day
 * @param shares of the level in each week, 0–1; later ones have the whole
 */
public record LaunchRamp(LocalDate launch, List<Double> shares) {
  /** Below it a week's own sales say too little of the level. */
  private static final double LEAST = 0.1;

  private static final int DAYS_OF_WEEK = 7;
  private static final int WEEKS_BEFORE = 4;

  public LaunchRamp {
    shares = List.copyOf(shares);
  }

  /** Returns the ramp of an item that has its level at once. */
  public static LaunchRamp none(LocalDate launch) {
    return new LaunchRamp(launch, List.of());
  }

  public static LaunchRamp linear(LocalDate launch, int weeks) {
    return new LaunchRamp(
        launch,
        IntStream.rangeClosed(1, weeks).mapToObj(k -> Math.max(LEAST, k / (weeks + 1.0))).toList());
  }

  /**
   * Returns the ramp that another item had.
   *
   * @param days of the other item
   * @param begin the first day of which sales of anything are known
   * @param end the first day that is not known
   * @return empty where its launch was not seen, or too short ago
   */
  public static Optional<LaunchRamp> like(
      List<DayTotal> days, LocalDate begin, LocalDate end, LocalDate launch, int weeks) {
    Optional<LocalDate> first =
        days.stream()
            .filter(d -> d.gross().signum() > 0)
            .map(DayTotal::day)
            .min(LocalDate::compareTo);
    if (first.isEmpty()
        || first.get().minusWeeks(WEEKS_BEFORE).isBefore(begin)
        || first.get().plusWeeks(2L * weeks).isAfter(end)) {
      return Optional.empty();
    }
    double[] sold = new double[2 * weeks];
    for (DayTotal d : days) {
      long week = Math.floorDiv(ChronoUnit.DAYS.between(first.get(), d.day()), DAYS_OF_WEEK);
      if (week >= 0 && week < sold.length) {
        sold[(int) week] += d.gross().doubleValue();
      }
    }
    double level = IntStream.range(weeks, 2 * weeks).mapToDouble(w -> sold[w]).sum() / weeks;
    if (!(level > 0)) {
      return Optional.empty();
    }
    return Optional.of(
        new LaunchRamp(
            launch,
            IntStream.range(0, weeks)
                .mapToObj(w -> Math.min(1, Math.max(LEAST, sold[w] / level)))
                .toList()));
  }

  /** Returns the share of its level that an item has on a day; before its launch 0. */
  public double share(LocalDate day) {
    long days = ChronoUnit.DAYS.between(launch, day);
    if (days < 0) {
      return 0;
    }
    long week = days / DAYS_OF_WEEK;
    return week < shares.size() ? shares.get((int) week) : 1;
  }
}
