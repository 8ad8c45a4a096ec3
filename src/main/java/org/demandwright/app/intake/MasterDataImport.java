package org.demandwright.app.intake;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.demandwright.app.source.DemandSources;
import org.demandwright.app.source.MasterSource;
import org.demandwright.core.Words;
import org.demandwright.core.demand.ItemKey;
import org.demandwright.core.demand.Price;
import org.demandwright.core.demand.Promotion;
import org.demandwright.core.intake.KitPart;
import org.demandwright.erp.ErpItem;
import org.demandwright.erp.ErpKitComponent;
import org.demandwright.erp.ErpPrice;
import org.demandwright.erp.ErpPromotion;
import org.demandwright.erp.ErpSite;
import org.demandwright.erp.ErpSource;
import org.demandwright.store.demand.MasterDataStore;

/**
 * Reads items, sites, kits, prices, promotions, calendar, exchange rates and stock-outs, in place
 * of what was read before. A text that the ERP leaves out is empty, or the identity where people
 * are to read one.
 */
@Dependent
public class MasterDataImport {
  private static final int PAGE = 5_000;
  private static final LocalDate UNTIL_FURTHER_NOTICE = LocalDate.of(9999, 12, 31);

  private final ErpSource erp;
  private final DemandSources sources;
  private final MasterDataStore store;
  private final StockOutImport stockOuts;
  private final CalendarImport calendar;
  private final RateImport rates;

  @Inject
  MasterDataImport(
      ErpSource erp,
      DemandSources sources,
      MasterDataStore store,
      StockOutImport stockOuts,
      CalendarImport calendar,
      RateImport rates) {
    this.erp = erp;
    this.sources = sources;
    this.store = store;
    this.stockOuts = stockOuts;
    this.calendar = calendar;
    this.rates = rates;
  }

  /**
   * Reads all of them: items, sites and kits of every ERP, of which the first one that knows one
   * counts, the rest of the first alone.
   *
   * @param reload whether the stock ledger is read from its start, too
   * @return what ERPs say differently
   */
  public List<Words> replace(boolean reload) {
    KnownMasterData known = new KnownMasterData();
    for (MasterSource source : sources.masters()) {
      known.add(
          source,
          all(source.erp()::items, ErpItem::itemId, ErpItem::orgId).stream()
              .map(MasterDataImport::item)
              .toList(),
          source.erp().sites().stream().map(MasterDataImport::site).toList(),
          source.erp().kitComponents().stream()
              .filter(c -> c.kitItemId() != null && c.componentItemId() != null)
              .map(MasterDataImport::component)
              .toList());
    }
    store.replaceItems(known.items());
    store.replaceSites(known.sites());
    store.replaceComponents(known.components());
    store.replacePrices(
        all(erp::prices, ErpPrice::priceId, ErpPrice::orgId).stream()
            .filter(p -> p.itemId() != null && p.validFrom() != null && p.unitPrice() != null)
            .map(MasterDataImport::price)
            .toList());
    store.replacePromotions(
        all(erp::promotions, ErpPromotion::promotionId, ErpPromotion::orgId).stream()
            .filter(p -> p.itemId() != null && p.fromDate() != null)
            .map(MasterDataImport::promotion)
            .toList());
    calendar.replace();
    rates.replace();
    stockOuts.update(reload);
    return known.differences();
  }

  /** Rows after an identity and a company, in this order. */
  private interface Pages<T> {
    List<T> after(String identity, String org, int limit);
  }

  private static <T> List<T> all(
      Pages<T> pages, Function<T, String> identity, Function<T, String> org) {
    List<T> all = new ArrayList<>();
    for (List<T> page = pages.after("", "", PAGE); !page.isEmpty(); ) {
      all.addAll(page);
      T last = page.get(page.size() - 1);
      page =
          page.size() < PAGE
              ? List.of()
              : pages.after(identity.apply(last), orElse(org.apply(last), ""), PAGE);
    }
    return all;
  }

  private static MasterDataStore.Site site(ErpSite s) {
    return new MasterDataStore.Site(
        orElse(s.orgId(), ""), s.siteId(), orElse(s.siteName(), s.siteId()));
  }

  private static MasterDataStore.Item item(ErpItem i) {
    return new MasterDataStore.Item(
        key(i.orgId(), i.itemId()),
        orElse(i.itemCode(), i.itemId()),
        orElse(i.itemName(), i.itemId()),
        orElse(i.category(), ""),
        orElse(i.uomId(), ""),
        i.leadTimeDays());
  }

  /** A part without a quantity is kept with 0, so that the kit is refused and not sold short. */
  private static KitPart component(ErpKitComponent c) {
    return new KitPart(
        key(c.orgId(), c.kitItemId()),
        c.componentItemId(),
        c.quantity() == null ? BigDecimal.ZERO : c.quantity());
  }

  private static Price price(ErpPrice p) {
    return new Price(
        p.priceId(),
        key(p.orgId(), p.itemId()),
        p.siteId(),
        p.validFrom(),
        p.validTo(),
        p.unitPrice(),
        p.currency());
  }

  /** One without a last day goes on until further notice. */
  static Promotion promotion(ErpPromotion p) {
    return new Promotion(
        p.promotionId(),
        key(p.orgId(), p.itemId()),
        p.siteId(),
        p.fromDate(),
        p.toDate() == null ? UNTIL_FURTHER_NOTICE : p.toDate());
  }

  private static ItemKey key(String org, String item) {
    return new ItemKey(orElse(org, ""), item);
  }

  private static String orElse(String text, String otherwise) {
    return text == null ? otherwise : text;
  }
}
