package org.demandwright.core.feature;

import java.util.Arrays;
import java.util.function.IntToDoubleFunction;

/**
 * Finds how strongly a shape should be used: the strength 0, ½ or 1 with which the past would have
 * predicted the test periods of all series with the least squared error, in units of the mean
 * squared change of each series. A strength wins only if what it saves against 0 is above its own
 * standard error over the series, so that chance is unlikely.
 */
final class StrengthTest {
  private final double[] gain = new double[SeasonIndex.STRENGTHS.length];
  private final double[] squares = new double[SeasonIndex.STRENGTHS.length];

  /**
   * Adds one series.
   *
   * @param y observed demand, NaN where not observed
   * @param from first test period; from there on whole cycles are tested
   * @param cycle periods whose mean is taken as known
   * @param shape factor of a period, known before {@code from}
   */
  void add(double[] y, int from, int cycle, IntToDoubleFunction shape) {
    double scale = squaredChange(y);
    if (scale == 0) {
      return;
    }
    int cycles = (y.length - from) / cycle;
    double[] loss = new double[gain.length];
    for (int start = from; start + cycle <= y.length; start += cycle) {
      double mean = SeasonProfile.mean(y, start, start + cycle);
      for (int i = start; mean > 0 && i < start + cycle; i++) {
        for (int k = 0; k < loss.length && !Double.isNaN(y[i]); k++) {
          double e = y[i] - mean * Math.pow(shape.applyAsDouble(i), SeasonIndex.STRENGTHS[k]);
          loss[k] += e * e / scale / cycles;
        }
      }
    }
    for (int k = 0; k < loss.length; k++) {
      gain[k] += loss[0] - loss[k];
      squares[k] += (loss[0] - loss[k]) * (loss[0] - loss[k]);
    }
  }

  /** Returns the strength that pays, 0 if none does for certain. */
  double best() {
    int best = 0;
    for (int k = 1; k < gain.length; k++) {
      if (gain[k] > Math.sqrt(squares[k]) && gain[k] > gain[best]) {
        best = k;
      }
    }
    return SeasonIndex.STRENGTHS[best];
  }

  private static double squaredChange(double[] y) {
    double[] squares = new double[y.length];
    int n = 0;
    for (int i = 1; i < y.length; i++) {
      double change = y[i] - y[i - 1];
      if (!Double.isNaN(change)) {
        squares[n++] = change * change;
      }
    }
    return n == 0 ? 0 : Arrays.stream(squares, 0, n).sum() / n;
  }
}
