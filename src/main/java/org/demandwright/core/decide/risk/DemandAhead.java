package org.demandwright.core.decide.risk;

import org.demandwright.core.decide.DemandOverTime;

/** What is wanted in the next days, as far as a risk has to know it. Base units. */
public interface DemandAhead {
  /**
   * Returns the probability 0–1 that the next days want at least so much.
   *
   * @param days at least 1
   */
  double reaches(int days, double units);

  /** Returns how much of the demand of the next days goes beyond so much, on average. */
  double beyond(int days, double units);

  /**
   * Returns what a version tells.
   *
   * @param unit the least quantity that can be wanted: at least 5 pieces are more than 4.5
   */
  static DemandAhead of(DemandOverTime demand, double unit) {
    return new DemandAhead() {
      @Override
      public double reaches(int days, double units) {
        return units <= 0 ? 1 : demand.stockOut(days, Math.max(0, units - unit / 2));
      }

      @Override
      public double beyond(int days, double units) {
        return demand.over(days).expectedShortage(Math.max(0, units));
      }
    };
  }
}
