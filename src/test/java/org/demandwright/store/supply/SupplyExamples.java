package org.demandwright.store.supply;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.demandwright.store.StoreExample.followed;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.demandwright.core.supply.FaultyRow;
import org.demandwright.core.supply.SupplyAccount;
import org.demandwright.core.supply.SupplyAccount.Extent;
import org.demandwright.core.supply.SupplyFault;
import org.demandwright.core.supply.SupplyRow;
import org.demandwright.core.supply.SupplyTable;
import org.demandwright.store.StoreExample;
import org.demandwright.store.StoreExample.Does;
import org.demandwright.store.Stores;

/** What the stores of stock and supply do. */
public final class SupplyExamples {
  private static final String ERP = "dw_sales_line";
  private static final String OLD = "old";

  private SupplyExamples() {}

  public static List<StoreExample<?>> all() {
    return List.of(
        new StoreExample<>(
            SupplyStore.class, Does.RETURN_WHAT_WAS_WRITTEN, SupplyExamples::written),
        new StoreExample<>(
            SupplyAccountStore.class, Does.RETURN_WHAT_WAS_WRITTEN, SupplyExamples::accounts),
        new StoreExample<>(
            SentSupplyStore.class, Does.RETURN_WHAT_WAS_WRITTEN, SupplyExamples::sent),
        new StoreExample<>(SentSupplyStore.class, Does.PAGE_IN_ORDER, SupplyExamples::sentInPages),
        new StoreExample<>(SentSupplyStore.class, Does.FORGET, SupplyExamples::sentIsForgotten),
        new StoreExample<>(SupplyAccountStore.class, Does.FORGET, SupplyExamples::forgotten),
        new StoreExample<>(SupplyAccountStore.class, Does.PAGE_IN_ORDER, SupplyExamples::pages));
  }

  private static List<SupplyRow> rows(SupplyStore store, SupplyTable table) {
    List<SupplyRow> rows = new ArrayList<>();
    store.each(table, rows::add);
    return rows;
  }

  private static void written(SupplyStore store, Stores stores) {
    for (SupplyTable table : SupplyTable.values()) {
      SupplyRow tea = AnySupply.row(table, "tea", true);
      SupplyRow cup = AnySupply.row(table, "cup", false);
      store.put(ERP, table, List.of(tea, cup));
      store.put(OLD, table, List.of(tea));
      assertThat(rows(store, table)).as("of two sources").containsExactly(cup, tea, tea);

      store.put(ERP, table, List.of(AnySupply.row(table, "tea", false), cup));
      store.put(OLD, table, List.of());
      assertThat(rows(store, table)).containsExactly(cup, AnySupply.row(table, "tea", false), tea);

      store.keep(ERP, table, Set.of(cup.key()));
      assertThat(rows(store, table)).containsExactly(cup, tea);
    }
    SupplyRow lot = AnySupply.row(SupplyTable.LOT, "cup", false);
    assertThat(store.ofItems(SupplyTable.LOT, lot.text("org_id"), List.of("cup", "mug")))
        .containsExactly(lot);
    assertThat(store.ofItems(SupplyTable.LOT, "nobody", List.of("cup"))).isEmpty();
    SupplyRow someBreak = AnySupply.row(SupplyTable.PRICE_BREAK, "cup", false);
    assertThat(store.breaksOf(someBreak.text("org_id"), List.of(someBreak.text("terms_id"))))
        .contains(someBreak);
    assertThat(store.breaksOf("nobody", List.of(someBreak.text("terms_id")))).isEmpty();
    assertThat(store.holds(SupplyTable.LOT, lot.text("org_id"))).isTrue();
    assertThat(store.holds(SupplyTable.LOT, "nobody")).isFalse();
    store.keepSources(List.of(OLD));
    assertThat(rows(store, SupplyTable.LOT))
        .containsExactly(AnySupply.row(SupplyTable.LOT, "tea", true));
  }

  private static SentSupplyStore.Sent sent(SupplyTable table, long rows) {
    return new SentSupplyStore.Sent(
        table,
        List.of("item_id", "site_id", "on_hand"),
        rows,
        "ann",
        Instant.parse("2026-01-05T02:00:00Z"));
  }

  private static void sent(SentSupplyStore store, Stores stores) {
    store.replace(sent(SupplyTable.LOT, 1), List.of(List.of("mug", "S1", "1")));
    store.replace(sent(SupplyTable.STOCK_LEVEL, 1), List.of(List.of("cup", "S1", "1")));
    store.replace(
        sent(SupplyTable.STOCK_LEVEL, 2), List.of(List.of("tea", "", "9"), List.of("", "", "")));
    assertThat(store.find(SupplyTable.STOCK_LEVEL)).contains(sent(SupplyTable.STOCK_LEVEL, 2));
    assertThat(store.page(SupplyTable.STOCK_LEVEL, 0, 9))
        .containsExactly(List.of("tea", "", "9"), List.of("", "", ""));
  }

