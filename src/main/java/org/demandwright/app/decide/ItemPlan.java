package org.demandwright.app.decide;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.demandwright.core.decide.ItemSpread;
import org.demandwright.core.decide.OpenSupply;
import org.demandwright.core.decide.OrderTerms;
import org.demandwright.core.decide.Replenishment;
import org.demandwright.core.decide.Rescheduling;
import org.demandwright.core.decide.Steadiness;
import org.demandwright.core.decide.StockPosition;
import org.demandwright.core.decide.Suggestion;
import org.demandwright.core.decide.SuggestionKind;
import org.demandwright.core.decide.Transfers;
import org.demandwright.core.decide.VendorOrder;
import org.demandwright.store.decide.PlannedStock;
import org.demandwright.store.decide.SuggestedOrder;
import org.demandwright.store.decide.SuggestionStore;

/**
 * What is planned and suggested of an item at all its sites: first stock is moved between them,
 * then the rest is bought. What goes wrong at one site is said of it, and keeps no other from being
 * planned.
 */
final class ItemPlan {
  private static final Logger LOG = System.getLogger(ItemPlan.class.getName());

  /** What comes earlier by less is not postponed. */
  private static final int LEAST_TOLERANCE = 7;

  private final DecisionBasis basis;
  private final ItemPlaces item;
  private final Map<Place, PlannedStock> planned = new LinkedHashMap<>();
  private final Map<Place, Replenishment> replenishments = new LinkedHashMap<>();
  private final Map<Place, List<SuggestedOrder>> orders = new LinkedHashMap<>();

  private ItemPlan(DecisionBasis basis, ItemPlaces item) {
    this.basis = basis;
    this.item = item;
  }

  /**
   * Plans an item.
   *
   * @param demand of places, without those of which it cannot be told
   */
  static ItemPlan of(DecisionBasis basis, ItemPlaces item, Map<Place, ItemSpread> demand) {
    ItemPlan plan = new ItemPlan(basis, item);
    for (Place place : item.places()) {
      plan.attempt(place, () -> plan.stock(place, Optional.ofNullable(demand.get(place))));
    }
    plan.transfer();
    for (Place place : item.places()) {
      plan.attempt(place, () -> plan.suggest(place));
    }
    return plan;
  }

  private void attempt(Place place, Runnable planning) {
    try {
      planning.run();
    } catch (IllegalArgumentException | IllegalStateException | ArithmeticException e) {
      LOG.log(Level.WARNING, "The stock of " + place.key() + " could not be planned", e);
      planned.put(place, PlacePlan.refused(basis, place, e));
      replenishments.remove(place);
      orders.remove(place);
    }
  }

  private void stock(Place place, Optional<ItemSpread> demand) {
    PlacePlan plan = PlacePlan.of(basis, place, demand);
    planned.put(place, plan.planned());
    plan.replenishment(basis, place).ifPresent(r -> replenishments.put(place, r));
  }

  /** Moves what sites have too much of to those that need it. */
  private void transfer() {
    List<Transfers.Lane> lanes = basis.supply().lanes(item.item());
    if (lanes.isEmpty()) {
      return;
    }
    List<Transfers.Need> needs = new ArrayList<>();
    Map<String, BigDecimal> surplus = new HashMap<>();
    Map<String, Place> places = new HashMap<>();
    basis.stockElsewhere(item).forEach(surplus::put);
    replenishments.forEach(
        (place, at) -> {
          places.put(place.key().site(), place);
          at.suggestion()
              .ifPresentOrElse(
                  s -> needs.add(Transfers.Need.of(place.key().site(), s)),
                  () -> surplus.put(place.key().site(), Transfers.surplus(at)));
        });
    for (Transfers.Transfer sent : Transfers.of(needs, surplus, lanes)) {
      Place to = places.get(sent.lane().to());
      Replenishment at = replenishments.get(to);
      Suggestion suggestion =
          at.transfer(sent.quantity(), sent.lane().sent(), sent.lane().arrival());
      add(to, SuggestedOrder.Source.site(sent.lane().from()), suggestion);
      replenishments.put(to, arriving(at, sent));
      Optional.ofNullable(places.get(sent.lane().from()))
          .ifPresent(from -> replenishments.computeIfPresent(from, (p, r) -> leaving(r, sent)));
    }
  }

