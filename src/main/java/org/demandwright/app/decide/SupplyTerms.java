package org.demandwright.app.decide;

import java.math.BigDecimal;
import java.util.Objects;
import java.util.Optional;
import org.demandwright.core.decide.PriceBreaks;
import org.demandwright.store.decide.SuggestedOrder.PurchaseUnit;

/**
 * On which terms an item is bought.
 *
 * @param vendor empty = nobody is known from whom it is
 * @param leadTimeDays calendar days from order to receipt, as promised
 * @param minimumOrder base units
 * @param multiple base units
 * @param unit in which the vendor counts, with so many base units
 * @param prices of a base unit by quantity, in {@code currency}
 */
record SupplyTerms(
    Optional<VendorKey> vendor,
    Optional<Integer> leadTimeDays,
    Optional<BigDecimal> minimumOrder,
    Optional<BigDecimal> multiple,
    Optional<PurchaseUnit> unit,
    Optional<PriceBreaks> prices,
    Optional<String> currency) {
  /** Nothing is known. */
  static final SupplyTerms NONE =
      new SupplyTerms(
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty());

  SupplyTerms {
    Objects.requireNonNull(vendor, "vendor");
    Objects.requireNonNull(leadTimeDays, "leadTimeDays");
    Objects.requireNonNull(prices, "prices");
    Objects.requireNonNull(currency, "currency");
  }

  /** Returns this, with what it does not say from others of the same vendor. */
  SupplyTerms or(SupplyTerms others) {
    return new SupplyTerms(
        vendor.or(others::vendor),
        leadTimeDays.or(others::leadTimeDays),
        minimumOrder.or(others::minimumOrder),
        multiple.or(others::multiple),
        unit.or(others::unit),
        prices.or(others::prices),
        prices.isPresent() ? currency : currency.or(others::currency));
  }

  /** Returns the price of one base unit where few are bought. */
  Optional<BigDecimal> price() {
    return prices.map(p -> p.price(BigDecimal.ZERO));
  }
}
