package org.demandwright.store.decide;

import java.math.BigDecimal;
import java.util.Objects;
import java.util.Optional;
import org.demandwright.core.decide.PolicySubject;
import org.demandwright.core.decide.Suggestion;

/**
 * What is suggested to be ordered of an item for a site.
 *
 * @param number of the place in its decision
 * @param vendor by the ERP's own key
 * @param unit in which the vendor counts; empty = the base unit
 * @param currency of the cost; empty where it is not known
 */
public record SuggestedOrder(
    long number,
    PolicySubject.Key key,
    String vendor,
    Optional<PurchaseUnit> unit,
    Optional<String> currency,
    Suggestion suggestion) {

  /**
   * What a vendor counts in.
   *
   * @param name as the vendor calls it
   * @param factor base units in one of it
   */
  public record PurchaseUnit(String name, BigDecimal factor) {}

  public SuggestedOrder {
    Objects.requireNonNull(key, "key");
    Objects.requireNonNull(vendor, "vendor");
    Objects.requireNonNull(unit, "unit");
    Objects.requireNonNull(currency, "currency");
    Objects.requireNonNull(suggestion, "suggestion");
  }
}
