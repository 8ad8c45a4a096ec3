package org.demandwright.core.feature;

/** The share 0–1 of the period under promotion. */
record PromotionFeature() implements PlannedFeature {

  @Override
  public String name() {
    return "promotion";
  }

  @Override
  public double at(History history, int index) {
    return history.covariates().promotionAt(index);
  }
}
