package org.demandwright.app.decide;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.demandwright.core.demand.ItemKey;
import org.demandwright.core.supply.SupplyRow;
import org.demandwright.core.supply.SupplyTable;
import org.demandwright.store.Stores;
import org.demandwright.store.supply.SupplyStore;
import org.h2.jdbcx.JdbcDataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Tea and cups are bought from one vendor on terms with price breaks, and sent from S2 to S1. */
class SupplyBookTest {
  private static final LocalDate TODAY = LocalDate.of(2026, 3, 10);
  private static final ItemKey TEA = new ItemKey("A", "tea");
  private static final ItemKey CUP = new ItemKey("A", "cup");

  private SupplyStore supply;

  @BeforeEach
  void fill() {
    JdbcDataSource database = new JdbcDataSource();
    database.setURL("jdbc:h2:mem:supply-book-" + System.nanoTime() + ";DB_CLOSE_DELAY=-1");
    supply = new SupplyStore(Stores.of(database).sql());
    List<SupplyRow> items = new ArrayList<>();
    List<SupplyRow> terms = new ArrayList<>();
    List<SupplyRow> breaks = new ArrayList<>();
    for (String item : List.of("tea", "cup")) {
      items.add(row(SupplyTable.ITEM, "A", item, "V1", 9, null, null, null, null, 30, true));
      terms.add(
          row(
              SupplyTable.SUPPLIER_TERMS,
              "A",
              "T-" + item,
              item,
              "V1",
              null,
              true,
              null,
              null,
              4,
              null,
              null,
              null,
              null,
              null,
              "EUR"));
      breaks.add(row(SupplyTable.PRICE_BREAK, "A", "T-" + item, units(1), units(7)));
    }
    supply.put("erp", SupplyTable.ITEM, items);
    supply.put("erp", SupplyTable.SUPPLIER_TERMS, terms);
    supply.put("erp", SupplyTable.PRICE_BREAK, breaks);
    supply.put(
        "erp",
        SupplyTable.TRANSFER_LANE,
        List.of(
            row(SupplyTable.TRANSFER_LANE, "A", "S2", "S1", "", 2, null, null),
            row(SupplyTable.TRANSFER_LANE, "A", "S3", "S1", "tea", 1, null, null)));
    supply.put(
        "erp",
        SupplyTable.CLOSED_DAY,
        List.of(row(SupplyTable.CLOSED_DAY, "A", TODAY.plusDays(1), "", "V1")));
  }

  private static SupplyRow row(SupplyTable table, Object... values) {
    return SupplyRow.of(table, values);
  }

  private static BigDecimal units(int units) {
    return BigDecimal.valueOf(units);
  }

  @Test
  void of_one_item_the_same_is_read_as_of_all() {
    SupplyBook all = SupplyBook.of(supply, TODAY);
    SupplyBook tea = SupplyBook.of(supply, TODAY, "A", List.of("tea"));
    assertThat(tea.terms(TEA, "S1")).isEqualTo(all.terms(TEA, "S1"));
    assertThat(tea.terms(TEA, "S1").price()).contains(units(7).setScale(6));
    assertThat(tea.shelfLifeDays(TEA)).contains(30);
    assertThat(tea.lanes(TEA)).hasSize(2).isEqualTo(all.lanes(TEA));
    Optional<VendorKey> vendor = tea.terms(TEA, "S1").vendor();
    assertThat(tea.days("A", "S1", vendor).order().contains(TODAY.plusDays(1))).isFalse();
    assertThat(tea.terms(CUP, "S1")).as("not read").isEqualTo(SupplyTerms.NONE);
  }
}