  private static Replenishment arriving(Replenishment at, Transfers.Transfer sent) {
    StockPosition position = at.situation().position();
    OpenSupply more =
        new OpenSupply(
            sent.lane().from(), OpenSupply.Kind.TRANSFER, sent.lane().arrival(), sent.quantity());
    return Replenishment.of(
        at.situation()
            .with(
                position.withSupply(
                    Stream.concat(position.supply().stream(), Stream.of(more)).toList())));
  }

  private static Replenishment leaving(Replenishment at, Transfers.Transfer sent) {
    StockPosition position = at.situation().position();
    return Replenishment.of(
        at.situation()
            .with(
                new StockPosition(
                    position.onHand().subtract(sent.quantity()),
                    position.reserved(),
                    position.supply(),
                    position.orders())));
  }

  /** What is to be bought, and which orders are to be moved. */
  private void suggest(Place place) {
    Replenishment at = replenishments.get(place);
    if (at == null) {
      return;
    }
    basis
        .terms(place)
        .vendor()
        .ifPresent(
            vendor -> {
              SuggestedOrder.Source source = SuggestedOrder.Source.vendor(vendor.vendor());
              at.suggestion().ifPresent(s -> add(place, source, kept(place, source, s, at)));
            });
    int tolerance = Math.max(LEAST_TOLERANCE, at.situation().cycle().reviewDays());
    for (Rescheduling.Advice advice : Rescheduling.of(at.situation(), tolerance)) {
      if (advice.supply().kind() == OpenSupply.Kind.PURCHASE) {
        add(place, basis.source(place.key().org(), advice.supply()), at.moved(advice));
      }
    }
  }

  private Suggestion kept(
      Place place, SuggestedOrder.Source source, Suggestion now, Replenishment at) {
    return basis
        .earlier()
        .of(identity(place, source, SuggestionKind.BUY))
        .map(SuggestionStore.Before::quantity)
        .map(before -> Steadiness.keep(before, now, at))
        .orElse(now);
  }

  private static SuggestedOrder.Identity identity(
      Place place, SuggestedOrder.Source source, SuggestionKind kind) {
    return new SuggestedOrder.Identity(
        kind, place.key(), source.vendor(), source.site(), source.supply());
  }

  private void add(Place place, SuggestedOrder.Source source, Suggestion suggestion) {
    orders
        .computeIfAbsent(place, p -> new ArrayList<>())
        .add(
            order(basis, place, source, suggestion, replenishments.get(place).situation().terms()));
  }

  /**
   * Returns a suggestion as it is written.
   *
   * @param taken what the vendor takes
   */
  static SuggestedOrder order(
      DecisionBasis basis,
      Place place,
      SuggestedOrder.Source source,
      Suggestion suggestion,
      OrderTerms taken) {
    SupplyTerms terms = basis.terms(place);
    boolean bought = suggestion.kind() == SuggestionKind.BUY;
    return new SuggestedOrder(
        place.number(),
        0,
        0,
        place.key(),
        source,
        bought ? terms.unit() : Optional.empty(),
        Optional.of(taken).filter(t -> bought),
        suggestion.cost().flatMap(c -> terms.currency()),
        VendorOrder.Why.DUE,
        Optional.empty(),
        suggestion);
  }

  List<PlannedStock> planned() {
    return List.copyOf(planned.values());
  }

  List<SuggestedOrder> orders() {
    return orders.values().stream().flatMap(List::stream).toList();
  }

  /** Returns what is to be bought at a place. */
  Optional<SuggestedOrder> bought(Place place) {
    return orders.getOrDefault(place, List.of()).stream()
        .filter(o -> o.suggestion().kind() == SuggestionKind.BUY)
        .findFirst();
  }

  /**
   * Returns whether, when and how much to order of it for a place; empty where none can be told.
   */
  Optional<Replenishment> replenishment(Place place) {
    return Optional.ofNullable(replenishments.get(place));
  }
}