  private static void sentIsForgotten(SentSupplyStore store, Stores stores) {
    store.replace(sent(SupplyTable.LOT, 1), List.of(List.of("mug", "S1", "1")));
    store.replace(sent(SupplyTable.STOCK_LEVEL, 1), List.of(List.of("cup", "S1", "1")));
    store.forget(SupplyTable.STOCK_LEVEL);
    assertThat(store.find(SupplyTable.STOCK_LEVEL)).isEmpty();
    assertThat(store.page(SupplyTable.STOCK_LEVEL, 0, 9)).isEmpty();
    assertThat(store.page(SupplyTable.LOT, 0, 9)).hasSize(1);
  }

  private static void forgotten(SupplyAccountStore store, Stores stores) {
    SupplyAccount lots = account(ERP, SupplyTable.LOT, Optional.empty());
    SupplyAccount vendors = account(ERP, SupplyTable.VENDOR, Optional.empty());
    SupplyAccount others = account(OLD, SupplyTable.LOT, Optional.empty());
    List.of(lots, vendors, others).forEach(store::write);
    store.keepApart(
        ERP,
        SupplyTable.LOT,
        List.of(
            new FaultyRow(
                AnySupply.row(SupplyTable.LOT, "tea", true), SupplyFault.UNKNOWN_ITEM, "item_id")));
    store.forget(ERP, SupplyTable.LOT);
    assertThat(store.all()).containsExactly(vendors, others);
    assertThat(store.apart(0, 9)).isEmpty();
  }

  private static void sentInPages(SentSupplyStore store, Stores stores) {
    List<List<String>> rows = new ArrayList<>();
    for (int i = 0; i < 7; i++) {
      rows.add(List.of("item" + i, "S1", "1"));
    }
    store.replace(sent(SupplyTable.LOT, 7), rows);
    List<List<String>> found = new ArrayList<>();
    List<List<String>> page = store.page(SupplyTable.LOT, 0, 3);
    while (!page.isEmpty()) {
      found.addAll(page);
      page = store.page(SupplyTable.LOT, found.size(), 3);
    }
    assertThat(found).isEqualTo(rows);
  }

  private static SupplyAccount account(String source, SupplyTable table, Optional<Extent> told) {
    return new SupplyAccount(
        source,
        table,
        7,
        told.isEmpty() ? List.of("org_id", "quantity") : List.of(),
        told,
        new Extent(2, new BigDecimal("25.000000")),
        new Extent(1, new BigDecimal("0.500000")));
  }

  private static void accounts(SupplyAccountStore store, Stores stores) {
    SupplyAccount there =
        account(ERP, SupplyTable.LOT, Optional.of(new Extent(3, new BigDecimal("25.500000"))));
    SupplyAccount missing = account(ERP, SupplyTable.VENDOR, Optional.empty());
    SupplyAccount other = account(OLD, SupplyTable.LOT, Optional.empty());
    store.write(other);
    store.write(missing);
    store.write(account(ERP, SupplyTable.LOT, Optional.empty()));
    store.write(there);
    SupplyStore rows = new SupplyStore(stores.sql());
    assertThat(rows.isTold(SupplyTable.LOT)).isTrue();
    assertThat(rows.isTold(SupplyTable.VENDOR)).as("known not to be there").isFalse();
    assertThat(rows.isTold(SupplyTable.ITEM)).as("never read").isFalse();
    assertThat(store.all()).containsExactly(there, missing, other);
    store.keepSources(List.of(ERP));
    assertThat(store.all()).containsExactly(there, missing);
  }

  private static void pages(SupplyAccountStore store, Stores stores) {
    List<FaultyRow> faulty = new ArrayList<>();
    for (int i = 0; i < 5; i++) {
      faulty.add(
          new FaultyRow(
              AnySupply.row(SupplyTable.LOT, "tea" + i, true),
              SupplyFault.UNKNOWN_ITEM,
              "item_id"));
    }
    store.keepApart(ERP, SupplyTable.LOT, faulty.subList(0, 3));
    store.keepApart(ERP, SupplyTable.LOT, faulty.subList(3, 5));
    store.keepApart(
        ERP,
        SupplyTable.VENDOR,
        List.of(
            new FaultyRow(
                AnySupply.row(SupplyTable.VENDOR, "v", false), SupplyFault.REPEATED, "")));
    assertThat(followed(0L, (after, limit) -> store.apart(after, limit), a -> a.number()))
        .extracting(SupplyAccountStore.Apart::said)
        .startsWith(
            "org_id = tea0, item_id = tea0, site_id = tea0, lot_id = tea0, quantity = 12.5,"
                + " expires_on = 2026-03-02")
        .hasSize(6);

    store.begin(ERP, SupplyTable.LOT);
    assertThat(store.apart(0, 9))
        .extracting(
            SupplyAccountStore.Apart::table,
            SupplyAccountStore.Apart::fault,
            SupplyAccountStore.Apart::column)
        .containsExactly(tuple(SupplyTable.VENDOR, SupplyFault.REPEATED, ""));
  }
}
