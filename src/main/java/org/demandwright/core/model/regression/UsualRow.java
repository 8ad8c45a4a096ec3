package org.demandwright.core.model.regression;

import java.util.Collection;

/** The mean of training rows: the row against which an explanation compares. */
final class UsualRow {
  private UsualRow() {}

  /** Returns the mean of each feature over the rows, of which there is at least one. */
  static double[] of(Collection<double[]> rows) {
    double[] mean = new double[rows.iterator().next().length];
    for (double[] row : rows) {
      for (int i = 0; i < mean.length; i++) {
        mean[i] += row[i] / rows.size();
      }
    }
    return mean;
  }
}
