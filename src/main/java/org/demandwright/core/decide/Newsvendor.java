package org.demandwright.core.decide;

/**
 * How much to have of what can be sold for a limited time only: the quantity at which one more unit
 * is as likely to be missed as to be left over, in money.
 *
 * <pre>Q* = F⁻¹(c<sub>u</sub> ÷ (c<sub>u</sub> + c<sub>o</sub>))</pre>
 *
 * <p>Reference: Arrow, Harris &amp; Marschak (1951), <i>Optimal inventory policy</i>; Hopp &amp;
 * Spearman (2011), <i>Factory physics</i>, ch. 2.
 *
 * @param quantity Q*, base units
 * @param criticalRatio c<sub>u</sub> ÷ (c<sub>u</sub> + c<sub>o</sub>)
 * @param expectedShortage units that are wanted and not there
 * @param expectedLeftover units that are there and not wanted
 */
public record Newsvendor(
    double quantity, double criticalRatio, double expectedShortage, double expectedLeftover) {

  /**
   * Returns the best quantity.
   *
   * @param demand for as long as it can be sold
   * @param underage c<sub>u</sub>, what a unit that is missing costs
   * @param overage c<sub>o</sub>, what a unit that is left over costs; one of both is above 0
   */
  public static Newsvendor of(DemandDistribution demand, double underage, double overage) {
    if (!(underage >= 0 && overage >= 0 && underage + overage > 0)) {
      throw new IllegalArgumentException(
          "underage %s and overage %s; they must be costs".formatted(underage, overage));
    }
    double ratio = underage / (underage + overage);
    double quantity = demand.quantile(ratio);
    double shortage = demand.expectedShortage(quantity);
    double wanted = demand.expectedShortage(0); // the mean of the distribution itself
    return new Newsvendor(quantity, ratio, shortage, quantity - (wanted - shortage));
  }

  /** Returns what both together cost on average. */
  public double expectedCost(double underage, double overage) {
    return underage * expectedShortage + overage * expectedLeftover;
  }
}
