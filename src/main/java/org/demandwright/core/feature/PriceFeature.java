package org.demandwright.core.feature;

import org.demandwright.core.explain.Drivers;

/**
 * The logarithm of the price relative to the usual one, within a quarter and four times of it: its
 * coefficient is the price elasticity of demand. A price that is not above 0 is not known.
 */
record PriceFeature() implements PlannedFeature {
  private static final double MOST = Math.log(4);

  @Override
  public String name() {
    return "lnPrice";
  }

  @Override
  public String driver() {
    return Drivers.PRICE;
  }

  @Override
  public double at(History history, int index) {
    double price = history.covariates().priceAt(index);
    return price > 0 ? Math.max(-MOST, Math.min(MOST, Math.log(price))) : 0;
  }
}
