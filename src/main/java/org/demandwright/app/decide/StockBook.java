package org.demandwright.app.decide;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Stream;
import org.demandwright.core.decide.OpenSupply;
import org.demandwright.core.decide.PolicySubject;
import org.demandwright.core.decide.Reservations;
import org.demandwright.core.decide.StockPosition;
import org.demandwright.core.demand.ItemKey;
import org.demandwright.core.intake.KitBook;
import org.demandwright.core.supply.SupplyRow;
import org.demandwright.core.supply.SupplyTable;
import org.demandwright.store.decide.PlannedStock;
import org.demandwright.store.decide.SuggestedOrder;
import org.demandwright.store.decide.SuggestionCase;
import org.demandwright.store.supply.SupplyStore;

/** What is there, on its way and waited for of each item at each site, base units. */
final class StockBook {
  /** No customer waits. */
  private static final Waiting NOBODY = new Waiting(List.of(), BigDecimal.ZERO);

  private final Map<PolicySubject.Key, Position> positions = new HashMap<>();
  private final Map<List<String>, SuggestedOrder.Source> orders = new HashMap<>();
  private final Map<ItemKey, List<String>> sites = new HashMap<>();

  private final LocalDate today;

  /** Whether an ERP tells which orders of customers are open. */
  private boolean waitingIsTold;

  private StockBook(LocalDate today) {
    this.today = today;
  }

  /**
   * What customers have ordered and did not get.
   *
   * @param orders that are wanted out of the own stock
   * @param dropShip what vendors deliver beside them
   */
  record Waiting(List<StockPosition.OpenOrder> orders, BigDecimal dropShip) {
    Waiting {
      orders = List.copyOf(orders);
    }
  }

