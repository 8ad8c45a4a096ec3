package org.demandwright.core.feature;

import java.util.List;

/**
 * Features of many origins of many series: one row per origin, one column per feature.
 *
 * <p>The rows are shared and not copied, so that a panel fits into memory once; nobody writes to
 * them.
 */
public final class FeatureMatrix {
  private final List<String> names;
  private final List<RowKey> keys;
  private final double[][] rows;

  /**
   * Makes a matrix of these rows, which the caller gives away.
   *
   * @throws IllegalArgumentException if a row has another width or a feature is not finite
   */
  public FeatureMatrix(List<String> names, List<RowKey> keys, double[][] rows) {
    this.names = List.copyOf(names);
    this.keys = List.copyOf(keys);
    this.rows = rows;
    if (this.keys.size() != rows.length) {
      throw new IllegalArgumentException(rows.length + " rows but " + keys.size() + " keys");
    }
    for (int r = 0; r < rows.length; r++) {
      check(r);
    }
  }

  private void check(int r) {
    if (rows[r].length != names.size()) {
      throw new IllegalArgumentException(
          keys.get(r) + ": " + rows[r].length + " features instead of " + names.size());
    }
    for (int c = 0; c < names.size(); c++) {
      if (!Double.isFinite(rows[r][c])) {
        throw new IllegalArgumentException(
            keys.get(r) + ": feature " + names.get(c) + " is " + rows[r][c]);
      }
    }
  }

  public int rows() {
    return rows.length;
  }

  public int columns() {
    return names.size();
  }

  public List<String> names() {
    return names;
  }

  public RowKey key(int row) {
    return keys.get(row);
  }

  /** Returns one row; it is shared, so nobody may write to it. */
  public double[] row(int row) {
    return rows[row];
  }
}
