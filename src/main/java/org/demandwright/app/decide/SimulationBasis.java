package org.demandwright.app.decide;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.demandwright.core.decide.LeadTimes;
import org.demandwright.core.decide.PolicySubject;
import org.demandwright.core.decide.simulate.MinMaxOrders;
import org.demandwright.core.decide.simulate.ReplayWindows;
import org.demandwright.core.decide.simulate.SimulationQuestion;
import org.demandwright.core.decide.simulate.WayOfOrdering;
import org.demandwright.core.demand.ExchangeRates;
import org.demandwright.core.demand.ItemKey;
import org.demandwright.core.demand.Price;
import org.demandwright.core.supply.SupplyRow;
import org.demandwright.core.supply.SupplyTable;
import org.demandwright.store.decide.SimulationStore.Simulation;
import org.demandwright.store.demand.MasterDataStore;
import org.demandwright.store.supply.SupplyStore;

/**
 * What all places of a simulation have in common.
 *
 * @param believed lead times as they were learned on the first day that is replayed; those that are
 *     drawn are the basis' own
 * @param rates of one unit of a currency in the reporting currency; empty = there is none
 * @param reporting the reporting currency
 * @param rules the ERP's minimum and maximum as they are today
 */
record SimulationBasis(
    Simulation simulation,
    ReplayWindows windows,
    DecisionBasis basis,
    LeadTimes believed,
    Map<ItemKey, String> categories,
    Map<String, ExchangeRates.Conversion> rates,
    Optional<String> reporting,
    Map<PolicySubject.Key, MinMaxOrders.Levels> rules) {

  SimulationQuestion question() {
    return simulation.order().question();
  }

  /** Returns the methods by which is to be forecast: none where no way goes by a forecast. */
  List<String> methods() {
    return question().ways().stream().anyMatch(WayOfOrdering::isByForecast)
        ? question().methods()
        : List.of();
  }

  static ItemKey item(Place place) {
    return new ItemKey(place.key().org(), place.key().item());
  }

  String category(Place place) {
    return categories.getOrDefault(item(place), "");
  }

  /** Returns the prices at which the items of places are sold. */
  static Map<ItemKey, List<Price>> prices(MasterDataStore masterData, List<Place> places) {
    Map<ItemKey, List<Price>> prices = new HashMap<>();
    masterData
        .prices(places.stream().map(p -> p.key().item()).distinct().toList())
        .forEach(price -> prices.computeIfAbsent(price.item(), k -> new ArrayList<>()).add(price));
    return prices;
  }

  /** Returns what the ERP orders by, where it says so. */
  static Map<PolicySubject.Key, MinMaxOrders.Levels> rules(SupplyStore supply) {
    Map<PolicySubject.Key, MinMaxOrders.Levels> rules = new HashMap<>();
    supply.each(
        SupplyTable.REORDER_RULE,
        row ->
            levels(row)
                .ifPresent(
                    levels ->
                        rules.putIfAbsent(
                            new PolicySubject.Key(
                                Optional.ofNullable(row.text("org_id")).orElse(""),
                                row.text("item_id"),
                                Optional.ofNullable(row.text("site_id")).orElse("")),
                            levels)));
    return rules;
  }

  private static Optional<MinMaxOrders.Levels> levels(SupplyRow row) {
    BigDecimal minimum = row.amount("minimum");
    BigDecimal maximum = row.amount("maximum");
    return minimum == null || maximum == null || minimum.signum() < 0 || maximum.signum() <= 0
        ? Optional.empty()
        : Optional.of(new MinMaxOrders.Levels(minimum, maximum.max(minimum)));
  }

  /** Returns what a unit is worth. */
  UnitWorth worth(Place place, List<Price> prices) {
    return UnitWorth.of(
        basis.terms(place), prices, place.key().site(), basis.decision().asOf(), rates);
  }
}