  /**
   * What there is of an item at a site.
   *
   * @param onHand empty = the ERP tells no stock of it
   * @param reserved of it, promised to orders
   * @param supply on its way
   * @param waiting customers; empty = the ERP does not tell of them
   */
  record Position(
      Optional<BigDecimal> onHand,
      BigDecimal reserved,
      List<OpenSupply> supply,
      Optional<Waiting> waiting) {
    /** Nothing is told. */
    static final Position UNKNOWN =
        new Position(Optional.empty(), BigDecimal.ZERO, List.of(), Optional.empty());

    Position {
      supply = List.copyOf(supply);
    }

    private Position with(OpenSupply more) {
      return new Position(
          onHand, reserved, Stream.concat(supply.stream(), Stream.of(more)).toList(), waiting);
    }

    private Position reserving(BigDecimal more) {
      return new Position(onHand, reserved.add(more), supply, waiting);
    }

    private Position with(Waiting customers) {
      return new Position(onHand, reserved, supply, Optional.of(customers));
    }

    /** Returns how much is on its way. */
    BigDecimal onOrder() {
      return supply.stream().map(OpenSupply::quantity).reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    /** Returns it as the mathematics takes it; empty where no stock is told. */
    Optional<StockPosition> position() {
      return onHand.map(there -> new StockPosition(there, reserved, supply, orders()));
    }

    private List<StockPosition.OpenOrder> orders() {
      return waiting.map(Waiting::orders).orElse(List.of());
    }

    /** Returns it as it is kept with a plan. */
    PlannedStock.Stock planned(Optional<Double> stockOut) {
      return new PlannedStock.Stock(
          onHand,
          reserved,
          onOrder(),
          stockOut,
          waiting.map(
              customers ->
                  new PlannedStock.Waiting(
                      sum(customers.orders(), StockPosition.OpenOrder::quantity),
                      sum(customers.orders(), StockPosition.OpenOrder::unreserved),
                      customers.dropShip())));
    }

    private static BigDecimal sum(
        List<StockPosition.OpenOrder> orders, Function<StockPosition.OpenOrder, BigDecimal> of) {
      return orders.stream().map(of).reduce(BigDecimal.ZERO, BigDecimal::add);
    }
  }

  /**
   * Reads stock, supply on its way and the customers that wait.
   *
   * @param kits what kits consist of: what is ordered of them is wanted of their parts
   * @param today the day of which it is morning
   */
  static StockBook of(SupplyStore store, KitBook kits, LocalDate today) {
    StockBook book = new StockBook(today);
    book.read(store, kits, store::each);
    return book;
  }

  /** Reads the same of one item alone: what waits for kits that it is a part of counts, too. */
  static StockBook of(SupplyStore store, KitBook kits, LocalDate today, ItemKey item) {
    List<String> ordered = new ArrayList<>(kits.kitsOf(item));
    ordered.add(item.itemId());
    StockBook book = new StockBook(today);
    book.read(
        store,
        kits,
        (table, each) ->
            store
                .ofItems(
                    table,
                    item.orgId(),
                    table == SupplyTable.OPEN_DEMAND ? ordered : List.of(item.itemId()))
                .forEach(each));
    return book;
  }

  private void read(
      SupplyStore store, KitBook kits, BiConsumer<SupplyTable, Consumer<SupplyRow>> rows) {
    Set<PolicySubject.Key> reserving = new HashSet<>();
    rows.accept(
        SupplyTable.STOCK_LEVEL,
        row -> {
          positions.put(key(row), level(row));
          if (reserved(row).isPresent()) {
            reserving.add(key(row));
          }
        });
    Map<PolicySubject.Key, List<OpenSupply>> supply = new HashMap<>();
    rows.accept(
        SupplyTable.OPEN_SUPPLY,
        row -> {
          supply.computeIfAbsent(key(row), k -> new ArrayList<>()).add(open(row, today));
          orders.put(
              List.of(key(row).org(), row.text("supply_id")),
              new SuggestedOrder.Source(
                  Optional.ofNullable(row.text("vendor_id")),
                  Optional.empty(),
                  Optional.of(row.text("supply_id")),
                  Optional.ofNullable(row.text("document_no"))));
        });
    supply.forEach(
        (key, open) ->
            positions.merge(
                key,
                new Position(Optional.empty(), BigDecimal.ZERO, open, Optional.empty()),
                (there, more) ->
                    new Position(
                        there.onHand(), there.reserved(), more.supply(), Optional.empty())));
    addCustomers(store, kits, rows, reserving);
    positions
        .keySet()
        .forEach(
            key ->
                sites
                    .computeIfAbsent(new ItemKey(key.org(), key.item()), k -> new ArrayList<>())
                    .add(key.site()));
  }

  /** What an ERP says of orders is not known of those of which it says nothing: nothing is open. */
  private void addCustomers(
      SupplyStore store,
      KitBook kits,
      BiConsumer<SupplyTable, Consumer<SupplyRow>> rows,
      Set<PolicySubject.Key> reserving) {
    Map<PolicySubject.Key, List<Reservations.Ordered>> ordered = new HashMap<>();
    Map<PolicySubject.Key, BigDecimal> dropShip = new HashMap<>();
    rows.accept(
        SupplyTable.OPEN_DEMAND,
        row -> {
          wanted(kits, new ItemKey(key(row).org(), key(row).item()))
              .forEach(
                  (item, times) -> {
                    PolicySubject.Key key =
                        new PolicySubject.Key(key(row).org(), item, key(row).site());
                    Reservations.Ordered one = ordered(row, times);
                    if (Boolean.TRUE.equals(row.value("drop_ship"))) {
                      dropShip.merge(key, one.quantity(), BigDecimal::add);
                    } else {
                      ordered.computeIfAbsent(key, k -> new ArrayList<>()).add(one);
                    }
                  });
        });
    waitingIsTold =
        !ordered.isEmpty() || !dropShip.isEmpty() || store.isTold(SupplyTable.OPEN_DEMAND);
    Set<PolicySubject.Key> waited = new HashSet<>(ordered.keySet());
    waited.addAll(dropShip.keySet());
    for (PolicySubject.Key key : waited) {
      Position there = positions.getOrDefault(key, Position.UNKNOWN);
      List<StockPosition.OpenOrder> open =
          Reservations.of(
              ordered.getOrDefault(key, List.of()),
              Optional.of(there.reserved()).filter(r -> reserving.contains(key)));
      BigDecimal reserved =
          reserving.contains(key)
              ? there.reserved()
              : Position.sum(open, StockPosition.OpenOrder::reserved);
      positions.put(
          key,
          new Position(there.onHand(), reserved, there.supply(), Optional.empty())
              .with(new Waiting(open, dropShip.getOrDefault(key, BigDecimal.ZERO))));
    }
  }

  /** What one unit of an item is wanted of: itself, or the parts of a kit that can be exploded. */
  private static Map<String, BigDecimal> wanted(KitBook kits, ItemKey item) {
    return Optional.of(item)
        .filter(kits::holds)
        .map(kits::explode)
        .filter(KitBook.Explosion::possible)
        .map(KitBook.Explosion::units)
        .orElseGet(() -> Map.of(item.itemId(), BigDecimal.ONE));
  }

  /** One for which nobody says a day was wanted when it was ordered: it is late. */
  private Reservations.Ordered ordered(SupplyRow row, BigDecimal times) {
    LocalDate due = row.day("due_date");
    return new Reservations.Ordered(
        row.text("demand_id"),
        due == null ? today.minusDays(1) : due,
        row.amount("quantity_open").multiply(times),
        Optional.ofNullable(row.amount("reserved")).map(times::multiply));
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
          new Position(Optional.empty(), BigDecimal.ZERO, List.of(coming), Optional.empty()),
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
    return new Position(
        Optional.of(row.amount("on_hand")),
        reserved(row).orElse(BigDecimal.ZERO).max(BigDecimal.ZERO),
        List.of(),
        Optional.empty());
  }

  private static Optional<BigDecimal> reserved(SupplyRow row) {
    return Optional.ofNullable(row.amount("reserved"))
        .or(
            () ->
                Optional.ofNullable(row.amount("available")).map(row.amount("on_hand")::subtract));
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
    Position there = positions.getOrDefault(key, Position.UNKNOWN);
    return waitingIsTold && there.waiting().isEmpty() ? there.with(NOBODY) : there;
  }
}
