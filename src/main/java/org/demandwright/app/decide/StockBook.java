package org.demandwright.app.decide;

import java.math.BigDecimal;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.demandwright.core.decide.PolicySubject;
import org.demandwright.core.supply.SupplyRow;
import org.demandwright.core.supply.SupplyTable;
import org.demandwright.store.supply.SupplyStore;

/** What is there and on its way of each item at each site, base units. */
final class StockBook {
  private final Map<PolicySubject.Key, Position> positions = new HashMap<>();

  private StockBook() {}

  /**
   * What there is of an item at a site.
   *
   * @param onHand empty = the ERP tells no stock of it
   * @param reserved of it, promised to orders
   * @param onOrder on its way
   */
  record Position(Optional<BigDecimal> onHand, BigDecimal reserved, BigDecimal onOrder) {
    /** Nothing is told. */
    static final Position UNKNOWN =
        new Position(Optional.empty(), BigDecimal.ZERO, BigDecimal.ZERO);

    /** Returns what the mathematics calls the inventory position; empty where no stock is told. */
    Optional<BigDecimal> total() {
      return onHand.map(there -> there.subtract(reserved).add(onOrder));
    }

    private Position andOnOrder(BigDecimal quantity) {
      return new Position(onHand, reserved, onOrder.add(quantity));
    }
  }

  /** Reads stock and supply on its way. */
  static StockBook of(SupplyStore store) {
    StockBook book = new StockBook();
    store.each(SupplyTable.STOCK_LEVEL, row -> book.positions.put(key(row), level(row)));
    store.each(
        SupplyTable.OPEN_SUPPLY,
        row ->
            book.positions.merge(
                key(row),
                Position.UNKNOWN.andOnOrder(row.amount("quantity_open")),
                (there, more) -> there.andOnOrder(more.onOrder())));
    return book;
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
    return new Position(Optional.of(onHand), reserved.max(BigDecimal.ZERO), BigDecimal.ZERO);
  }

  /** Returns what there is of an item at a site. */
  Position of(PolicySubject.Key key) {
    return positions.getOrDefault(key, Position.UNKNOWN);
  }
}
