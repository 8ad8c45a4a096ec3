package org.demandwright.app.decide;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.demandwright.core.decide.PolicySubject;
import org.demandwright.core.decide.StockPosition;
import org.demandwright.core.demand.ItemKey;
import org.demandwright.core.intake.KitBook;
import org.demandwright.core.intake.KitPart;
import org.demandwright.core.supply.SupplyAccount;
import org.demandwright.core.supply.SupplyAccount.Extent;
import org.demandwright.core.supply.SupplyRow;
import org.demandwright.core.supply.SupplyTable;
import org.demandwright.store.Stores;
import org.demandwright.store.decide.PlannedStock;
import org.demandwright.store.supply.SupplyAccountStore;
import org.demandwright.store.supply.SupplyStore;
import org.h2.jdbcx.JdbcDataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class StockBookTest {
  private static final LocalDate TODAY = LocalDate.of(2026, 3, 2);
  private static final PolicySubject.Key TEA = new PolicySubject.Key("A", "tea", "S1");
  private static final KitBook KITS =
      new KitBook(
          List.of(
              new KitPart(new ItemKey("A", "set"), "tea", new BigDecimal("2")),
              new KitPart(new ItemKey("A", "set"), "cup", BigDecimal.ONE)));

  private SupplyStore supply;
  private SupplyAccountStore accounts;

  @BeforeEach
  void open() {
    JdbcDataSource database = new JdbcDataSource();
    database.setURL("jdbc:h2:mem:" + UUID.randomUUID() + ";DB_CLOSE_DELAY=-1");
    Stores stores = Stores.of(database);
    supply = new SupplyStore(stores.sql());
    accounts = new SupplyAccountStore(stores.sql());
  }

  private void stock(int onHand, Integer reserved) {
    supply.put(
        "erp",
        SupplyTable.STOCK_LEVEL,
        List.of(
            SupplyRow.of(
                SupplyTable.STOCK_LEVEL, "A", "tea", "S1", units(onHand), null, units(reserved))));
  }

  private static SupplyRow order(
      String id, String item, LocalDate due, int quantity, Integer reserved, Boolean dropShip) {
    return SupplyRow.of(
        SupplyTable.OPEN_DEMAND,
        "A",
        id,
        "SO",
        item,
        "S1",
        due,
        units(quantity),
        units(reserved),
        dropShip);
  }

  private void orders(SupplyRow... rows) {
    supply.put("erp", SupplyTable.OPEN_DEMAND, List.of(rows));
  }

  private static BigDecimal units(Integer units) {
    return units == null ? null : BigDecimal.valueOf(units);
  }

  private StockBook.Position tea() {
    StockBook.Position tea = StockBook.of(supply, KITS, TODAY).of(TEA);
    assertThat(StockBook.of(supply, KITS, TODAY, new ItemKey("A", "tea")).of(TEA))
        .as("read alone")
        .isEqualTo(tea);
    return tea;
  }

  private static List<String> told(StockBook.Position position) {
    return position.position().orElseThrow().orders().stream()
        .map(
            o ->
                o.due()
                    + " "
                    + o.quantity().stripTrailingZeros().toPlainString()
                    + " "
                    + o.reserved().stripTrailingZeros().toPlainString())
        .toList();
  }

  @Test
  void what_is_reserved_of_the_item_is_for_the_orders_that_are_due_first() {
    stock(20, 7);
    orders(
        order("1", "tea", TODAY.plusDays(4), 5, null, false),
        order("2", "tea", TODAY.minusDays(9), 3, null, null),
        order("3", "tea", null, 3, null, false),
        order("4", "tea", TODAY, 50, null, true));
    StockBook.Position tea = tea();
    assertThat(told(tea))
        .as("for which nobody says a day, was wanted when it was ordered")
        .containsExactly("2026-02-21 3 3", "2026-03-01 3 3", "2026-03-06 5 1");
    PlannedStock.Waiting waiting = tea.planned(Optional.empty()).waiting().orElseThrow();
    assertThat(waiting.ordered()).isEqualByComparingTo("11");
    assertThat(waiting.unreserved()).isEqualByComparingTo("4");
    assertThat(waiting.dropShip()).isEqualByComparingTo("50");
    assertThat(tea.reserved()).isEqualByComparingTo("7");
  }

  @Test
  void what_orders_reserve_is_reserved_where_the_stock_does_not_say() {
    stock(20, null);
    orders(order("1", "tea", TODAY, 5, 4, false));
    assertThat(tea().reserved()).isEqualByComparingTo("4");
    assertThat(tea().position().orElseThrow().available()).isEqualByComparingTo("16");
  }

  @Test
  void what_is_ordered_of_a_kit_is_wanted_of_its_parts() {
    stock(20, 0);
    orders(
        order("1", "set", TODAY, 5, 1, false),
        order("2", "tea", TODAY, 1, null, false),
        order("3", "set", TODAY, 1, null, true));
    assertThat(told(tea())).containsExactly("2026-03-02 10 0", "2026-03-02 1 0");
    assertThat(tea().planned(Optional.empty()).waiting().orElseThrow().dropShip())
        .isEqualByComparingTo("2");
    supply.put("erp", SupplyTable.STOCK_LEVEL, List.of());
    assertThat(told(StockBook.of(supply, new KitBook(List.of()), TODAY).of(TEA)))
        .as("that is no kit")
        .containsExactly("2026-03-02 1 0");
  }

  @Test
  void nobody_waits_is_something_else_than_not_to_know() {
    stock(20, 7);
    assertThat(tea().waiting()).as("no such view").isEmpty();
    accounts.write(
        new SupplyAccount(
            "erp",
            SupplyTable.OPEN_DEMAND,
            1,
            List.of(),
            Optional.of(Extent.NONE),
            Extent.NONE,
            Extent.NONE));
    assertThat(tea().waiting().orElseThrow().orders()).isEmpty();
    assertThat(tea().planned(Optional.empty()).waiting().orElseThrow().ordered()).isZero();
    assertThat(tea().position().orElseThrow().orders()).isEmpty();
  }

  @Test
  void what_serves_demand_is_what_is_available_and_kept_for_it_less_what_is_owed() {
    StockPosition position =
        new StockPosition(
            units(20),
            units(7),
            List.of(),
            List.of(
                new StockPosition.OpenOrder(TODAY.minusDays(1), units(5), units(2)),
                new StockPosition.OpenOrder(TODAY, units(4), units(3)),
                new StockPosition.OpenOrder(TODAY.plusDays(6), units(4), units(2))));
    assertThat(position.owed(TODAY)).isEqualByComparingTo("3");
    assertThat(position.unreserved()).isEqualByComparingTo("6");
    assertThat(position.serving(TODAY, TODAY)).as("13 − 3 + 3").isEqualByComparingTo("13");
    assertThat(position.serving(TODAY, TODAY.plusDays(6))).isEqualByComparingTo("15");
    assertThat(position.ordered(TODAY, TODAY.plusDays(6))).isEqualByComparingTo("8");
  }
}
