package org.demandwright.core.evaluate;

import java.util.List;
import org.demandwright.core.DoubleVector;

/**
 * How finely the totals of one series are told beside their means and 10, 50 and 90 % quantiles,
 * which are exact: quantiles in multiples of a power of two that is about a millionth
 * (2<sup>−20</sup> to 2<sup>−19</sup>) of the largest of them, the probability of nothing in
 * multiples of 2<sup>−16</sup>. Whole numbers and halves of units stay what they are.
 *
 * @param exponent of the power of two
 */
public record TotalResolution(int exponent) {
  private static final int BITS = 19;
  private static final int NOTHING_BITS = 16;

  /** Returns the resolution of a series with these steps. */
  public static TotalResolution of(List<TotalStep> steps) {
    double largest = steps.stream().mapToDouble(s -> s.quantiles().last()).max().orElse(0);
    int exponent = Math.max(Math.getExponent(largest), Double.MIN_EXPONENT + BITS);
    return new TotalResolution(exponent - BITS);
  }

  /** Returns the steps as finely as they are told; they never fall after it. */
  public List<TotalStep> round(List<TotalStep> steps) {
    return steps.stream().map(this::round).toList();
  }

  private TotalStep round(TotalStep step) {
    double[] quantiles = step.quantiles().toArray();
    double last = 0;
    for (int i = 0; i < quantiles.length; i++) {
      if (!isExact(i)) {
        quantiles[i] = Math.max(last, units(code(quantiles[i])));
      }
      last = quantiles[i];
    }
    return new TotalStep(
        step.mean(), nothing(nothingCode(step.nothing())), DoubleVector.of(quantiles));
  }

  /** Returns whether the quantile at this place of the {@link TotalLevels} is exact. */
  public static boolean isExact(int place) {
    return place == TotalLevels.P10 || place == TotalLevels.P50 || place == TotalLevels.P90;
  }

  /** Returns the multiple that a quantile is, rounded down; 0 to 2<sup>20</sup>. */
  public int code(double units) {
    return (int) Math.scalb(units, -exponent);
  }

  /**
   * Returns the quantile of a multiple. Where that of the level below is exact and larger, it is
   * that one.
   */
  public double units(int code) {
    return Math.scalb((double) code, exponent);
  }

  /** Returns the multiple that a probability of nothing is, rounded down; 0 to 2<sup>16</sup>. */
  public static int nothingCode(double nothing) {
    return (int) Math.scalb(nothing, NOTHING_BITS);
  }

  /** Returns the probability of a multiple. */
  public static double nothing(int code) {
    return Math.scalb((double) code, -NOTHING_BITS);
  }
}
