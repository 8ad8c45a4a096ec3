package org.demandwright.core.quality;

import java.util.Arrays;

/**
 * What is typical of some numbers, whatever single wild ones are among them.
 *
 * @param middle the median, 0 of nothing
 * @param spread 1.4826 × the median absolute deviation from it: the standard deviation, were the
 *     numbers normal
 */
record Typical(double middle, double spread) {
  private static final double MAD_TO_SD = 1.4826;

  /** Returns what is typical of the numbers, in any order. */
  static Typical of(double... numbers) {
    double middle = median(numbers.clone());
    double[] distances = Arrays.stream(numbers).map(x -> Math.abs(x - middle)).toArray();
    return new Typical(middle, MAD_TO_SD * median(distances));
  }

  private static double median(double[] numbers) {
    if (numbers.length == 0) {
      return 0;
    }
    Arrays.sort(numbers);
    int half = numbers.length / 2;
    return numbers.length % 2 == 1 ? numbers[half] : (numbers[half - 1] + numbers[half]) / 2;
  }
}
