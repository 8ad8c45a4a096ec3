package org.demandwright.core.model.classic;

import java.util.Arrays;

/** Smooth trends through the observed periods; a period without a trend has NaN. */
final class LocalTrend {
  private LocalTrend() {}

  /**
   * Returns the centred moving average over one season, the two ends of an even season with half
   * weight; NaN for the first and last half season. Periods that are not known are left out.
   */
  static double[] centredAverage(Observations y, int season) {
    int half = season / 2;
    double end = season % 2 == 0 ? 0.5 : 1;
    double[] trend = new double[y.size()];
    Arrays.fill(trend, Double.NaN);
    for (int i = half; i < y.size() - half; i++) {
      double sum = 0;
      double weight = 0;
      for (int j = i - half; j <= i + half; j++) {
        if (y.known(j)) {
          double w = j == i - half || j == i + half ? end : 1;
          sum += w * y.unit(j);
          weight += w;
        }
      }
      trend[i] = weight > 0 ? sum / weight : Double.NaN;
    }
    return trend;
  }

  /**
   * Returns the value at each period of the line fitted to its neighbours by weighted least
   * squares, with weights (1 − (d/half-width)³)³ for a neighbour at distance d.
   */
  static double[] localLine(Observations y, int halfWidth) {
    double[] kernel = new double[halfWidth];
    for (int d = 0; d < halfWidth; d++) {
      double u = (double) d / halfWidth;
      double v = 1 - u * u * u;
      kernel[d] = v * v * v;
    }
    double[] trend = new double[y.size()];
    for (int i = 0; i < y.size(); i++) {
      trend[i] = lineAt(y, i, kernel);
    }
    return trend;
  }

  private static double lineAt(Observations y, int i, double[] kernel) {
    int reach = kernel.length - 1;
    double s0 = 0;
    double s1 = 0;
    double s2 = 0;
    double t0 = 0;
    double t1 = 0;
    for (int j = Math.max(0, i - reach); j <= Math.min(y.size() - 1, i + reach); j++) {
      if (y.known(j)) {
        double d = j - i;
        double w = kernel[Math.abs(j - i)];
        s0 += w;
        s1 += w * d;
        s2 += w * d * d;
        t0 += w * y.unit(j);
        t1 += w * d * y.unit(j);
      }
    }
    double determinant = s0 * s2 - s1 * s1;
    if (determinant > 1e-12 * s0 * s0) {
      return (s2 * t0 - s1 * t1) / determinant;
    }
    return s0 > 0 ? t0 / s0 : Double.NaN;
  }
}
