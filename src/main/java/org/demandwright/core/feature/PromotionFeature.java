package org.demandwright.core.feature;

import org.demandwright.core.explain.Drivers;

/** The share 0–1 of the period under promotion. */
record PromotionFeature() implements PlannedFeature {

  @Override
  public String name() {
    return "promotion";
  }

  @Override
  public String driver() {
    return Drivers.PROMOTION;
  }

  @Override
  public double at(History history, int index) {
    return history.covariates().promotionAt(index);
  }
}
