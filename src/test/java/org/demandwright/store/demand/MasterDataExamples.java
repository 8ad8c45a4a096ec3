package org.demandwright.store.demand;

import static org.assertj.core.api.Assertions.assertThat;
import static org.demandwright.store.StoreExample.followed;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.demandwright.core.demand.DataScope;
import org.demandwright.core.demand.ItemKey;
import org.demandwright.core.demand.Price;
import org.demandwright.core.demand.Promotion;
import org.demandwright.core.intake.KitPart;
import org.demandwright.store.StoreExample;
import org.demandwright.store.StoreExample.Does;
import org.demandwright.store.Stores;
import org.demandwright.store.demand.MasterDataStore.Item;
import org.demandwright.store.demand.MasterDataStore.Site;
import org.demandwright.store.demand.MasterDataStore.StockDays;
import org.demandwright.store.demand.MasterDataStore.StockOutDays;

/** What the store of master data does. */
public final class MasterDataExamples {
  private static final LocalDate DAY = LocalDate.of(2026, 3, 2);
  private static final String ERP = "dw_sales_line";
  private static final ItemKey TEA = new ItemKey("A", "tea");
  private static final ItemKey CUP = new ItemKey("A", "cup");
  private static final BigDecimal TWO = new BigDecimal("2.000000");
  private static final List<String> BOTH = List.of("tea", "cup");

  private MasterDataExamples() {}

  public static List<StoreExample<?>> all() {
    return List.of(
        new StoreExample<>(
            MasterDataStore.class, Does.RETURN_WHAT_WAS_WRITTEN, MasterDataExamples::written),
        new StoreExample<>(MasterDataStore.class, Does.FORGET, MasterDataExamples::cleared),
        new StoreExample<>(MasterDataPages.class, Does.PAGE_IN_ORDER, MasterDataExamples::pages),
        new StoreExample<>(
            MasterDataPages.class, Does.RETURN_WHAT_WAS_WRITTEN, MasterDataExamples::found));
  }

  private static Item item(ItemKey key, String uom) {
    return new Item(key, "C1", "Name", "goods", uom, null);
  }

  private static void written(MasterDataStore master, Stores stores) {
    master.replaceItems(List.of(item(TEA, "KG"), item(CUP, "EA")));
    assertThat(master.items().values()).containsExactlyInAnyOrder(item(TEA, "KG"), item(CUP, "EA"));
    master.rechecked();
    master.replaceItems(List.of(item(TEA, "G")));
    assertThat(master.items()).containsOnlyKeys(TEA);
    assertThat(master.recheck())
        .as("those that are gone or have another unit")
        .containsExactlyInAnyOrder(TEA, CUP);
    master.rechecked();
    assertThat(master.recheck()).isEmpty();

    KitPart part = new KitPart(TEA, "cup", TWO);
    master.replaceComponents(List.of(part));
    assertThat(master.components()).containsExactly(part);
    master.replaceSites(List.of(new Site("A", "S1", "Here")));
    assertThat(stores.sql().number("select count(*) from site")).isEqualTo(1);

    Price price = new Price("P1", TEA, null, DAY, null, TWO, "EUR");
    master.replacePrices(List.of(price, new Price("P2", CUP, "S1", DAY, DAY, TWO, null)));
    master.replacePrices(List.of(price));
    assertThat(master.prices(BOTH)).containsExactly(price);
    Promotion sale = new Promotion("R1", CUP, "S1", DAY, DAY.plusDays(3));
    master.replacePromotions(List.of(sale));
    assertThat(master.promotions(BOTH)).containsExactly(sale);
    assertThat(master.promotions(List.of("tea"))).isEmpty();
  }

  private static final MasterDataPages.Filter ANY =
      new MasterDataPages.Filter(
          Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());

