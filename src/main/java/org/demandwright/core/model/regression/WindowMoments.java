package org.demandwright.core.model.regression;

/**
 * Mean and variance of the observed periods of a window.
 *
 * @param observed number of observed periods
 * @param mean NaN where nothing was observed
 * @param variance population variance, NaN where nothing was observed
 */
record WindowMoments(int observed, double mean, double variance) {

  /** Returns the moments of the periods {@code from} to {@code to}, exclusive. */
  static WindowMoments of(double[] units, int from, int to) {
    double sum = 0;
    int n = 0;
    for (int i = from; i < to; i++) {
      if (!Double.isNaN(units[i])) {
        sum += units[i];
        n++;
      }
    }
    double mean = sum / n;
    double squares = 0;
    for (int i = from; i < to; i++) {
      if (!Double.isNaN(units[i])) {
        squares += (units[i] - mean) * (units[i] - mean);
      }
    }
    return new WindowMoments(n, mean, squares / n);
  }
}
