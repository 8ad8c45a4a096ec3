package org.demandwright.core.demand;

/**
 * The class of a demand series by the scheme of Syntetos, Boylan &amp; Croston (2005): the average
 * interval between demands (ADI) against the squared coefficient of variation of their sizes (CV²).
 */
public enum DemandPattern {
  /** ADI &lt; 1.32, CV² &lt; 0.49. */
  SMOOTH,
  /** ADI &lt; 1.32, CV² ≥ 0.49. */
  ERRATIC,
  /** ADI ≥ 1.32, CV² &lt; 0.49. */
  INTERMITTENT,
  /** ADI ≥ 1.32, CV² ≥ 0.49. */
  LUMPY,
  /** No demand at all. */
  NONE;

  /** From this average interval on, in periods, demand is intermittent. */
  public static final double INTERVAL_CUT = 1.32;

  /** From this squared coefficient of variation on, sizes of demand vary much. */
  public static final double VARIATION_CUT = 0.49;

  /**
   * Returns the class of a series, over the periods from its first demand on in which the item
   * could be bought the whole time; over all periods where demand arose in no such period.
   *
   * <p>ADI = periods ÷ periods with demand; CV² = (sample standard deviation ÷ mean)² of the
   * demands, 0 of a single one. Worked example: 0, 4, 0, 4, 4, 0 begins with the first 4 and has 3
   * demands in 5 periods, so ADI = 1.67, CV² = 0 and the class is {@link #INTERMITTENT}.
   */
  public static DemandPattern of(DemandSeries series) {
    DemandPattern observed = of(series, true);
    return observed == NONE ? of(series, false) : observed;
  }

  private static DemandPattern of(DemandSeries series, boolean observedOnly) {
    int periods = 0;
    int demands = 0;
    double mean = 0;
    double squares = 0;
    for (int i = 0; i < series.size(); i++) {
      double units = series.units().get(i);
      if ((observedOnly && !series.observed(i)) || (units == 0 && demands == 0)) {
        continue;
      }
      periods++;
      if (units > 0) {
        demands++;
        double delta = units - mean;
        mean += delta / demands;
        squares += delta * (units - mean);
      }
    }
    if (demands == 0) {
      return NONE;
    }
    double variation = demands == 1 ? 0 : squares / (demands - 1) / (mean * mean);
    boolean steady = variation < VARIATION_CUT;
    if ((double) periods / demands < INTERVAL_CUT) {
      return steady ? SMOOTH : ERRATIC;
    }
    return steady ? INTERMITTENT : LUMPY;
  }

  /** Returns whether many periods have no demand. */
  public boolean intermittent() {
    return this == INTERMITTENT || this == LUMPY;
  }
}
