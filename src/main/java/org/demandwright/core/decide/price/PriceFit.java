package org.demandwright.core.decide.price;

import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * What the past of an item tells by itself.
 *
 * @param elasticity exponent of price; 0 where nothing is told
 * @param variance of it; 0 where nothing is told
 * @param weeks cells of a week and a price that it rests on
 * @param support by site
 * @param unknown why nothing is told; empty where something is
 */
public record PriceFit(
    double elasticity,
    double variance,
    int weeks,
    List<PriceSupport> support,
    Optional<PriceUnknown> unknown) {
  public PriceFit {
    Objects.requireNonNull(unknown, "unknown");
    support = List.copyOf(support);
    if (unknown.isEmpty() && !(variance > 0)) {
      throw new IllegalArgumentException("a fit with a variance of " + variance);
    }
  }

  static PriceFit nothing(PriceUnknown why, int weeks, List<PriceSupport> support) {
    return new PriceFit(0, 0, weeks, support, Optional.of(why));
  }

  /** Returns the site at which most prices are known. */
  public PriceSupport widest() {
    return support.stream()
        .max(Comparator.comparingInt(PriceSupport::prices).thenComparingInt(PriceSupport::changes))
        .orElseThrow();
  }
}
