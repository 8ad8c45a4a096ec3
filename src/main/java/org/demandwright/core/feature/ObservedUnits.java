package org.demandwright.core.feature;

import org.demandwright.core.demand.DemandSeries;

/** The demand of a history as plain numbers, with NaN where a period was not fully available. */
public final class ObservedUnits {
  private ObservedUnits() {}

  /**
   * Returns the base units per period, oldest first, in a new array. A period with availability
   * below 1 is NaN: what was sold in a stock-out is not what was demanded, and a sum that met it by
   * mistake would show.
   */
  public static double[] of(History history) {
    DemandSeries series = history.series();
    double[] units = series.units().toArray();
    for (int i = 0; i < units.length; i++) {
      if (!series.observed(i)) {
        units[i] = Double.NaN;
      }
    }
    return units;
  }
}
