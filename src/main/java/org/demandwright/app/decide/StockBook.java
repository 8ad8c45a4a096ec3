package org.demandwright.app.decide;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.demandwright.core.decide.OpenSupply;
import org.demandwright.core.decide.PolicySubject;
import org.demandwright.core.decide.StockPosition;
import org.demandwright.core.demand.ItemKey;
import org.demandwright.core.supply.SupplyRow;
import org.demandwright.core.supply.SupplyTable;
import org.demandwright.store.decide.SuggestedOrder;
import org.demandwright.store.decide.SuggestionCase;
import org.demandwright.store.supply.SupplyStore;

/** What is there and on its way of each item at each site, base units. */
final class StockBook {
  private final Map<PolicySubject.Key, Position> positions = new HashMap<>();
  private final Map<List<String>, SuggestedOrder.Source> orders = new HashMap<>();
  private final Map<ItemKey, List<String>> sites = new HashMap<>();

  private StockBook() {}

  /**
   * What there is of an item at a site.
   *
   * @param onHand empty = the ERP tells no stock of it
   * @param reserved of it, promised to orders
   * @param supply on its way
   */
  record Position(Optional<BigDecimal> onHand, BigDecimal reserved, List<OpenSupply> supply) {
    /** Nothing is told. */
    static final Position UNKNOWN = new Position(Optional.empty(), BigDecimal.ZERO, List.of());

    Position {
      supply = List.copyOf(supply);
    }

    private Position with(OpenSupply more) {
      return new Position(
          onHand, reserved, Stream.concat(supply.stream(), Stream.of(more)).toList());
    }

    private Position reserving(BigDecimal more) {
      return new Position(onHand, reserved.add(more), supply);
    }

    /** Returns how much is on its way. */
    BigDecimal onOrder() {
      return supply.stream().map(OpenSupply::quantity).reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    /** Returns what the mathematics calls the inventory position; empty where no stock is told. */
    Optional<BigDecimal> total() {
      return onHand.map(there -> there.subtract(reserved).add(onOrder()));
    }

    /** Returns it as the mathematics takes it; empty where no stock is told. */
    Optional<StockPosition> position() {
      return onHand.map(there -> new StockPosition(there, reserved, supply, List.of()));
    }
  }

  /**
   * Reads stock and supply on its way.
   *
   * @param today the day of which it is morning
   */
  static StockBook of(SupplyStore store, LocalDate today) {
    StockBook book = new StockBook();
    store.each(SupplyTable.STOCK_LEVEL, row -> book.positions.put(key(row), level(row)));
    Map<PolicySubject.Key, List<OpenSupply>> supply = new HashMap<>();
    store.each(
        SupplyTable.OPEN_SUPPLY,
        row -> {
          supply.computeIfAbsent(key(row), k -> new ArrayList<>()).add(open(row, today));
          book.orders.put(
              List.of(key(row).org(), row.text("supply_id")),
              new SuggestedOrder.Source(
                  Optional.ofNullable(row.text("vendor_id")),
                  Optional.empty(),
                  Optional.of(row.text("supply_id")),
                  Optional.ofNullable(row.text("document_no"))));
        });
    supply.forEach(
        (key, open) ->
            book.positions.merge(
                key,
                new Position(Optional.empty(), BigDecimal.ZERO, open),
                (there, more) -> new Position(there.onHand(), there.reserved(), more.supply())));
    book.positions
        .keySet()
        .forEach(
            key ->
                book.sites
                    .computeIfAbsent(new ItemKey(key.org(), key.item()), k -> new ArrayList<>())
                    .add(key.site()));
    return book;
  }

  /**
   * Counts what was accepted, and what the ERP does not have yet: as on its way to its site, and as
   * reserved at the one that sends it.
   */
  void count(List<AcceptedSupply.Standing> accepted) {
    for (AcceptedSupply.Standing one : accepted) {
      BigDecimal quantity = one.onItsWay();
      if (quantity.signum() == 0) {
        continue;
      }
      SuggestionCase c = one.suggestion();
      OpenSupply coming =
          new OpenSupply(
              "suggestion/" + c.suggestionNo(), OpenSupply.Kind.ACCEPTED, c.expectedOn(), quantity);
      positions.merge(
          c.key(),
          new Position(Optional.empty(), BigDecimal.ZERO, List.of(coming)),
          (there, more) -> there.with(coming));
      if (c.fromSiteId() != null) {
        positions.computeIfPresent(
            new PolicySubject.Key(c.orgId(), c.itemId(), c.fromSiteId()),
            (key, there) -> there.reserving(quantity));
      }
    }
  }

  /** What has no day is taken to come at the next occasion. */
  private static OpenSupply open(SupplyRow row, LocalDate today) {
    LocalDate due = row.day("due_date");
    return new OpenSupply(
        row.text("supply_id"),
        "TRANSFER".equals(row.text("supply_kind"))
            ? OpenSupply.Kind.TRANSFER
            : OpenSupply.Kind.PURCHASE,
        due == null ? today : due,
        row.amount("quantity_open"));
  }

  private static PolicySubject.Key key(SupplyRow row) {
    return new PolicySubject.Key(
        Optional.ofNullable(row.text("org_id")).orElse(""),
        row.text("item_id"),
        row.text("site_id"));
  }

  /** An ERP that does not say what is reserved says what is available. */
  private static Position level(SupplyRow row) {
    BigDecimal onHand = row.amount("on_hand");
    BigDecimal reserved =
        Optional.ofNullable(row.amount("reserved"))
            .or(() -> Optional.ofNullable(row.amount("available")).map(onHand::subtract))
            .orElse(BigDecimal.ZERO);
    return new Position(Optional.of(onHand), reserved.max(BigDecimal.ZERO), List.of());
  }

  /** Returns whose order it is that is on its way to a company. */
  SuggestedOrder.Source source(String org, OpenSupply supply) {
    return orders.get(List.of(org, supply.id()));
  }

  /** Returns whether an order of a company is on its way. */
  boolean awaits(String org, String id) {
    return orders.containsKey(List.of(org, id));
  }

  /** Returns the sites at which there is something of an item or on its way. */
  List<String> sites(ItemKey item) {
    return sites.getOrDefault(item, List.of());
  }

  /** Returns what there is of an item at a site. */
  Position of(PolicySubject.Key key) {
    return positions.getOrDefault(key, Position.UNKNOWN);
  }
}
