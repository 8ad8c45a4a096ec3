package org.demandwright.core.decide.promotion;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.BitSet;
import org.demandwright.core.DoubleVector;

/**
 * The days on which the whole market bought otherwise (holidays, fairs, sales of everything): on
 * them it cannot be told what a promotion did. A day is one where the demand of all items lies
 * apart from the median of the same weekday in the {@value #WEEKS} weeks before and behind it, by
 * more than {@value #LEAST} of the logarithm and by more than {@value #DEVIATIONS} robust standard
 * deviations of all days.
 */
public final class MarketDays {
  private static final int WEEK = 7;
  private static final int WEEKS = 5;
  private static final double LEAST = 0.12;
  private static final double DEVIATIONS = 3.5;

  /** A median absolute deviation of a normal distribution, in its standard deviations. */
  private static final double MEDIAN_DEVIATION = 0.6744897501960817;

  private final LocalDate first;
  private final double[] units;

  /**
   * @param first day that is looked at
   */
  public MarketDays(LocalDate first, int days) {
    this.first = first;
    this.units = new double[days];
  }

  /** Adds the demand of an item at a site, from the first day on. */
  public void add(DoubleVector sold) {
    for (int d = 0; d < Math.min(units.length, sold.size()); d++) {
      units[d] += sold.get(d);
    }
  }

  public LocalDate first() {
    return first;
  }

  /** Returns the days that are apart, counted from the first. */
  public BitSet apart() {
    double[] ratio = new double[units.length];
    double[] size = new double[units.length];
    int known = 0;
    for (int d = 0; d < units.length; d++) {
      double usual = usual(d);
      ratio[d] = usual > 0 && units[d] > 0 ? Math.log(units[d] / usual) : Double.NaN;
      if (Double.isFinite(ratio[d])) {
        size[known++] = Math.abs(ratio[d]);
      }
    }
    BitSet apart = new BitSet(units.length);
    if (known == 0) {
      return apart;
    }
    double limit =
        Math.max(LEAST, DEVIATIONS * median(Arrays.copyOf(size, known)) / MEDIAN_DEVIATION);
    for (int d = 0; d < units.length; d++) {
      apart.set(d, Math.abs(ratio[d]) > limit);
    }
    return apart;
  }

  private double usual(int day) {
    double[] same = new double[2 * WEEKS];
    int known = 0;
    for (int k = 1; k <= WEEKS; k++) {
      if (day - WEEK * k >= 0) {
        same[known++] = units[day - WEEK * k];
      }
      if (day + WEEK * k < units.length) {
        same[known++] = units[day + WEEK * k];
      }
    }
    return known == 0 ? 0 : median(Arrays.copyOf(same, known));
  }

  private static double median(double[] values) {
    Arrays.sort(values);
    int n = values.length;
    return n % 2 == 1 ? values[n / 2] : (values[n / 2 - 1] + values[n / 2]) / 2;
  }
}
