package org.demandwright.batch;

import jakarta.batch.api.AbstractBatchlet;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.demandwright.erp.ErpItem;
import org.demandwright.erp.ErpPrice;
import org.demandwright.erp.ErpPromotion;
import org.demandwright.erp.ErpSource;
import org.demandwright.erp.StockOutSpells;
import org.demandwright.store.MasterDataStore;

/** Reads items, sites, prices, promotions and stock-outs, in place of what was read before. */
@Named
@Dependent
public class ImportMasterData extends AbstractBatchlet {
  private static final int PAGE = 5_000;
  private static final long LEDGER_WINDOW = 50_000;

  private final ErpSource erp;
  private final MasterDataStore store;

  @Inject
  ImportMasterData(ErpSource erp, MasterDataStore store) {
    this.erp = erp;
    this.store = store;
  }

  @Override
  public String process() {
    store.replaceItems(
        all(erp::items, ErpItem::itemId).stream().map(ImportMasterData::item).toList());
    store.replaceSites(
        erp.sites().stream()
            .map(s -> new MasterDataStore.Site(s.siteId(), orElse(s.siteName(), s.siteId())))
            .toList());
    store.replacePrices(
        all(erp::prices, ErpPrice::priceId).stream()
            .filter(p -> p.itemId() != null && p.validFrom() != null && p.unitPrice() != null)
            .map(ImportMasterData::price)
            .toList());
    store.replacePromotions(
        all(erp::promotions, ErpPromotion::promotionId).stream()
            .filter(p -> p.itemId() != null && p.fromDate() != null && p.toDate() != null)
            .map(ImportMasterData::promotion)
            .toList());
    store.replaceStockOuts(stockOuts());
    return "COMPLETED";
  }

  private List<MasterDataStore.StockOutDays> stockOuts() {
    StockOutSpells spells = new StockOutSpells();
    long last = erp.lastStockMovement();
    for (long from = 0; from < last; from += LEDGER_WINDOW) {
      erp.stockMovements(from, from + LEDGER_WINDOW).forEach(spells::add);
    }
    return spells.closed().stream()
        .map(s -> new MasterDataStore.StockOutDays(s.itemId(), s.siteId(), s.from(), s.to()))
        .toList();
  }

  private static <T> List<T> all(
      BiFunction<String, Integer, List<T>> pages, Function<T, String> identity) {
    List<T> all = new ArrayList<>();
    String after = "";
    for (List<T> page = pages.apply(after, PAGE); !page.isEmpty(); ) {
      all.addAll(page);
      after = identity.apply(page.get(page.size() - 1));
      page = page.size() < PAGE ? List.of() : pages.apply(after, PAGE);
    }
    return all;
  }

  private static MasterDataStore.Item item(ErpItem i) {
    return new MasterDataStore.Item(
        i.itemId(),
        orElse(i.itemCode(), i.itemId()),
        orElse(i.itemName(), i.itemId()),
        orElse(i.category(), ""),
        orElse(i.uomId(), ""),
        i.leadTimeDays());
  }

  private static MasterDataStore.Price price(ErpPrice p) {
    return new MasterDataStore.Price(
        p.priceId(), p.itemId(), p.siteId(), p.validFrom(), p.validTo(), p.unitPrice());
  }

  private static MasterDataStore.Promotion promotion(ErpPromotion p) {
    return new MasterDataStore.Promotion(
        p.promotionId(), p.itemId(), p.siteId(), p.fromDate(), p.toDate());
  }

  private static String orElse(String text, String otherwise) {
    return text == null ? otherwise : text;
  }
}
