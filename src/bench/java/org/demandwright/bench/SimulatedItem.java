package org.demandwright.bench;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.demandwright.core.decide.CostTerms;
import org.demandwright.core.decide.DayDistribution;
import org.demandwright.core.decide.OrderTerms;
import org.demandwright.core.decide.SupplyDays;
import org.demandwright.core.decide.simulate.DailyDemand;
import org.demandwright.core.decide.simulate.MinMaxOrders;
import org.demandwright.core.demand.Price;
import org.demandwright.core.demand.Promotion;
import org.demandwright.core.demand.SeriesKey;

/**
 * An item at a site whose past is replayed.
 *
 * @param vendor who delivers, for orders of several lines
 * @param demand smallest units a day, from the first day of the data on
 * @param costs in the currency of the data
 * @param order what the vendor takes, with {@code order.unit()} the smallest unit
 * @param lead calendar days
 * @param erp the ERP's own minimum and maximum by day; empty where it has none
 */
record SimulatedItem(
    SeriesKey key,
    String vendor,
    String category,
    DailyDemand demand,
    CostTerms costs,
    OrderTerms order,
    DayDistribution lead,
    SupplyDays days,
    Optional<Function<LocalDate, MinMaxOrders.Levels>> erp,
    List<Price> prices,
    List<Promotion> promotions) {

  /** Returns what the vendor takes, or any quantity. */
  OrderTerms order(boolean minimums) {
    return minimums
        ? order
        : new OrderTerms(
            order.unit(), BigDecimal.ZERO, order.unit(), order.unit(), Optional.empty());
  }

  double units(LocalDate from, LocalDate to) {
    long steps = 0;
    for (LocalDate day = from; day.isBefore(to); day = day.plusDays(1)) {
      steps += demand.on(day);
    }
    return steps * order.unit().doubleValue();
  }
}