  private static void pages(MasterDataPages pages, Stores stores) {
    ItemKey other = new ItemKey("B", "cup");
    stores.masterData().replaceItems(List.of(item(TEA, "KG"), item(other, "EA"), item(CUP, "EA")));
    assertThat(
            followed(
                MasterDataPages.Position.START,
                (after, limit) -> pages.items(DataScope.unrestricted(), ANY, after, limit),
                i -> new MasterDataPages.Position(i.key().orgId(), i.key().itemId())))
        .extracting(Item::key)
        .containsExactly(CUP, TEA, other);
    stores
        .masterData()
        .replaceSites(
            List.of(
                new Site("B", "S1", "There"), new Site("A", "S2", "x"), new Site("A", "S1", "")));
    assertThat(
            followed(
                MasterDataPages.Position.START,
                (after, limit) -> pages.sites(DataScope.unrestricted(), ANY, after, limit),
                s -> new MasterDataPages.Position(s.orgId(), s.siteId())))
        .extracting(s -> s.orgId() + s.siteId())
        .containsExactly("AS1", "AS2", "BS1");
  }

  private static void found(MasterDataPages pages, Stores stores) {
    Item green = new Item(TEA, "G_1", "Green Tea", "tea", "KG", 7);
    stores.masterData().replaceItems(List.of(green, item(CUP, "EA")));
    assertThat(items(pages, Optional.of("tea"), Optional.empty())).containsExactly(green);
    assertThat(items(pages, Optional.empty(), Optional.of("green t"))).containsExactly(green);
    assertThat(items(pages, Optional.empty(), Optional.of("g_"))).containsExactly(green);
    assertThat(items(pages, Optional.empty(), Optional.of("%"))).isEmpty();
  }

  private static List<Item> items(
      MasterDataPages pages, Optional<String> category, Optional<String> text) {
    return pages.items(
        DataScope.unrestricted(),
        new MasterDataPages.Filter(Optional.of("A"), Optional.empty(), category, text),
        MasterDataPages.Position.START,
        9);
  }

  private static void cleared(MasterDataStore master, Stores stores) {
    StockOutDays first = new StockOutDays(TEA, "S1", DAY, DAY.plusDays(2));
    StockOutDays second = new StockOutDays(CUP, "S1", DAY.plusDays(4), DAY.plusDays(9));
    StockOutDays third = new StockOutDays(TEA, "S1", DAY.plusDays(5), DAY.plusDays(9));
    master.changeStockOuts(ERP, List.of(), List.of(first, second));
    master.changeStockOuts(ERP, List.of(first), List.of(third));
    assertThat(master.stockOuts(BOTH)).as("by their first day").containsExactly(second, third);
    assertThat(master.stockOutsUntil(ERP, DAY.plusDays(9)))
        .containsExactlyInAnyOrderElementsOf(Stream.of(second, third).toList());
    assertThat(master.stockOutsUntil(ERP, DAY.plusDays(2))).isEmpty();
    String old = "old";
    StockOutDays before = new StockOutDays(TEA, "S1", DAY.minusDays(9), DAY.plusDays(6));
    master.changeStockOuts(old, List.of(), List.of(before));
    master.replaceStockDays(
        List.of(
            new StockDays("A", "S1", old, DAY.minusDays(99), DAY.minusDays(1)),
            new StockDays("A", "S1", ERP, DAY, DAY.plusDays(99))));
    assertThat(master.stockOuts(BOTH))
        .as("each on the days on which it counts")
        .containsExactly(new StockOutDays(TEA, "S1", DAY.minusDays(9), DAY), second, third);
    master.keepStockOutsOf(List.of(ERP));
    assertThat(master.stockOuts(BOTH)).containsExactly(second, third);
    master.replaceStockDays(
        List.of(new StockDays("A", "S1", old, DAY.minusDays(99), DAY.plusDays(99))));
    assertThat(master.stockOuts(BOTH)).as("another source's count").isEmpty();
    master.replaceStockDays(List.of());
    master.clearStockOuts(ERP);
    assertThat(master.stockOuts(BOTH)).isEmpty();
  }
}
