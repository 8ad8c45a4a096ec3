package org.demandwright.app.intake;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.demandwright.app.source.DemandSources;
import org.demandwright.app.source.MasterSource;
import org.demandwright.core.Words;
import org.demandwright.core.demand.ItemKey;
import org.demandwright.core.demand.Price;
import org.demandwright.core.demand.Promotion;
import org.demandwright.core.intake.KitPart;
import org.demandwright.core.intake.MasterConflict;
import org.demandwright.core.intake.MasterKind;
import org.demandwright.core.intake.PriceBook;
import org.demandwright.erp.ErpCalendarDay;
import org.demandwright.erp.ErpItem;
import org.demandwright.erp.ErpKitComponent;
import org.demandwright.erp.ErpPrice;
import org.demandwright.erp.ErpPromotion;
import org.demandwright.erp.ErpSite;
import org.demandwright.erp.ErpSource;
import org.demandwright.store.demand.MasterDataStore;
import org.demandwright.store.intake.SalesLineStore;
import org.demandwright.store.source.MasterSourceStore;

/**
 * Reads items, sites, kits, prices, promotions, calendar, exchange rates and stock-outs, in place
 * of what was read before, from every ERP that gives them. A text that the ERP leaves out is empty,
 * or the identity where people are to read one.
 */
@Dependent
public class MasterDataImport {
  private static final int PAGE = 5_000;
  private static final LocalDate UNTIL_FURTHER_NOTICE = LocalDate.of(9999, 12, 31);

  private final DemandSources sources;
  private final MasterDataStore store;
  private final MasterSourceStore told;
  private final SalesLineStore positions;
  private final StockOutImport stockOuts;
  private final CalendarImport calendar;
  private final RateImport rates;

  @Inject
  MasterDataImport(
      DemandSources sources,
      MasterDataStore store,
      MasterSourceStore told,
      SalesLineStore positions,
      StockOutImport stockOuts,
      CalendarImport calendar,
      RateImport rates) {
    this.sources = sources;
    this.store = store;
    this.told = told;
    this.positions = positions;
    this.stockOuts = stockOuts;
    this.calendar = calendar;
    this.rates = rates;
  }

  /**
   * Reads all that is taken of each ERP. Where two tell the same thing the first one counts; what
   * the other says differently is kept for the inspection of data quality.
   *
   * @param reload whether the stock ledgers are read from their start, too
   * @return what of it makes lines wait in quarantine
   */
  public List<Words> replace(boolean reload) {
    List<MasterSource> all = sources.masters();
    KnownMasterData known = new KnownMasterData();
    all.forEach(source -> read(source, known));
    store.replaceItems(known.items());
    store.replaceSites(known.sites());
    store.replaceComponents(known.components());
    told.replaceOwners(known.owners());
    List<MasterConflict> conflicts = new ArrayList<>(known.conflicts());
    conflicts.addAll(prices(giving(all, MasterKind.PRICE), known));
    promotions(giving(all, MasterKind.PROMOTION), known);
    calendar(giving(all, MasterKind.CALENDAR), known);
    conflicts.addAll(rates.replace(giving(all, MasterKind.RATE)));
    conflicts.addAll(stock(giving(all, MasterKind.STOCK), known, reload));
    told.replaceConflicts(conflicts);
    return known.differences();
  }

  private static List<MasterSource> giving(List<MasterSource> all, MasterKind kind) {
    return all.stream().filter(source -> source.gives(kind)).toList();
  }

  private static void read(MasterSource source, KnownMasterData known) {
    ErpSource erp = source.erp();
    List<ErpSite> sites = erp.sites();
    known.knows(source, sites.stream().map(MasterDataImport::site).toList());
    known.add(
        source,
        source.gives(MasterKind.ITEM)
            ? all(erp::items, ErpItem::itemId, ErpItem::orgId).stream()
                .map(MasterDataImport::item)
                .toList()
            : List.of(),
        source.gives(MasterKind.SITE)
            ? sites.stream().map(MasterDataImport::site).toList()
            : List.of(),
        source.gives(MasterKind.KIT)
            ? erp.kitComponents().stream()
                .filter(c -> c.kitItemId() != null && c.componentItemId() != null)
                .map(MasterDataImport::component)
                .toList()
            : List.of());
  }

  private List<MasterConflict> prices(List<MasterSource> givers, KnownMasterData known) {
    PriceBook book = new PriceBook();
    List<Price> ours = List.of();
    for (MasterSource source : givers) {
      ours =
          rows(source, known)
              .prices(
                  all(source.erp()::prices, ErpPrice::priceId, ErpPrice::orgId).stream()
                      .filter(
                          p -> p.itemId() != null && p.validFrom() != null && p.unitPrice() != null)
                      .map(MasterDataImport::price)
                      .toList());
      book.add(source.name(), source.terms().days(), ours);
    }
    boolean several = givers.size() > 1;
    store.replacePrices(several ? book.prices() : ours);
    return several ? book.conflicts() : List.of();
  }

  /** What is on promotion in one of them is. */
  private void promotions(List<MasterSource> givers, KnownMasterData known) {
    List<Promotion> all = new ArrayList<>();
    for (MasterSource source : givers) {
      all.addAll(
          rows(source, known)
              .promotions(
                  all(source.erp()::promotions, ErpPromotion::promotionId, ErpPromotion::orgId)
                      .stream()
                      .filter(p -> p.itemId() != null && p.fromDate() != null)
                      .map(MasterDataImport::promotion)
                      .toList()));
    }
    store.replacePromotions(all);
  }

  private void calendar(List<MasterSource> givers, KnownMasterData known) {
    List<ErpCalendarDay> all = new ArrayList<>();
    givers.forEach(s -> all.addAll(rows(s, known).calendar(s.erp().calendar())));
    calendar.replace(all, givers.size() > 1);
  }

  private static MasterRows rows(MasterSource source, KnownMasterData known) {
    return new MasterRows(source, source.prefix().isEmpty() ? Set.of() : known.sitesOf(source));
  }

  /** A source of which no line is read yet, or all are to be read, is read from its start. */
  private List<MasterConflict> stock(
      List<MasterSource> givers, KnownMasterData known, boolean reload) {
    for (MasterSource source : givers) {
      boolean first = source.prefix().isEmpty();
      stockOuts.update(source, reload || !first && positions.position(source.source()).isEmpty());
    }
    store.keepStockOutsOf(givers.stream().map(MasterSource::source).toList());
    StockTurns turns = StockTurns.of(givers, known);
    store.replaceStockDays(turns.days());
    return turns.conflicts();
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
