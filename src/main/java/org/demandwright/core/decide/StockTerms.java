package org.demandwright.core.decide;

import java.math.BigDecimal;
import java.util.Objects;
import java.util.Optional;

/**
 * What a stock is planned by.
 *
 * @param unit the smallest quantity of the item, base units: 1 for pieces; quantities are rounded
 *     up to it
 * @param minimumOrder least quantity of an order, base units; 0 = any
 * @param multiple of which an order is one, base units, above 0
 * @param minimumStock base units that are to be there when a delivery arrives, whatever the service
 *     level says, such as what a shelf shows
 * @param shelfLifeDays calendar days in which it must be sold after it arrived
 * @param maximumCoverDays calendar days whose expected demand is the most that is to be there after
 *     a delivery
 */
public record StockTerms(
    StockPolicy policy,
    ServiceTarget service,
    BigDecimal unit,
    BigDecimal minimumOrder,
    BigDecimal multiple,
    BigDecimal minimumStock,
    Optional<CostTerms> costs,
    Optional<Integer> shelfLifeDays,
    Optional<Integer> maximumCoverDays) {
  public StockTerms {
    Objects.requireNonNull(policy, "policy");
    Objects.requireNonNull(service, "service");
    Objects.requireNonNull(costs, "costs");
    Objects.requireNonNull(shelfLifeDays, "shelfLifeDays");
    Objects.requireNonNull(maximumCoverDays, "maximumCoverDays");
    if (unit.signum() <= 0
        || multiple.signum() <= 0
        || minimumOrder.signum() < 0
        || minimumStock.signum() < 0) {
      throw new IllegalArgumentException(
          "unit %s, multiple %s, minimum order %s, minimum stock %s"
              .formatted(unit, multiple, minimumOrder, minimumStock));
    }
    if (shelfLifeDays.orElse(1) < 1 || maximumCoverDays.orElse(1) < 1) {
      throw new IllegalArgumentException(
          "shelf life of %s, maximum cover of %s days".formatted(shelfLifeDays, maximumCoverDays));
    }
  }

  /** Returns the terms of pieces of which any number can be ordered. */
  public static StockTerms of(StockPolicy policy, ServiceTarget service) {
    return new StockTerms(
        policy,
        service,
        BigDecimal.ONE,
        BigDecimal.ZERO,
        BigDecimal.ONE,
        BigDecimal.ZERO,
        Optional.empty(),
        Optional.empty(),
        Optional.empty());
  }

  public StockTerms with(CostTerms known) {
    return new StockTerms(
        policy,
        service,
        unit,
        minimumOrder,
        multiple,
        minimumStock,
        Optional.of(known),
        shelfLifeDays,
        maximumCoverDays);
  }

  public StockTerms with(ServiceTarget other) {
    return new StockTerms(
        policy,
        other,
        unit,
        minimumOrder,
        multiple,
        minimumStock,
        costs,
        shelfLifeDays,
        maximumCoverDays);
  }

  public StockTerms with(StockPolicy other) {
    return new StockTerms(
        other,
        service,
        unit,
        minimumOrder,
        multiple,
        minimumStock,
        costs,
        shelfLifeDays,
        maximumCoverDays);
  }

  public StockTerms withUnit(BigDecimal smallest) {
    return new StockTerms(
        policy,
        service,
        smallest,
        minimumOrder,
        multiple,
        minimumStock,
        costs,
        shelfLifeDays,
        maximumCoverDays);
  }

  public StockTerms withOrders(BigDecimal minimum, BigDecimal multiples) {
    return new StockTerms(
        policy,
        service,
        unit,
        minimum,
        multiples,
        minimumStock,
        costs,
        shelfLifeDays,
        maximumCoverDays);
  }

  public StockTerms withMinimumStock(BigDecimal least) {
    return new StockTerms(
        policy,
        service,
        unit,
        minimumOrder,
        multiple,
        least,
        costs,
        shelfLifeDays,
        maximumCoverDays);
  }

  public StockTerms withLimits(Optional<Integer> shelfLife, Optional<Integer> maximumCover) {
    return new StockTerms(
        policy,
        service,
        unit,
        minimumOrder,
        multiple,
        minimumStock,
        costs,
        shelfLife,
        maximumCover);
  }
}
