package org.demandwright.core.decide.price;

import java.util.List;
import java.util.Optional;

/** What an item tells, for tests that care for its elasticity alone. */
final class AnyFit {
  static final PriceSupport SUPPORT = new PriceSupport("S1", 10, 8, 12, 5, 8, 500, 0, 0, 0);

  private AnyFit() {}

  static PriceFit of(double elasticity, double variance) {
    return new PriceFit(elasticity, variance, 100, List.of(SUPPORT), Optional.empty());
  }

  /** A response that is known. */
  static PriceResponse known(double elasticity, double deviation) {
    return new PriceResponse(
        of(elasticity, Math.max(0.01, deviation * deviation)),
        1,
        elasticity,
        elasticity,
        deviation,
        Optional.empty());
  }
}
