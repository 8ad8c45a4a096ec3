package org.demandwright.core.feature;

import org.demandwright.core.demand.Signals;

/**
 * The demand seen so far in one pass over a series: running sums from which the mean of any window
 * that ends at the present is read in constant time.
 *
 * <p>Periods that were not observed (NaN) count in no mean. A window without any observed period
 * has the mean of the whole past, and an empty past has mean 0. All sums run from the first period
 * on, so the state after n periods has the same bits whether or not more periods follow.
 */
public final class RunningDemand {
  private final double[] sum;
  private final double[] rootSum;
  private final int[] observed;
  private final int[] sales;
  private final Signals signals;
  private double squaredDifferences;
  private int differences;
  private double previous = Double.NaN;
  private int lastSale = -1;
  private int size;

  /** Makes room for at most {@code capacity} periods of a series without signals. */
  public RunningDemand(int capacity) {
    this(capacity, Signals.none());
  }

  /** Makes room for at most {@code capacity} periods of a series with these signals. */
  public RunningDemand(int capacity, Signals signals) {
    this.signals = signals;
    sum = new double[capacity + 1];
    rootSum = new double[capacity + 1];
    observed = new int[capacity + 1];
    sales = new int[capacity + 1];
  }

  /** Sees the next period: base units, or NaN where it was not observed. */
  public void see(double units) {
    boolean known = !Double.isNaN(units);
    int next = size + 1;
    sum[next] = sum[size] + (known ? units : 0);
    rootSum[next] = rootSum[size] + (known ? Math.sqrt(units) : 0);
    observed[next] = observed[size] + (known ? 1 : 0);
    sales[next] = sales[size] + (units > 0 ? 1 : 0);
    if (known && lastSale >= 0 && !Double.isNaN(previous)) {
      squaredDifferences += (units - previous) * (units - previous);
      differences++;
    }
    if (units > 0) {
      lastSale = size;
    }
    previous = units;
    size = next;
  }

  /** Returns the number of periods seen. */
  public int size() {
    return size;
  }

  /** Returns what was known of the signals at the present. */
  public Signals.Past signals() {
    return signals.before(size);
  }

  /** Returns the number of observed periods. */
  public int observed() {
    return observed[size];
  }

  /** Returns the number of periods with demand. */
  public int sales() {
    return sales[size];
  }

  /** Returns the mean demand of the observed ones of the last {@code window} periods. */
  public double mean(int window) {
    return windowMean(sum, window);
  }

  /** Returns the mean demand of all observed periods. */
  public double mean() {
    return observed[size] == 0 ? 0 : sum[size] / observed[size];
  }

  /** Returns the square of the mean root of the demand of the last {@code window} periods. */
  public double rootMeanSquared(int window) {
    double root = windowMean(rootSum, window);
    return root * root;
  }

  /** Returns the share 0–1 of observed periods with demand, 0 for a window without observations. */
  public double saleShare(int window) {
    int from = Math.max(0, size - window);
    int n = observed[size] - observed[from];
    return n == 0 ? 0 : (double) (sales[size] - sales[from]) / n;
  }

  /** Returns the number of periods since the last one with demand, 0 if it was the latest. */
  public int periodsSinceSale() {
    return size - 1 - lastSale;
  }

  /**
   * Returns the level, base units per period: the mean of the means of the last 52, 26 and 13
   * periods, so that recent demand counts more.
   */
  public double level() {
    return (mean(52) + mean(26) + mean(13)) / 3;
  }

  /**
   * Returns the root mean square of the changes from one period to the next since the first sale,
   * base units per period: the scale of RMSSE. It is 0 where demand never changed.
   */
  public double roughness() {
    return differences == 0 ? 0 : Math.sqrt(squaredDifferences / differences);
  }

  private double windowMean(double[] sums, int window) {
    int from = Math.max(0, size - window);
    int n = observed[size] - observed[from];
    if (n > 0) {
      return (sums[size] - sums[from]) / n;
    }
    return observed[size] == 0 ? 0 : sums[size] / observed[size];
  }
}
