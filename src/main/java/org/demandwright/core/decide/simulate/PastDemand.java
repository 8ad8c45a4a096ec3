package org.demandwright.core.decide.simulate;

/** Demand before a day: what a rule that orders in its morning may look at. Smallest units. */
public final class PastDemand {
  private final DailyDemand demand;
  private final int known;

  PastDemand(DailyDemand demand, int known) {
    this.demand = demand;
    this.known = known;
  }

  /** Returns how many days are known. */
  public int days() {
    return known;
  }

  /**
   * Returns the mean of a day.
   *
   * @param window newest days that count, at least 1; fewer where fewer are known
   */
  public double mean(int window) {
    int n = Math.min(window, known);
    return n == 0 ? 0 : (double) demand.sum(known - n, known) / n;
  }

  /**
   * Returns the sample standard deviation of a day; 0 of fewer than two days.
   *
   * @param window newest days that count, at least 1
   */
  public double deviation(int window) {
    int n = Math.min(window, known);
    if (n < 2) {
      return 0;
    }
    double mean = mean(window);
    double squares = demand.squares(known - n, known) - n * mean * mean;
    return Math.sqrt(Math.max(0, squares) / (n - 1));
  }
}
